/** The sheet that proves the package: numbers per category, sums per payer, and the issuer's own decisions. */
import { categoryNames, levelNames } from '../case/terms.ts';
import type { ReconciledRow, Reconciliation } from '../rules/reconcile.ts';
import type { DocumentView, Facts } from './facts.ts';

export interface ReconciliationView {
  readonly title: string;
  readonly rows: readonly ReconciliationRowView[];
  readonly payers: readonly {
    readonly number: number;
    readonly payer: string;
    readonly count: number;
    readonly amount: number;
  }[];
  readonly count: number;
  /** Fen. */
  readonly amount: number;
  readonly withheldCount: number;
  readonly awardCount: number;
  readonly decisions: readonly {
    readonly district: string;
    readonly category: string;
    readonly quota: number;
    readonly reason: string;
  }[];
}

export interface ReconciliationRowView extends Omit<ReconciledRow, 'level' | 'category'> {
  readonly level: string;
  readonly category: string;
}

export function reconciliationView({ theCase, plan }: Facts, reconciliation: Reconciliation): ReconciliationView {
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
