import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCase } from '../../src/case/read.ts';
import { unpack } from '../../src/writers/zip.ts';
import { caseFolder } from '../case/folder.ts';
import { runCli } from '../support/cli.ts';
import { readXlsx } from '../support/xlsx.ts';

/** The small case with cells of its rosters replaced: file → [what stands there, what shall]. */
async function caseWith(changes: Readonly<Record<string, readonly (readonly [string, string])[]>>): Promise<string> {
  const dir = await caseFolder();
  for (const [name, pairs] of Object.entries(changes)) {
    const path = join(dir, 'rosters', name);
    const text = await readFile(path, 'utf8');
    const changed = pairs.reduce((so, [from, to]) => {
      if (!so.includes(from)) throw new Error(`${name} has no ${from}`);
      return so.replace(from, to);
    }, text);
    await writeFile(path, changed);
  }
  return dir;
}

/** Checks a case and sends it back; the workbooks by name. */
async function sentBack(dir: string) {
  const out = join(dir, '..', 'return');
  const run = await runCli(['check', dir, '--return', out, '--json']);
  const names = (await readdir(out)).filter((name) => name.endsWith('.xlsx'));
  const workbooks = await Promise.all(names.map(async (name) => new Uint8Array(await readFile(join(out, name)))));
  return {
    run,
    out,
    workbooks: Object.fromEntries(names.map((name, index) => [name, workbooks[index] as Uint8Array])),
  };
}

const linesOf = (bytes: Uint8Array | undefined, sheet: string) =>
  readXlsx(bytes ?? new Uint8Array()).find(({ name }) => name === sheet)?.lines ?? [];

/** The background of a cell. */
function colourOf(bytes: Uint8Array | undefined, sheet: string, address: string): string | undefined {
  const xml = readXlsx(bytes ?? new Uint8Array()).find(({ name }) => name === sheet)?.xml ?? '';
  const styles = strFromU8(unpack(bytes ?? new Uint8Array()).get('xl/styles.xml') ?? new Uint8Array());
  const style = Number(new RegExp(`<c r="${address}" s="(\\d+)"`).exec(xml)?.[1]);
  const xfs = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)?.[1]?.match(/<xf [^>]*>/g) ?? [];
  const fill = Number(/fillId="(\d+)"/.exec(xfs[style] ?? '')?.[1]);
  return /rgb="(?:FF)?([0-9A-F]{6})"/i.exec(styles.match(/<fill>.*?<\/fill>/gs)?.[fill] ?? '')?.[1];
}

const red = 'FFC7CE';
const yellow = 'FFEB9C';

describe('neibao check --return', () => {
  test('a district gets its own rows back, the faulty cells red, and what to do beside them', async () => {
    const dir = await caseWith({ '先进保卫干部.csv': [['例五,男', '例五,女']] });
    const { run, workbooks } = await sentBack(dir);
    expect(run.exit).toBe(1);
    expect(Object.keys(workbooks)).toEqual(['01东湖.xlsx']);
    const lines = linesOf(workbooks['01东湖.xlsx'], '先进保卫干部');
    expect(lines).toContain('先进保卫干部!G6 | text | 例五 | General');
    expect(lines).toContain('先进保卫干部!G7 | text | 例六 | General');
    expect(lines.join('\n')).not.toContain('例七');
    expect(colourOf(workbooks['01东湖.xlsx'], '先进保卫干部', 'H6')).toBe(red);
    expect(colourOf(workbooks['01东湖.xlsx'], '先进保卫干部', 'H7')).toBeUndefined();
    expect(lines.find((line) => line.startsWith('先进保卫干部!Q6'))).toContain('【错误】性别：“例五”的性别填写为“女”');
    const notes = strFromU8(unpack(workbooks['01东湖.xlsx'] as Uint8Array).get('xl/comments6.xml') ?? new Uint8Array());
    expect(notes).toMatch(/<comment ref="H6" .*请对照身份证，改正性别或身份证号/);
  });

  test('a text that no cell holds comes back cut, so that the workbook opens', async () => {
    const deeds = '组织岗位培训6次，带队排查隐患20处，妥善处置突发情况2起。';
    const dir = await caseWith({ '先进保卫干部.csv': [[deeds, `${'长'.repeat(40_000)}${deeds}`]] });
    const { run, workbooks } = await sentBack(dir);
    expect(run.out).toContain('roster.cell-too-long');
    const lengths = linesOf(workbooks['01东湖.xlsx'], '先进保卫干部').map((line) => /长+/.exec(line)?.[0].length ?? 0);
    expect(Math.max(...lengths)).toBe(32_767);
  });

  test('what only needs a look is yellow', async () => {
    const dir = await caseWith({
      '先进保卫部门.csv': [['保卫处实行24小时值守，全年巡查730次，及时整改隐患9处。', '']],
    });
    const { run, workbooks } = await sentBack(dir);
    expect(run.exit).toBe(0);
    expect(colourOf(workbooks['01东湖.xlsx'], '先进保卫部门', 'M6')).toBe(yellow);
  });

  test('rows that cannot be read as nominees come back too, as they were written', async () => {
    const dir = await caseWith({
      '先进单位.csv': [['示例东湖人民医院,91990101000000027G,是', '示例东湖人民医院,9.1990101E+17,也许']],
    });
    const { run, workbooks } = await sentBack(dir);
    expect(run.exit).toBe(1);
    const lines = linesOf(workbooks['01东湖.xlsx'], '先进单位');
    expect(lines).toContain('先进单位!D7 | text | 9.1990101E+17 | @');
    expect(lines).toContain('先进单位!E7 | text | 也许 | General');
    expect(colourOf(workbooks['01东湖.xlsx'], '先进单位', 'D7')).toBe(red);
    expect(colourOf(workbooks['01东湖.xlsx'], '先进单位', 'E7')).toBe(red);
  });

  test('lists all problems of the district, with the place in this workbook and in the file they came from', async () => {
    const dir = await caseWith({ '先进保卫干部.csv': [['例五,男', '例五,女']] });
    const { workbooks } = await sentBack(dir);
    const list = linesOf(workbooks['01东湖.xlsx'], '问题清单').join('\n');
    expect(list).toContain('问题清单!B4 | text | 错误');
    expect(list).toContain('问题清单!C4 | text | 先进保卫干部');
    expect(list).toContain('问题清单!D4 | number | 6');
    expect(list).toContain('问题清单!J4 | text | rosters/先进保卫干部.csv 第2行');
  });

  test('a row that was collected is named by the file that the district sent', async () => {
    const text = await readFile(join(await caseFolder(), 'rosters', '先进保卫干部.csv'), 'utf8');
    const [head, first = '', ...rest] = text.trimEnd().split('\n');
    const rows = [
      `${head},来源文件,来源表,来源行`,
      `${first.replace('例五,男', '例五,女')},东湖报送.xlsx,干部,17`,
      ...rest,
    ];
    const dir = await caseFolder({ 'rosters/先进保卫干部.csv': rows.join('\n') });
    const { workbooks } = await sentBack(dir);
    expect(linesOf(workbooks['01东湖.xlsx'], '问题清单').join('\n')).toContain('东湖报送.xlsx “干部”表 第17行');
  });

  test('once corrected, the workbook that went back is a roster like any other', async () => {
    const dir = await caseWith({ '先进保卫干部.csv': [['例五,男', '例五,女']] });
    const { workbooks } = await sentBack(dir);
    const again = await caseFolder({ rosters: null, 'rosters/01东湖.xlsx': workbooks['01东湖.xlsx'] as Uint8Array });
    const read = await readCase(again);
    expect(read.messages).toEqual([]);
    const before = await readCase(dir);
    const facts = (one: typeof read) =>
      one.ok &&
      one.value.nominees
        .filter(({ district }) => district === '东湖')
        .map(({ place, ...nominee }) => JSON.stringify(nominee))
        .toSorted();
    expect(facts(read)).toEqual(facts(before));
  });

  test('scores come back as they were given, what is over its cap red', async () => {
    const rows = [
      '单位全称,编号,自评分,说明',
      '示例东湖第一中学,1.1,9,',
      '示例东湖第一中学,1.2,5,五人',
      '示例西岭小学,1.1,8,',
    ];
    const dir = await caseFolder({ 'rosters/评分.csv': rows.join('\n') });
    const { workbooks } = await sentBack(dir);
    const lines = linesOf(workbooks['01东湖.xlsx'], '评分');
    expect(lines).toContain('评分!H4 | number | 9 | General');
    expect(lines).toContain('评分!J5 | text | 五人 | General');
    expect(lines.join('\n')).not.toContain('示例西岭小学');
    expect(colourOf(workbooks['01东湖.xlsx'], '评分', 'H4')).toBe(red);
    expect(colourOf(workbooks['01东湖.xlsx'], '评分', 'H5')).toBeUndefined();
  });

  test('without findings the folder holds no workbook', async () => {
    const { run, workbooks } = await sentBack(await caseFolder());
    expect(run.exit).toBe(0);
    expect(workbooks).toEqual({});
    expect(JSON.parse(run.out).value.returned.files).toEqual([]);
  });

  test('a folder with other things in it is left alone', async () => {
    const dir = await caseFolder();
    const run = await runCli(['check', dir, '--return', dir, '--json']);
    expect(run.exit).toBe(1);
    expect(JSON.parse(run.out).messages.map(({ code }: { code: string }) => code)).toContain('package.target-foreign');
  });
});

describe('the findings of neibao check, for people', () => {
  test('stand under the district they concern, the rest last', async () => {
    const dir = await caseWith({
      '先进保卫干部.csv': [
        ['例五,男', '例五,女'],
        ['例七,男', '例七,女'],
      ],
    });
    const { err } = await runCli(['check', dir]);
    const headings = err.split('\n').filter((line) => line.startsWith('■'));
    expect(headings.slice(0, 2)).toEqual(['■ 东湖（错误1项）', '■ 西岭（错误1项）']);
    expect(err.indexOf('例五')).toBeLessThan(err.indexOf('■ 西岭'));
    expect(err.indexOf('例七')).toBeGreaterThan(err.indexOf('■ 西岭'));
  });

  test('find their district where the row cannot be read', async () => {
    const dir = await caseWith({ '先进单位.csv': [['示例西岭小学,919901010000000436,是', '示例西岭小学,,是']] });
    const { err } = await runCli(['check', dir]);
    expect(err).toMatch(/■ 西岭（错误1项）\n【错误】rosters\/先进单位.csv 第5行/);
  });

  test('an empty place is its district’s finding although it stands in no row', async () => {
    const text = await readFile(join(await caseFolder(), 'rosters', '先进保卫干部.csv'), 'utf8');
    const dir = await caseFolder({ 'rosters/先进保卫干部.csv': text.replace(/.*例七.*\n/, '') });
    const { out } = await runCli(['check', dir]);
    expect(out).toMatch(/■ 西岭（提醒1项）\n【提醒】“西岭”市级名额未用完/);
  });

  test('a case with nothing but notes has no headings', async () => {
    const { out } = await runCli(['check', await caseFolder()]);
    expect(out).not.toContain('■');
  });
});
