/** Which beneficiaries of a case were paid before, by number first and by name second, and what the case itself says of that. */
import { categoryNames, levelNames } from '../case/terms.ts';
import type { Award, NamedAward, PayoutPolicy } from '../case/types.ts';
import { type Message, message } from '../message.ts';
import { nearest } from '../nearest.ts';
import { type Beneficiaries, nameKeyOf } from './award.ts';
import { groupBy } from './group.ts';
import type { Earlier, PaidBefore } from './payment.ts';

export interface EarlierMatches {
  /** What the beneficiary of a group got before. */
  paidTo(beneficiary: string): readonly PaidBefore[];
  /** Matches by name alone that nobody has confirmed yet. */
  readonly byName: readonly { readonly award: Award; readonly before: PaidBefore }[];
  /** Whether somebody has confirmed that the awards of this name are one beneficiary's. */
  isConfirmed(award: Award): boolean;
}

/** @param groups awards by beneficiary */
export function matchEarlier(
  groups: ReadonlyMap<string, readonly Award[]>,
  { paid, keyOf }: Earlier,
  policy: PayoutPolicy,
): EarlierMatches {
  const decided = new Map(policy.confirmedMatches.flatMap((one) => namesOf(one).map((name) => [name, one.same])));
  const isConfirmed = (award: Award) => decided.get(nameKeyOf(award)) === true;
  const byKey = groupBy(paid, ({ key }) => key);
  const byNameKey = groupBy(paid, ({ award }) => nameKeyOf(award));
  const isNameKeyed = new Map(paid.map((one) => [one, keyOf(nameKeyOf(one.award)) === one.key]));
  const found = new Map<string, readonly PaidBefore[]>();
  const byName: { award: Award; before: PaidBefore }[] = [];
  if (paid.length > 0) {
    for (const [beneficiary, group] of groups) {
      const own = byKey.get(keyOf(beneficiary)) ?? [];
      const numbered = !group.some((award) => nameKeyOf(award) === beneficiary);
      const named = [...new Map(group.map((award) => [nameKeyOf(award), award]))]
        .filter(([name]) => decided.get(name) !== false)
        .flatMap(([name, award]) => (byNameKey.get(name) ?? []).map((before) => ({ award, before })))
        // Two different numbers are two beneficiaries, whatever they are called.
        .filter(({ before }) => !own.includes(before) && (!numbered || isNameKeyed.get(before)));
      byName.push(...named.filter(({ award }) => !isConfirmed(award)));
      if (own.length + named.length > 0)
        found.set(beneficiary, [...new Set([...own, ...named.map(({ before }) => before)])]);
    }
  }
  return { paidTo: (beneficiary) => found.get(beneficiary) ?? [], byName, isConfirmed };
}

/** Names of which somebody has found that they are different beneficiaries'. */
export function namesApart({ confirmedMatches }: PayoutPolicy): ReadonlySet<string> {
  return new Set(confirmedMatches.filter(({ same }) => !same).flatMap(namesOf));
}

function namesOf({ unit, recipient }: { readonly unit: string; readonly recipient: string }): readonly string[] {
  const category = recipient === '' ? 'unit' : 'officer';
  return [nameKeyOf({ category, unit, recipient })];
}

export interface SettledByHand {
  /** Payments outside the register. */
  readonly paid: readonly PaidBefore[];
  /** Why each award was waived. */
  readonly waived: ReadonlyMap<Award, string>;
  readonly messages: readonly Message[];
}

/** What case.yaml says of single awards. One that names no award of the rosters is an error: it would be paid. */
export function settledByHand(
  awards: readonly Award[],
  { alreadyPaid, waived }: PayoutPolicy,
  beneficiaries: Beneficiaries,
  { keyOf }: Earlier,
): SettledByHand {
  const messages: Message[] = [];
  const find = (named: NamedAward, setting: string): Award | undefined => {
    const award = awards.find((one) => isNamed(one, named));
    if (award === undefined) messages.push(unmatched(named, setting, awards));
    return award;
  };
  const paid = alreadyPaid.flatMap((one, index): PaidBefore[] => {
    const award = find(one, `alreadyPaid.${index + 1}`);
    if (award === undefined) return [];
    const { payer, amount, date } = one;
    const record = { entry: null, date };
    return [{ award, payer, amount, taxItem: '', tax: 0, record, key: keyOf(beneficiaries.keyOf(award)), caseId: '' }];
  });
  const declined = waived.flatMap((one, index) => {
    const award = find(one, `waived.${index + 1}`);
    return award === undefined ? [] : [[award, one.reason] as const];
  });
  return { paid, waived: new Map(declined), messages };
}

/** A department goes by its own name too: a unit may have one of each level. */
function isNamed(award: Award, named: NamedAward): boolean {
  if (award.level !== named.level || award.category !== named.category) return false;
  return nameKeyOf(award) === nameKeyOf({ ...named, recipient: named.recipient || award.recipient });
}

function unmatched({ level, category, unit, recipient }: NamedAward, setting: string, awards: readonly Award[]) {
  const who = recipient || unit;
  return message('payout.setting-unmatched', {
    place: { file: 'case.yaml' },
    setting: `payout.${setting}`,
    award: `${levelNames[level]}${categoryNames[category]}`,
    who,
    nearest: nearest(
      who,
      awards
        .filter((one) => one.level === level && one.category === category)
        .map((one) => (recipient ? one.recipient : one.unit)),
    ),
  });
}
