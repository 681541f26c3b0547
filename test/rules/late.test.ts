import { expect, test } from 'vitest';
import { checkLate } from '../../src/rules/eligibility/late.ts';
import { codes, officer, unit } from './build.ts';

const closing = '2024-12-30';

test('a roster that came in on the closing day is in time, and so is one whose day is not known', () => {
  expect(checkLate([officer({ received: closing }), officer({ received: '' })], closing)).toEqual([]);
});

test('a roster that came in later is one warning, at its first row', () => {
  const place = { file: 'rosters/02黄浦.xlsx', sheet: '先进保卫干部', row: 9 };
  const rows = [
    officer({ received: '2024-12-20' }),
    officer({ received: '2025-01-02', district: '黄浦', place }),
    officer({ received: '2025-01-02', district: '黄浦', place: { ...place, row: 10 } }),
  ];
  const [finding, ...others] = checkLate(rows, closing);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ level: 'warning', place: { ...place, column: '收到日期' }, actual: '2025-01-02' });
  expect(finding?.text).toContain('“黄浦”的名册于 2025-01-02 收到，晚于截止日期 2024-12-30，共 2 行');
});

test('what two districts sent late is a warning for each', () => {
  const late = [unit({ received: '2025-01-02' }), unit({ received: '2025-01-02', district: '黄浦' })];
  expect(codes(checkLate(late, closing))).toEqual(['eligibility.late', 'eligibility.late']);
});
