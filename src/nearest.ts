/** The known name that a misspelt one most likely means. */
import { distance } from 'fastest-levenshtein';

/** The candidate that is spelt most like `name`, the first of equals; '' where there are none. */
export function nearest(name: string, candidates: Iterable<string>): string {
  let best = '';
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const unlike = unlikeness(name, candidate);
    if (unlike < least) [best, least] = [candidate, unlike];
  }
  return best;
}

/** Whether `name` is so close to `other` that it is most likely a misspelling of it. */
export function isMisspelling(name: string, other: string): boolean {
  return distance(name, other) <= Math.ceil(Math.max(name.length, other.length) / 3);
}

/** 0 for the same, 1 for nothing in common; by length, or two letters would weigh as much in a short name as in a long one. */
function unlikeness(one: string, other: string): number {
  return distance(one, other) / Math.max(one.length, other.length, 1);
}
