/** From nominee to award: who is named on the certificate, and who may be paid once. */
import { type Award, isCollective, type Nominee } from '../case/types.ts';
import { codeFault, idFault } from './identifiers.ts';
import { normalisePersonName, normaliseUnitName } from './names.ts';

export function awardOf(nominee: Nominee): Award {
  const { level, category, district, unit, member, place } = nominee;
  const recipient = recipientOf(nominee);
  return { level, category, district, unit, member, recipient, beneficiary: beneficiaryOf(nominee), place };
}

function recipientOf(nominee: Nominee): string {
  if ('name' in nominee) return nominee.name;
  return nominee.category === 'unit' ? nominee.unit : nominee.department;
}

/** Notice part 3: a collective award is the unit's money, whichever part of it is named. A number with a wrong check digit identifies no one. */
export function beneficiaryOf(nominee: Nominee): string {
  if (!('name' in nominee)) {
    return codeFault(nominee.code) === null ? `code:${nominee.code}` : nameKey(nominee.category, nominee.unit, '');
  }
  return idFault(nominee.idNumber) === null
    ? `id:${nominee.idNumber}`
    : nameKey(nominee.category, nominee.unit, nominee.name);
}

function nameKey(category: Award['category'], unit: string, person: string): string {
  const unitName = normaliseUnitName(unit);
  return isCollective(category) ? `unit:${unitName}` : `person:${unitName}/${normalisePersonName(person)}`;
}

/** The beneficiary by name alone: the unit of a collective award, else unit and person. */
export function nameKeyOf({ category, unit, recipient }: Pick<Award, 'category' | 'unit' | 'recipient'>): string {
  return nameKey(category, unit, recipient);
}

export interface Beneficiaries {
  keyOf(award: Award): string;
  /** Awards without a number of their own that belong to a beneficiary known by number, through the name. */
  readonly matchedByName: readonly Award[];
}

/**
 * Brings together the awards of one beneficiary that are written with a number here and by name only there.
 * A name that belongs to several numbers proves nothing and stays apart. The order of the awards does not matter.
 * @param apart names (`nameKeyOf`) that somebody has found to be of different beneficiaries
 */
export function beneficiariesOf(awards: readonly Award[], apart: ReadonlySet<string> = new Set()): Beneficiaries {
  const isNumbered = (award: Award) => award.beneficiary !== nameKeyOf(award);
  const unnumbered = new Set(awards.filter((award) => !isNumbered(award)).map(({ beneficiary }) => beneficiary));
  for (const name of apart) unnumbered.delete(name);
  /** The one number of such a name; undefined where it has several. */
  const numbers = new Map<string, string | undefined>();
  if (unnumbered.size > 0) {
    for (const award of awards.filter(isNumbered)) {
      const name = nameKeyOf(award);
      const number = award.beneficiary;
      if (unnumbered.has(name))
        numbers.set(name, numbers.has(name) && numbers.get(name) !== number ? undefined : number);
    }
  }
  const numberOf = ({ beneficiary }: Award) => numbers.get(beneficiary);
  return {
    keyOf: (award) => numberOf(award) ?? award.beneficiary,
    matchedByName: awards.filter((award) => numberOf(award) !== undefined),
  };
}
