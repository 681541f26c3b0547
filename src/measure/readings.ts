/** What one look at a page gives for one clause, and how it is written down. Lengths in mm. */
import { type ClauseId, clauses, type Unit } from '../layout/gbt9704.ts';
import { type FontFit, fontClass, fontFit } from './fonts.ts';
import { mmPerPoint } from './metrics.ts';
import type { Char, MeasuredPage, Parts, PlacedLine, Profile } from './types.ts';

export interface Reading {
  readonly id: ClauseId;
  /** What the clause asks for here, and what is there, for people. */
  readonly expected: string;
  readonly measured: string;
  /** How far it is off, mm; null where the clause is not about a length. */
  readonly deviation: number | null;
  /** Whether it is as the clause says, where that is no matter of mm. */
  readonly fits: boolean;
  readonly page: number | null;
  /** Where on the page, or what to know about the verdict. */
  readonly note: string;
}

/** A clause that cannot be judged here, and why. */
export interface Unmeasured {
  readonly id: ClauseId;
  readonly why: string;
}

export type Finding = Reading | Unmeasured;

/** All that the checks of the clauses look at. */
export interface Subject {
  readonly parts: Parts;
  readonly profile: Profile;
  /** Rendered by LibreOffice, which sets text on its own part of a line of fixed height. */
  readonly byOffice: boolean;
}

/** A bound of a length: a value, or the two readings of a clause that the text of the standard allows. */
type Bound = number | readonly [number, number];

/** A length against what is expected; within a range it is not off at all. */
export function length(id: ClauseId, measured: number, expected: Bound, page: MeasuredPage | null, note = ''): Reading {
  const [least, greatest] = typeof expected === 'number' ? [expected, expected] : expected;
  const deviation = measured < least ? measured - least : Math.max(0, measured - greatest);
  return {
    id,
    expected: expectedText(id, least, greatest),
    measured: `${mmText(measured)} mm`,
    deviation,
    fits: true,
    page: page?.number ?? null,
    note,
  };
}

/** Something that is so or not. */
export function fact(id: ClauseId, fits: boolean, measured: string, page: MeasuredPage | null, note = ''): Reading {
  const expected = valueText(clauses[id].value, clauses[id].unit);
  return { id, expected, measured, deviation: null, fits, page: page?.number ?? null, note };
}

export function unmeasured(why: string, ...ids: readonly ClauseId[]): readonly Unmeasured[] {
  return ids.map((id) => ({ id, why }));
}

/** Font of these characters against the clause's class; a free font of a class without one is accepted and named. */
export function fontReading(id: ClauseId, chars: readonly Char[], line: PlacedLine): Reading {
  const slot = clauses[id].value as Parameters<typeof fontFit>[1];
  const visible = chars.filter(({ text }) => text.trim() !== '');
  const fits = visible.map(({ font }): FontFit => fontFit(font, slot));
  const wrong = visible[fits.indexOf('other')];
  const share = fits.filter((fit) => fit === 'other').length / Math.max(1, visible.length);
  const font = (share > 0.3 ? wrong : visible[0])?.font ?? line.font;
  const standsIn = share <= 0.3 && fits.includes('stands-in');
  return fact(
    id,
    share <= 0.3,
    share <= 0.3 ? slot : fontClass(font),
    line.page,
    standsIn ? `以${font}代替` : excerpt(line),
  );
}

export function sizeReading(id: ClauseId, line: PlacedLine): Reading {
  const size = Number(clauses[id].value);
  return {
    ...fact(id, Math.abs(line.size - size) <= 0.26, `${round(line.size, 1)} pt`, line.page, excerpt(line)),
    expected: `${size} pt`,
  };
}

/** The lines of a role, in order. */
export function linesOf({ lines }: Parts, ...roles: readonly PlacedLine['role'][]): readonly PlacedLine[] {
  return lines.filter(({ role }) => roles.includes(role));
}

/** Half of what a line is higher than its characters (clause 3.2), mm. */
export const halfLeading = (clauses.leading.value * clauses.bodySize.value * mmPerPoint) / 2;

/**
 * The distance that blank lines leave between what stands above and below them: the lines alone, as type is set, up to the
 * lines with the leading of each neighbour that is a line of text, as a word processor leaves.
 */
export function blankLines(count: number, { pitch }: Parts, neighbours: 1 | 2 = 2): readonly [number, number] {
  return [count * pitch, count * pitch + neighbours * halfLeading];
}

/** One 字 is as wide as 三号 on the grid, or as the size of the line itself. */
export function characters(
  count: number,
  { character }: Parts,
  size: number = clauses.bodySize.value,
): readonly [number, number] {
  const widths = [character, size * mmPerPoint].map((width) => count * width);
  return [Math.min(...widths), Math.max(...widths)];
}

/** How far above or below the middle the line stands sideways, mm. */
export function offCentre({ x, right }: Pick<PlacedLine, 'x' | 'right'>, parts: Parts): number {
  return (x + right) / 2 - (parts.left + clauses.areaWidth.value / 2);
}

/** The right edge of the type area, from the left edge of the text. */
export function areaRight(parts: Parts): number {
  return parts.left + clauses.areaWidth.value;
}

export function excerpt({ text }: { readonly text: string }): string {
  return text.length > 14 ? `“${text.slice(0, 13)}…”` : `“${text}”`;
}

export function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}

export function mmText(value: number): string {
  return String(round(value, 2));
}

function valueText(value: number | string, unit: Unit): string {
  if (typeof value === 'string') return value;
  return `${round(value, 3)} ${unit}`;
}

function expectedText(id: ClauseId, least: number, greatest: number): string {
  const { value, unit } = clauses[id];
  const range = least === greatest ? mmText(least) : `${mmText(least)}～${mmText(greatest)}`;
  if (unit === '样式') return String(value);
  if (unit === 'mm') return `${range} mm`;
  return `${valueText(value, unit)}（${range} mm）`;
}
