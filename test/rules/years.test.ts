import { expect, test } from 'vitest';
import type { Case, District, Nominee } from '../../src/case/types.ts';
import { planPayout } from '../../src/rules/payout.ts';
import { quotaTable } from '../../src/rules/quota.ts';
import { compareYears, type YearFacts } from '../../src/rules/years.ts';
import {
  awards,
  caseOf,
  codeOf,
  department,
  district,
  idOf,
  officer,
  policy,
  rates,
  responsible,
  unit,
} from './build.ts';

function year(number: number, districts: readonly District[], ...nominees: readonly Nominee[]): YearFacts {
  const theCase: Case = { ...caseOf(...nominees), year: number, districts };
  const plan = planPayout(awards(...nominees), policy, districts);
  if (!plan.ok) throw new Error(JSON.stringify(plan.messages));
  return { theCase, quota: quotaTable(districts, rates), plan: plan.value };
}

const districts = [district('浦东', { members: 650 }), district('黄浦', { members: 297 })];

test('a year compared with itself has no change, and everybody on it again', () => {
  const same = year(2024, districts, unit(), officer());
  const { quota, quotaTotal, payers, paid, again, newDistricts, goneDistricts } = compareYears(same, same);
  expect(quota[0]?.unit).toEqual({ old: 20, new: 20, change: 0 });
  expect([...payers, paid, ...Object.values(quotaTotal)].every(({ change }) => change === 0)).toBe(true);
  expect(again.map(({ kind }) => kind)).toEqual(['unit', 'person']);
  expect([...newDistricts, ...goneDistricts]).toEqual([]);
});

test('a district that is new or gone counts from nothing or to nothing', () => {
  const next = [district('浦东', { members: 700 }), district('临港', { members: 100 })];
  const compared = compareYears(year(2024, districts), year(2025, next));
  expect(compared.newDistricts).toEqual(['临港']);
  expect(compared.goneDistricts).toEqual(['黄浦']);
  expect(compared.quota.map((row) => [row.district, row.members, row.unit])).toEqual([
    ['浦东', { old: 650, new: 700, change: 50 }, { old: 20, new: 21, change: 1 }],
    ['临港', { old: null, new: 100, change: 100 }, { old: null, new: 3, change: 3 }],
    ['黄浦', { old: 297, new: null, change: -297 }, { old: 9, new: null, change: -9 }],
  ]);
  expect(compared.quotaTotal.unit).toEqual({ old: 29, new: 24, change: -5 });
});

test('a unit is known again by its code, or by its name where one year has no code', () => {
  const old = year(2024, districts, unit({ unit: '甲厂' }), department(), unit({ unit: '乙厂', code: codeOf(2) }));
  const next = year(
    2025,
    districts,
    unit({ unit: '甲厂（集团）', level: 'district' }),
    unit({ unit: '乙　厂', code: '' }),
    unit({ unit: '丙厂', code: codeOf(3) }),
  );
  const { again } = compareYears(old, next);
  expect(again.map((one) => [one.unit, one.levels])).toEqual([
    ['甲厂（集团）', []],
    ['乙　厂', ['city']],
  ]);
  expect(again[0]).toMatchObject({
    old: [
      { level: 'city', category: 'unit' },
      { level: 'city', category: 'department' },
    ],
    new: [{ level: 'district', category: 'unit' }],
  });
});

test('a person is known again by the ID number, whatever the honour; one of the same name elsewhere is another', () => {
  const old = year(2024, districts, responsible({ idNumber: idOf(1), name: '张安' }));
  const again = (...nominees: readonly Nominee[]) => compareYears(old, year(2025, districts, ...nominees)).again;
  expect(again(officer({ idNumber: idOf(1), name: '张安', unit: '乙厂' }))).toMatchObject([
    { kind: 'person', name: '张安', unit: '乙厂', levels: ['city'] },
  ]);
  expect(again(officer({ idNumber: '', name: '张安', unit: '乙厂' }))).toEqual([]);
});

test('who was withdrawn was not on the list', () => {
  const old = year(2024, districts, unit());
  expect(compareYears(old, year(2025, districts, unit({ status: 'withdrawn' }))).again).toEqual([]);
});

test('what each association pays, in fen, those that pay no more at the end', () => {
  const old = year(2024, districts, unit({ member: false }), unit({ code: codeOf(2), unit: '乙厂' }));
  const next = year(2025, districts, unit(), unit({ code: codeOf(2), unit: '乙厂' }), officer());
  const { payers, paid } = compareYears(old, next);
  expect(payers).toEqual([
    { payer: '市企保协会', old: 200_000, new: 500_000, change: 300_000 },
    { payer: '浦东区企保协会', old: 200_000, new: null, change: -200_000 },
  ]);
  expect(paid).toEqual({ old: 400_000, new: 500_000, change: 100_000 });
});
