/** The sheet that proves the package: numbers per category, sums per payer, and the issuer's own decisions. */
import { categoryNames, levelNames } from '../case/terms.ts';
import { awardOf } from '../rules/award.ts';
import type { ReconciledRow, Reconciliation } from '../rules/reconcile.ts';
import { countStatuses, type StatusCounts } from '../rules/status.ts';
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
  /** The same rows with their states, and the sums over them. */
  readonly stateTotals: StatusCounts;
  readonly rowTotal: number;
  readonly withdrawn: readonly WithdrawnView[];
  readonly awardCount: number;
  readonly decisions: readonly {
    readonly district: string;
    readonly category: string;
    readonly quota: number;
    readonly reason: string;
  }[];
}

export interface WithdrawnView {
  readonly number: number;
  readonly level: string;
  readonly category: string;
  readonly district: string;
  readonly recipient: string;
  readonly unit: string;
  readonly reason: string;
}

export interface ReconciliationRowView extends Omit<ReconciledRow, 'level' | 'category'> {
  readonly level: string;
  readonly category: string;
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
