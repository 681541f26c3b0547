import { expect, test } from 'vitest';
import { type Counts, reconcile } from '../../src/rules/reconcile.ts';

const units: Counts = {
  level: 'city',
  category: 'unit',
  quota: 214,
  rows: 216,
  states: { nominated: 0, reviewed: 0, publicised: 0, final: 214, withdrawn: 2 },
  nominees: 214,
  forms: 428,
  copies: 2,
  certificates: 214,
  payments: 210,
  withheld: 4,
};

test('rows, quota, nominees, forms in duplicate, certificates and money come out even', () => {
  expect(reconcile([units])).toEqual({ rows: [{ ...units, ok: true }], messages: [] });
});

test.each([
  ['more nominees than quota', { quota: 213 }, '推荐 214 超过名额 213'],
  ['a row lost', { rows: 217 }, '各阶段合计 216，名册 217 行'],
  ['a form too few', { forms: 427 }, '审批表 427 张，推荐 214 个各 2 份应为 428 张'],
  ['a certificate too many', { certificates: 215 }, '证书 215 张，最终人选 214 个'],
  ['an award neither paid nor withheld', { payments: 209 }, '发放 209 笔加不重复发放 4 笔，最终人选 214 个'],
  [
    'a nominee who is withdrawn and counted all the same',
    { nominees: 216, quota: 216, forms: 432 },
    '推荐 216 个，名册 216 行减去撤回 2 行应为 214 个',
  ],
])('%s does not', (_, facts, words) => {
  const { rows, messages } = reconcile([{ ...units, ...facts }]);
  expect(rows[0]?.ok).toBe(false);
  expect(messages.map((one) => one.text)).toEqual([`市级先进单位数量核对不一致：${words}。`]);
});

test('nominees who are not yet final have forms, but neither certificates nor money', () => {
  const states = { nominated: 4, reviewed: 3, publicised: 2, final: 1, withdrawn: 0 };
  const early = { ...units, rows: 10, states, nominees: 10, forms: 20, certificates: 1, payments: 1, withheld: 0 };
  expect(reconcile([early]).rows[0]?.ok).toBe(true);
  expect(reconcile([{ ...early, payments: 2 }]).rows[0]?.ok).toBe(false);
});

test('a quota not used up is fine', () => {
  expect(reconcile([{ ...units, quota: 300 }]).rows[0]?.ok).toBe(true);
});

test('what is not made is not counted: district awards have no quota and no forms here', () => {
  const district = { ...units, level: 'district' as const, quota: null, forms: null, certificates: null };
  expect(reconcile([district]).rows[0]?.ok).toBe(true);
  expect(reconcile([{ ...district, withheld: 5 }]).rows[0]?.ok).toBe(false);
});
