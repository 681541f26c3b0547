/** In which district's roster a score belongs: that of the collective it is for. */
import type { Nominee } from '../../case/types.ts';
import { type ScoreRow, scoredUnit } from './scores.ts';

/** The district of each collective, by its code and by its name. */
export function homesOf(nominees: readonly Nominee[]): ReadonlyMap<string, string> {
  const homes = new Map<string, string>();
  for (const { unit, code, district } of nominees) {
    for (const key of [scoredUnit({ unit, code }), scoredUnit({ unit, code: '' })]) {
      if (!homes.has(key)) homes.set(key, district);
    }
  }
  return homes;
}

/** The district whose roster a score belongs to. */
export function homeOf({ code, unit }: ScoreRow, homes: ReadonlyMap<string, string>): string | undefined {
  return homes.get(scoredUnit({ code, unit })) ?? homes.get(scoredUnit({ code: '', unit }));
}
