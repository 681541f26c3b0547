/** The known name that a misspelt one most likely means. */
import { distance } from 'fastest-levenshtein';

/** The nearest of the candidates, the first of equals; '' where there are none. */
export function nearest(name: string, candidates: Iterable<string>): string {
  let best = '';
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const steps = distance(name, candidate);
    if (steps < least) [best, least] = [candidate, steps];
  }
  return best;
}
