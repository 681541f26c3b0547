/** What a clause of the table is. */
import type { FontSlot } from '../../case/types.ts';

/**
 * How much a clause binds: 规定 must be kept; 一般 and 推荐 are the standard's own advice; 实务 is custom, or a number
 * that follows from the others, and stands in no standard.
 */
export type Strength = '规定' | '一般' | '推荐' | '实务';

/** `字` is the width of a character of 三号, `行` the distance of two lines (clauses 3.1 and 3.2). */
export type Unit = 'mm' | 'pt' | '字' | '行' | '位' | '字体' | '颜色' | '样式';

export interface Clause {
  /** Number in GB/T 9704-2012; the number of another standard with its name; '' for 实务. */
  readonly clause: string;
  readonly item: string;
  readonly strength: Strength;
  readonly value: number | string;
  readonly unit: Unit;
  /** How far the standard itself lets the value vary, in its unit. */
  readonly tolerance?: number;
}

export interface Places {
  /** Files that implement the clause. */
  readonly files: readonly string[];
  /** Tests that hold it. */
  readonly tests: readonly string[];
}

/** A clause with its places. */
export type PlacedClause = Clause & Places;

type Placed<T> = { readonly [K in keyof T]: T[K] & Places };

/** Clauses that are implemented and tested in the same places. */
export function placed<const T extends Readonly<Record<string, Clause>>>(places: Places, clauses: T): Placed<T> {
  const entries = Object.entries(clauses).map(([id, clause]) => [id, { ...clause, ...places }]);
  return Object.fromEntries(entries) as Placed<T>;
}

/** Keeps the type of a font's name. */
export const font = (slot: FontSlot): FontSlot => slot;
