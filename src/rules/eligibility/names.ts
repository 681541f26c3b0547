/** Names that are nearly the same, and numbers that stand by two names. */
import type { Nominee } from '../../case/types.ts';
import { type Message, message } from '../../message.ts';
import { codeFault, idFault, maskId } from '../identifiers.ts';
import { normalisePersonName, normaliseUnitName } from '../names.ts';
import { cell, spoken } from './place.ts';

/** A written name with the number it stands by; `key` is what counts when names are compared. */
interface Written {
  readonly nominee: Nominee;
  readonly name: string;
  readonly key: string;
  readonly column: string;
  /** '' where there is none that is valid. */
  readonly number: string;
}

/** Names that are close, then conflicts between names and numbers; of units before persons. */
export function checkNames(nominees: readonly Nominee[]): Message[] {
  // One after the other: what they are compared by takes as much room again as the nominees.
  const units = checkUnitNames(nominees);
  const persons = checkPersonNames(nominees);
  return [...units.close, ...persons.close, ...units.conflicts, ...persons.conflicts];
}

interface NameFindings {
  readonly close: readonly Message[];
  readonly conflicts: readonly Message[];
}

function checkUnitNames(nominees: readonly Nominee[]): NameFindings {
  const units = nominees.map((nominee): Written => {
    const { unit: name, code } = nominee;
    const number = codeFault(code) === null ? code : '';
    return { nominee, name, key: normaliseUnitName(name), column: '单位全称', number };
  });
  return {
    close: namesClose(units, (one) => one.key),
    conflicts: [...twoNamesOfOneNumber(units, '统一社会信用代码', (code) => code), ...twoNumbersOfOneName(units)],
  };
}

function checkPersonNames(nominees: readonly Nominee[]): NameFindings {
  const persons = nominees.flatMap((nominee): Written[] => {
    if (!('name' in nominee)) return [];
    const { name, idNumber } = nominee;
    const number = idFault(idNumber) === null ? idNumber : '';
    return [{ nominee, name, key: normalisePersonName(name), column: '姓名', number }];
  });
  return {
    close: namesClose(persons, (one) => `${normaliseUnitName(one.nominee.unit)}/${one.key}`),
    conflicts: twoNamesOfOneNumber(persons, '身份证号', maskId),
  };
}

/** One warning for each further spelling, at its first row. */
function namesClose(all: readonly Written[], groupOf: (one: Written) => string): Message[] {
  return againstFirst(all, groupOf, (one) => one.name).map(([first, other]) =>
    message('eligibility.names-close', {
      place: cell(other.nominee, other.column),
      actual: other.name,
      name: other.name,
      first: spoken(first.nominee.place),
      other: first.name,
    }),
  );
}

/** Payment goes by the number, so a number typed into the wrong row would cost someone the money. */
function twoNamesOfOneNumber(all: readonly Written[], number: string, shown: (value: string) => string): Message[] {
  const numbered = all.filter((one) => one.number !== '');
  return againstFirst(
    numbered,
    (one) => one.number,
    (one) => one.key,
  ).map((pair) => conflict(pair, number, shown));
}

/** Two persons of one name are nothing unusual; two units are. */
function twoNumbersOfOneName(units: readonly Written[]): Message[] {
  const numbered = units.filter((one) => one.number !== '');
  return againstFirst(
    numbered,
    (one) => one.key,
    (one) => one.number,
  ).map((pair) => conflict(pair, '统一社会信用代码', (code) => code));
}

function conflict([first, other]: Pair, number: string, shown: (value: string) => string): Message {
  return message('eligibility.identity-conflict', {
    place: cell(other.nominee, number),
    actual: shown(other.number),
    number,
    name: other.name,
    id: shown(other.number),
    first: spoken(first.nominee.place),
    other: first.name,
    otherId: shown(first.number),
  });
}

type Pair = readonly [first: Written, other: Written];

/** In each group, the first row paired with the first row of every other value. */
function againstFirst(
  all: readonly Written[],
  groupOf: (one: Written) => string,
  variantOf: (one: Written) => string,
): Pair[] {
  const firsts = new Map<string, Written>();
  const others = new Map<Written, Map<string, Written>>();
  for (const one of all) {
    const key = groupOf(one);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, one);
    else if (variantOf(one) !== variantOf(first)) {
      const variants = others.get(first) ?? new Map<string, Written>();
      if (!variants.has(variantOf(one))) others.set(first, variants.set(variantOf(one), one));
    }
  }
  return [...firsts.values()].flatMap((first) =>
    Array.from(others.get(first)?.values() ?? [], (other): Pair => [first, other]),
  );
}
