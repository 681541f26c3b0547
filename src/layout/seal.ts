/** Seals: how large they are, and where they stand over names and dates (GB/T 9704 7.3.5.1). Lengths in pt. */
import type { Seal } from '../case/types.ts';
import { clauses } from './gbt9704.ts';
import { mm } from './units.ts';

/** Seals by the names that a tree calls them by. One that is not here leaves room to be pressed by hand. */
export type Seals = Readonly<Record<string, Seal>>;

/** A seal in its place in the closing of a paper. */
export interface PlacedSeal {
  readonly name: string;
  /** Upper left corner, from the left edge of the type area and from the top of the date's line. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Width and height of a seal: its longer side is as long as its diameter. */
export function sealSize(seal: Seal | undefined): { readonly width: number; readonly height: number } {
  const side = mm(seal?.diameter ?? clauses.sealDiameter.value);
  if (!seal?.image) return { width: side, height: side };
  const { width, height } = seal.image;
  const scale = side / Math.max(width, height);
  return { width: width * scale, height: height * scale };
}

/** Name and date stand a little below the middle of the seal: by this share of a line. */
const below = 0.1;
/** Seals do not touch. */
const leastGap = mm(3);

/** Lines left free above the names so that the seal, its middle so far below their top, ends within a line of the text. */
export function linesAbove(diameter: number, nameLines: number, pitch: number): number {
  return Math.max(0, Math.ceil(diameter / 2 / pitch - sealMiddle(nameLines)));
}

/** Middle of a seal below the top of the names, in lines. */
export function sealMiddle(nameLines: number): number {
  return nameLines / 2 - below;
}

/** Lines from the top of one row of names to that of the next. */
export function rowDistance(diameter: number, pitch: number): number {
  return Math.ceil((diameter + leastGap) / pitch);
}

/** How many names stand in each row: as even as can be, and no seal beyond the type area. */
export function rowSizes(names: number, diameter: number, width: number): readonly number[] {
  const most = Math.max(1, Math.min(clauses.sealsPerRow.value, Math.floor(width / (diameter + leastGap))));
  const rows = Math.ceil(names / most);
  return Array.from({ length: rows }, (_, row) => Math.ceil((names - row) / rows));
}

/**
 * Middles of the columns in which names and seals stand. The last one is the date's, `fromRight` from the right edge
 * where the seals leave that much room; the others are spread to the left.
 */
export function columnMiddles(columns: number, diameter: number, fromRight: number, width: number): readonly number[] {
  if (columns === 1) return [width - fromRight];
  const spread = (width - 2 * fromRight) / (columns - 1);
  const inset = spread >= diameter + leastGap ? fromRight : width / columns / 2;
  return Array.from({ length: columns }, (_, column) => inset + ((width - 2 * inset) * column) / (columns - 1));
}
