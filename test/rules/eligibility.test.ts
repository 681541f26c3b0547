import { describe, expect, test } from 'vitest';
import type { Nominee } from '../../src/case/types.ts';
import { checkEligibility } from '../../src/rules/eligibility.ts';
import { quotaTable } from '../../src/rules/quota.ts';
import {
  caseOf,
  codeOf,
  codes,
  department,
  district,
  districts2024,
  idOf,
  officer,
  rates,
  responsible,
  unit,
} from './build.ts';

const table = quotaTable(districts2024, rates);

/** All findings but the unused quotas, which a handful of nominees always leaves. */
function findings(...nominees: readonly Nominee[]) {
  return checkEligibility(caseOf(...nominees), table).filter((one) => one.code !== 'quota.unused');
}

function found(...nominees: readonly Nominee[]): string[] {
  return codes(findings(...nominees));
}

test('a unit, its department, its responsible person and an officer may stand', () => {
  expect(found(unit(), department(), responsible(), officer({ name: '李平', idNumber: idOf(3) }))).toEqual([]);
});

describe('a department or responsible person', () => {
  test('cannot stand when its unit does not', () => {
    const [finding] = findings(department({ place: { file: '黄浦-先进保卫部门.csv', row: 7 } }));
    expect(finding).toMatchObject({
      code: 'eligibility.unit-not-nominated',
      level: 'error',
      place: { file: '黄浦-先进保卫部门.csv', row: 7, column: '单位全称' },
    });
    expect(finding?.text).toBe('先进保卫部门“保卫处”所在单位“甲厂”不在市级先进单位推荐名单中。');
  });

  test('needs its unit at the same level', () => {
    expect(found(unit({ level: 'district' }), responsible())).toEqual(['eligibility.unit-not-nominated']);
    expect(found(unit({ level: 'district' }), responsible({ level: 'district' }))).toEqual([]);
  });

  test('goes by the code of its unit, not by the spelling', () => {
    expect(found(unit(), responsible({ unit: '甲 厂' }))).toEqual(['eligibility.names-close']);
    expect(found(unit(), responsible({ code: codeOf(2) }))).toEqual([
      'eligibility.unit-not-nominated',
      'eligibility.identity-conflict',
    ]);
  });

  test('goes by the name of its unit where a code is missing, which is an error of its own', () => {
    expect(found(unit(), responsible({ code: '' }))).toEqual(['eligibility.code-invalid']);
    expect(found(unit({ code: '' }), responsible())).toEqual(['eligibility.code-invalid']);
  });
});

describe('quota', () => {
  const many = (count: number, facts: Parameters<typeof unit>[0] = {}) =>
    Array.from({ length: count }, (_, index) => unit({ unit: `第${index}厂`, code: codeOf(index), ...facts }));

  test('one nominee too many is an error in the row where the quota ends', () => {
    const nominees = many(4, { district: '嘉定' });
    const [finding] = findings(...nominees);
    expect(finding).toMatchObject({ code: 'quota.exceeded', actual: '4', expected: '不超过 3' });
    expect(finding?.place?.row).toBe(nominees[3]?.place.row);
    expect(finding?.text).toContain('“嘉定”市级先进单位推荐数为 4，超过名额 3');
  });

  test('that is not known yet is not compared: the quota table says what is missing', () => {
    const unknown = quotaTable([district('嘉定', { members: null })], rates);
    expect(checkEligibility(caseOf(...many(2, { district: '嘉定' })), unknown)).toEqual([]);
  });

  test('binds city awards only', () => {
    expect(found(...many(40, { district: '嘉定', level: 'district' }))).toEqual([]);
  });

  test('that is not used up is one warning per district', () => {
    const unused = checkEligibility(caseOf(...many(2, { district: '嘉定' })), table).filter(
      (one) => one.code === 'quota.unused',
    );
    expect(unused).toHaveLength(21);
    expect(unused.find((one) => one.text.includes('嘉定'))?.text).toBe(
      '“嘉定”市级名额未用完：先进单位 2/3、先进保卫部门 0/1、先进治安责任人 0/2、先进保卫干部 0/2。',
    );
  });
});

describe('score', () => {
  test.each([
    [84.5, 0, '未发生', ['eligibility.base-score']],
    [85, 30, '', []],
    [100, 0, '未发生', []],
    [101, 31, '未发生', ['eligibility.base-score', 'eligibility.bonus-score']],
    [90, 0, '发生', ['eligibility.veto']],
    [null, null, '', []],
  ])('base %s, bonus %s, veto %s', (baseScore, bonusScore, veto, expected) => {
    expect(found(unit({ baseScore, bonusScore, veto }))).toEqual(expected);
  });
});

describe('identifiers', () => {
  test('a wrong ID number is shown masked', () => {
    const [finding] = findings(officer({ idNumber: '110105194912310021', birth: '' }));
    expect(finding).toMatchObject({ code: 'eligibility.id-invalid', actual: '110105********0021' });
    expect(JSON.stringify(finding)).not.toContain('19491231');
    expect(finding?.place?.column).toBe('身份证号');
  });

  test('nobody is born after the year of the case, or before 1900', () => {
    expect(found(officer({ idNumber: idOf(1, '20250101'), birth: '' }))).toEqual(['eligibility.id-invalid']);
    expect(found(officer({ idNumber: '440524188001010014', birth: '' }))).toEqual(['eligibility.id-invalid']);
  });

  test('the ID number of the head of a unit is checked too', () => {
    expect(findings(unit({ idNumber: '110105194912310021' }))[0]?.text).toContain('“王某某”的身份证号');
  });

  test('sex and birth month must agree with the ID number', () => {
    expect(found(officer({ sex: '女' }))).toEqual(['eligibility.id-sex']);
    expect(found(officer({ birth: '1975-06' }))).toEqual(['eligibility.id-birth']);
    expect(found(officer({ birth: '', idNumber: '' }))).toEqual([]);
  });

  test('a unit needs a valid code', () => {
    expect(findings(unit({ code: '91350100M000100Y4A' }))[0]).toMatchObject({
      code: 'eligibility.code-invalid',
      actual: '91350100M000100Y4A',
      place: { column: '统一社会信用代码' },
    });
  });

  test('an ID number in the column of the code stays masked', () => {
    expect(findings(unit({ code: idOf(1) }))[0]?.actual).toBe(`990101********${idOf(1).slice(-4)}`);
  });

  test('a dash instead of an ID number or an account is as good as none', () => {
    expect(found(officer({ idNumber: '-', account: '无' }))).toEqual([]);
  });

  test("a person's bank card that fails its check is a warning; a unit's account is none", () => {
    const [finding] = findings(officer({ account: '6222021234567890123' }));
    expect(finding).toMatchObject({ code: 'eligibility.account-luhn', level: 'warning' });
    expect(JSON.stringify(finding)).not.toContain('62220212');
    expect(found(unit({ account: '31001234567890' }))).toEqual([]);
  });
});

describe('fields', () => {
  test('a dash in place of a name or post is a missing field', () => {
    expect(findings(officer({ name: '-', post: '无' })).map((one) => one.place?.column)).toEqual(['姓名', '职务']);
  });

  test('empty deeds are a warning for city nominees only', () => {
    expect(found(officer({ deeds: '' }))).toEqual(['eligibility.deeds-empty']);
    expect(found(officer({ deeds: '', level: 'district' }))).toEqual([]);
  });
});

describe('twice', () => {
  test('the same unit in one category is an error that names the first row', () => {
    const first = unit({ place: { file: '01浦东.xlsx', sheet: '先进单位', row: 3 } });
    const [finding] = findings(first, unit());
    expect(finding).toMatchObject({ code: 'eligibility.duplicate', level: 'error' });
    expect(finding?.text).toContain('首次出现在 01浦东.xlsx 的“先进单位”第 3 行');
  });

  test('two departments of one unit are the same unit twice', () => {
    expect(found(unit(), department(), department({ department: '安保部' }))).toEqual(['eligibility.duplicate']);
  });

  test('the same person is found without an ID number in one row', () => {
    expect(found(officer(), officer({ idNumber: '' }))).toEqual(['eligibility.duplicate']);
  });

  test('winning at both levels is fine', () => {
    expect(found(unit(), unit({ level: 'district' }), officer(), officer({ level: 'district' }))).toEqual([]);
  });

  test('the same person in two categories is a warning', () => {
    const [finding] = findings(unit(), responsible(), officer());
    expect(finding).toMatchObject({ code: 'eligibility.two-categories', level: 'warning' });
    expect(finding?.text).toContain('“张安”（甲厂）同时被推荐为市级先进保卫干部和市级先进治安责任人');
  });
});

describe('names', () => {
  const long = { unit: '某某（上海）有限公司' };

  test('that differ only by width, spaces or the company ending are a warning with both places', () => {
    const [finding] = findings(
      unit({ ...long, place: { file: '01.xlsx', sheet: '先进单位', row: 3 } }),
      officer({ unit: '某某(上海)有限责任公司', place: { file: '02.xlsx', sheet: '先进保卫干部', row: 9 } }),
    );
    expect(finding).toMatchObject({
      code: 'eligibility.names-close',
      level: 'warning',
      place: { file: '02.xlsx', row: 9, column: '单位全称' },
    });
    expect(finding?.text).toContain('与 01.xlsx 的“先进单位”第 3 行的“某某（上海）有限公司”');
  });

  test('each further spelling is reported once', () => {
    expect(
      found(unit(long), officer({ unit: '某某(上海)有限公司' }), responsible({ unit: '某某(上海)有限公司' })),
    ).toEqual(['eligibility.two-categories', 'eligibility.names-close']);
  });

  test('one number by two names is a warning, for units and for persons', () => {
    expect(found(unit(), officer({ unit: '乙厂' }))).toEqual(['eligibility.identity-conflict']);
    const [finding] = findings(officer(), officer({ level: 'district', name: '李平' }));
    expect(finding?.code).toBe('eligibility.identity-conflict');
    expect(JSON.stringify(finding)).not.toContain(idOf(1));
  });

  test('two persons of one name are nothing unusual', () => {
    expect(found(officer(), officer({ idNumber: idOf(3) }))).toEqual([]);
  });
});
