/** The order of every roster: 市政府行业序列, then the order given (notice part 4). */

/** Stable; an industry that the list does not name, or none, comes last. */
export function inRosterOrder<T extends { readonly industry: string }>(
  nominees: readonly T[],
  industries: readonly string[],
): readonly T[] {
  const ranks = new Map(industries.map((industry, index) => [industry, index]));
  const rank = ({ industry }: T) => ranks.get(industry) ?? industries.length;
  return nominees.toSorted((one, other) => rank(one) - rank(other));
}
