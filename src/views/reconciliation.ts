/** The sheet that proves the package: numbers per category, sums per payer, and the issuer's own decisions. */
import { categoryNames, levelNames } from '../case/terms.ts';
import { awardOf } from '../rules/award.ts';
import type { ReconciledRow, Reconciliation } from '../rules/reconcile.ts';
import { countStatuses } from '../rules/status.ts';
import type { DocumentView, Facts } from './facts.ts';

export interface ReconciliationView {
  /** @zh 标题 @example 2024年度上海内保工作先进评选表彰核对表 */
  readonly title: string;
  /** @zh 按级别和类别的各行 */
  readonly rows: readonly ReconciliationRowView[];
  /** @zh 按发放单位的各行 */
  readonly payers: readonly {
    /** @zh 序号，从1起 @example 1 */
    readonly number: number;
    /** @zh 发放单位 @example 市企保协会 */
    readonly payer: string;
    /** @zh 笔数 @example 64 */
    readonly count: number;
    /** @zh 金额 @unit 分 @example 9600000 */
    readonly amount: number;
  }[];
  /** @zh 发放总笔数 @example 559 */
  readonly count: number;
  /** Fen. @zh 发放总金额 @unit 分 @example 83800000 */
  readonly amount: number;
  /** @zh 不重复发放总笔数 @example 35 */
  readonly withheldCount: number;
  /** The same rows with their states, and the sums over them. @zh 各阶段合计 */
  readonly stateTotals: StatesView;
  /** @zh 名册行数合计 @example 600 */
  readonly rowTotal: number;
  /** @zh 撤回的推荐对象 */
  readonly withdrawn: readonly WithdrawnView[];
  /** @zh 奖项总数，发放加不重复发放 @example 594 */
  readonly awardCount: number;
  /** @zh 不按比例核定的名额 */
  readonly decisions: readonly {
    /** @zh 区 @example 浦东 */
    readonly district: string;
    /** @zh 类别 @example 先进单位 */
    readonly category: string;
    /** @zh 核定的名额 @example 20 */
    readonly quota: number;
    /** @zh 理由 @example 会员单位数尚未核定 */
    readonly reason: string;
  }[];
}

export interface WithdrawnView {
  /** @zh 序号，从1起 @example 1 */
  readonly number: number;
  /** @zh 级别 @example 市级 */
  readonly level: string;
  /** @zh 类别 @example 先进单位 */
  readonly category: string;
  /** @zh 区 @example 浦东 */
  readonly district: string;
  /** @zh 推荐对象 @example 某某集团有限公司 */
  readonly recipient: string;
  /** @zh 所在单位全称 @example 某某集团有限公司 */
  readonly unit: string;
  /** @zh 撤回原因 @example 发生安全事故 */
  readonly reason: string;
}

export interface ReconciliationRowView extends Omit<ReconciledRow, 'level' | 'category' | 'states'> {
  /** @zh 级别 @example 市级 */
  readonly level: string;
  /** @zh 类别 @example 先进单位 */
  readonly category: string;
  /** @zh 所处阶段 */
  readonly states: StatesView;
}

export interface StatesView {
  /** @zh 推荐 @example 0 */
  readonly nominated: number;
  /** @zh 初审通过 @example 0 */
  readonly reviewed: number;
  /** @zh 已公示 @example 0 */
  readonly publicised: number;
  /** @zh 最终人选 @example 214 */
  readonly final: number;
  /** @zh 撤回 @example 1 */
  readonly withdrawn: number;
}

export function reconciliationView(
  { theCase, plan, withdrawn }: Facts,
  reconciliation: Reconciliation,
): ReconciliationView {
  const { year, subject } = theCase.settings;
  return {
    title: `${year}年度${subject}先进评选表彰核对表`,
    rows: reconciliation.rows.map((row) => ({
      ...row,
      level: levelNames[row.level],
      category: categoryNames[row.category],
    })),
    payers: plan.totals.map((total, index) => ({ number: index + 1, ...total })),
    count: plan.total.count,
    amount: plan.total.amount,
    withheldCount: plan.withheld.length,
    stateTotals: countStatuses(theCase.nominees),
    rowTotal: theCase.nominees.length,
    withdrawn: withdrawn.map((one, index) => ({
      number: index + 1,
      level: levelNames[one.level],
      category: categoryNames[one.category],
      district: one.district,
      recipient: awardOf(one).recipient,
      unit: one.unit,
      reason: one.withdrawnReason,
    })),
    awardCount: plan.payments.length + plan.withheld.length,
    decisions: theCase.districts.flatMap((district) =>
      district.overrides.map((one) => ({
        district: district.name,
        category: categoryNames[one.category],
        quota: one.quota,
        reason: one.reason,
      })),
    ),
  };
}

export function reconciliationDocuments(facts: Facts, reconciliation: Reconciliation): readonly DocumentView[] {
  return [{ names: {}, view: reconciliationView(facts, reconciliation) }];
}
