import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCase } from '../../src/case/read.ts';
import type { Case } from '../../src/case/types.ts';
import type { Result } from '../../src/message.ts';
import { caseFolder } from './folder.ts';
import { textRow, workbook } from './workbook.ts';

const base = fileURLToPath(new URL('../errors/_base', import.meta.url));
const sample = fileURLToPath(new URL('../../data/shanghai-2024', import.meta.url));
const rosterFiles = ['先进保卫干部', '先进保卫部门', '先进单位', '先进治安责任人'].map((name) => `rosters/${name}.csv`);

function caseOf(result: Result<Case>): Case {
  if (!result.ok) throw new Error(JSON.stringify(result.messages, null, 2));
  return result.value;
}
const codes = (result: Result<Case>) => result.messages.map(({ code }) => code);

describe('the case of 2024', () => {
  test('has the districts of annex 1, in its order, with the two counts that are not stated', async () => {
    const { districts } = caseOf(await readCase(sample));
    expect(districts.map(({ name, members }) => `${name} ${members}`).join(' · ')).toBe(
      '浦东 650 · 黄浦 297 · 徐汇 236 · 长宁 130 · 静安 554 · 普陀 758 · 虹口 705 · 杨浦 425 · 闵行 300 · 宝山 102 · 嘉定 100 · ' +
        '松江 53 · 金山 172 · 青浦 90 · 奉贤 129 · 崇明 55 · 边港 100 · 轨交 null · 化工 null · 机场 36 · 内保处 316',
    );
  });

  test('names a payer for every district but the city’s own office', async () => {
    const { districts } = caseOf(await readCase(sample));
    const payers = new Map(districts.map(({ name, payer }) => [name, payer]));
    expect(payers.get('浦东')).toBe('浦东区企保协会');
    expect(payers.get('边港')).toBe('边港企保协会');
    expect(payers.get('内保处')).toBeNull();
    expect(districts.filter(({ scope }) => scope === 'city').map(({ name }) => name)).toEqual(['内保处']);
  });

  test('pays 2000 yuan to a collective and 1000 to a person, in fen', async () => {
    expect(caseOf(await readCase(sample)).settings.payout.amounts).toEqual({
      collective: 200_000,
      individual: 100_000,
    });
  });

  test('gives each decision of the issuer with its reason', async () => {
    const { districts } = caseOf(await readCase(sample));
    const decisions = districts.flatMap(({ name, overrides }) =>
      overrides.map(({ category, quota, reason }) => [name, category, quota, reason.length > 5]),
    );
    expect(decisions).toEqual([
      ['轨交', 'unit', 1, true],
      ['轨交', 'responsible', 1, true],
      ['化工', 'unit', 1, true],
      ['化工', 'responsible', 1, true],
      ['机场', 'officer', 0, true],
    ]);
  });

  test('explains every key of case.yaml in Chinese', () => {
    const lines = readFileSync(join(sample, 'case.yaml'), 'utf8').split('\n');
    const bare = lines.filter((line, index) => {
      const explained = /#.*[\u4e00-\u9fff]/;
      return /^\s*(- )?[^\s#:]+:/.test(line) && !explained.test(line) && !explained.test(lines[index - 1] ?? '');
    });
    expect(bare).toEqual([]);
  });
});

describe('a case folder', () => {
  test('gives its name, its year and every file that was read', async () => {
    const value = caseOf(await readCase(base));
    expect(value.id).toBe('_base');
    expect(value.year).toBe(2024);
    expect(value.inputs.map(({ path }) => path)).toEqual(['case.yaml', 'members.csv', ...rosterFiles]);
    const members = readFileSync(join(base, 'members.csv'));
    const sha256 = createHash('sha256').update(members).digest('hex');
    expect(value.inputs[1]).toEqual({ path: 'members.csv', bytes: members.length, sha256 });
  });

  test('gives the nominees file by file and row by row, each with its place', async () => {
    const { nominees } = caseOf(await readCase(base));
    expect(nominees.map(({ place }) => `${place.file} ${place.row}`).slice(3, 7)).toEqual([
      'rosters/先进保卫干部.csv 5',
      'rosters/先进保卫部门.csv 2',
      'rosters/先进单位.csv 2',
      'rosters/先进单位.csv 3',
    ]);
    expect(nominees[0]).toMatchObject({
      category: 'officer',
      level: 'city',
      district: '东湖',
      unit: '示例东湖第一中学',
      member: true,
      name: '例五',
      sex: '男',
      post: '保卫处处长',
      birth: '1980-01',
      idNumber: '990101198001150551',
    });
  });

  test('is the same in UTF-8, UTF-8 with BOM and GB18030', async () => {
    const files = ['members.csv', ...rosterFiles];
    const plain = caseOf(await readCase(await caseFolder()));
    const encoded = (encode: (path: string) => Uint8Array) =>
      caseFolder(Object.fromEntries(files.map((path) => [path, encode(path)])));
    const gb18030 = (path: string) => toGb18030(readFileSync(join(base, path), 'utf8'));
    const withBom = (path: string) => Buffer.concat([Buffer.from('\ufeff'), readFileSync(join(base, path))]);
    for (const encode of [gb18030, withBom]) {
      const value = caseOf(await readCase(await encoded(encode)));
      expect({ ...value, inputs: [] }).toEqual({ ...plain, inputs: [] });
    }
  });

  test('may have its member units in a workbook', async () => {
    const members = workbook({
      会员单位:
        textRow(2, '会员单位', '区') + textRow(3, '100', '东湖') + textRow(4, '－', '西岭') + textRow(6, '5', '市属处'),
    });
    const { districts } = caseOf(await readCase(await caseFolder({ 'members.csv': null, 'members.xlsx': members })));
    expect(districts.map(({ name, members }) => [name, members])).toEqual([
      ['东湖', 100],
      ['西岭', null],
      ['市属处', 5],
    ]);
  });

  test('may have rosters per district, as CSV files whose names end in the category', async () => {
    const units = readFileSync(join(base, 'rosters/先进单位.csv'), 'utf8').split('\n');
    const part = (rows: readonly string[]) => [units[0], ...rows].join('\n');
    const dir = await caseFolder({
      'rosters/先进单位.csv': null,
      'rosters/东湖-先进单位.csv': part(units.slice(1, 4)),
      'rosters/西岭-先进单位.csv': part(units.slice(4)),
    });
    const { nominees } = caseOf(await readCase(dir));
    expect(nominees.filter(({ category }) => category === 'unit')).toHaveLength(6);
  });

  test('may hold hidden files and the lock files of an open spreadsheet', async () => {
    const dir = await caseFolder({
      'rosters/~$先进单位.xlsx': 'x',
      'rosters/.DS_Store': 'x',
      'rosters/Thumbs.db': 'x',
      'rosters/.~先进单位.xlsx': 'x',
    });
    expect(codes(await readCase(dir))).toEqual([]);
  });

  test('says everything that is wrong with it at once', async () => {
    const dir = await caseFolder({
      'case.yaml': readFileSync(join(base, 'case.yaml'), 'utf8').replace(
        'closingDate: 2024-12-30',
        'closingDate: 明天',
      ),
      'members.csv': '区,会员单位\n东湖,一百\n西岭,34\n市属处,5\n',
      'rosters/西岭.pdf': '%PDF',
      'rosters/坏.xlsx': 'PK\x03\x04',
      'rosters/先进保卫干部.csv': readFileSync(join(base, 'rosters/先进保卫干部.csv'), 'utf8').replaceAll('市级', '市'),
    });
    const result = await readCase(dir);
    expect(result.ok).toBe(false);
    expect(codes(result).sort()).toEqual([
      'case.date',
      'case.file-truncated',
      'case.members-count',
      'roster.choice',
      'roster.choice',
      'roster.choice',
      'roster.choice',
      'roster.file-type',
    ]);
  });
});

/** Node decodes GB18030 but does not encode it: the table of its two-byte characters, turned round. */
function toGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Uint8Array.from([...text].flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]));
}
