import { expect, test } from 'vitest';
import { rubric } from '../../src/rules/rubric.ts';
import { score } from '../../src/rules/scoring.ts';

const limits = { qualifying: 85, baseTotal: 100, bonusTotal: 30 };
const sum = (points: readonly number[]) => points.reduce((total, one) => total + one, 0);

test('nine sections make 100 points, five bonus items 30, 130 in all, and there are five vetoes', () => {
  const sections = rubric.base.map((section) => section.points);
  expect(sections).toEqual([25, 9, 10, 9, 19, 11, 6, 6, 5]);
  expect(sum(sections)).toBe(100);
  expect(rubric.bonus.items.map((item) => item.points)).toEqual([10, 6, 6, 4, 4]);
  expect(rubric.bonus.points).toBe(30);
  expect(sum(sections) + rubric.bonus.points).toBe(130);
  expect(rubric.veto).toHaveLength(5);
});

test('85 qualifies, 84.5 does not', () => {
  expect(score(85, 0, '未发生', limits)).toEqual({ total: 85, faults: [], qualifies: true });
  expect(score(84.5, 30, '', limits)).toEqual({ total: 114.5, faults: ['base'], qualifies: false });
});

test('a bonus lies between 0 and 30', () => {
  expect(score(90, 30, '', limits)).toMatchObject({ total: 120, qualifies: true });
  expect(score(90, 31, '', limits).faults).toEqual(['bonus']);
  expect(score(90, -1, '', limits).faults).toEqual(['bonus']);
});

test('a veto outweighs any score', () => {
  expect(score(100, 30, '发生', limits).qualifies).toBe(false);
});

test('a score not yet given is no fault, but does not qualify', () => {
  expect(score(null, null, '', limits)).toEqual({ total: null, faults: [], qualifies: false });
});
