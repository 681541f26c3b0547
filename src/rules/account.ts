/** Where money can be transferred to: the account of who is paid. */
import type { Award, Nominee } from '../case/types.ts';
import { type Message, message } from '../message.ts';
import { groupBy } from './group.ts';
import type { Payment } from './payment.ts';

export interface Account {
  /** A collective's money goes to its unit's account, a person's to the person's own. */
  readonly name: string;
  readonly bank: string;
  /** Without spaces. */
  readonly number: string;
}

export function accountOf(nominee: Nominee): Account {
  const name = 'name' in nominee ? nominee.name : nominee.accountName || nominee.unit;
  return { name, bank: nominee.bank, number: nominee.account.replace(/\s/g, '') };
}

/** What a transfer still needs, as the roster heads it; '' where nothing is missing. */
export function missingOf({ bank, number }: Account): string {
  return [bank.trim() === '' ? '开户行' : '', number === '' ? '银行账号' : ''].filter((part) => part !== '').join('、');
}

/** A warning for each payer that has open payments to accounts it does not know. */
export function checkAccounts(
  payments: readonly Payment[],
  nomineeOf: ReadonlyMap<Award, Nominee>,
): readonly Message[] {
  const without = payments.flatMap((payment) => {
    const nominee = payment.record === null ? nomineeOf.get(payment.award) : undefined;
    const missing = nominee ? missingOf(accountOf(nominee)) : '';
    return nominee && missing !== '' ? [{ payment, nominee, missing }] : [];
  });
  return [...groupBy(without, ({ payment }) => payment.payer)].flatMap(([payer, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    return message('payout.account-missing', {
      place: { ...first.nominee.place, column: first.missing.split('、')[0] ?? '' },
      payer,
      count: own.length,
      who: `${own
        .slice(0, named)
        .map(({ payment }) => payment.award.recipient)
        .join('、')}${own.length > named ? '等' : ''}`,
    });
  });
}

/** So many are named in a message. */
const named = 3;
