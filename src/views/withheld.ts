/** The list of awards whose money is withheld, with the reason. */
import { awardName } from '../rules/explain.ts';
import type { Withheld } from '../rules/payout.ts';
import type { DocumentView, Facts } from './facts.ts';

export interface WithheldView {
  /** @zh 标题 @example 2024年度上海内保工作先进奖金不重复发放清单 */
  readonly title: string;
  /** @zh 评选表彰活动的全称 @example 2024年度上海内保工作先进集体、先进个人评选表彰活动 */
  readonly activity: string;
  /** @zh 清单各行 */
  readonly rows: readonly WithheldRow[];
  /** @zh 笔数 @example 35 */
  readonly count: number;
  /** Fen that are not paid twice. @zh 金额合计 @unit 分 @example 4300000 */
  readonly total: number;
}

export interface WithheldRow {
  /** @zh 序号，从1起 @example 1 */
  readonly number: number;
  /** @zh 受奖单位（人） @example 某某集团有限公司 */
  readonly recipient: string;
  /** @zh 所在单位全称 @example 某某集团有限公司 */
  readonly unit: string;
  /** @zh 区 @example 浦东 */
  readonly district: string;
  /** @zh 奖项 @example 区级先进单位 */
  readonly award: string;
  /**
   * @zh 不发放的规定：city-over-district 市区不重复，unit-over-department 单位与部门不重复，one-person 一人一次，already-paid 已经发放，waived 放弃
   * @example city-over-district
   */
  readonly rule: Withheld['rule'];
  /** The award paid instead, and who pays it; '' for what was waived. @zh 已发放的奖项；放弃的为空 @example 市级先进单位 */
  readonly paidAward: string;
  /** @zh 已发放奖项的发放单位；放弃的为空 @example 市企保协会 */
  readonly paidBy: string;
  /** Fen paid for that award; null for what was waived. @zh 已发放的金额；放弃的没有 @unit 分 @example 200000 */
  readonly paidAmount: number | null;
  /** The rule and the other award, in one sentence. @zh 不发放的原因，一句话 @example 同一单位的市级、区级奖金不重复发放 */
  readonly explanation: string;
  /** Fen not paid for this one. @zh 不发放的金额 @unit 分 @example 200000 */
  readonly amount: number;
}

export function withheldRows(withheld: readonly Withheld[]): readonly WithheldRow[] {
  return withheld.map(({ award, rule, paidAs, amount, explanation }, index) => ({
    number: index + 1,
    recipient: award.recipient,
    unit: award.unit,
    district: award.district,
    award: awardName(award),
    rule,
    paidAward: paidAs === null ? '' : awardName(paidAs.award),
    paidBy: paidAs?.payer ?? '',
    paidAmount: paidAs?.amount ?? null,
    amount,
    explanation,
  }));
}

export function withheldDocuments({ plan, theCase: { settings } }: Facts): readonly DocumentView[] {
  const rows = withheldRows(plan.withheld);
  const view: WithheldView = {
    title: `${settings.year}年度${settings.subject}先进奖金不重复发放清单`,
    activity: settings.activity,
    rows,
    count: rows.length,
    total: rows.reduce((sum, row) => sum + row.amount, 0),
  };
  return [{ names: {}, view }];
}
