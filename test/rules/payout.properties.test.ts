import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Award, categories, isCollective } from '../../src/case/types.ts';
import { beneficiariesOf } from '../../src/rules/award.ts';
import { type PayoutPlan, planPayout } from '../../src/rules/payout.ts';
import { awards, codeOf, district, idOf, officer, policy, unit } from './build.ts';

const districts = ['浦东', '黄浦', '徐汇'].map((name) => district(name));

/** Few units and few persons, so that every kind of clash comes up; numbers are missing now and then. */
const anyAward = fc
  .record({
    level: fc.constantFrom('city' as const, 'district' as const),
    category: fc.constantFrom(...categories),
    district: fc.constantFrom('浦东', '黄浦', '徐汇'),
    who: fc.integer({ min: 1, max: 5 }),
    member: fc.boolean(),
    numbered: fc.boolean(),
  })
  .map(({ who, numbered, category, ...facts }): Award => {
    const own = { ...facts, unit: `第${who}厂`, code: numbered ? codeOf(who) : '' };
    const [award] =
      category === 'unit' || category === 'department'
        ? awards(unit({ ...own, category, department: '保卫处' }))
        : awards(officer({ ...own, category, name: `王${who}`, idNumber: numbered ? idOf(who) : '' }));
    return award as Award;
  });
const anyAwards = fc.array(anyAward, { maxLength: 25 });
const anyPolicy = fc
  .constantFrom('once' as const, 'each' as const)
  .map((twoIndividualAwards) => ({ ...policy, twoIndividualAwards }));

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
  );
});

test('a withheld award names a payment that is really made, to the same beneficiary', () => {
  fc.assert(
    fc.property(anyAwards, anyPolicy, (given, settings) => {
      const { keyOf } = beneficiariesOf(given);
      const { payments, withheld } = plan(given, settings);
      for (const { award, paidAs } of withheld) {
        expect(payments).toContain(paidAs);
        expect(keyOf(paidAs.award)).toBe(keyOf(award));
      }
    }),
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
        new Map(plan(awarded, settings).withheld.map((one) => [one.award, [one.rule, one.paidAs.award]]));
      expect(rules(other)).toEqual(rules(given));
    }),
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
  );
});
