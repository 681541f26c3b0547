import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowsIn } from '../../src/case/held.ts';
import { packRows } from '../../src/case/packed.ts';
import { type Award, isCollective } from '../../src/case/types.ts';
import { beneficiariesOf } from '../../src/rules/award.ts';
import { type PayoutPlan, planPayout } from '../../src/rules/payout.ts';
import { anyAward, anyPolicy, districts } from './any-award.ts';
import { policy } from './build.ts';

const anyAwards = fc.array(anyAward, { maxLength: 25 });

function plan(given: readonly Award[], settings = policy): PayoutPlan {
  const result = planPayout(given, settings, districts);
  if (!result.ok) throw new Error('a plan was expected');
  return result.value;
}

test('every award is on exactly one of the two lists', () => {
  fc.assert(
    fc.property(anyAwards, anyPolicy, (given, settings) => {
      const { payments, withheld } = plan(given, settings);
      const listed = [...payments, ...withheld].map((one) => one.award);
      expect(listed).toHaveLength(given.length);
      expect(new Set(listed)).toEqual(new Set(given));
    }),
    { numRuns: 2000 },
  );
});

test('awards that are held packed are paid and withheld as they are', () => {
  fc.assert(
    fc.property(anyAwards, anyPolicy, (given, settings) => {
      expect(plan(rowsIn(packRows(given)), settings)).toEqual(plan(given, settings));
    }),
  );
});

test('every beneficiary is paid, and only once', () => {
  fc.assert(
    fc.property(anyAwards, (given) => {
      const { keyOf } = beneficiariesOf(given);
      const paid = plan(given).payments.map((one) => keyOf(one.award));
      expect(new Set(paid).size).toBe(paid.length);
      expect(new Set(paid)).toEqual(new Set(given.map(keyOf)));
    }),
    { numRuns: 2000 },
  );
});

test('a withheld award names a payment that is really made, to the same beneficiary', () => {
  fc.assert(
    fc.property(anyAwards, anyPolicy, (given, settings) => {
      const { keyOf } = beneficiariesOf(given);
      const { payments, withheld } = plan(given, settings);
      for (const { award, paidAs } of withheld) {
        const instead = payments.find((one) => one === paidAs);
        expect(instead && keyOf(instead.award)).toBe(keyOf(award));
      }
    }),
    { numRuns: 2000 },
  );
});

test('the sums per payer add up to the sum of all payments', () => {
  fc.assert(
    fc.property(anyAwards, anyPolicy, (given, settings) => {
      const { payments, totals, total } = plan(given, settings);
      expect(total.amount).toBe(payments.reduce((sum, one) => sum + one.amount, 0));
      expect(totals.reduce((sum, one) => sum + one.amount, 0)).toBe(total.amount);
      expect(totals.reduce((sum, one) => sum + one.count, 0)).toBe(payments.length);
    }),
    { numRuns: 2000 },
  );
});

test('the order of the rows never changes who is paid what by whom', () => {
  const shuffled = anyAwards.chain((given) =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
  );
  fc.assert(
    fc.property(shuffled, anyPolicy, ([given, other], settings) => {
      expect(new Set(plan(other, settings).payments)).toEqual(new Set(plan(given, settings).payments));
      const rules = (awarded: readonly Award[]) =>
        new Map(plan(awarded, settings).withheld.map((one) => [one.award, [one.rule, one.paidAs?.award]]));
      expect(rules(other)).toEqual(rules(given));
    }),
    { numRuns: 2000 },
  );
});

test('one more district award never lowers what is paid for city awards', () => {
  fc.assert(
    fc.property(anyAwards, anyAward, (given, more) => {
      const city = (awarded: readonly Award[]) =>
        plan(awarded)
          .payments.filter((one) => one.award.level === 'city')
          .map((one) => one.award);
      expect(city([...given, { ...more, level: 'district' }])).toEqual(city(given));
    }),
    { numRuns: 2000 },
  );
});

test('no beneficiary gets both a city and a district payment', () => {
  fc.assert(
    fc.property(anyAwards, anyPolicy, (given, settings) => {
      const { keyOf } = beneficiariesOf(given);
      const { payments } = plan(given, settings);
      const city = new Set(payments.filter((one) => one.award.level === 'city').map((one) => keyOf(one.award)));
      const district = payments.filter((one) => one.award.level === 'district');
      expect(district.filter((one) => city.has(keyOf(one.award)))).toEqual([]);
      expect(payments.every((one) => one.amount === (isCollective(one.award.category) ? 200_000 : 100_000))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
