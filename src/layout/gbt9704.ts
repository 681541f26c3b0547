/**
 * Every clause of GB/T 9704-2012 that we implement, of its companion GB/T 33476.2-2016 and of the custom of offices, in
 * one table: pages, looks and rules take their numbers from here, `measure` checks them on the page, and
 * docs/gbt9704.md is made of it. Facts in our own words.
 */
import { folioClauses, formatClauses, imprintClauses, landscapeClauses } from './clauses/back.ts';
import { displayClauses, headClauses, jointMarkClauses, pageClauses, typeClauses } from './clauses/front.ts';
import { annexClauses, closingClauses, textClauses, titleClauses } from './clauses/text.ts';

export type { Clause, PlacedClause, Strength, Unit } from './clauses/clause.ts';

/** In the order of the standard. */
export const clauses = {
  ...pageClauses,
  ...typeClauses,
  ...headClauses,
  ...jointMarkClauses,
  ...titleClauses,
  ...textClauses,
  ...closingClauses,
  ...annexClauses,
  ...imprintClauses,
  ...folioClauses,
  ...landscapeClauses,
  ...formatClauses,
  ...displayClauses,
};

export type ClauseId = keyof typeof clauses;
