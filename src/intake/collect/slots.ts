/** A slot: the rows of one district and category, which come in and are replaced together. */
import type { Category, Nominee } from '../../case/types.ts';

export interface SlotCount {
  readonly district: string;
  readonly category: Category;
  readonly rows: number;
}

export function slotKey(district: string, category: Category): string {
  return `${district}\n${category}`;
}

export function slotsOf(nominees: readonly Nominee[]): ReadonlyMap<string, readonly Nominee[]> {
  const slots = new Map<string, Nominee[]>();
  for (const one of nominees) {
    const key = slotKey(one.district, one.category);
    const slot = slots.get(key);
    if (slot) slot.push(one);
    else slots.set(key, [one]);
  }
  return slots;
}

/** Counts rows by district and category. */
export function rowsPerSlot(nominees: readonly Nominee[]): readonly SlotCount[] {
  return [...slotsOf(nominees).values()].flatMap((rows) =>
    rows[0] ? [{ district: rows[0].district, category: rows[0].category, rows: rows.length }] : [],
  );
}
