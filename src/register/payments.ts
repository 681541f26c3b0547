/** The payments of a register, line by line: batches are whole, and no beneficiary is paid twice for a year. */
import { isCollective } from '../case/types.ts';
import type { Fault } from './state.ts';
import type {
  BatchEntry,
  PayerSum,
  PaymentEntry,
  PaymentFacts,
  RegisteredBatch,
  RegisteredPayment,
  RegisterState,
  ReversalEntry,
} from './types.ts';

export interface PaymentBook {
  readonly batches: readonly RegisteredBatch[];
  readonly payments: readonly RegisteredPayment[];
  addBatch(entry: BatchEntry, line: number): Fault | null;
  addPayment(entry: PaymentEntry, line: number): Fault | null;
  addReversal(entry: ReversalEntry, line: number): Fault | null;
  /** Whether a batch still waits for payments. */
  isOpen(): boolean;
  /** Waits no longer. */
  close(): void;
}

export function openPaymentBook(start: RegisterState): PaymentBook {
  const batches = [...start.batches];
  const payments = [...start.payments];
  const indexOf = new Map(payments.map(({ line }, index) => [line, index]));
  const livePayments = new Map<string, PaymentFacts[]>();
  for (const one of payments) if (one.live) addLive(livePayments, one);
  const lastBatch = new Map(batches.map(({ year, batch }) => [year, batch]));
  let open: { readonly batch: BatchEntry; readonly seen: PaymentEntry[] } | null = null;

  return {
    batches,
    payments,
    addBatch(entry, line) {
      const last = lastBatch.get(entry.year) ?? 0;
      lastBatch.set(entry.year, entry.batch);
      const { kind: _, ...facts } = entry;
      batches.push({ ...facts, line });
      open = { batch: entry, seen: [] };
      if (entry.batch !== last + 1) return 'batch-number';
      return statesItsSums(entry) ? null : 'batch-sums';
    },
    addPayment(entry, line) {
      const twice = livePayments.get(beneficiaryOf(entry))?.some((one) => excludes(one, entry));
      indexOf.set(line, payments.length);
      payments.push(registered(entry, line, open?.batch.date ?? ''));
      addLive(livePayments, entry);
      if (open === null || !belongsTo(entry, open.batch)) return 'payment-outside';
      const { batch, seen } = open;
      seen.push(entry);
      if (seen.length === batch.count) open = null;
      if (twice) return 'paid-twice';
      if (entry.tax > entry.amount) return 'payment-tax';
      return open !== null || sameSums(sumsOf(seen), batch.payers) ? null : 'batch-payments';
    },
    addReversal(entry, line) {
      const index = indexOf.get(entry.reverses) ?? -1;
      const payment = payments[index];
      if (!payment?.live || !isReversalOf(entry, payment)) return 'reversal';
      payments[index] = { ...payment, live: false, reversed: { line, reason: entry.reason } };
      const others = livePayments.get(beneficiaryOf(payment)) ?? [];
      livePayments.set(
        beneficiaryOf(payment),
        others.filter((one) => one.level !== payment.level || one.category !== payment.category),
      );
      return null;
    },
    isOpen: () => open !== null,
    close() {
      open = null;
    },
  };
}

/** Field by field: of a hundred thousand, a spread would take seconds. */
function registered(entry: PaymentEntry, line: number, date: string): RegisteredPayment {
  return {
    line,
    year: entry.year,
    caseId: entry.caseId,
    batch: entry.batch,
    date,
    payer: entry.payer,
    level: entry.level,
    category: entry.category,
    district: entry.district,
    unit: entry.unit,
    recipient: entry.recipient,
    key: entry.key,
    amount: entry.amount,
    taxItem: entry.taxItem,
    tax: entry.tax,
    live: true,
    reversed: null,
  };
}

/** Sums per payer, in the order of their first payment. */
export function sumsOf(payments: readonly Pick<PaymentFacts, 'payer' | 'amount' | 'tax'>[]): readonly PayerSum[] {
  const sums = new Map<string, PayerSum>();
  for (const { payer, amount, tax } of payments) {
    const sum = sums.get(payer) ?? { payer, count: 0, amount: 0, tax: 0 };
    sums.set(payer, { payer, count: sum.count + 1, amount: sum.amount + amount, tax: sum.tax + tax });
  }
  return [...sums.values()];
}

/** What all payers come to together. */
export function totalOf(sums: readonly PayerSum[]): Omit<PayerSum, 'payer'> {
  const total = (field: 'count' | 'amount' | 'tax') => sums.reduce((sum, one) => sum + one[field], 0);
  return { count: total('count'), amount: total('amount'), tax: total('tax') };
}

function addLive(live: Map<string, PaymentFacts[]>, payment: PaymentFacts): void {
  const paid = live.get(beneficiaryOf(payment));
  if (paid) paid.push(payment);
  else live.set(beneficiaryOf(payment), [payment]);
}

function beneficiaryOf({ year, key }: PaymentFacts): string {
  return `${year} ${key}`;
}

/** Two payments of a beneficiary stand side by side only as two individual awards of one level, where the case pays each. */
function excludes(one: PaymentFacts, other: PaymentFacts): boolean {
  return isCollective(one.category) || one.level !== other.level || one.category === other.category;
}

function belongsTo(payment: PaymentEntry, { year, caseId, batch }: BatchEntry): boolean {
  return payment.year === year && payment.caseId === caseId && payment.batch === batch;
}

function isReversalOf(entry: ReversalEntry, payment: RegisteredPayment): boolean {
  const fields = ['year', 'batch', 'payer', 'unit', 'recipient', 'amount'] as const;
  return fields.every((field) => entry[field] === payment[field]);
}

function statesItsSums({ count, amount, tax, payers }: BatchEntry): boolean {
  const total = totalOf(payers);
  return count > 0 && total.count === count && total.amount === amount && total.tax === tax;
}

function sameSums(some: readonly PayerSum[], others: readonly PayerSum[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ payer, count, amount, tax }, index) => {
      const other = others[index];
      return other?.payer === payer && other.count === count && other.amount === amount && other.tax === tax;
    })
  );
}
