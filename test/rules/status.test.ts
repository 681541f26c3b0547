import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NomineeStatus } from '../../src/case/types.ts';
import { concerned, concerns, countStatuses, type Purpose, statuses } from '../../src/rules/status.ts';
import { unit } from './build.ts';

test.each<[Purpose, NomineeStatus[]]>([
  ['nomination', ['nominated', 'reviewed', 'publicised', 'final']],
  ['opinion', ['reviewed', 'publicised', 'final']],
  ['publicity', ['reviewed', 'publicised', 'final']],
  ['approval', ['publicised', 'final']],
  ['award', ['final']],
])('documents of the purpose %s concern nominees that have come far enough', (purpose, expected) => {
  expect(statuses.filter((status) => concerns(purpose, status))).toEqual(expected);
});

const nominees = fc
  .array(fc.constantFrom(...statuses))
  .map((states) => states.map((status, index) => unit({ unit: `甲${index}厂`, status })));

test('the sums over the states are all rows, and those that stand are all but the withdrawn ones', () => {
  fc.assert(
    fc.property(nominees, (rows) => {
      const counts = countStatuses(rows);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      expect(concerned('nomination', rows)).toHaveLength(rows.length - counts.withdrawn);
    }),
  );
});

test('whoever is in a later document was in every earlier one, and the order stays', () => {
  const inOrder: readonly Purpose[] = ['nomination', 'opinion', 'publicity', 'approval', 'award'];
  fc.assert(
    fc.property(nominees, (rows) => {
      for (const [index, purpose] of inOrder.slice(1).entries()) {
        const before = concerned(inOrder[index] ?? purpose, rows);
        const now = concerned(purpose, rows);
        expect(before.filter((one) => now.includes(one))).toEqual(now);
      }
    }),
  );
});
