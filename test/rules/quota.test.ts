import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quotaJson } from '../../src/rules/json.ts';
import { checkStated, quotaTable, share } from '../../src/rules/quota.ts';
import { codes, district, districts2024, rates } from './build.ts';

const table = quotaTable(districts2024, rates);
const stated = { unit: 214, department: 85, responsible: 129, officer: 161, collective: 299, individual: 290 };

describe('the quota table of 2024', () => {
  test.each([
    ['浦东', 650, 20, 8, 12, 13],
    ['黄浦', 297, 9, 4, 5, 6],
    ['徐汇', 236, 7, 3, 4, 5],
    ['长宁', 130, 4, 2, 2, 3],
    ['静安', 554, 17, 7, 10, 11],
    ['普陀', 758, 23, 9, 14, 15],
    ['虹口', 705, 21, 8, 13, 14],
    ['杨浦', 425, 13, 5, 8, 9],
    ['闵行', 300, 9, 4, 5, 6],
    ['宝山', 102, 3, 1, 2, 2],
    ['嘉定', 100, 3, 1, 2, 2],
    ['松江', 53, 2, 1, 1, 1],
    ['金山', 172, 5, 2, 3, 3],
    ['青浦', 90, 3, 1, 2, 2],
    ['奉贤', 129, 4, 2, 2, 3],
    ['崇明', 55, 2, 1, 1, 1],
    ['边港', 100, 3, 1, 2, 2],
    ['轨交', null, 1, 0, 1, 0],
    ['化工', null, 1, 0, 1, 0],
    ['机场', 36, 1, 0, 1, 0],
    ['内保处', 316, 63, 25, 38, 63],
  ])('%s with %s members', (name, members, unit, department, responsible, officer) => {
    const row = quotaJson(table).rows.find((one) => one.district === name);
    expect(row).toEqual({ district: name, members, unit, department, responsible, officer });
  });

  test('the subtotal of the districts is 4892 members and 151, 60, 91, 98', () => {
    expect(table.districtTotal).toMatchObject({
      members: 4892,
      unit: 151,
      department: 60,
      responsible: 91,
      officer: 98,
    });
  });

  test('the total is 5208 members and 589 awards, in the shape of quota --json', () => {
    expect(quotaJson(table).total).toEqual({
      members: 5208,
      unit: 214,
      department: 85,
      responsible: 129,
      officer: 161,
      collective: 299,
      individual: 290,
      all: 589,
    });
    expect(Object.keys(quotaJson(table).districtTotal)).toEqual(Object.keys(quotaJson(table).total));
  });

  test('it agrees with what the notice states', () => {
    expect(checkStated(table, stated)).toEqual([]);
  });
});

test('a figure of the prose that differs is an error that names both figures', () => {
  const [first, ...rest] = checkStated(table, { ...stated, unit: 215, collective: 300 });
  expect(first).toMatchObject({ code: 'quota.stated-differs', level: 'error', actual: '215', expected: '214' });
  expect(first?.text).toContain('先进单位名额：通知正文写明 215，按名额分配表计算为 214');
  expect(rest.map((one) => one.actual)).toEqual(['300']);
});

test('a district without member count and without a decision of the issuer is an error', () => {
  const unknown = quotaTable([district('轨交', { members: null })], rates);
  expect(codes(checkStated(unknown, stated))).toEqual(['quota.members-unknown']);
});

test('no members at all is a count of zero, and no error', () => {
  const zero = quotaTable([district('某区', { members: 0 })], rates);
  expect(zero.rows[0]).toMatchObject({ members: 0, undecided: false, quota: { unit: 0, officer: 0 } });
});

test('without a member count, what the issuer does not name is none', () => {
  const overrides = [{ category: 'unit', quota: 5, reason: '核定' } as const];
  const quota = { unit: 5, department: 0, responsible: 0, officer: 0 };
  expect(quotaTable([district('某区', { members: null, overrides })], rates).rows[0]?.quota).toEqual(quota);
});

test('departments and responsible persons follow the unit quota that the issuer decided', () => {
  const overrides = [{ category: 'unit', quota: 10, reason: '核定' } as const];
  expect(quotaTable([district('某区', { overrides })], rates).rows[0]?.quota).toEqual({
    unit: 10,
    department: 4,
    responsible: 6,
    officer: 2,
  });
});

test('a half is rounded up, though floating point would lose it', () => {
  expect(share(50, 0.03)).toBe(2); // 1.5
  expect(share(150, 0.03)).toBe(5); // 4.5
  expect(share(350, 0.03)).toBe(11); // 10.5
  expect(share(35, 0.3)).toBe(11); // 10.5
  expect(share(50, 0.29)).toBe(15); // 14.5; 50 × 0.29 is 14.499999999999998 in floating point
  expect(share(90, 0.35)).toBe(32); // 31.5
});

test('rounding is exact for every count and every rate in basis points', () => {
  fc.assert(
    fc.property(fc.nat(100_000_000), fc.integer({ min: 0, max: 10_000 }), (count, points) => {
      const exact = (2n * BigInt(count) * BigInt(points) + 10_000n) / 20_000n;
      expect(share(count, points / 10_000)).toBe(Number(exact));
    }),
  );
});

test('more members never mean a smaller quota', () => {
  fc.assert(
    fc.property(
      fc.nat(5000),
      fc.nat(100),
      fc.constantFrom('city' as const, 'district' as const),
      (members, more, scope) => {
        const of = (count: number) => quotaTable([district('某区', { members: count, scope })], rates).total;
        const [few, many] = [of(members), of(members + more)];
        for (const key of ['unit', 'department', 'responsible', 'officer', 'all'] as const) {
          expect(many[key]).toBeGreaterThanOrEqual(few[key]);
        }
      },
    ),
  );
});

test('sums are the sums of the rows, whatever the districts', () => {
  const anyDistrict = fc.record({
    name: fc.string(),
    members: fc.option(fc.nat(2000)),
    scope: fc.constantFrom('city' as const, 'district' as const),
  });
  fc.assert(
    fc.property(fc.array(anyDistrict), (given) => {
      const { rows, total, districtTotal } = quotaTable(
        given.map(({ name, ...facts }) => district(name, facts)),
        rates,
      );
      expect(total.unit).toBe(rows.reduce((sum, row) => sum + row.quota.unit, 0));
      expect(total.all).toBe(total.collective + total.individual);
      expect(districtTotal.all).toBe(
        total.all -
          quotaTable(
            given.filter((one) => one.scope === 'city').map(({ name, ...facts }) => district(name, facts)),
            rates,
          ).total.all,
      );
    }),
  );
});
