/** The year's payout in sums: by payer, by district and by honour, what is paid and what is withheld. Amounts in fen. */
import { type AwardLevel, awardLevels, type Case, type Category, categories, type Settings } from '../case/types.ts';
import { groupBy } from './group.ts';
import type { Paid } from './payment.ts';
import type { PayoutPlan } from './payout.ts';

export interface Sum {
  /** @zh 笔数 @example 64 */
  readonly count: number;
  /** @zh 金额 @unit 分 @example 9600000 */
  readonly amount: number;
}

export interface PaidAndWithheld {
  /** @zh 发放的 */
  readonly paid: Sum;
  /** @zh 不重复发放的 */
  readonly withheld: Sum;
}

export interface PayoutSummary {
  /** Those that pay, or would pay what is withheld: the city association, then the districts' in the order of the case. */
  readonly payers: readonly (PaidAndWithheld & { readonly payer: string })[];
  /** Every district of the case, in its order. */
  readonly districts: readonly (PaidAndWithheld & { readonly district: string })[];
  /** City over district, in the order of the notice; honours that nobody has are left out. */
  readonly honours: readonly (PaidAndWithheld & { readonly level: AwardLevel; readonly category: Category })[];
  readonly total: PaidAndWithheld;
}

/** What is paid counts where it is paid; what is withheld, where it would have been. */
export function summarise(
  { payments, withheld }: Pick<PayoutPlan, 'payments' | 'withheld'>,
  { settings, districts }: { readonly settings: Pick<Settings, 'payout'>; readonly districts: Case['districts'] },
): PayoutSummary {
  // Each list is walked through once for all: it may be long.
  const sumsBy = (keyOf: (one: Pick<Paid, 'award' | 'payer'>) => string): ReadonlyMap<string, PaidAndWithheld> => {
    const paid = groupBy(payments, keyOf);
    const held = groupBy(withheld, keyOf);
    const keys = [...paid.keys(), ...held.keys()];
    return new Map(keys.map((key) => [key, { paid: sumOf(paid.get(key)), withheld: sumOf(held.get(key)) }]));
  };
  const byPayer = sumsBy(({ payer }) => payer);
  const byDistrict = sumsBy(({ award }) => award.district);
  const byHonour = sumsBy(({ award }) => `${award.level} ${award.category}`);
  const payers = new Set([
    settings.payout.cityPayer,
    ...districts.flatMap(({ payer }) => payer ?? []),
    ...byPayer.keys(),
  ]);
  return {
    payers: [...payers].map((payer) => ({ payer, ...(byPayer.get(payer) ?? nothing) })).filter(hasAny),
    districts: districts.map(({ name }) => ({ district: name, ...(byDistrict.get(name) ?? nothing) })),
    honours: awardLevels
      .flatMap((level) => categories.map((category) => ({ level, category })))
      .map(({ level, category }) => ({ level, category, ...(byHonour.get(`${level} ${category}`) ?? nothing) }))
      .filter(hasAny),
    total: { paid: sumOf(payments), withheld: sumOf(withheld) },
  };
}

const nothing: PaidAndWithheld = { paid: { count: 0, amount: 0 }, withheld: { count: 0, amount: 0 } };

function hasAny({ paid, withheld }: PaidAndWithheld): boolean {
  return paid.count + withheld.count > 0;
}

function sumOf(parts: readonly { readonly amount: number }[] = []): Sum {
  return { count: parts.length, amount: parts.reduce((sum, { amount }) => sum + amount, 0) };
}
