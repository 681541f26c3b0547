/** Whether a score lets a nominee stand (annex 3 of the notice): additive, with veto. */
import type { Settings } from '../case/types.ts';
import { rubric } from './rubric.ts';

/** `base`: under the qualifying score or over the full one. `bonus`: over the sum, over an item's cap, or negative. */
export type ScoreFault = 'base' | 'bonus' | 'veto';

export interface Score {
  /** Base and bonus; null while the base score is missing. */
  readonly total: number | null;
  readonly faults: readonly ScoreFault[];
  readonly qualifies: boolean;
}

/** `bonus` is the sum, or the points of each bonus item in the rubric's order. A score not yet given (null) is no fault, but does not qualify. */
export function score(
  base: number | null,
  bonus: number | null | readonly number[],
  veto: string,
  limits: Settings['scoring'],
): Score {
  const items = typeof bonus === 'object' && bonus !== null ? bonus : [bonus ?? 0];
  const bonusTotal = items.reduce((sum, points) => sum + points, 0);
  const overCap = typeof bonus === 'object' && items.some((points, index) => points > bonusCap(index));
  const faults: ScoreFault[] = [];
  if (base !== null && (base < limits.qualifying || base > limits.baseTotal)) faults.push('base');
  if (bonusTotal > limits.bonusTotal || overCap || items.some((points) => points < 0)) faults.push('bonus');
  if (veto !== '' && veto !== '未发生') faults.push('veto');
  return {
    total: base === null ? null : base + bonusTotal,
    faults,
    qualifies: base !== null && faults.length === 0,
  };
}

function bonusCap(item: number): number {
  return rubric.bonus.items[item]?.points ?? 0;
}
