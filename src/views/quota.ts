/** The quota table: annex 1 of the notice, and a workbook of its own with live formulas. */
import type { PerCategory } from '../case/types.ts';
import type { DocumentView, Facts } from './facts.ts';

export interface QuotaView {
  readonly title: string;
  readonly rates: Readonly<Record<'city' | 'district', PerCategory<number>>>;
  /** Rows of the district associations, then the sums over them. */
  readonly districtRows: readonly QuotaRowView[];
  readonly districtTotal: QuotaSumView;
  /** Rows of the city association itself. */
  readonly cityRows: readonly QuotaRowView[];
  readonly total: QuotaSumView;
}

export interface QuotaRowView extends QuotaSumView {
  /** Running number, 1 to 21. */
  readonly number: number;
  readonly district: string;
  /** Reasons of the issuer's decisions that replace the formula, joined; '' where the formula stands. */
  readonly reason: string;
  /** Per category: whether the formula stands. */
  readonly computed: PerCategory<boolean>;
}

export interface QuotaSumView extends PerCategory<number> {
  /** null where not stated. */
  readonly members: number | null;
  readonly all: number;
}

export function quotaView({ theCase, quota }: Facts): QuotaView {
  const rows = quota.rows.map((row, index): QuotaRowView & { scope: 'city' | 'district' } => {
    const overrides = theCase.districts.find((one) => one.name === row.district)?.overrides ?? [];
    const computed = (category: keyof PerCategory<number>) =>
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
