import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCase } from '../../src/case/read.ts';
import { type InitSummary, init } from '../../src/init.ts';
import { prepare } from '../../src/prepare.ts';
import { caseFolder } from '../case/folder.ts';
import { runCli } from '../support/cli.ts';
import { baseCase, sampleCase, temporaryFolder } from '../support/package.ts';

const work = await temporaryFolder('init');
let count = 0;
let dir: string;
beforeEach(() => {
  dir = join(work, `case${++count}`);
});

async function started(from: string = sampleCase): Promise<InitSummary & { readonly yaml: string }> {
  const made = await init(dir, from);
  if (!made.ok) throw new Error(JSON.stringify(made.messages, null, 1));
  return { ...made.value, yaml: await readFile(join(dir, 'case.yaml'), 'utf8') };
}

describe('next year’s case from this year’s', () => {
  test('keeps every line and every comment; what changed is year, dates and numbers', async () => {
    const { yaml } = await started();
    const before = (await readFile(join(sampleCase, 'case.yaml'), 'utf8')).split('\n');
    const after = yaml.split('\n');
    expect(after).toHaveLength(before.length);
    const comments = (lines: readonly string[]) => lines.filter((line) => /^\s*#/.test(line));
    expect(comments(after)).toEqual(comments(before));
    expect(parse(yaml)).toMatchObject({
      year: 2025,
      activity: '2025年度上海内保工作先进集体、先进个人评选表彰活动',
      notice: {
        number: '沪企保协〔2025〕　号',
        date: '2025-12-17',
        annualMeeting: '2025年度上海内保工作会议',
        contact: { phones: ['54732857', '54732855'] },
      },
      certificates: { number: '沪企保协表彰〔2025〕证{0000}号', date: '2026-01-16' },
    });
    expect(yaml).toContain('    date: 2026-01-15 # 待确认：由2025-01-15顺延一年');
  });

  test('leaves nominees behind and takes the member counts along, each to be confirmed', async () => {
    await started();
    expect((await readdir(dir)).sort()).toEqual(['case.yaml', 'members.csv', 'rosters']);
    expect(await readdir(join(dir, 'rosters'))).toEqual(['.gitkeep']);
    const members = await readFile(join(dir, 'members.csv'), 'utf8');
    expect(members.split('\n').slice(0, 2)).toEqual(['\ufeff区,会员单位,备注', '浦东,650,待确认']);
    expect(members).toContain('轨交,-,待确认');
  });

  test('lists what a person must still decide, with the line where it stands', async () => {
    const { decisions, yaml } = await started();
    const lines = yaml.split('\n');
    const ofSettings = decisions.filter(({ file }) => file === 'case.yaml');
    for (const { key, line, new: next } of ofSettings) {
      expect(lines[line - 1]).toContain(`${key.split('.').at(-1)}:`);
      expect(lines[line - 1]).toContain('待确认');
      if (!/项$/.test(next)) expect(lines[line - 1]).toContain(next);
    }
    expect(ofSettings).toContainEqual(
      expect.objectContaining({ key: 'notice.number', old: '沪企保协〔2024〕39号', new: '沪企保协〔2025〕　号' }),
    );
    expect(ofSettings.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['quota.stated.unit', 'certificates.date', 'districts.机场.overrides']),
    );
    expect(decisions.filter(({ file }) => file === 'members.csv')).toHaveLength(21);
  });

  test('says which of the new dates fall on a weekend', async () => {
    const from = await caseFolder({
      'case.yaml': (await readFile(join(baseCase, 'case.yaml'), 'utf8'))
        .replace('closingDate: 2024-12-30', 'closingDate: 2024-12-27 # 最后一天')
        .replace('date: 2025-01-16', 'date: 2024-02-29'),
    });
    const { decisions, yaml } = await started(from);
    const why = (key: string) => decisions.find((one) => one.key === key);
    expect(why('notice.closingDate')).toMatchObject({
      new: '2025-12-27',
      why: '由2024-12-27顺延一年，这一天是星期六',
    });
    expect(yaml).toContain('closingDate: 2025-12-27 # 最后一天；待确认：由2024-12-27顺延一年，这一天是星期六');
    expect(why('certificates.date')).toMatchObject({ new: '2025-02-28' });
  });

  test('is a valid case: check names exactly what is open, and nothing stops its first drafts', async () => {
    const { decisions } = await started();
    const read = await readCase(dir);
    expect(read.ok).toBe(true);
    const open = read.messages.filter(({ code }) => code === 'case.unconfirmed').map(({ place }) => place?.line);
    expect(open).toEqual(decisions.filter(({ file }) => file === 'case.yaml').map(({ line }) => line));
    const made = await prepare(dir, { systemFonts: false });
    expect(made.messages.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('can be continued once more, and marks each line once', async () => {
    await started();
    const from = dir;
    dir = join(work, `case${++count}`);
    const { year, yaml } = await started(from);
    expect(year).toBe(2026);
    expect(yaml).toContain('number: 沪企保协〔2026〕　号 # 待确认：新的顺序号');
    expect(yaml.split('\n').filter((line) => line.split('待确认').length > 2)).toEqual([]);
  });

  test('empties the days off and days worked that were only this year’s', async () => {
    const text = await readFile(join(baseCase, 'case.yaml'), 'utf8');
    const section =
      'publicity:\n  start: 2025-01-07\n  holidays:\n    - 2025-01-08\n    - 2025-01-09\n  workdays: [2025-01-11]\n';
    const from = await caseFolder({ 'case.yaml': `${text.replace(/^publicity:\n(?: .*\n)*/m, '')}${section}` });
    const { yaml } = await started(from);
    expect(parse(yaml).publicity).toEqual({ start: '2026-01-07', holidays: [], workdays: [] });
    expect(yaml).toContain('  holidays: [] # 待确认：上一年的放假调休安排不再适用');
  });

  test('names a font that lies in the old case by its way from the new one', async () => {
    const text = await readFile(join(baseCase, 'case.yaml'), 'utf8');
    const from = await caseFolder({ 'case.yaml': text.replace('fonts: {}', 'fonts: { 楷体: 字体/楷体.ttf }') });
    const { yaml } = await started(from);
    const path: string = parse(yaml).fonts.楷体;
    expect(join(dir, path)).toBe(join(from, '字体/楷体.ttf'));
  });

  test('is not begun while the old case is faulty, or not there', async () => {
    const from = await caseFolder({ 'case.yaml': 'year: 2024\n' });
    expect((await init(dir, from)).ok).toBe(false);
    expect((await init(dir, join(work, '没有'))).messages).toMatchObject([{ code: 'case.folder-missing' }]);
    expect(existsSync(dir)).toBe(false);
  });
});

describe('an empty case', () => {
  test('has every key of the sample, each with a Chinese comment above it', async () => {
    await init(dir);
    const yaml = await readFile(join(dir, 'case.yaml'), 'utf8');
    const sample = parse(await readFile(join(sampleCase, 'case.yaml'), 'utf8'));
    expect(keysOf(parse(yaml))).toEqual(keysOf(sample));
    const lines = yaml.split('\n');
    const bare = lines.filter(
      (line, index) => /^\s*\w+:/.test(line) && !/#.*\p{Script=Han}/u.test(lines[index - 1] ?? ''),
    );
    expect(bare).toEqual([]);
  });

  test('names no office of its own, and check names what is to be filled in', async () => {
    await init(dir);
    const read = await readCase(dir);
    expect(read.ok).toBe(false);
    const missing = read.messages.filter(({ code }) => code === 'case.key-missing').map(({ text }) => text);
    expect(missing).toEqual(expect.arrayContaining(['没有填写“year”。', '没有填写“notice.number”。']));
    const other = read.messages.filter(({ code }) => code !== 'case.key-missing').map(({ code }) => code);
    expect(other).toEqual(['case.members-empty', 'roster.none']);
  });
});

/** Ways to all keys, but for those that name a district or stand in a list. */
function keysOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || path.endsWith('districts')) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`));
}

describe('where it goes', () => {
  test('a folder with anything in it stays as it is', async () => {
    await mkdir(dir);
    await writeFile(join(dir, '笔记.txt'), 'x');
    expect((await init(dir, sampleCase)).messages).toMatchObject([{ code: 'init.target-not-empty', level: 'error' }]);
    expect(await readdir(dir)).toEqual(['笔记.txt']);
  });

  test('an empty folder will do', async () => {
    await mkdir(dir);
    expect((await init(dir)).ok).toBe(true);
    expect(existsSync(join(dir, 'case.yaml'))).toBe(true);
  });

  test('what the disk refuses is a message, and nothing is left behind', async () => {
    await mkdir(dir);
    const made = await init(join(dir, '长'.repeat(200)), sampleCase);
    expect(made.messages).toMatchObject([{ code: 'package.write-failed' }]);
    expect(await readdir(dir)).toEqual([]);
  });
});

test('the command prints the list, and gives it as JSON', async () => {
  const shown = await runCli(['init', dir, '--from', baseCase]);
  expect(shown.exit).toBe(0);
  expect(shown.out).toContain('已新建2025年度案卷');
  expect(shown.out).toMatch(/第\d+行\s+notice\.number/);
  dir = join(work, `case${++count}`);
  const { value } = JSON.parse((await runCli(['init', dir, '--from', baseCase, '--json'])).out);
  expect(value.decisions[0]).toMatchObject({ file: 'case.yaml', key: 'notice.number', line: 13 });
});
