import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planPayout } from '../../src/rules/payout.ts';
import { type PaidAndWithheld, summarise } from '../../src/rules/summary.ts';
import { anyAward, anyPolicy, districts } from './any-award.ts';
import { policy } from './build.ts';

function added(rows: readonly PaidAndWithheld[]): PaidAndWithheld {
  const sum = (part: keyof PaidAndWithheld) => ({
    count: rows.reduce((total, row) => total + row[part].count, 0),
    amount: rows.reduce((total, row) => total + row[part].amount, 0),
  });
  return { paid: sum('paid'), withheld: sum('withheld') };
}

test('by payer, by district and by honour, the sums are those of the plan', () => {
  fc.assert(
    fc.property(fc.array(anyAward, { maxLength: 25 }), anyPolicy, (awards, payout) => {
      const plan = planPayout(awards, payout, districts);
      if (!plan.ok) throw new Error('a plan was expected');
      const { payers, honours, total, ...summary } = summarise(plan.value, { settings: { payout }, districts });
      expect(total.paid).toEqual(plan.value.total);
      expect(total.paid.count + total.withheld.count).toBe(awards.length);
      for (const rows of [payers, honours, summary.districts]) expect(added(rows)).toEqual(total);
      expect(payers.filter(({ paid }) => paid.count > 0).map(({ payer, paid }) => ({ payer, ...paid }))).toEqual(
        plan.value.totals,
      );
    }),
    { numRuns: 2000 },
  );
});

test('every district of the case has a row, those without awards too', () => {
  const plan = planPayout([], policy, districts);
  if (!plan.ok) throw new Error('a plan was expected');
  const { payers, honours, districts: rows } = summarise(plan.value, { settings: { payout: policy }, districts });
  expect(rows.map(({ district }) => district)).toEqual(['浦东', '黄浦', '徐汇']);
  expect([payers, honours]).toEqual([[], []]);
});
