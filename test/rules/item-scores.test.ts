import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemScore, ItemScores } from '../../src/case/types.ts';
import { checkScores, sumsOf, withItemScores } from '../../src/rules/item-scores.ts';
import { scoringItems } from '../../src/rules/rubric.ts';
import { caseOf, codeOf, codes, department, unit } from './build.ts';

const items = scoringItems();
const place = { file: 'rosters/01浦东.xlsx', sheet: '评分', row: 2 };

function item<T>(number: string, self: T | null, reviewer: T | null = null): ItemScore<T> {
  return { number, self, reviewer, selfPlace: { ...place, column: '自评分' }, reviewerPlace: place };
}

/** Full marks by the unit itself, nothing vetoed; `points` and `vetoes` replace items. */
function scores(
  points: readonly ItemScore<number>[] = [],
  { vetoes = [], ...facts }: Partial<ItemScores> = {},
): ItemScores {
  const replaced = (number: string) => [...points, ...vetoes].some((one) => one.number === number);
  const full = items.filter(({ kind, number }) => kind !== 'veto' && !replaced(number));
  const none = items.filter(({ kind, number }) => kind === 'veto' && !replaced(number));
  return {
    category: 'unit',
    unit: '甲厂',
    code: codeOf(1),
    filler: '',
    filled: '',
    points: [...full.map((one) => item(one.number, one.points)), ...points],
    vetoes: [...none.map((one) => item(one.number, false)), ...vetoes],
    place,
    ...facts,
  };
}

const scored = (nominee = unit({ baseScore: null, bonusScore: null }), ...all: readonly ItemScores[]) => ({
  ...caseOf(nominee),
  scores: all,
});

test('full marks are 100 and 30', () => {
  expect(sumsOf(scores())).toEqual({ base: 100, bonus: 30 });
});

test('the reviewer’s score of an item decides where there is one, else the unit’s own', () => {
  const given = scores([item('1.1', 8, 5), item('1.2', 4), item('加1', 10, 0)]);
  expect(sumsOf(given)).toEqual({ base: 96, bonus: 20 });
  expect(sumsOf(given, ({ self }) => self)).toEqual({ base: 99, bonus: 30 });
});

test('a sum of hundredths is exact', () => {
  expect(sumsOf(scores([item('1.1', 0.1), item('1.2', 0.2)])).base).toBe(87.3);
});

test('the sum never exceeds 100 and 30 while no item exceeds its own points', () => {
  const points = fc.tuple(
    ...items.filter(({ kind }) => kind !== 'veto').map((one) => fc.integer({ min: 0, max: one.points * 100 })),
  );
  fc.assert(
    fc.property(points, (list) => {
      const given = items
        .filter(({ kind }) => kind !== 'veto')
        .map((one, index) => item(one.number, (list[index] ?? 0) / 100));
      const { base, bonus } = sumsOf(scores(given));
      expect(Math.round((base + bonus) * 100)).toBe(list.reduce((sum, one) => sum + one, 0));
      expect(base).toBeLessThanOrEqual(100);
      expect(bonus).toBeLessThanOrEqual(30);
      expect(codes(checkScores(scored(undefined, scores(given))))).not.toContain('scoring.over-cap');
    }),
  );
});

test('where the roster leaves them empty, the sums become the nominee’s scores', () => {
  const given = withItemScores(scored(undefined, scores([item('加1', 4)])));
  expect(given.nominees[0]).toMatchObject({ baseScore: 100, bonusScore: 24 });
  const stated = withItemScores(scored(unit({ baseScore: 90, bonusScore: null }), scores()));
  expect(stated.nominees[0]).toMatchObject({ baseScore: 90, bonusScore: 30 });
});

describe('what is found', () => {
  test('nothing, where the sheet is complete and agrees with the roster', () => {
    expect(checkScores(scored(unit({ baseScore: 100, bonusScore: 30 }), scores()))).toEqual([]);
  });

  test('points over an item’s cap, by the unit or by the reviewer', () => {
    const found = checkScores(scored(undefined, scores([item('1.1', 9, 8), item('加4', 0, 4.5)])));
    expect(found.map(({ code, actual, expected }) => [code, actual, expected])).toEqual([
      ['scoring.over-cap', '9', '0 至 8'],
      ['scoring.over-cap', '4.5', '0 至 4'],
    ]);
  });

  test('base and veto items left empty; a bonus item may be', () => {
    const found = checkScores(
      scored(
        undefined,
        scores([item<number>('2.1', null), item<number>('加1', null)], { vetoes: [item<boolean>('否2', null)] }),
      ),
    );
    expect(found).toMatchObject([
      { code: 'scoring.items-missing', text: '“甲厂”的评分不完整，还有 2 项没有填：2.1、否2。' },
    ]);
  });

  test('a sum at odds with the roster, at the roster’s cell', () => {
    const found = checkScores(scored(unit({ baseScore: 98, bonusScore: 30 }), scores([item('1.1', 8, 7)])));
    expect(found).toMatchObject([
      { code: 'scoring.sum-differs', place: { column: '基本分' }, actual: '98', expected: '99' },
    ]);
  });

  test('a sum below the line, where the roster states none', () => {
    const low = scores(items.slice(0, 6).map(({ number }) => item(number, 0)));
    expect(checkScores(scored(undefined, low))).toMatchObject([{ code: 'scoring.unqualified', actual: '75' }]);
  });

  test('a veto: the reviewer’s word counts', () => {
    expect(codes(checkScores(scored(undefined, scores([], { vetoes: [item('否1', true)] }))))).toEqual([
      'scoring.veto',
    ]);
    expect(checkScores(scored(undefined, scores([], { vetoes: [item('否1', true, false)] })))).toEqual([]);
  });

  test('an item twice, and a unit with two sheets', () => {
    const twice = scores();
    const found = checkScores(scored(undefined, { ...twice, points: [...twice.points, item('1.1', 8)] }, scores()));
    expect(codes(found)).toContain('scoring.item-twice');
    expect(codes(found)).toContain('scoring.twice');
  });

  test('a sheet of a unit that no roster names; a withdrawn nominee’s sheet is let be', () => {
    expect(checkScores(scored(undefined, scores([], { unit: '乙厂', code: '' })))).toMatchObject([
      { code: 'scoring.nominee-unknown', level: 'warning' },
    ]);
    expect(checkScores(scored(unit({ status: 'withdrawn', baseScore: 1 }), scores()))).toEqual([]);
  });
});

test('a sheet belongs to the nominee of its category, of the city before the district, by code, else by name', () => {
  const nominees = [
    unit({ level: 'district', baseScore: null }),
    unit({ baseScore: null, unit: '甲厂有限责任公司' }),
    department({ baseScore: null }),
  ];
  const bases = (given: ItemScores) =>
    withItemScores({ ...caseOf(...nominees), scores: [given] }).nominees.map((one) =>
      'baseScore' in one ? one.baseScore : 0,
    );
  expect(bases(scores())).toEqual([null, 100, null]);
  expect(bases(scores([], { code: '', unit: '甲厂　有限公司' }))).toEqual([null, 100, null]);
  expect(bases(scores([], { category: 'department' }))).toEqual([null, null, 100]);
});
