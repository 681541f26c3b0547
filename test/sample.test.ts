import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCase } from '../src/case/read.ts';
import { checkEligibility } from '../src/rules/eligibility.ts';
import { birthOfId, codeFault, idFault, passesLuhn, sexOfId } from '../src/rules/identifiers.ts';
import { checkScores } from '../src/rules/item-scores.ts';
import { quotaTable } from '../src/rules/quota.ts';

const rosters = 'data/shanghai-2024/rosters';
const sheetNames = ['先进单位', '先进保卫部门', '先进治安责任人', '先进保卫干部'] as const;

const individualSheets: readonly string[] = ['先进治安责任人', '先进保卫干部'];

/** Annex 1 of the notice: unit, department, responsible, officer. */
const quotas: Readonly<Record<string, readonly number[]>> = {
  浦东: [20, 8, 12, 13],
  黄浦: [9, 4, 5, 6],
  徐汇: [7, 3, 4, 5],
  长宁: [4, 2, 2, 3],
  静安: [17, 7, 10, 11],
  普陀: [23, 9, 14, 15],
  虹口: [21, 8, 13, 14],
  杨浦: [13, 5, 8, 9],
  闵行: [9, 4, 5, 6],
  宝山: [3, 1, 2, 2],
  嘉定: [3, 1, 2, 2],
  松江: [2, 1, 1, 1],
  金山: [5, 2, 3, 3],
  青浦: [3, 1, 2, 2],
  奉贤: [4, 2, 2, 3],
  崇明: [2, 1, 1, 1],
  边港: [3, 1, 2, 2],
  轨交: [1, 0, 1, 0],
  化工: [1, 0, 1, 0],
  机场: [1, 0, 1, 0],
  内保处: [63, 25, 38, 63],
};

interface Nominee {
  readonly file: string;
  readonly sheet: string;
  readonly level: string;
  /** A cell's value by its header without `*`; '' where it is empty. */
  readonly of: (header: string) => string | number;
}

let nominees: readonly Nominee[] = [];

beforeAll(async () => {
  nominees = (await Promise.all(readdirSync(rosters).sort().map(nomineesOf))).flat();
});

async function nomineesOf(file: string): Promise<Nominee[]> {
  const sheets = await readWorkbook(join(rosters, file));
  // A district that sends its scores in item by item has a fifth sheet.
  expect(sheets.map(({ sheet }) => sheet).filter((name) => name !== '评分')).toEqual(sheetNames);
  return sheets.slice(0, sheetNames.length).flatMap(({ sheet, data: [head = [], ...rows] }) => {
    const headers = head.map((header) => String(header).replace('*', ''));
    return rows.map((row) => {
      const of = (header: string) => {
        const value = row[headers.indexOf(header)];
        return typeof value === 'number' ? value : String(value ?? '');
      };
      return { file, sheet, level: String(of('级别')), of };
    });
  });
}

const text = (nominee: Nominee, header: string): string => String(nominee.of(header));
const city = () => nominees.filter(({ level }) => level === '市级');
const inSheets = (list: readonly Nominee[], ...sheets: string[]) => list.filter(({ sheet }) => sheets.includes(sheet));
const lengthOf = (one: string): number => [...one].length;

describe('the sample rosters', () => {
  it('are what the script writes, byte for byte', () => {
    const folder = mkdtempSync(join(tmpdir(), 'neibao-sample-'));
    try {
      execFileSync(process.execPath, ['scripts/sample.js', folder]);
      expect(readdirSync(folder).sort()).toEqual(readdirSync(rosters).sort());
      for (const file of readdirSync(folder)) {
        const same = readFileSync(join(folder, file)).equals(readFileSync(join(rosters, file)));
        expect(same, `${file} differs: run npm run sample`).toBe(true);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('are one workbook per row of the quota table, in its order', () => {
    const expected = Object.keys(quotas).map((name, index) => `${String(index + 1).padStart(2, '0')}${name}.xlsx`);
    expect(readdirSync(rosters).sort()).toEqual(expected);
    for (const nominee of nominees) expect(nominee.file).toContain(text(nominee, '区'));
  });

  it('fill every city quota exactly: 214, 85, 129, 161', () => {
    for (const [district, quota] of Object.entries(quotas)) {
      const here = city().filter((nominee) => nominee.of('区') === district);
      expect(
        sheetNames.map((sheet) => inSheets(here, sheet).length),
        district,
      ).toEqual(quota);
    }
    expect(sheetNames.map((sheet) => inSheets(city(), sheet).length)).toEqual([214, 85, 129, 161]);
  });

  it('hold a few hundred district awards, none of 内保处', () => {
    const own = nominees.filter(({ level }) => level === '区级');
    expect(own.length).toBeGreaterThan(250);
    expect(own.some((nominee) => nominee.of('区') === '内保处')).toBe(false);
  });

  it('give the rules nothing to object to', async () => {
    const read = await readCase('data/shanghai-2024');
    expect(read.messages).toEqual([]);
    if (!read.ok) return;
    const table = quotaTable(read.value.districts, read.value.settings.quota.rates);
    const found = [...checkEligibility(read.value, table), ...checkScores(read.value)];
    expect(found.filter(({ code }) => code !== 'eligibility.two-categories')).toEqual([]);
  });
});

describe('the scores of the sample', () => {
  it('come in item by item for the city units and departments of three districts', async () => {
    const read = await readCase('data/shanghai-2024');
    if (!read.ok) throw new Error(JSON.stringify(read.messages));
    const files = new Set(read.value.scores.map(({ place }) => place.file));
    expect([...files]).toEqual(['rosters/12松江.xlsx', 'rosters/16崇明.xlsx', 'rosters/18轨交.xlsx']);
    expect(read.value.scores).toHaveLength(7);
    const all = read.value.scores.flatMap(({ points }) => points);
    expect(all.some(({ self, reviewer }) => self !== reviewer)).toBe(true);
  });
});

describe('the identifiers of the sample', () => {
  it('are valid, and of no region, bank or telephone exchange that exists', () => {
    for (const nominee of nominees) {
      expect(codeFault(text(nominee, '统一社会信用代码'))).toBeNull();
      expect(text(nominee, '统一社会信用代码')).toMatch(/^(91|12)99/);
      expect(text(nominee, '联系电话')).toMatch(/^(021-5550\d{4}|1990000\d{4})$/);
      expect(passesLuhn(text(nominee, '银行账号'))).toBe(true);
      const id = text(nominee, '身份证号');
      if (id !== '') expect([id.slice(0, 2), idFault(id)]).toEqual(['99', null]);
    }
  });

  it('agree with sex and month of birth', () => {
    for (const nominee of inSheets(nominees, ...individualSheets)) {
      const id = text(nominee, '身份证号');
      expect(text(nominee, '银行账号')).toMatch(/^629999(\d{10}|\d{13})$/);
      if (id !== '') expect([sexOfId(id), birthOfId(id)]).toEqual([nominee.of('性别'), nominee.of('出生年月')]);
    }
  });

  it('are missing in a few district awards of persons only', () => {
    const without = nominees.filter((nominee) => nominee.of('身份证号') === '');
    expect(without.length).toBeGreaterThan(5);
    expect(without.every(({ level, sheet }) => level === '区级' && individualSheets.includes(sheet))).toBe(true);
  });

  it('mean one unit each, with one name and one membership, and one person each', () => {
    const units = new Set(nominees.map((nominee) => text(nominee, '统一社会信用代码')));
    const described = nominees.map((nominee) =>
      ['统一社会信用代码', '单位全称', '市企保协会会员'].map((header) => nominee.of(header)).join(' '),
    );
    expect(new Set(described).size).toBe(units.size);
    const persons = inSheets(nominees, ...individualSheets).filter((nominee) => nominee.of('身份证号') !== '');
    const named = persons.map((nominee) => `${nominee.of('身份证号')} ${nominee.of('姓名')}`);
    expect(new Set(named).size).toBe(new Set(persons.map((nominee) => nominee.of('身份证号'))).size);
  });
});

describe('the names of the sample', () => {
  const names = () =>
    city()
      .map((nominee) => text(nominee, '姓名'))
      .filter((name) => name !== '');

  it('are of two to four characters, and longer with ·', () => {
    for (const length of [2, 3, 4])
      expect(names().filter((name) => lengthOf(name) === length).length).toBeGreaterThan(3);
    expect(names().filter((name) => /\p{Script=Han}·\p{Script=Han}/u.test(name)).length).toBeGreaterThan(3);
  });

  it('include compound surnames and each rare character at least twice', () => {
    expect(names().filter((name) => /^(欧阳|司马|上官|诸葛)/.test(name)).length).toBeGreaterThan(5);
    for (const rare of '堃喆㛃䶮') expect(names().filter((name) => name.includes(rare)).length).toBeGreaterThan(1);
  });

  it('include short and very long names of units', () => {
    const lengths = city().map((nominee) => lengthOf(text(nominee, '单位全称')));
    expect(Math.min(...lengths)).toBeLessThan(9);
    expect(lengths.filter((length) => length >= 30).length).toBeGreaterThan(5);
  });
});

describe('the deeds of the sample', () => {
  it('have 80 to 400 characters for the city, some near 400, and 60 to 160 for a district', () => {
    const lengths = city().map((nominee) => lengthOf(text(nominee, '主要事迹')));
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(80);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(400);
    expect(lengths.filter((length) => length > 385).length).toBeGreaterThan(10);
    expect(lengths.filter((length) => length < 130).length).toBeGreaterThan(10);
    for (const nominee of nominees.filter(({ level }) => level === '区级')) {
      expect(lengthOf(text(nominee, '主要事迹'))).toBeGreaterThanOrEqual(60);
      expect(lengthOf(text(nominee, '主要事迹'))).toBeLessThanOrEqual(160);
    }
  });

  it('repeat no sentence within a text and share no two with the row above', () => {
    let above: readonly string[] = [];
    for (const nominee of nominees) {
      const sentences = text(nominee, '主要事迹').match(/[^。]+。/g) ?? [];
      expect(sentences.join('')).toBe(text(nominee, '主要事迹'));
      expect(new Set(sentences).size).toBe(sentences.length);
      expect(sentences.filter((sentence) => above.includes(sentence)).length).toBeLessThan(2);
      above = sentences;
    }
  });

  it('use full-width punctuation and fill every slot', () => {
    for (const nominee of nominees) {
      expect(text(nominee, '主要事迹')).not.toMatch(/[,;:?!()[\]{}|]|undefined|[，、；。]{2}/);
    }
  });
});

describe('the situations of the payout rules', () => {
  /** What each holder has won, as 市单位+区单位; collectives by unit, individuals by unit and name. */
  const won = (individual: boolean): readonly string[] => {
    const holders = new Map<string, Set<string>>();
    for (const nominee of nominees.filter((one) => (one.of('姓名') !== '') === individual)) {
      const key = `${nominee.of('单位全称')} ${nominee.of('姓名')}`;
      holders.set(key, (holders.get(key) ?? new Set()).add(nominee.level.charAt(0) + nominee.sheet.slice(2)));
    }
    return [...holders.values()].map((awards) => [...awards].sort().join('+'));
  };

  it.each([
    ['unit at both levels', false, '区单位+市单位'],
    ['unit and its department, city', false, '市保卫部门+市单位'],
    ['unit and its department, district', false, '区保卫部门+区单位'],
    ['district unit, city unit and city department', false, '区单位+市保卫部门+市单位'],
    ['unit and department at both levels', false, '区保卫部门+区单位+市保卫部门+市单位'],
    ['responsible person at both levels', true, '区治安责任人+市治安责任人'],
    ['officer at both levels', true, '区保卫干部+市保卫干部'],
    ['responsible and officer in one, city and district', true, '区治安责任人+市保卫干部+市治安责任人'],
    ['responsible and officer in one, district', true, '区保卫干部+区治安责任人'],
    ['city officer, district responsible', true, '区治安责任人+市保卫干部'],
    ['city responsible, district officer', true, '区保卫干部+市治安责任人'],
  ])('%s occurs several times', (_, individual, awards) => {
    expect(won(individual).filter((one) => one === awards).length).toBeGreaterThan(1);
  });

  it('about a tenth of the districts’ city awards go to units outside the city association, none of 内保处', () => {
    const outside = city().filter((nominee) => nominee.of('市企保协会会员') === '否');
    expect(outside.length / (589 - 189)).toBeGreaterThan(0.07);
    expect(outside.length / (589 - 189)).toBeLessThan(0.13);
    expect(new Set(outside.map(({ sheet }) => sheet)).size).toBe(4);
    expect(outside.some((nominee) => nominee.of('区') === '内保处')).toBe(false);
  });
});
