/** What the plan says of one name, for whoever asks why. */
import { message, type Result } from '../message.ts';
import { nearest } from '../nearest.ts';
import { normalisePersonName, normaliseUnitName } from './names.ts';
import type { PayoutPlan } from './payout.ts';

export interface Explained {
  readonly recipient: string;
  readonly unit: string;
  readonly paid: boolean;
  /** One sentence of Chinese. */
  readonly explanation: string;
}

/** Every award of a unit, department or person of this name; of a unit, those of its people too. Errors: `payout.name-unknown`. */
export function explained({ payments, withheld }: PayoutPlan, name: string): Result<readonly Explained[]> {
  const all = [
    ...payments.map((one) => ({ ...one, paid: true })),
    ...withheld.map((one) => ({ ...one, paid: false })),
  ].map(({ award: { recipient, unit }, paid, explanation }) => ({ recipient, unit, paid, explanation }));
  const value = all.filter((one) => [one.recipient, one.unit].some((text) => plain(text) === plain(name)));
  if (value.length > 0) return { ok: true, value, messages: [] };
  const known = [...new Set(all.flatMap((one) => [one.recipient, one.unit]))];
  return { ok: false, messages: [message('payout.name-unknown', { name, nearest: nearest(name, known) })] };
}

function plain(name: string): string {
  return normalisePersonName(normaliseUnitName(name));
}
