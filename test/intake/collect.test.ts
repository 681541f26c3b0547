import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readCase } from '../../src/case/read.ts';
import { readXlsx } from '../../src/case/read-xlsx.ts';
import type { Nominee } from '../../src/case/types.ts';
import { rosterWorkbook } from '../../src/intake/collect/workbook.ts';
import { type CollectOptions, collect } from '../../src/intake/collect.ts';
import { caseFolder } from '../case/folder.ts';
import { textRow, workbook } from '../case/workbook.ts';
import { runCli } from '../support/cli.ts';
import { csv, incoming, officer, unit } from './roster-file.ts';

const rosters = ['先进单位', '先进保卫部门', '先进治安责任人', '先进保卫干部'];
const emptyCase = () => caseFolder(Object.fromEntries(rosters.map((name) => [`rosters/${name}.csv`, null])));

async function take(dir: string, paths: readonly string[], options: Partial<CollectOptions> = {}) {
  const result = await collect(dir, paths, { received: '2024-12-20', ...options });
  return { ...result, codes: result.messages.map(({ code }) => code) };
}

async function nomineesOf(dir: string): Promise<readonly Nominee[]> {
  const read = await readCase(dir);
  if (!read.ok) throw new Error(JSON.stringify(read.messages, null, 2));
  return read.value.nominees;
}

const nameOf = (one: Nominee) => ('name' in one ? one.name : one.unit);

async function snapshot(dir: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file.slice(dir.length), await readFile(file, 'base64')])),
  );
}

describe('a first collection', () => {
  test('makes one workbook per district in which every row says where it came from', async () => {
    const dir = await emptyCase();
    const [path = ''] = await incoming({
      '两区-先进保卫干部.csv': csv([officer('例一'), officer('例二', { 区: '西岭' }), officer('例三')]),
    });
    const { ok, value } = await take(dir, [path]);
    expect(ok).toBe(true);
    expect(await readdir(join(dir, 'rosters'))).toEqual(['01东湖.xlsx', '02西岭.xlsx']);
    const nominees = await nomineesOf(dir);
    expect(nominees.map((one) => [nameOf(one), one.origin?.file, one.origin?.row, one.received])).toEqual([
      ['例一', '两区-先进保卫干部.csv', 2, '2024-12-20'],
      ['例三', '两区-先进保卫干部.csv', 4, '2024-12-20'],
      ['例二', '两区-先进保卫干部.csv', 3, '2024-12-20'],
    ]);
    expect(value?.rows).toMatchObject({ read: 3, kept: 3, replaced: 0, rejected: 0 });
  });

  test('keeps the original as it came, and lists it by its hash', async () => {
    const dir = await emptyCase();
    const text = csv([officer('例一')]);
    const [path = ''] = await incoming({ '先进保卫干部.csv': text });
    await take(dir, [path]);
    expect(await readFile(join(dir, 'collected/先进保卫干部.csv'), 'utf8')).toBe(text);
    const { files } = JSON.parse(await readFile(join(dir, 'collected/index.json'), 'utf8'));
    expect(files).toMatchObject([
      {
        name: '先进保卫干部.csv',
        received: '2024-12-20',
        rows: [{ district: '东湖', category: 'officer', rows: 1 }],
        rejected: 0,
      },
    ]);
    expect(files[0].sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test('of a folder takes every file below it, and mentions what is no table', async () => {
    const dir = await emptyCase();
    const paths = await incoming({
      'mail/东湖/先进保卫干部.csv': csv([officer('例一')]),
      'mail/西岭/先进保卫干部.csv': csv([officer('例二', { 区: '西岭' })]),
      'mail/西岭/盖章件.pdf': '%PDF-1.4',
      'mail/西岭/~$先进单位.xlsx': 'x',
    });
    const folder = (paths[0] ?? '').replace(/\/东湖\/.*/, '');
    const { ok, messages } = await take(dir, [folder]);
    expect(ok).toBe(true);
    expect(messages.map(({ code, level }) => [code, level])).toEqual([['collect.not-a-table', 'warning']]);
    const nominees = await nomineesOf(dir);
    expect(nominees.map(({ origin }) => origin?.file.replace(/-[0-9a-f]{8}/, '-#'))).toEqual([
      '先进保卫干部.csv',
      '先进保卫干部-#.csv',
    ]);
  });

  test('gives the same nominees as rosters put there by hand', async () => {
    const sample = fileURLToPath(new URL('../../data/shanghai-2024/rosters/02黄浦.xlsx', import.meta.url));
    const members = { 'members.csv': '区,会员单位\n黄浦,100\n市属处,5\n' };
    const none = Object.fromEntries(rosters.map((name) => [`rosters/${name}.csv`, null]));
    const byHand = await nomineesOf(
      await caseFolder({ ...none, ...members, 'rosters/02黄浦.xlsx': readFileSync(sample) }),
    );
    const dir = await caseFolder({ ...none, ...members });
    await take(dir, [sample]);
    const plain = ({ place: _1, origin: _2, received: _3, ...rest }: Nominee) => rest;
    expect((await nomineesOf(dir)).map(plain)).toEqual(byHand.map(plain));
  });
});

describe('what comes in again', () => {
  test('the same file twice changes nothing, whatever its name', async () => {
    const dir = await emptyCase();
    const text = csv([officer('例一')]);
    const paths = await incoming({ '先进保卫干部.csv': text, '副本-先进保卫干部.csv': text });
    await take(dir, paths.slice(0, 1));
    const before = await snapshot(dir);
    const again = await take(dir, paths, { received: '2024-12-28' });
    expect(again.codes).toEqual(['collect.known', 'collect.known']);
    expect(again.value).toMatchObject({ written: false, rows: { read: 0 } });
    expect(await snapshot(dir)).toEqual(before);
  });

  test('a corrected file replaces its district’s rows of the same category and shows the difference', async () => {
    const dir = await emptyCase();
    const first = await incoming({
      '先进保卫干部.csv': csv([officer('例一'), officer('例二'), officer('例四', { 区: '西岭' })]),
      '先进单位.csv': csv([unit('示例东湖第一中学', '91990101000000019M')]),
    });
    await take(dir, first);
    const corrected = await incoming({
      '先进保卫干部.csv': csv([officer('例一', { 职务: '保卫处处长', 联系电话: '55500009' }), officer('例三')]),
    });
    const { value, codes } = await take(dir, corrected, { received: '2024-12-28' });
    expect(codes).toEqual([]);
    expect(value?.changes.map(({ kind, name, columns }) => [kind, name, columns])).toEqual([
      [
        'changed',
        '例一（示例东湖第一中学）',
        [
          { column: '职务', from: '保卫科科长', to: '保卫处处长' },
          { column: '联系电话', from: '******00', to: '******09' },
        ],
      ],
      ['added', '例三（示例东湖第一中学）', []],
      ['removed', '例二（示例东湖第一中学）', []],
    ]);
    expect((await nomineesOf(dir)).map(nameOf)).toEqual(['示例东湖第一中学', '例一', '例三', '例四']);
  });

  test('masked identifiers that look the same are told apart', async () => {
    const dir = await emptyCase();
    const rows = (id: string) => csv([officer('例一', { 身份证号: id })]);
    await take(dir, await incoming({ '先进保卫干部.csv': rows('990101198001150551') }));
    const { value } = await take(dir, await incoming({ '先进保卫干部.csv': rows('990101198101150551') }));
    expect(value?.changes[0]?.columns).toEqual([
      { column: '身份证号', from: '990***********0551', to: '990***********0551（第10位不同）' },
    ]);
    expect(JSON.stringify(value)).not.toContain('1981');
  });

  test('a nominee keeps the state that the office has set, and the day on which an unchanged row came in', async () => {
    const dir = await emptyCase();
    await take(dir, await incoming({ '先进保卫干部.csv': csv([officer('例一'), officer('例二')]) }));
    const set = (await nomineesOf(dir)).map(
      (one): Nominee =>
        nameOf(one) === '例一'
          ? { ...one, status: 'withdrawn', withdrawnReason: '本人放弃' }
          : { ...one, status: 'reviewed' },
    );
    await writeFile(join(dir, 'rosters/01东湖.xlsx'), await rosterWorkbook({ nominees: set, scores: [] }));
    const corrected = csv([officer('例一', { 职务: '保卫处处长' }), officer('例二')]);
    await take(dir, await incoming({ '先进保卫干部.csv': corrected }), { received: '2024-12-31' });
    const nominees = await nomineesOf(dir);
    expect(nominees.map((one) => [nameOf(one), one.status, one.withdrawnReason, one.received])).toEqual([
      ['例一', 'withdrawn', '本人放弃', '2024-12-31'],
      ['例二', 'reviewed', '', '2024-12-20'],
    ]);
  });

  test('of so many rows that they are held packed, none is lost and each keeps its fields', async () => {
    const dir = await emptyCase();
    const deeds = '全年开展安全检查，及时整改隐患，组织应急演练。'.repeat(12);
    const all = Array.from({ length: 1_500 }, (_, index) =>
      officer(`例${index}`, { 单位全称: `示例第${index}小学`, 主要事迹: `${index}：${deeds}` }),
    );
    const given = async (rows: typeof all) => incoming({ '先进保卫干部.csv': csv(rows) });
    const first = await take(dir, await given(all));
    expect(first.value?.changes.map(({ kind, name }) => [kind, name])).toEqual(
      all.map(({ 姓名, 单位全称 }) => ['added', `${姓名}（${单位全称}）`]),
    );
    const corrected = all.slice(1).map((row, index) => (index === 700 ? { ...row, 职务: '保卫处处长' } : row));
    const { value } = await take(dir, await given(corrected), { received: '2024-12-31' });
    expect(value?.changes.map(({ kind, name }) => [kind, name])).toEqual([
      ['changed', '例701（示例第701小学）'],
      ['removed', '例0（示例第0小学）'],
    ]);
    const nominees = await nomineesOf(dir);
    expect(nominees.map((one) => [nameOf(one), one.unit, one.deeds, 'post' in one && one.post, one.received])).toEqual(
      corrected.map((row) => [
        row.姓名,
        row.单位全称,
        row.主要事迹,
        row.职务,
        row.姓名 === '例701' ? '2024-12-31' : '2024-12-20',
      ]),
    );
  });

  test('an earlier file comes back only when it is named', async () => {
    const dir = await emptyCase();
    const old = await incoming({ '先进保卫干部.csv': csv([officer('例一')]) });
    await take(dir, old);
    await take(dir, await incoming({ '先进保卫干部.csv': csv([officer('例一', { 职务: '处长' })]) }));
    expect((await take(dir, old)).codes).toEqual(['collect.known']);
    await take(dir, old, { prefer: ['先进保卫干部.csv'] });
    expect(await nomineesOf(dir)).toMatchObject([{ post: '保卫科科长' }]);
  });

  test('a blank sheet of a category takes nothing away', async () => {
    const dir = await emptyCase();
    const [first = ''] = await incoming({ '先进保卫干部.csv': csv([officer('例一')]) });
    await take(dir, [first]);
    const headers = Object.keys(officer('例一'));
    const paths = await incoming({ '东湖.xlsx': workbook({ 先进保卫干部: textRow(1, ...headers) }) });
    const { codes } = await take(dir, paths);
    expect(codes).toEqual(['collect.no-rows']);
    expect(await nomineesOf(dir)).toHaveLength(1);
  });
});

describe('files that do not agree', () => {
  const one = csv([officer('例一'), officer('例二')]);
  const other = csv([officer('例一', { 职务: '处长' }), officer('例三')]);
  const both = () => incoming({ 'a-先进保卫干部.csv': one, 'b-先进保卫干部.csv': other });

  test('are shown side by side, and nothing is written', async () => {
    const dir = await emptyCase();
    const { ok, value, messages } = await take(dir, await both());
    expect(ok).toBe(false);
    expect(messages[0]).toMatchObject({ code: 'collect.conflict', place: { row: 2 } });
    expect(value?.conflicts[0]?.files.map((path) => path.replace(/.*\//, ''))).toEqual([
      'a-先进保卫干部.csv',
      'b-先进保卫干部.csv',
    ]);
    expect(
      value?.conflicts[0]?.rows.map(({ kind, name, earlier, place }) => [kind, name, earlier?.row, place.row]),
    ).toEqual([
      ['changed', '例一（示例东湖第一中学）', 2, 2],
      ['added', '例三（示例东湖第一中学）', undefined, 3],
      ['removed', '例二（示例东湖第一中学）', undefined, 3],
    ]);
    expect(value?.rows).toMatchObject({ read: 4, kept: 0, rejected: 4 });
    expect(existsSync(join(dir, 'collected'))).toBe(false);
  });

  test('the one that the user prefers counts', async () => {
    const dir = await emptyCase();
    const { value } = await take(dir, await both(), { prefer: ['b-先进保卫干部.csv'] });
    expect(value?.rows).toMatchObject({ read: 4, kept: 2, replaced: 2 });
    expect((await nomineesOf(dir)).map(nameOf)).toEqual(['例一', '例三']);
  });

  test('files with the same rows are taken once', async () => {
    const dir = await emptyCase();
    const paths = await incoming({ 'a-先进保卫干部.csv': one, 'b-先进保卫干部.csv': `\ufeff${one}` });
    const { ok, value } = await take(dir, paths);
    expect(ok).toBe(true);
    expect(value?.rows).toMatchObject({ read: 4, kept: 2, ignored: { same: 2 } });
  });

  test('files that complete each other are taken together where the user says so', async () => {
    const dir = await emptyCase();
    const paths = await incoming({
      'a-先进保卫干部.csv': one,
      'b-先进保卫干部.csv': csv([officer('例二'), officer('例三')]),
    });
    expect((await take(dir, paths)).codes).toEqual(['collect.conflict']);
    const { value } = await take(dir, paths, { add: true });
    expect(value?.rows).toMatchObject({ read: 4, kept: 3, ignored: { same: 1 } });
    expect((await take(await emptyCase(), await both(), { add: true })).codes).toEqual(['collect.conflict']);
  });

  test('rows that share nobody with those before are neither a correction nor an addition by themselves', async () => {
    const dir = await emptyCase();
    await take(dir, await incoming({ '先进保卫干部.csv': csv([officer('例一')]) }));
    const others = await incoming({ '先进保卫干部.csv': csv([officer('例二')]) });
    expect((await take(dir, others)).codes).toEqual(['collect.unrelated']);
    await take(dir, others, { add: true });
    expect((await nomineesOf(dir)).map(nameOf).sort()).toEqual(['例一', '例二']);
    const third = await incoming({ '先进保卫干部.csv': csv([officer('例三')]) });
    await take(dir, third, { replace: true });
    expect((await nomineesOf(dir)).map(nameOf)).toEqual(['例三']);
  });
});

describe('rows with errors', () => {
  const wrong = csv([officer('例一', { 职务: '处长' }), officer('例二', { 身份证号: '9.90101E+17' })]);

  test('keep the whole run from being written, and are named with their place in the file', async () => {
    const dir = await emptyCase();
    const paths = await incoming({
      '先进保卫干部.csv': wrong,
      '先进单位.csv': csv([unit('示例东湖第一中学', '91990101000000019M')]),
    });
    const { ok, messages, value } = await take(dir, paths);
    expect(ok).toBe(false);
    expect(messages).toMatchObject([{ code: 'roster.identifier-number', place: { row: 3, column: '身份证号' } }]);
    expect(value?.rows).toMatchObject({ read: 3, kept: 2, rejected: 1 });
    expect(existsSync(join(dir, 'collected'))).toBe(false);
  });

  test('are left out where the user says so, and what stood there before stands', async () => {
    const dir = await emptyCase();
    await take(dir, await incoming({ '先进保卫干部.csv': csv([officer('例一'), officer('例二')]) }));
    const paths = await incoming({ '先进保卫干部.csv': wrong });
    const { ok, messages, value } = await take(dir, paths, { partial: true });
    expect(ok).toBe(true);
    expect(messages.map(({ code, level }) => [code, level])).toEqual([['roster.identifier-number', 'warning']]);
    expect(value?.rows).toMatchObject({ read: 2, kept: 1, rejected: 1 });
    expect(value?.changes.map(({ kind, name }) => [kind, name])).toEqual([['changed', '例一（示例东湖第一中学）']]);
    const nominees = await nomineesOf(dir);
    expect(nominees.map((row) => [nameOf(row), 'post' in row ? row.post : ''])).toEqual([
      ['例一', '处长'],
      ['例二', '保卫科科长'],
    ]);
  });
});

describe('the case', () => {
  test('rosters put there by hand are taken over by district, and kept as they were', async () => {
    const dir = await caseFolder();
    const before = await nomineesOf(dir);
    const paths = await incoming({
      '先进保卫干部.csv': csv([
        officer('例五', { 身份证号: '990101198001150551', 职务: '处长' }),
        officer('例六', {
          单位全称: '示例东湖百货有限公司',
          统一社会信用代码: '91990101000000035B',
          市企保协会会员: '否',
        }),
      ]),
    });
    const { codes } = await take(dir, paths);
    // The officers' file draws in 西岭 and 市属处, and with them every file that has rows of theirs.
    expect(codes).toEqual(['collect.taken-over', 'collect.taken-over', 'collect.taken-over', 'collect.taken-over']);
    expect(await readdir(join(dir, 'rosters'))).toEqual(['01东湖.xlsx', '02西岭.xlsx', '03市属处.xlsx']);
    const after = await nomineesOf(dir);
    expect(after.map(nameOf).sort()).toEqual(before.map(nameOf).sort());
    expect(after.every(({ origin }) => origin !== null)).toBe(true);
    const base = fileURLToPath(new URL('../errors/_base/rosters/先进单位.csv', import.meta.url));
    expect(await readFile(join(dir, 'collected/先进单位.csv'))).toEqual(await readFile(base));
  });

  test('files of districts that nothing came from stay as they are, byte by byte', async () => {
    const dir = await emptyCase();
    await take(dir, await incoming({ '先进保卫干部.csv': csv([officer('例一'), officer('例二', { 区: '西岭' })]) }));
    const before = await snapshot(dir);
    await take(dir, await incoming({ '先进保卫干部.csv': csv([officer('例一', { 职务: '处长' })]) }));
    const after = await snapshot(dir);
    expect(after['/rosters/02西岭.xlsx']).toBe(before['/rosters/02西岭.xlsx']);
    expect(after['/rosters/01东湖.xlsx']).not.toBe(before['/rosters/01东湖.xlsx']);
  });

  test('a disk that refuses leaves the case as it was', async () => {
    const dir = await caseFolder({ collected: 'a file where a folder belongs' });
    const before = await snapshot(dir);
    const paths = await incoming({
      '先进保卫干部.csv': csv([officer('例五', { 身份证号: '990101198001150551', 职务: '处长' })]),
    });
    expect((await take(dir, paths)).codes).toEqual(['collect.write-failed']);
    expect(await snapshot(dir)).toEqual(before);
  });

  test('scores come along with the units they are of, and what the reviewer has given stays', async () => {
    const dir = await emptyCase();
    const scores = (self: string, reviewer: string) => textRow(2, '示例东湖第一中学', '1.1', self, reviewer);
    const file = (self: string, reviewer: string) => {
      const row = unit('示例东湖第一中学', '91990101000000019M');
      return workbook({
        先进单位: textRow(1, ...Object.keys(row)) + textRow(2, ...Object.values(row)),
        评分: textRow(1, '单位全称', '编号', '自评分', '评审分') + scores(self, reviewer),
      });
    };
    const [path = ''] = await incoming({ '东湖.xlsx': file('5', '4') });
    expect((await runCli(['collect', dir, path])).out).toContain('共读 1 行：收下 1 行。评分收下 1 项。');
    expect((await runCli(['collect', dir, path])).out).toContain('没有读到新的名册行。');
    const { ok } = await take(dir, await incoming({ '东湖.xlsx': file('6', '') }));
    expect(ok).toBe(true);
    const bytes = new Uint8Array(await readFile(join(dir, 'rosters/01东湖.xlsx')));
    const sheets = await readXlsx({ path: '01东湖.xlsx', bytes });
    const rows = sheets.ok ? sheets.value.find(({ name }) => name === '评分')?.rows : [];
    expect(rows?.[1]?.filter((cell) => cell !== null)).toEqual(['示例东湖第一中学', '先进单位', '1.1', '6', '4']);
  });
});
