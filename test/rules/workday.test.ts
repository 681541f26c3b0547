import { describe, expect, test } from 'vitest';
import { isWorkday, knowsHolidays, lastWorkday } from '../../src/rules/workday.ts';

const none = { holidays: [], workdays: [] };

describe('the publicity lasts so many working days', () => {
  test.each([
    ['its first day counts', '2025-01-07', 1, '2025-01-07'],
    ['a weekend does not', '2025-01-07', 5, '2025-01-13'],
    ['the Spring Festival does not, and the Sunday worked for it does', '2025-01-24', 5, '2025-02-06'],
    ['a first day off does not', '2025-01-05', 1, '2025-01-06'],
  ])('%s', (_, start, count, end) => {
    expect(lastWorkday(start, count, none)).toBe(end);
  });
});

test('the case can add days off and worked weekends of its own', () => {
  const own = { holidays: ['2025-01-08'], workdays: ['2025-01-11'] };
  expect(isWorkday('2025-01-08', own)).toBe(false);
  expect(isWorkday('2025-01-11', own)).toBe(true);
  expect(lastWorkday('2025-01-07', 5, own)).toBe('2025-01-13');
  expect(lastWorkday('2025-01-07', 5, { ...own, workdays: [] })).toBe('2025-01-14');
});

test('the calendar says which years it knows', () => {
  expect([2024, 2025, 2026, 2061].map(knowsHolidays)).toEqual([true, true, true, false]);
});
