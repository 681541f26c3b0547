import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCase } from '../../src/case/read.ts';
import type { Nominee } from '../../src/case/types.ts';
import { collect } from '../../src/intake/collect.ts';
import { caseFolder } from '../case/folder.ts';

const mess = fileURLToPath(new URL('mess', import.meta.url));
const rosters = ['先进单位', '先进保卫部门', '先进治安责任人', '先进保卫干部'];
const noRosters = Object.fromEntries(rosters.map((name) => [`rosters/${name}.csv`, null]));

/** What every nominee of the small case says, row by row, but for where the row stands. */
async function nomineesOf(dir: string): Promise<readonly string[]> {
  const read = await readCase(dir);
  if (!read.ok) throw new Error(JSON.stringify(read.messages, null, 2));
  const facts = ({ place: _1, origin: _2, received: _3, ...rest }: Nominee) => JSON.stringify(rest);
  return read.value.nominees.map(facts).sort();
}

async function collectMess(file: string) {
  const dir = await caseFolder(noRosters);
  const result = await collect(dir, [join(mess, file)], { received: '2024-12-20' });
  return { dir, result, codes: result.messages.map(({ code }) => code) };
}

async function expectedOf(...categories: readonly string[]): Promise<readonly string[]> {
  const others = rosters.filter((name) => !categories.includes(name));
  return nomineesOf(await caseFolder(Object.fromEntries(others.map((name) => [`rosters/${name}.csv`, null]))));
}

describe('a roster as an office sends it becomes the right roster, and what was changed is said', () => {
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['headers in another order', 'other-order.xlsx', ['先进单位'], []],
    ['titles above the header', 'title-rows.xlsx', ['先进单位'], []],
    ['blank rows, and rows with only a running number', 'blank-rows.xlsx', ['先进单位'], ['collect.numbered-rows']],
    ['full-width digits and letters', 'full-width.xlsx', ['先进保卫干部'], ['collect.width']],
    ['spaces inside names and numbers', 'spaces.xlsx', ['先进保卫干部'], ['collect.spaces']],
    ['whole days as texts', 'dates-as-text.xlsx', ['先进保卫干部'], ['collect.birth']],
    ['dates as numbers of days', 'dates-as-serial.xlsx', ['先进保卫干部'], ['collect.birth']],
    ['a CSV file in GB18030', '东湖西岭-先进单位-gb18030.csv', ['先进单位'], []],
    [
      'several sheets with names of their own',
      'several-sheets.xlsx',
      ['先进单位', '先进保卫干部', '先进治安责任人'],
      ['collect.sheet-aside'],
    ],
    [
      'hidden rows and sheets',
      'hidden.xlsx',
      ['先进单位', '先进保卫干部'],
      ['collect.hidden-rows', 'collect.hidden-sheet'],
    ],
    ['headers repeated between the rows', 'repeated-headers.xlsx', ['先进单位'], ['collect.header-rows']],
    [
      'totals, captions, remarks and signatures',
      'totals-and-notes.xlsx',
      ['先进单位'],
      ['collect.total-rows', 'collect.note-rows'],
    ],
    ['an example row', 'example-row.xlsx', ['先进单位'], ['collect.example-rows']],
    ['formulas', 'formulas.xlsx', ['先进单位'], []],
  ])('%s', async (_, file, categories, codes) => {
    const { dir, result, codes: said } = await collectMess(file);
    expect(said).toEqual(codes);
    expect(result.value?.written).toBe(true);
    expect(await nomineesOf(dir)).toEqual(await expectedOf(...categories));
  });

  test('merged cells are filled down, row by row', async () => {
    const { dir, codes } = await collectMess('merged.xlsx');
    expect(codes).toEqual(['collect.merged']);
    const read = await readCase(dir);
    const rows = read.ok ? read.value.nominees : [];
    expect(rows.map((one) => `${one.level} ${one.district} ${one.unit} ${'name' in one ? one.name : ''}`)).toEqual([
      'city 东湖 示例东湖第一中学 例五',
      'city 东湖 示例东湖第一中学 例九',
      'city 东湖 示例东湖百货有限公司 例六',
      'city 西岭 示例西岭小学 例七',
      'city 市属处 示例市商业集团有限公司 例八',
    ]);
    expect(rows.map(({ code }) => code).slice(0, 2)).toEqual(['91990101000000019M', '91990101000000019M']);
  });
});

describe('a roster that cannot be read rightly is refused with what to do', () => {
  test.each([
    ['an ID number that became a number', 'id-as-number.xlsx', 'roster.identifier-number'],
    ['a sheet that does not say its category', 'no-category.xlsx', 'collect.sheet-unknown'],
    ['a workbook of the old Excel', 'old-excel.xls', 'collect.other-workbook'],
  ])('%s', async (_, file, code) => {
    const { dir, result, codes } = await collectMess(file);
    expect(codes).toEqual([code]);
    expect(result.value?.written).toBe(false);
    expect(await nomineesOf(dir)).toEqual([]);
    expect(readdirSync(dir)).not.toContain('collected');
  });
});
