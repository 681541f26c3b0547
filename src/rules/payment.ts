/** What a payout plan is made of. Amounts in fen. */
import type { Award } from '../case/types.ts';

/**
 * `already-paid`: this year's money reached the beneficiary before, by the register, by what the case says, or by the
 * same honour given twice. `waived`: returned or declined, as the case says.
 */
export type WithheldRule = 'city-over-district' | 'unit-over-department' | 'one-person' | 'already-paid' | 'waived';

export type PaidAward = Pick<Award, 'level' | 'category' | 'district' | 'unit' | 'recipient'>;

/** Where a payment that was made is on record. */
export interface PaidRecord {
  /** Number of its batch and its line in the register; null where it was paid outside the register, as the case says. */
  readonly entry: { readonly batch: number; readonly line: number } | null;
  /** ISO date. */
  readonly date: string;
}

/** An award and the money it brings. */
export interface Paid {
  readonly award: PaidAward;
  readonly payer: string;
  /** Before tax. */
  readonly amount: number;
  /** Name of the tax item; '' where the case sets none. */
  readonly taxItem: string;
  /** Part of the amount. */
  readonly tax: number;
  /** null while it is still to be paid. */
  readonly record: PaidRecord | null;
}

export interface Payment extends Paid {
  readonly award: Award;
  /** Who is paid: `code:…` or `id:…`, without a number `unit:…` or `person:…`. */
  readonly beneficiary: string;
  /** One Chinese sentence: which rule says who pays how much. */
  readonly explanation: string;
}

export interface Withheld {
  readonly award: Award;
  readonly rule: WithheldRule;
  /** Who would pay the award. */
  readonly payer: string;
  /** What the beneficiary got or gets instead; null for what was waived. */
  readonly paidAs: Paid | null;
  /** What the award would bring and that is not paid. */
  readonly amount: number;
  /** One Chinese sentence: the rule, and the other award. */
  readonly explanation: string;
}

/** A payment of this year's honours that was made before. */
export interface PaidBefore extends Paid {
  readonly record: PaidRecord;
  /** The beneficiary, as `Earlier.keyOf` writes it. */
  readonly key: string;
  /** Name of the case that made it. */
  readonly caseId: string;
}

/** What the register holds of the year: live payments alone. */
export interface Earlier {
  readonly paid: readonly PaidBefore[];
  /** How the register writes a beneficiary (`code:…`, `id:…`, `unit:…`, `person:…`). */
  keyOf(beneficiary: string): string;
}

/** Where nothing has been registered yet. */
export const nothingPaid: Earlier = { paid: [], keyOf: (beneficiary) => beneficiary };
