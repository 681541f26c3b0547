/** Tax as the case states it, item by item: the product never decides one. Fen. */
import { type Award, isCollective, type TaxPolicy } from '../case/types.ts';
import { nameKeyOf } from './award.ts';

/** The item of an award and its tax on an amount, rounded half up to a fen. Without a tax policy there is no item. */
export function taxOf(
  award: Pick<Award, 'category' | 'unit' | 'recipient'>,
  amount: number,
  policy: TaxPolicy | null,
): { readonly taxItem: string; readonly tax: number } {
  if (policy === null) return { taxItem: '', tax: 0 };
  const own = policy.exceptions.find((one) => nameKeyOf({ ...award, ...one }) === nameKeyOf(award));
  const taxItem = own?.item ?? (isCollective(award.category) ? policy.collective : policy.individual);
  const rate = policy.items[taxItem]?.rate ?? 0;
  return { taxItem, tax: Math.floor((amount * Math.round(rate * rateUnits) + rateUnits / 2) / rateUnits) };
}

/** Rates have at most four decimals: all arithmetic is in whole numbers. */
const rateUnits = 10_000;
