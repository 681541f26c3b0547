/** What the register says of one year, as the rules ask it. */
import type { Case, Nominee } from '../case/types.ts';
import { awardOf } from '../rules/award.ts';
import type { RegisteredNumbers } from '../rules/certificate.ts';
import type { Earlier, Payment } from '../rules/payment.ts';
import { honourOf, nextRunning } from './certificates.ts';
import { keyOf } from './state.ts';
import type { AwardFacts, PaymentFacts, RegisterState } from './types.ts';

/** The live payments of a year. */
export function paidIn(register: RegisterState, year: number): Earlier {
  return {
    keyOf: (beneficiary) => keyOf(register, beneficiary),
    paid: register.payments
      .filter((one) => one.live && one.year === year)
      .map(({ level, category, district, unit, recipient, payer, amount, taxItem, tax, ...one }) => ({
        award: { level, category, district, unit, recipient },
        payer,
        amount,
        taxItem,
        tax,
        record: { entry: { batch: one.batch, line: one.line }, date: one.date },
        key: one.key,
        caseId: one.caseId,
      })),
  };
}

/** The certificates of a year. */
export function numbersOf(register: RegisterState, year: number): RegisteredNumbers {
  const numbers = new Map(
    register.certificates
      .filter((one) => one.year === year && one.state === 'valid')
      .map((one) => [honourOf(one), one.number]),
  );
  return {
    next: nextRunning(register, year),
    numberOf(nominee: Nominee) {
      if (numbers.size === 0) return undefined;
      const award = awardOf(nominee);
      return numbers.get(honourOf({ ...award, key: keyOf(register, award.beneficiary) }));
    },
  };
}

/** The award of a nominee as the register takes it. */
export function awardFactsOf(
  register: RegisterState,
  nominee: Nominee,
  { year, id }: Pick<Case, 'year' | 'id'>,
): AwardFacts {
  const { level, category, district, unit, recipient, beneficiary } = awardOf(nominee);
  return { year, caseId: id, level, category, district, unit, recipient, key: keyOf(register, beneficiary) };
}

/** Payments as the register takes them. */
export function paymentFacts(
  register: RegisterState,
  payments: readonly Payment[],
  { year, id }: Pick<Case, 'year' | 'id'>,
): readonly PaymentFacts[] {
  return payments.map(({ award, beneficiary, payer, amount, taxItem, tax }) => ({
    year,
    caseId: id,
    level: award.level,
    category: award.category,
    district: award.district,
    unit: award.unit,
    recipient: award.recipient,
    key: keyOf(register, beneficiary),
    payer,
    amount,
    taxItem,
    tax,
  }));
}
