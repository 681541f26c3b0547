/** The count that must come out even before a package is handed over: rows = sum over the states; quota ≥ nominees = forms ÷ copies; final ones = certificates = payments + withheld. */
import { categoryNames, levelNames } from '../case/terms.ts';
import type { AwardLevel, Category } from '../case/types.ts';
import { type Message, message } from '../message.ts';
import type { StatusCounts } from './status.ts';

/** Counts of one level and category. null where there is no such thing: districts have no quota, and a build of some documents only makes no others. */
export interface Counts {
  readonly level: AwardLevel;
  readonly category: Category;
  /** @zh 名额；区级没有 @example 214 */
  readonly quota: number | null;
  /** Rows of the rosters, withdrawn nominees among them. @zh 名册行数，含撤回的 @example 215 */
  readonly rows: number;
  /** How many of them are in each state. */
  readonly states: StatusCounts;
  /** Those that stand. @zh 上报数量，不含撤回的 @example 214 */
  readonly nominees: number;
  /** Printed form pages, all copies. @zh 审批表张数；没有的为空 @example 428 */
  readonly forms: number | null;
  /** Copies of each form. @zh 每表份数；没有的为空 @example 2 */
  readonly copies: number | null;
  /** @zh 证书张数；没有的为空 @example 214 */
  readonly certificates: number | null;
  /** @zh 发放笔数 @example 204 */
  readonly payments: number;
  /** @zh 不重复发放笔数 @example 10 */
  readonly withheld: number;
}

export interface ReconciledRow extends Counts {
  /** @zh 数量是否相符 */
  readonly ok: boolean;
}

export interface Reconciliation {
  readonly rows: readonly ReconciledRow[];
  /** `reconcile.mismatch`, one per row that is not ok. */
  readonly messages: readonly Message[];
}

export function reconcile(counts: readonly Counts[]): Reconciliation {
  const checked = counts.map((row) => ({ row, faults: faultsOf(row) }));
  return {
    rows: checked.map(({ row, faults }) => ({ ...row, ok: faults.length === 0 })),
    messages: checked
      .filter(({ faults }) => faults.length > 0)
      .map(({ row, faults }) =>
        message('reconcile.mismatch', {
          level: levelNames[row.level],
          category: categoryNames[row.category],
          faults: faults.join('；'),
        }),
      ),
  };
}

function faultsOf(counts: Counts): string[] {
  const { rows, states, quota, nominees, forms, copies, certificates, payments, withheld } = counts;
  const { final, withdrawn } = states;
  const faults: string[] = [];
  const sum = Object.values(states).reduce((total, count) => total + count, 0);
  if (sum !== rows) faults.push(`各阶段合计 ${sum}，名册 ${rows} 行`);
  if (nominees !== sum - withdrawn) {
    faults.push(`推荐 ${nominees} 个，名册 ${sum} 行减去撤回 ${withdrawn} 行应为 ${sum - withdrawn} 个`);
  }
  if (quota !== null && nominees > quota) faults.push(`推荐 ${nominees} 超过名额 ${quota}`);
  if (forms !== null && copies !== null && forms !== nominees * copies) {
    faults.push(`审批表 ${forms} 张，推荐 ${nominees} 个各 ${copies} 份应为 ${nominees * copies} 张`);
  }
  if (certificates !== null && certificates !== final) faults.push(`证书 ${certificates} 张，最终人选 ${final} 个`);
  if (payments + withheld !== final) {
    faults.push(`发放 ${payments} 笔加不重复发放 ${withheld} 笔，最终人选 ${final} 个`);
  }
  return faults;
}
