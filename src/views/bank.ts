/** What a bank is to transfer: for each payer and batch of the register, the payments whose account is known. */
import { issuedBatches, type PayerBatch } from './batch.ts';
import type { Facts } from './facts.ts';
import { type PaymentRow, paymentRows, sumsOf } from './payment-row.ts';

export interface BankSheet {
  /** For the file's name. */
  readonly names: PayerBatch['names'];
  readonly payer: string;
  readonly batch: number | null;
  /** ISO date of the batch. */
  readonly date: string | null;
  /** What stands on the recipient's account: 2024年度上海内保工作先进奖金 */
  readonly purpose: string;
  readonly rows: readonly PaymentRow[];
  /** Fen paid out: after tax. */
  readonly net: number;
}

/** Without those that have nothing to transfer. */
export function bankSheets(facts: Facts): readonly BankSheet[] {
  return issuedBatches(facts)
    .map((batch) => bankSheet(facts, batch))
    .filter(({ rows }) => rows.length > 0);
}

/** Rows are numbered anew: those of the payout list without an account are left out. */
export function bankSheet(
  facts: Facts,
  { names, payer, batch, date, payments }: Pick<PayerBatch, 'names' | 'payer' | 'batch' | 'date' | 'payments'>,
): BankSheet {
  const { year, subject } = facts.theCase.settings;
  const rows = paymentRows(facts, payments)
    .filter(({ missing }) => missing === '')
    .map((row, index) => ({ ...row, number: index + 1 }));
  return { names, payer, batch, date, purpose: `${year}年度${subject}先进奖金`, rows, net: sumsOf(rows).net };
}
