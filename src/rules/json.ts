/** What `quota --json` and `payout --json` print. Amounts in yuan: this is an edge. */
import type { AwardLevel, Category, PerCategory } from '../case/types.ts';
import type { PayoutPlan, WithheldRule } from './payout.ts';
import type { QuotaSum, QuotaTable } from './quota.ts';

export interface QuotaJson {
  readonly rows: readonly (PerCategory<number> & { readonly district: string; readonly members: number | null })[];
  readonly districtTotal: QuotaSum;
  readonly total: QuotaSum;
}

export function quotaJson(table: QuotaTable): QuotaJson {
  return {
    rows: table.rows.map(({ district, members, quota }) => ({ district, members, ...quota })),
    districtTotal: table.districtTotal,
    total: table.total,
  };
}

interface AwardJson {
  readonly level: AwardLevel;
  readonly category: Category;
  readonly district: string;
  readonly unit: string;
  readonly recipient: string;
}

export interface PayoutJson {
  readonly payments: readonly (AwardJson & {
    readonly payer: string;
    readonly amount: number;
    readonly explanation: string;
    /** Batch in which it was paid, or null while it is open or was paid outside the register. */
    readonly batch: number | null;
    /** ISO date on which it was paid; null while it is open. */
    readonly paidOn: string | null;
  })[];
  readonly withheld: readonly (AwardJson & {
    readonly rule: WithheldRule;
    /** null for what was waived. */
    readonly paidAs: { readonly level: AwardLevel; readonly category: Category; readonly payer: string } | null;
    readonly explanation: string;
  })[];
  readonly totals: readonly { readonly payer: string; readonly count: number; readonly amount: number }[];
  readonly total: { readonly count: number; readonly amount: number };
}

export function payoutJson(plan: PayoutPlan): PayoutJson {
  return {
    payments: plan.payments.map(({ award, payer, amount, record, explanation }) => ({
      payer,
      ...awardJson(award),
      amount: yuan(amount),
      explanation,
      batch: record?.entry?.batch ?? null,
      paidOn: record?.date ?? null,
    })),
    withheld: plan.withheld.map(({ award, rule, paidAs, explanation }) => ({
      ...awardJson(award),
      rule,
      paidAs: paidAs && { level: paidAs.award.level, category: paidAs.award.category, payer: paidAs.payer },
      explanation,
    })),
    totals: plan.totals.map(({ payer, count, amount }) => ({ payer, count, amount: yuan(amount) })),
    total: { count: plan.total.count, amount: yuan(plan.total.amount) },
  };
}

function awardJson({ level, category, district, unit, recipient }: AwardJson): AwardJson {
  return { level, category, district, unit, recipient };
}

function yuan(fen: number): number {
  return fen / 100;
}
