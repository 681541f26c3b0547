import { describe, expect, test } from 'vitest';
import type { Award } from '../../src/case/types.ts';
import { payoutJson } from '../../src/rules/json.ts';
import { type PayoutPlan, planPayout } from '../../src/rules/payout.ts';
import { quotaTable } from '../../src/rules/quota.ts';
import {
  awards,
  codeOf,
  codes,
  department,
  districts2024,
  idOf,
  officer,
  policy,
  rates,
  responsible,
  unit,
} from './build.ts';

function plan(given: readonly Award[], settings = policy): PayoutPlan {
  const result = planPayout(given, settings, districts2024);
  if (!result.ok) throw new Error(result.messages.map((one) => one.text).join('\n'));
  return result.value;
}

/** `city unit 市企保协会 2000` for a payment, `district unit one-person` for an award withheld. */
function said({ payments, withheld }: PayoutPlan): string[] {
  return [
    ...payments.map(({ award, payer, amount }) => `${award.level} ${award.category} ${payer} ${amount / 100}`),
    ...withheld.map(({ award, rule }) => `${award.level} ${award.category} ${rule}`),
  ];
}

describe('who pays', () => {
  test('the city association pays the city award of its member', () => {
    expect(said(plan(awards(unit())))).toEqual(['city unit 市企保协会 2000']);
  });

  test('the district association pays the city award of a unit that is no member of the city association', () => {
    expect(said(plan(awards(officer({ member: false }))))).toEqual(['city officer 浦东区企保协会 1000']);
  });

  test('the district association pays its own awards, to city members too', () => {
    expect(said(plan(awards(unit({ level: 'district', district: '黄浦' }))))).toEqual([
      'district unit 黄浦区企保协会 2000',
    ]);
  });

  test('a city award of a non-member without a district association is an error', () => {
    const result = planPayout(awards(unit({ member: false, district: '内保处' })), policy, districts2024);
    expect(result.ok).toBe(false);
    expect(codes(result.messages)).toEqual(['payout.payer-unknown']);
    expect(result.messages[0]?.place).toMatchObject({ sheet: '先进单位', column: '市企保协会会员' });
  });

  test('a district may pay other amounts for its own awards, but not for the city awards that it pays', () => {
    const settings = { ...policy, districtAmounts: { 浦东: { collective: 150_000, individual: 50_000 } } };
    const given = awards(
      unit({ level: 'district' }),
      unit({ level: 'city', member: false, code: codeOf(2), unit: '乙厂' }),
      officer({ level: 'district' }),
    );
    expect(plan(given, settings).payments.map((one) => one.amount)).toEqual([150_000, 200_000, 50_000]);
  });
});

describe('money is paid once', () => {
  test('a unit that wins at both levels is paid once, by the city', () => {
    expect(said(plan(awards(unit({ level: 'district' }), unit())))).toEqual([
      'city unit 市企保协会 2000',
      'district unit city-over-district',
    ]);
  });

  test('a department gets no money beside its unit', () => {
    expect(said(plan(awards(department(), unit())))).toEqual([
      'city unit 市企保协会 2000',
      'city department unit-over-department',
    ]);
  });

  test('a city department goes before its unit at district level', () => {
    expect(said(plan(awards(unit({ level: 'district' }), department())))).toEqual([
      'city department 市企保协会 2000',
      'district unit city-over-district',
    ]);
  });

  test('of four collective awards of one unit only the foremost is paid', () => {
    const given = awards(department({ level: 'district' }), unit({ level: 'district' }), department(), unit());
    const { payments, withheld } = plan(given);
    expect(payments.map((one) => one.award)).toEqual([given[3]]);
    expect(withheld.map((one) => one.rule)).toEqual([
      'city-over-district',
      'city-over-district',
      'unit-over-department',
    ]);
    expect(withheld.every((one) => one.paidAs === payments[0])).toBe(true);
  });

  test('a person who wins at both levels is paid once, by the city', () => {
    expect(said(plan(awards(officer({ level: 'district' }), officer())))).toEqual([
      'city officer 市企保协会 1000',
      'district officer city-over-district',
    ]);
  });

  test('a city officer goes before the same person responsible at district level', () => {
    expect(said(plan(awards(responsible({ level: 'district' }), officer())))).toEqual([
      'city officer 市企保协会 1000',
      'district responsible city-over-district',
    ]);
  });

  test("a unit's award takes nothing from its people", () => {
    expect(plan(awards(unit(), officer(), officer({ idNumber: idOf(3), name: '李平' }))).payments).toHaveLength(3);
  });

  test('the same row twice is paid once, the first by place', () => {
    const [first, second] = awards(unit(), unit()) as [Award, Award];
    expect(plan([second, first]).payments.map((one) => one.award)).toEqual([first]);
    expect(plan([second, first]).withheld.map((one) => one.rule)).toEqual(['already-paid']);
  });
});

describe('one person with two individual awards of one level', () => {
  const given = awards(officer(), responsible());

  test('is paid once, as responsible person, with a warning that names the setting', () => {
    const result = planPayout(given, policy, districts2024);
    expect(result.ok && said(result.value)).toEqual(['city responsible 市企保协会 1000', 'city officer one-person']);
    expect(codes(result.messages)).toEqual(['payout.two-individual-awards']);
    expect(result.messages[0]?.hint).toContain('payout.twoIndividualAwards: each');
  });

  test('is paid for each where the case says so, and a district award is still withheld', () => {
    const settings = { ...policy, twoIndividualAwards: 'each' as const };
    const result = planPayout([...given, ...awards(officer({ level: 'district' }))], settings, districts2024);
    expect(result.ok && said(result.value)).toEqual([
      'city officer 市企保协会 1000',
      'city responsible 市企保协会 1000',
      'district officer city-over-district',
    ]);
    expect(result.messages).toEqual([]);
  });
});

describe('the same beneficiary written in two ways', () => {
  test('a unit is the same by its code, whatever the spelling', () => {
    expect(plan(awards(unit(), unit({ level: 'district', unit: '甲工厂' }))).payments).toHaveLength(1);
  });

  test('a unit without code is matched by its name, with a warning', () => {
    const given = awards(
      unit({ unit: '某某（上海）有限公司' }),
      unit({ level: 'district', code: '', unit: '某某(上海)有限责任公司' }),
    );
    for (const order of [given, given.toReversed()]) {
      const result = planPayout(order, policy, districts2024);
      expect(result.ok && result.value.payments.map((one) => one.award.level)).toEqual(['city']);
      expect(codes(result.messages)).toEqual(['payout.matched-by-name']);
    }
  });

  test('a person without ID number is matched by unit and name', () => {
    expect(plan(awards(officer(), officer({ level: 'district', idNumber: '' }))).payments).toHaveLength(1);
    expect(plan(awards(officer(), officer({ level: 'district', idNumber: '', unit: '乙厂' }))).payments).toHaveLength(
      2,
    );
  });

  test('two units of one name but with different codes are two', () => {
    expect(plan(awards(unit(), unit({ code: codeOf(2) }))).payments).toHaveLength(2);
  });

  test('a name that belongs to two persons proves nothing about a third row', () => {
    const given = awards(officer(), officer({ idNumber: idOf(3) }), officer({ idNumber: '', level: 'district' }));
    expect(plan(given).payments).toHaveLength(3);
  });
});

test('with every quota of 2024 filled, 718,000 yuan are paid and 85 departments withheld', () => {
  let number = 0;
  const given = quotaTable(districts2024, rates).rows.flatMap(({ district, quota }) => {
    const units = Array.from({ length: quota.unit }, () => {
      const code = codeOf(++number);
      return unit({ district, code, unit: `第${number}厂` });
    });
    const persons = (count: number, kind: typeof officer) =>
      Array.from({ length: count }, () =>
        kind({ district, idNumber: idOf(++number % 1000, `1975${number < 1000 ? '05' : '06'}12`) }),
      );
    return awards(
      ...units,
      ...units
        .slice(0, quota.department)
        .map((one) => department({ ...one, category: 'department', department: '保卫处' })),
      ...persons(quota.responsible, responsible),
      ...persons(quota.officer, officer),
    );
  });
  const { payments, withheld, totals, total } = plan(given);
  const paid = (category: string) => payments.filter((one) => one.award.category === category);
  expect(paid('unit')).toHaveLength(214);
  expect(paid('department')).toHaveLength(0);
  expect([...paid('responsible'), ...paid('officer')]).toHaveLength(290);
  expect(withheld.map((one) => one.rule)).toEqual(Array(85).fill('unit-over-department'));
  expect(total).toEqual({ count: 504, amount: 71_800_000 });
  expect(totals).toEqual([{ payer: '市企保协会', count: 504, amount: 71_800_000 }]);
});

test('payout --json gives yuan, the payer first, and says what is paid instead', () => {
  const given = awards(unit({ member: false }), unit({ level: 'district' }), officer());
  expect(payoutJson(plan(given))).toEqual({
    payments: [
      {
        payer: '浦东区企保协会',
        level: 'city',
        category: 'unit',
        district: '浦东',
        unit: '甲厂',
        recipient: '甲厂',
        amount: 2000,
        explanation:
          '市级先进单位：所在单位不是市企保协会会员，由所属区企保协会负担，奖金由浦东区企保协会发放2,000.00元。',
        batch: null,
        paidOn: null,
      },
      {
        payer: '市企保协会',
        level: 'city',
        category: 'officer',
        district: '浦东',
        unit: '甲厂',
        recipient: '张安',
        amount: 1000,
        explanation: '市级先进保卫干部：所在单位是市企保协会会员，奖金由市企保协会发放1,000.00元。',
        batch: null,
        paidOn: null,
      },
    ],
    withheld: [
      {
        level: 'district',
        category: 'unit',
        district: '浦东',
        unit: '甲厂',
        recipient: '甲厂',
        rule: 'city-over-district',
        paidAs: { level: 'city', category: 'unit', payer: '浦东区企保协会' },
        explanation: '区级先进单位：同一单位的市级、区级奖金不重复发放，按市级先进单位由浦东区企保协会发放2,000.00元。',
      },
    ],
    totals: [
      { payer: '市企保协会', count: 1, amount: 1000 },
      { payer: '浦东区企保协会', count: 1, amount: 2000 },
    ],
    total: { count: 2, amount: 3000 },
  });
});
