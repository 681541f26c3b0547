/** Scores item by item (annex 3 of the notice): held against the caps, summed, and held against the rosters. */
import { categoryNames } from '../case/terms.ts';
import type { Case, CollectiveNominee, ItemScore, ItemScores } from '../case/types.ts';
import { type Message, message, type Place } from '../message.ts';
import { cell, spoken } from './eligibility/place.ts';
import { codeFault } from './identifiers.ts';
import { normaliseUnitName } from './names.ts';
import { type ScoringItem, scoringItems } from './rubric.ts';

const items = scoringItems();
const itemOf = new Map(items.map((item) => [item.number, item]));

export interface ScoreSums {
  readonly base: number;
  readonly bonus: number;
}

/** The reviewer's score of an item counts where given, else the unit's own. */
export function decided<T>({ self, reviewer }: Pick<ItemScore<T>, 'self' | 'reviewer'>): T | null {
  return reviewer ?? self;
}

/** Sums of base and bonus items, in points with at most two decimals. `of` chooses the score that counts. */
export function sumsOf({ points }: ItemScores, of: (score: ItemScore<number>) => number | null = decided): ScoreSums {
  // In whole hundredths: 0.1 and 0.2 points make 0.3.
  const sum = (kind: ScoringItem['kind']) =>
    points
      .filter(({ number }) => itemOf.get(number)?.kind === kind)
      .reduce((total, score) => total + Math.round((of(score) ?? 0) * 100), 0) / 100;
  return { base: sum('base'), bonus: sum('bonus') };
}

/**
 * Whom a scoring sheet is for: the nominee of its category with the same code, else the same name. Sheets are asked for
 * with city nominations (notice part 4), so the city's comes first.
 */
export function nomineeOf(
  { category, unit, code }: ItemScores,
  nominees: readonly Case['nominees'][number][],
): CollectiveNominee | undefined {
  const name = normaliseUnitName(unit);
  const same = nominees.filter(
    (one): one is CollectiveNominee =>
      one.category === category &&
      (hasCode(one.code) && hasCode(code) ? one.code === code : normaliseUnitName(one.unit) === name),
  );
  return same.find((one) => one.level === 'city') ?? same[0];
}

function hasCode(code: string): boolean {
  return codeFault(code) === null;
}

/** The case with sums filled in where a roster leaves 基本分 or 加分 empty. */
export function withItemScores(theCase: Case): Case {
  const sums = new Map(theCase.scores.map((scores) => [nomineeOf(scores, theCase.nominees), sumsOf(scores)]));
  const nominees = theCase.nominees.map((nominee) => {
    const own = 'name' in nominee ? undefined : sums.get(nominee);
    if ('name' in nominee || own === undefined) return nominee;
    return { ...nominee, baseScore: nominee.baseScore ?? own.base, bonusScore: nominee.bonusScore ?? own.bonus };
  });
  return { ...theCase, nominees };
}

/** All findings about scoring sheets. Sheets of nominees that were withdrawn are let be. */
export function checkScores({ scores, nominees, settings }: Case): Message[] {
  const first = new Map<CollectiveNominee, ItemScores>();
  return scores.flatMap((one) => {
    const nominee = nomineeOf(one, nominees);
    const who = one.unit;
    const category = categoryNames[one.category];
    if (nominee === undefined) return [message('scoring.nominee-unknown', { place: one.place, who, category })];
    if (nominee.status === 'withdrawn') return [];
    const other = first.get(nominee);
    if (other) return [message('scoring.twice', { place: one.place, who, category, first: spoken(other.place) })];
    first.set(nominee, one);
    return [...checkItems(one), ...checkSums(one, nominee, settings.scoring.qualifying), ...vetoed(one)];
  });
}

function checkItems(scores: ItemScores): Message[] {
  const who = scores.unit;
  const given: readonly ItemScore<unknown>[] = [...scores.points, ...scores.vetoes];
  const twice = given.flatMap((score, index) => {
    const before = given.slice(0, index).find((one) => one.number === score.number);
    if (!before) return [];
    const facts = { who, item: named(score.number), first: spoken(before.selfPlace) };
    return [message('scoring.item-twice', { place: score.selfPlace, ...facts })];
  });
  const overCap = scores.points.flatMap(({ number, self, reviewer, selfPlace, reviewerPlace }) => {
    const { points } = itemOf.get(number) ?? { points: 0 };
    const over = (score: number | null, place: Place, column: string) =>
      score === null || score <= points
        ? []
        : [
            message('scoring.over-cap', {
              place,
              who,
              item: named(number),
              column,
              score,
              points,
              actual: String(score),
            }),
          ];
    return [...over(self, selfPlace, '自评分'), ...over(reviewer, reviewerPlace, '评审分')];
  });
  return [...missing(scores, given), ...twice, ...overCap];
}

/** A bonus item that is left empty gives nothing; every other one must be filled in. */
function missing({ unit, place }: ItemScores, given: readonly ItemScore<unknown>[]): Message[] {
  const filled = new Set(given.filter((score) => decided(score) !== null).map((score) => score.number));
  const open = items.filter((item) => item.kind !== 'bonus' && !filled.has(item.number)).map((item) => item.number);
  if (open.length === 0) return [];
  return [message('scoring.items-missing', { place, who: unit, count: open.length, list: open.join('、') })];
}

function checkSums(scores: ItemScores, nominee: CollectiveNominee, qualifying: number): Message[] {
  const { base, bonus } = sumsOf(scores);
  const facts = { who: scores.unit, category: categoryNames[scores.category] };
  const differs = (column: string, stated: number | null, sum: number) =>
    stated === null || stated === sum
      ? []
      : [
          message('scoring.sum-differs', {
            place: cell(nominee, column),
            ...facts,
            column,
            stated,
            sum,
            sheet: spoken(scores.place),
            actual: String(stated),
          }),
        ];
  // A sum that the roster states is judged there.
  const unqualified =
    nominee.baseScore === null && base < qualifying
      ? [message('scoring.unqualified', { place: scores.place, ...facts, sum: base, qualifying, actual: String(base) })]
      : [];
  return [...differs('基本分', nominee.baseScore, base), ...differs('加分', nominee.bonusScore, bonus), ...unqualified];
}

function vetoed(scores: ItemScores): Message[] {
  return scores.vetoes
    .filter((score) => decided(score) === true)
    .map(({ number, reviewer, selfPlace, reviewerPlace }) =>
      message('scoring.veto', {
        place: reviewer === null ? selfPlace : reviewerPlace,
        who: scores.unit,
        category: categoryNames[scores.category],
        item: named(number),
        actual: '发生',
      }),
    );
}

/** 1.1 设有独立的治安保卫机构…: enough of an item to find it. */
function named(number: string): string {
  const text = itemOf.get(number)?.text ?? '';
  return `${number} ${text.length > 24 ? `${text.slice(0, 24)}…` : text}`;
}
