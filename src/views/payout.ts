/** What finance pays from: a list per payer, and the list of awards whose money is withheld, with the reason. */
import { categoryNames, levelNames } from '../case/terms.ts';
import type { Award, Nominee } from '../case/types.ts';
import type { Payment, Withheld } from '../rules/payout.ts';
import { type DocumentView, type Facts, ordinal } from './facts.ts';

export interface PayoutView {
  readonly title: string;
  readonly payer: string;
  readonly activity: string;
  readonly rows: readonly PaymentRow[];
  readonly count: number;
  /** Fen. */
  readonly total: number;
  readonly parts: readonly { readonly name: string; readonly count: number; readonly total: number }[];
}

export interface PaymentRow {
  readonly number: number;
  readonly recipient: string;
  readonly unit: string;
  readonly award: string;
  readonly district: string;
  /** Fen. */
  readonly amount: number;
  readonly accountName: string;
  readonly bank: string;
  readonly account: string;
}

export interface WithheldView {
  readonly title: string;
  readonly activity: string;
  readonly rows: readonly WithheldRow[];
  readonly count: number;
  /** Fen that are not paid twice. */
  readonly total: number;
}

export interface WithheldRow {
  readonly number: number;
  readonly recipient: string;
  readonly unit: string;
  readonly district: string;
  readonly award: string;
  readonly rule: Withheld['rule'];
  /** The award paid instead, and who pays it. */
  readonly paidAward: string;
  readonly paidBy: string;
  /** Fen paid for that award. */
  readonly paidAmount: number;
  /** Fen not paid for this one. */
  readonly amount: number;
}

function awardName(award: Award): string {
  return `${levelNames[award.level]}${categoryNames[award.category]}`;
}

export function payoutDocuments(facts: Facts): readonly DocumentView[] {
  const { plan, theCase } = facts;
  return plan.totals.map(({ payer, count, amount }, index) => {
    const payments = plan.payments.filter((one) => one.payer === payer);
    const view: PayoutView = {
      title: `${theCase.settings.year}年度${theCase.settings.subject}先进奖金发放表`,
      payer,
      activity: theCase.settings.activity,
      rows: payments.map((payment, row) => paymentRow(payment, facts.nomineeOf.get(payment.award), row)),
      count,
      total: amount,
      parts: partsOf(payments),
    };
    return { names: { number: ordinal(index), payer }, view };
  });
}

function paymentRow(payment: Payment, nominee: Nominee | undefined, index: number): PaymentRow {
  const { award } = payment;
  return {
    number: index + 1,
    recipient: award.recipient,
    unit: award.unit,
    award: awardName(award),
    district: award.district,
    amount: payment.amount,
    // A collective's money goes to its unit's account, a person's to the person's own.
    accountName: nominee === undefined ? '' : 'name' in nominee ? nominee.name : nominee.accountName || nominee.unit,
    bank: nominee?.bank ?? '',
    account: nominee?.account ?? '',
  };
}

function partsOf(payments: readonly Payment[]): PayoutView['parts'] {
  const parts = new Map<string, { count: number; total: number }>();
  for (const { award, amount } of payments) {
    const name = awardName(award);
    const part = parts.get(name) ?? { count: 0, total: 0 };
    parts.set(name, { count: part.count + 1, total: part.total + amount });
  }
  return [...parts].map(([name, part]) => ({ name, ...part }));
}

export function withheldDocuments(facts: Facts): readonly DocumentView[] {
  const { plan, theCase } = facts;
  const { settings } = theCase;
  const rows = plan.withheld.map(
    ({ award, rule, paidAs, amount }, index): WithheldRow => ({
      number: index + 1,
      recipient: award.recipient,
      unit: award.unit,
      district: award.district,
      award: awardName(award),
      rule,
      paidAward: awardName(paidAs.award),
      paidBy: paidAs.payer,
      paidAmount: paidAs.amount,
      amount,
    }),
  );
  const view: WithheldView = {
    title: `${settings.year}年度${settings.subject}先进奖金不重复发放清单`,
    activity: settings.activity,
    rows,
    count: rows.length,
    total: rows.reduce((sum, row) => sum + row.amount, 0),
  };
  return [{ names: {}, view }];
}
