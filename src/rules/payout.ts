/** Who is paid what by whom, and what is withheld and why (notice part 3). Amounts in fen. */
import { categoryNames, levelNames } from '../case/terms.ts';
import { type Award, awardLevels, categories, type District, isCollective, type PayoutPolicy } from '../case/types.ts';
import { type Message, message, type Place, type Result, resultOf } from '../message.ts';
import { beneficiariesOf } from './award.ts';
import { groupBy } from './group.ts';

/** `already-paid`: the beneficiary was paid for the very same honour; so far that is a row given twice. */
export type WithheldRule = 'city-over-district' | 'unit-over-department' | 'one-person' | 'already-paid';

export interface Payment {
  readonly award: Award;
  readonly payer: string;
  /** Fen. */
  readonly amount: number;
}

export interface Withheld {
  readonly award: Award;
  readonly rule: WithheldRule;
  /** The payment that the beneficiary gets instead. */
  readonly paidAs: Payment;
  /** Fen that the award would bring and that are not paid. */
  readonly amount: number;
}

/** Every award is in exactly one of the two lists; both are in the order of the awards given. */
export interface PayoutPlan {
  readonly payments: readonly Payment[];
  readonly withheld: readonly Withheld[];
  /** The city association, then the districts' in the order of the case; payers with nothing to pay are left out. */
  readonly totals: readonly { readonly payer: string; readonly count: number; readonly amount: number }[];
  readonly total: { readonly count: number; readonly amount: number };
}

/** Errors: `payout.payer-unknown`. Certificates are not its matter: they are never withheld. */
export function planPayout(
  awards: readonly Award[],
  policy: PayoutPolicy,
  districts: readonly District[],
): Result<PayoutPlan> {
  const beneficiaries = beneficiariesOf(awards);
  const payerOf = (award: Award): string | null =>
    award.level === 'city' && award.member
      ? policy.cityPayer
      : (districts.find((one) => one.name === award.district)?.payer ?? null);

  const paidTo = new Map<string, readonly Payment[]>();
  for (const [beneficiary, group] of groupBy(awards, beneficiaries.keyOf)) {
    const paid = paidAwards(group, policy);
    paidTo.set(
      beneficiary,
      paid.map((award) => ({ award, payer: payerOf(award) ?? '', amount: amountOf(award, policy) })),
    );
  }

  const payments: Payment[] = [];
  const withheld: Withheld[] = [];
  for (const award of awards) {
    const paid = paidTo.get(beneficiaries.keyOf(award)) ?? [];
    const own = paid.find((payment) => payment.award === award);
    if (own) payments.push(own);
    else {
      const paidAs = paid.find((one) => sameHonour(one.award, award)) ?? (paid[0] as Payment);
      withheld.push({ award, rule: ruleFor(award, paidAs.award), paidAs, amount: amountOf(award, policy) });
    }
  }

  const payers = new Set([policy.cityPayer, ...districts.flatMap((one) => one.payer ?? [])]);
  const totals = [...payers]
    .map((payer) => ({ payer, ...sumOf(payments.filter((one) => one.payer === payer)) }))
    .filter((one) => one.count > 0);
  return resultOf({ payments, withheld, totals, total: sumOf(payments) }, [
    ...awards.filter((award) => payerOf(award) === null).map(payerUnknown),
    ...beneficiaries.matchedByName.map(matchedByName),
    ...withheld.flatMap(twoIndividualAwards),
  ]);
}

/** The awards of one beneficiary that are paid, the foremost first: one, or each individual award of its level where the policy says so. */
function paidAwards(group: readonly Award[], policy: PayoutPolicy): readonly Award[] {
  const ranked = group.toSorted(byPrecedence);
  const first = ranked[0] as Award;
  if (isCollective(first.category) || policy.twoIndividualAwards === 'once') return [first];
  return ranked.filter(
    (award, index) => award.level === first.level && !ranked.slice(0, index).some((one) => sameHonour(one, award)),
  );
}

/** City over district, then the categories in the order of the notice; the place decides between two rows of the same honour. */
function byPrecedence(one: Award, other: Award): number {
  return (
    awardLevels.indexOf(one.level) - awardLevels.indexOf(other.level) ||
    categories.indexOf(one.category) - categories.indexOf(other.category) ||
    byPlace(one.place, other.place)
  );
}

function byPlace(one: Place, other: Place): number {
  return (
    compare(one.file, other.file) ||
    compare(one.sheet ?? '', other.sheet ?? '') ||
    (one.row ?? one.line ?? 0) - (other.row ?? other.line ?? 0)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function sameHonour(one: Award, other: Award): boolean {
  return one.level === other.level && one.category === other.category;
}

function amountOf({ level, category, district }: Award, policy: PayoutPolicy): number {
  const amounts = (level === 'district' ? policy.districtAmounts[district] : undefined) ?? policy.amounts;
  return isCollective(category) ? amounts.collective : amounts.individual;
}

function ruleFor(award: Award, paid: Award): WithheldRule {
  if (award.level !== paid.level) return 'city-over-district';
  if (!isCollective(award.category)) return 'one-person';
  return award.category === paid.category ? 'already-paid' : 'unit-over-department';
}

function sumOf(payments: readonly Payment[]): { count: number; amount: number } {
  return { count: payments.length, amount: payments.reduce((sum, one) => sum + one.amount, 0) };
}

function payerUnknown({ level, category, recipient, district, place }: Award): Message {
  return message('payout.payer-unknown', {
    place: { ...place, column: level === 'city' ? '市企保协会会员' : '区' },
    level: levelNames[level],
    category: categoryNames[category],
    who: recipient,
    district,
    reason: level === 'city' ? '所在单位不是市企保协会会员' : '区级奖金由区企保协会发放',
  });
}

function matchedByName({ category, recipient, unit, place }: Award): Message {
  const number = isCollective(category) ? '统一社会信用代码' : '身份证号';
  const kind = isCollective(category) ? '单位' : '人';
  return message('payout.matched-by-name', { place: { ...place, column: number }, who: recipient, unit, number, kind });
}

function twoIndividualAwards({ award, rule, paidAs }: Withheld): Message[] {
  if (rule !== 'one-person' || award.category === paidAs.award.category) return [];
  const { level, category, recipient, unit, place } = award;
  return [
    message('payout.two-individual-awards', {
      place: { ...place, column: '姓名' },
      who: recipient,
      unit,
      level: levelNames[level],
      category: categoryNames[category],
      paid: categoryNames[paidAs.award.category],
    }),
  ];
}
