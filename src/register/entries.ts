/** Makers of entries: what is to be registered, as the next lines of a register. Pure; the time is given. */
import { certificateNumber } from '../rules/certificate.ts';
import { awardFacts, nextRunning } from './certificates.ts';
import { sumsOf, totalOf } from './payments.ts';
import type {
  AwardFacts,
  BatchEntry,
  CertificateEntry,
  Entry,
  PaymentEntry,
  PaymentFacts,
  People,
  RegisteredCertificate,
  RegisteredPayment,
  RegisterState,
  ReplacementEntry,
  ReversalEntry,
  VoidEntry,
} from './types.ts';

/** Who enters, and when (ISO time with zone). */
export interface Signed extends People {
  readonly time: string;
}

/** A batch of payments of one year: its heading, then each payment. @param head.date ISO date of the batch */
export function batchEntries(
  state: RegisterState,
  head: Signed & { readonly year: number; readonly caseId: string; readonly date: string },
  payments: readonly PaymentFacts[],
): readonly Entry[] {
  const { year, caseId, date, time, prepared, reviewed } = head;
  const batch = nextBatch(state, year);
  const payers = sumsOf(payments);
  const heading: BatchEntry = {
    kind: 'batch',
    time,
    year,
    caseId,
    batch,
    date,
    prepared,
    reviewed,
    ...totalOf(payers),
    payers,
  };
  return [heading, ...payments.map((payment) => paymentEntry(payment, time, batch))];
}

/** Field by field: of a hundred thousand, a spread would take seconds. */
function paymentEntry(payment: PaymentFacts, time: string, batch: number): PaymentEntry {
  return {
    kind: 'payment',
    time,
    batch,
    year: payment.year,
    caseId: payment.caseId,
    level: payment.level,
    category: payment.category,
    district: payment.district,
    unit: payment.unit,
    recipient: payment.recipient,
    key: payment.key,
    payer: payment.payer,
    amount: payment.amount,
    taxItem: payment.taxItem,
    tax: payment.tax,
  };
}

/** The number that a year's next batch gets. */
export function nextBatch({ batches }: Pick<RegisterState, 'batches'>, year: number): number {
  return (batches.findLast((one) => one.year === year)?.batch ?? 0) + 1;
}

export function reversalEntry(payment: RegisteredPayment, reason: string, signed: Signed): ReversalEntry {
  const { year, batch, line, payer, unit, recipient, amount } = payment;
  return { kind: 'reversal', ...signed, year, batch, reverses: line, payer, unit, recipient, amount, reason };
}

/** Numbers awards of one year in the order given, from the next free number on. @param pattern e.g. 证{0000}号 */
export function certificateEntries(
  state: RegisterState,
  awards: readonly AwardFacts[],
  pattern: string,
  signed: Signed,
): readonly CertificateEntry[] {
  return awards.map((award, index) => {
    const running = nextRunning(state, award.year) + index;
    const number = certificateNumber(pattern, running);
    return { kind: 'certificate', ...signed, ...awardFacts(award), number, running };
  });
}

export function voidEntry(certificate: RegisteredCertificate, reason: string, signed: Signed): VoidEntry {
  const { year, number, unit, recipient } = certificate;
  return { kind: 'void', ...signed, year, number, unit, recipient, reason };
}

/** A new number for the award of a certificate that was lost, spoilt or wrong. */
export function replacementEntry(
  state: RegisterState,
  old: RegisteredCertificate,
  pattern: string,
  reason: string,
  signed: Signed,
): ReplacementEntry {
  const running = nextRunning(state, old.year);
  const number = certificateNumber(pattern, running);
  return { kind: 'replacement', ...signed, ...awardFacts(old), number, running, replaces: old.number, reason };
}
