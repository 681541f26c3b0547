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
  readonly payments: readonly (AwardJson & { readonly payer: string; readonly amount: number })[];
  readonly withheld: readonly (AwardJson & {
    readonly rule: WithheldRule;
    readonly paidAs: { readonly level: AwardLevel; readonly category: Category; readonly payer: string };
  })[];
  readonly totals: readonly { readonly payer: string; readonly count: number; readonly amount: number }[];
  readonly total: { readonly count: number; readonly amount: number };
}

export function payoutJson(plan: PayoutPlan): PayoutJson {
  return {
    payments: plan.payments.map(({ award, payer, amount }) => ({ payer, ...awardJson(award), amount: yuan(amount) })),
    withheld: plan.withheld.map(({ award, rule, paidAs }) => ({
      ...awardJson(award),
      rule,
      paidAs: { level: paidAs.award.level, category: paidAs.award.category, payer: paidAs.payer },
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
