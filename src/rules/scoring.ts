/** Whether a score lets a nominee stand (annex 3 of the notice): additive, with veto. */
import type { Settings } from '../case/types.ts';

/** `base`: under the qualifying score or over the full one. `bonus`: over the sum, or negative. */
export type ScoreFault = 'base' | 'bonus' | 'veto';

export interface Score {
  /** Base and bonus; null while the base score is missing. */
  readonly total: number | null;
  readonly faults: readonly ScoreFault[];
  readonly qualifies: boolean;
}

/** A score not yet given (null) is no fault, but does not qualify. Single items: `item-scores.ts`. */
export function score(base: number | null, bonus: number | null, veto: string, limits: Settings['scoring']): Score {
  const faults: ScoreFault[] = [];
  if (base !== null && (base < limits.qualifying || base > limits.baseTotal)) faults.push('base');
  if (bonus !== null && (bonus < 0 || bonus > limits.bonusTotal)) faults.push('bonus');
  if (veto !== '' && veto !== '未发生') faults.push('veto');
  return {
    total: base === null ? null : base + (bonus ?? 0),
    faults,
    qualifies: base !== null && faults.length === 0,
  };
}
