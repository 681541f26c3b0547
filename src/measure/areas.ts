/** Where tables and the imprint lie on a page, by their rules. */
import { isRed } from './metrics.ts';
import type { Imprint, MeasuredPage, TextLine } from './types.ts';

/** Rules at least so long (mm) belong to the page and not to a table. */
export const longRule = 140;

/** The imprint's rules lie at the foot of the last page with text; those of a table are joined by upright ones. */
export function imprintOf(pages: readonly MeasuredPage[]): Imprint | undefined {
  const page = [...pages].reverse().find(({ lines }) => lines.length > 0);
  if (page === undefined) return undefined;
  const tables = tableAreas(page);
  const rules = page.rules.filter(
    (rule) =>
      rule.direction === 'horizontal' &&
      rule.length > longRule &&
      !isRed(rule.colour) &&
      rule.y > page.height / 2 &&
      !tables.some(({ top, bottom }) => rule.y > top - 1 && rule.y < bottom + 1),
  );
  return rules.length >= 2 ? { page, rules } : undefined;
}

export interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where upright rules stand side by side. */
export function tableAreas({ rules }: MeasuredPage): readonly Area[] {
  const upright = rules.filter((rule) => rule.direction === 'vertical' && rule.length > 3);
  const areas: Area[] = [];
  for (const { x, y, length } of [...upright].sort((a, b) => a.y - b.y)) {
    const area = areas.at(-1);
    if (area !== undefined && y <= area.bottom + 1) {
      const { left, right, top, bottom } = area;
      areas[areas.length - 1] = {
        left: Math.min(left, x),
        right: Math.max(right, x),
        top,
        bottom: Math.max(bottom, y + length),
      };
    } else areas.push({ left: x, right: x, top: y, bottom: y + length });
  }
  return areas.filter(({ left, right }) => right > left);
}

export function inside({ x, baseline }: TextLine, { left, right, top, bottom }: Area): boolean {
  return baseline > top && baseline < bottom && x > left - 1 && x < right + 1;
}
