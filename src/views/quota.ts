/** The quota table: annex 1 of the notice, and a workbook of its own with live formulas. */
import type { Category } from '../case/types.ts';
import type { DocumentView, Facts } from './facts.ts';

export interface QuotaView {
  /** @zh 标题 @example 2024年度上海内保工作先进名额分配表 */
  readonly title: string;
  /** @zh 名额核定比例 */
  readonly rates: RatesView;
  /** Rows of the district associations, then the sums over them. @zh 各区企保协会的各行 */
  readonly districtRows: readonly QuotaRowView[];
  /** @zh 各区企保协会的小计 */
  readonly districtTotal: QuotaTotalView;
  /** Rows of the city association itself. @zh 市企保协会自身的各行 */
  readonly cityRows: readonly QuotaRowView[];
  /** @zh 全部合计 */
  readonly total: QuotaTotalView;
}

export interface RatesView {
  /** @zh 市企保协会组织评选的比例 */
  readonly city: SharesView;
  /** @zh 各区企保协会组织评选的比例 */
  readonly district: SharesView;
}

export interface SharesView {
  /** @zh 先进单位占会员单位数的比例 @unit 比例 @example 0.03 */
  readonly unit: number;
  /** @zh 先进保卫部门占先进单位数的比例 @unit 比例 @example 0.4 */
  readonly department: number;
  /** @zh 先进治安责任人占先进单位数的比例 @unit 比例 @example 0.6 */
  readonly responsible: number;
  /** @zh 先进保卫干部占会员单位数的比例 @unit 比例 @example 0.02 */
  readonly officer: number;
}

export interface QuotaRowView extends QuotaSumView {
  /** Running number, 1 to 21. @zh 序号，从1起 @example 1 */
  readonly number: number;
  /** @zh 区 @example 浦东 */
  readonly district: string;
  /**
   * Reasons of the issuer's decisions that replace the formula, joined; '' where the formula stands.
   * @zh 不按比例核定的理由；按比例核定的为空 @example 会员单位数尚未核定
   */
  readonly reason: string;
  /** Per category: whether the formula stands. @zh 各类名额是否按比例核定 */
  readonly computed: ComputedView;
}

export interface ComputedView {
  /** @zh 先进单位名额是否按比例核定 */
  readonly unit: boolean;
  /** @zh 先进保卫部门名额是否按比例核定 */
  readonly department: boolean;
  /** @zh 先进治安责任人名额是否按比例核定 */
  readonly responsible: boolean;
  /** @zh 先进保卫干部名额是否按比例核定 */
  readonly officer: boolean;
}

export interface QuotaSumView {
  /** null where not stated. @zh 会员单位数；未上报的为空 @example 650 */
  readonly members: number | null;
  /** @zh 先进单位名额 @example 20 */
  readonly unit: number;
  /** @zh 先进保卫部门名额 @example 8 */
  readonly department: number;
  /** @zh 先进治安责任人名额 @example 12 */
  readonly responsible: number;
  /** @zh 先进保卫干部名额 @example 13 */
  readonly officer: number;
  /** @zh 四类名额合计 @example 53 */
  readonly all: number;
}

export interface QuotaTotalView extends QuotaSumView {
  /** @zh 先进集体名额合计 @example 299 */
  readonly collective: number;
  /** @zh 先进个人名额合计 @example 290 */
  readonly individual: number;
}

export function quotaView({ theCase, quota }: Facts): QuotaView {
  const rows = quota.rows.map((row, index): QuotaRowView & { scope: 'city' | 'district' } => {
    const overrides = theCase.districts.find((one) => one.name === row.district)?.overrides ?? [];
    const computed = (category: Category) =>
      row.members !== null && !overrides.some((one) => one.category === category);
    return {
      number: index + 1,
      district: row.district,
      scope: row.scope,
      members: row.members,
      ...row.quota,
      all: row.quota.unit + row.quota.department + row.quota.responsible + row.quota.officer,
      reason: [...new Set(overrides.map((one) => one.reason))].join('；'),
      computed: {
        unit: computed('unit'),
        department: computed('department'),
        responsible: computed('responsible'),
        officer: computed('officer'),
      },
    };
  });
  return {
    title: `${theCase.settings.year}年度${theCase.settings.subject}先进名额分配表`,
    rates: theCase.settings.quota.rates,
    districtRows: rows.filter((row) => row.scope === 'district'),
    districtTotal: quota.districtTotal,
    cityRows: rows.filter((row) => row.scope === 'city'),
    total: quota.total,
  };
}

export function quotaDocuments(facts: Facts): readonly DocumentView[] {
  const view = quotaView(facts);
  return [{ names: { title: view.title }, view }];
}
