import { describe, expect, test } from 'vitest';
import { requiredStaff } from '../../src/rules/staffing.ts';

describe('a general unit', () => {
  test.each([
    [1, 2, 'general-small'],
    [200, 2, 'general-small'],
    [201, 2, 'general-share'],
    [1000, 2, 'general-share'],
    [1001, 3, 'general-share'],
    [3500, 7, 'general-share'],
  ])('of %s people has at least %s security staff', (headcount, count, rule) => {
    expect(requiredStaff({ kind: 'general', headcount })).toEqual([{ post: 'staff', count, rule, source: '6.1' }]);
  });
});

describe('a key unit', () => {
  test.each([
    [200, 2, 'key-small'],
    [201, 3, 'key-medium'],
    [500, 3, 'key-medium'],
    [501, 3, 'key-large'],
    [600, 3, 'key-large'],
    [601, 4, 'key-large'],
    [2000, 10, 'key-large'],
    [2001, 10, 'key-huge'],
    [2500, 10, 'key-huge'],
    [2501, 11, 'key-huge'],
  ])('of %s people has at least %s full-time staff, and twice as many guards', (headcount, count, rule) => {
    expect(requiredStaff({ kind: 'key', headcount })).toEqual([
      { post: 'full-time', count, rule, source: '6.2' },
      { post: 'guard', count: 2 * count, rule: 'key-guards', source: '6.3' },
    ]);
  });
});

describe('a school', () => {
  const guards = (people: number, boarders = 0) =>
    requiredStaff({ kind: 'school', campuses: [{ name: '本部', people, boarders }] }).map((one) => [
      one.count,
      one.rule,
    ]);

  test.each([
    [1000, 2],
    [1001, 3],
    [1500, 3],
    [1501, 4],
  ])('of %s pupils and staff has at least %s guards', (people, count) => {
    expect(guards(people)).toEqual([[count, 'school-people']]);
  });

  test('with boarders has one guard more for each 300 of them, when that is more', () => {
    expect(guards(800, 300)).toEqual([[3, 'school-boarders']]);
    expect(guards(800, 301)).toEqual([[4, 'school-boarders']]);
    expect(guards(3000, 300)).toEqual([[6, 'school-people']]);
  });

  test('counts each campus by itself', () => {
    const campuses = ['东', '西'].map((name) => ({ name, people: 900, boarders: 0 }));
    expect(requiredStaff({ kind: 'school', campuses }).map((one) => [one.campus, one.count])).toEqual([
      ['东', 2],
      ['西', 2],
    ]);
  });
});

describe('a hospital has the highest of', () => {
  test.each([
    ['3 % of its medical staff', 1000, 100, 1000, 30, 'hospital-staff'],
    ['one guard per 20 beds', 100, 1001, 1000, 51, 'hospital-beds'],
    ['3‰ of its daily outpatients', 100, 100, 4001, 13, 'hospital-outpatients'],
  ])('%s', (_, medicalStaff, beds, outpatients, count, rule) => {
    expect(requiredStaff({ kind: 'hospital', medicalStaff, beds, outpatients })).toEqual([
      { post: 'guard', count, rule, source: '6.3(2)' },
    ]);
  });
});
