/** Who is paid what by whom, and what is withheld and why (notice part 3). Amounts in fen. */
import { categoryNames, levelNames } from '../case/terms.ts';
import { type Award, awardLevels, categories, type District, isCollective, type PayoutPolicy } from '../case/types.ts';
import { type Message, message, type Place, type Result, resultOf } from '../message.ts';
import { beneficiariesOf } from './award.ts';
import { matchEarlier, namesApart, settledByHand } from './earlier.ts';
import { explainPayment, explainWithheld } from './explain.ts';
import { groupBy } from './group.ts';
import {
  type Earlier,
  nothingPaid,
  type Paid,
  type PaidAward,
  type PaidBefore,
  type Payment,
  type Withheld,
  type WithheldRule,
} from './payment.ts';
import { taxOf } from './tax.ts';

export type { Payment, Withheld, WithheldRule } from './payment.ts';

/** Every award is in exactly one of the two lists; both are in the order of the awards given. */
export interface PayoutPlan {
  /** Those that were made before among them, each with its record. */
  readonly payments: readonly Payment[];
  readonly withheld: readonly Withheld[];
  /** The city association, then the districts' in the order of the case; payers with nothing to pay are left out. */
  readonly totals: readonly { readonly payer: string; readonly count: number; readonly amount: number }[];
  readonly total: { readonly count: number; readonly amount: number };
}

/**
 * Errors: `payout.payer-unknown`, `payout.setting-unmatched`. Certificates are not its matter: they are never withheld.
 * @param earlier what the register holds of this year
 * @param caseId name of this case, whose own payments must still have their award
 */
export function planPayout(
  awards: readonly Award[],
  policy: PayoutPolicy,
  districts: readonly District[],
  earlier: Earlier = nothingPaid,
  caseId = '',
): Result<PayoutPlan> {
  const beneficiaries = beneficiariesOf(awards, namesApart(policy));
  const settled = settledByHand(awards, policy, beneficiaries, earlier);
  const groups = groupBy(awards, beneficiaries.keyOf);
  const matches = matchEarlier(groups, { ...earlier, paid: [...earlier.paid, ...settled.paid] }, policy);
  const payerOf = (award: Award): string | null =>
    award.level === 'city' && award.member
      ? policy.cityPayer
      : (districts.find((one) => one.name === award.district)?.payer ?? null);
  const moneyOf = (award: Award): Omit<Paid, 'award'> => {
    const amount = amountOf(award, policy);
    const { taxItem, tax } = taxOf(award, amount, policy.tax);
    return { payer: payerOf(award) ?? '', amount, taxItem, tax, record: null };
  };

  // Most awards are explained in the same few sentences, and there may be a hundred thousand awards.
  const sentences = new Map<string, string>();
  const shared = (sentence: string): string => {
    const first = sentences.get(sentence) ?? sentence;
    sentences.set(sentence, first);
    return first;
  };
  const paymentOf = new Map<Award, Payment>();
  const insteadOf = new Map<Award, readonly Paid[]>();
  for (const [key, group] of groups) {
    const before = matches.paidTo(key);
    const records = recordsOf(group, before);
    const open = payableAwards(
      group.filter((award) => !settled.waived.has(award)),
      before,
      policy,
    );
    for (const award of new Set([...records.keys(), ...open])) {
      const money = records.get(award) ?? moneyOf(award);
      // Written out whole: put together from parts, each takes several times the room, and there may be a hundred thousand.
      const { payer, amount, taxItem, tax, record } = money;
      const explanation = shared(explainPayment(award, money));
      paymentOf.set(award, { payer, amount, taxItem, tax, record, award, beneficiary: key, explanation });
    }
    const paid = group.flatMap((award) => paymentOf.get(award) ?? []).sort((a, b) => byPrecedence(a.award, b.award));
    const owned = new Set(records.values());
    const instead = [...paid, ...before.filter((one) => !owned.has(one))];
    for (const award of group) if (!paymentOf.has(award)) insteadOf.set(award, instead);
  }

  const withheld = awards
    .filter((award) => !paymentOf.has(award))
    .map((award): Withheld => {
      const amount = amountOf(award, policy);
      const reason = settled.waived.get(award);
      const instead = insteadOf.get(award) ?? [];
      const paidAs =
        reason === undefined ? (instead.find((one) => sameHonour(one.award, award)) ?? instead[0] ?? null) : null;
      const rule = paidAs === null ? 'waived' : ruleFor(award, paidAs);
      return {
        award,
        rule,
        payer: payerOf(award) ?? '',
        paidAs,
        amount,
        explanation: shared(explainWithheld(award, rule, paidAs, reason ?? '')),
      };
    });
  const payments = awards.flatMap((award) => paymentOf.get(award) ?? []);
  const payers = new Set([
    policy.cityPayer,
    ...districts.flatMap((one) => one.payer ?? []),
    ...payments.map(({ payer }) => payer),
  ]);
  const totals = [...payers]
    .map((payer) => ({ payer, ...sumOf(payments.filter((one) => one.payer === payer)) }))
    .filter((one) => one.count > 0);
  return resultOf({ payments, withheld, totals, total: sumOf(payments) }, [
    ...awards.filter((award) => payerOf(award) === null).map(payerUnknown),
    ...settled.messages,
    ...beneficiaries.matchedByName
      .filter((award) => !matches.isConfirmed(award))
      .map((award) => matchedByName(award, '另一处')),
    ...matches.byName.map(({ award, before }) => matchedByName(award, beforeText(before))),
    ...withheld.flatMap(twoIndividualAwards),
    ...withoutAward(earlier, paymentOf, settled.waived, caseId),
  ]);
}

/** Which award of the group each earlier payment was made for; an honour given twice has one. */
function recordsOf(group: readonly Award[], before: readonly PaidBefore[]): ReadonlyMap<Award, PaidBefore> {
  const records = new Map<Award, PaidBefore>();
  const ranked = group.toSorted(byPrecedence);
  for (const one of before) {
    const award = ranked.find((candidate) => sameHonour(candidate, one.award) && !records.has(candidate));
    if (award) records.set(award, one);
  }
  return records;
}

/**
 * The awards of one beneficiary whose money is still due: the foremost, or each individual award of its level where
 * the policy says so. What was paid before takes the place of the foremost, whatever its rank.
 */
function payableAwards(group: readonly Award[], before: readonly PaidBefore[], policy: PayoutPolicy): readonly Award[] {
  const ranked = group.toSorted(byPrecedence);
  const first: PaidAward | undefined = before[0]?.award ?? ranked[0];
  if (first === undefined) return [];
  if (isCollective(first.category) || policy.twoIndividualAwards === 'once')
    return before.length > 0 ? [] : ranked.slice(0, 1);
  return ranked.filter(
    (award, index) =>
      award.level === first.level &&
      ![...before.map((one) => one.award), ...ranked.slice(0, index)].some((one) => sameHonour(one, award)) &&
      before.every((one) => one.award.level === first.level),
  );
}

/** City over district, then the categories in the order of the notice; the place decides between two rows of the same honour. */
function byPrecedence(one: Award, other: Award): number {
  return byRank(one, other) || byPlace(one.place, other.place);
}

function byRank(one: PaidAward, other: PaidAward): number {
  return (
    awardLevels.indexOf(one.level) - awardLevels.indexOf(other.level) ||
    categories.indexOf(one.category) - categories.indexOf(other.category)
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

function sameHonour(one: PaidAward, other: PaidAward): boolean {
  return one.level === other.level && one.category === other.category;
}

function amountOf({ level, category, district }: Award, policy: PayoutPolicy): number {
  const amounts = (level === 'district' ? policy.districtAmounts[district] : undefined) ?? policy.amounts;
  return isCollective(category) ? amounts.collective : amounts.individual;
}

/** Money that came before keeps its place: where the award would have gone first, that is the only reason. */
function ruleFor(award: Award, paidAs: Paid): WithheldRule {
  const paid = paidAs.award;
  if (byRank(award, paid) < 0) return 'already-paid';
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

function matchedByName({ category, recipient, unit, place }: Award, other: string): Message {
  const number = isCollective(category) ? '统一社会信用代码' : '身份证号';
  const kind = isCollective(category) ? '单位' : '人';
  return message('payout.matched-by-name', {
    place: { ...place, column: number },
    who: recipient,
    unit,
    number,
    kind,
    other,
  });
}

function beforeText({ record }: PaidBefore): string {
  return record.entry ? `登记簿第${record.entry.line}行` : 'case.yaml 的 payout.alreadyPaid';
}

function twoIndividualAwards({ award, rule, paidAs }: Withheld): Message[] {
  if (rule !== 'one-person' || paidAs === null || award.category === paidAs.award.category) return [];
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

/** Payments of this case in the register whose award is no longer there, or was waived since: only a reversal takes them back. */
function withoutAward(
  earlier: Earlier,
  paymentOf: ReadonlyMap<Award, Payment>,
  waived: ReadonlyMap<Award, string>,
  caseId: string,
): Message[] {
  const kept = new Set([...paymentOf.values()].filter(({ award }) => !waived.has(award)).map(({ record }) => record));
  return earlier.paid
    .filter((one) => one.caseId === caseId && one.record.entry !== null && !kept.has(one.record))
    .map(({ award, record }) =>
      message('payout.paid-without-award', {
        who: award.recipient,
        unit: award.unit,
        award: `${levelNames[award.level]}${categoryNames[award.category]}`,
        line: record.entry?.line ?? 0,
        batch: record.entry?.batch ?? 0,
      }),
    );
}
