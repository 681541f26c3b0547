import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { payout } from '../src/build.ts';
import { issue, rewriteBatch } from '../src/issue.ts';
import { appendEntries } from '../src/register/append.ts';
import { reversalEntry } from '../src/register/entries.ts';
import { readRegister } from '../src/register/journal.ts';
import { codes } from './rules/build.ts';

const people = { prepared: '甲某', reviewed: '乙某' };
const signed = { ...people, time: '2025-02-01T09:00:00+08:00' };
let family: string;
let dir: string;
let register: string;

beforeEach(async () => {
  family = await mkdtemp(join(tmpdir(), 'neibao-issue-'));
  dir = join(family, '2024');
  register = join(family, 'register.jsonl');
  await cp('test/errors/_base', dir, { recursive: true });
});
afterEach(() => rm(family, { recursive: true }));

const issued = (options: Partial<Parameters<typeof issue>[1]> = {}, of = dir) =>
  issue(of, { ...people, date: '2025-01-20', out: join(family, 'out'), ...options });
const open = async (of = dir) =>
  (await payout(of)).value?.plan.payments.filter(({ record }) => record === null).map(({ award }) => award.recipient);
const live = async () => {
  const read = await readRegister(register);
  return read.ok ? read.value.payments.filter((one) => one.live) : [];
};
const edit = async (file: string, from: string, to: string, of = dir) => {
  const text = await readFile(join(of, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(of, file), text.replace(from, to));
};

test('a batch enters the register once; the same command again has nothing to pay', async () => {
  const first = await issued();
  expect(first.value?.batch).toMatchObject({ batch: 1, count: 14, amount: 2_000_000, ...people });
  expect(await open()).toEqual([]);
  const bytes = await readFile(register);
  const again = await issued();
  expect(codes(again.messages)).toContain('issue.nothing');
  expect(await readFile(register)).toEqual(bytes);
});

test('one payer can be issued before the others, and each award is paid in one batch', async () => {
  await issued({ payer: '东湖区企保协会' });
  expect((await live()).map(({ payer }) => payer)).toEqual(['东湖区企保协会', '东湖区企保协会']);
  await issued();
  expect((await live()).map(({ batch }) => batch).sort()).toEqual([1, 1, ...Array(12).fill(2)]);
  expect(new Set((await live()).map(({ key }) => key)).size).toBe(14);
});

test('a late roster brings a batch of just that row', async () => {
  const file = 'rosters/先进保卫干部.csv';
  const rows = (await readFile(join(dir, file), 'utf8')).trimEnd().split('\n');
  await writeFile(join(dir, file), `${rows.slice(0, -1).join('\n')}\n`);
  await issued();
  await writeFile(join(dir, file), `${rows.join('\n')}\n`);
  const late = await issued();
  expect(late.value?.batch).toMatchObject({ batch: 2, count: 1, amount: 100_000 });
});

test('what was reversed, and only that, is paid anew', async () => {
  await issued();
  const [first] = await live();
  const read = await readRegister(register);
  if (!read.ok || !first) throw new Error('a register was expected');
  await appendEntries(register, read.value, [reversalEntry(first, '账号有误，退票', signed)]);
  expect(await open()).toEqual([first.recipient]);
  const again = await issued();
  expect(again.value?.batch).toMatchObject({ batch: 2, count: 1, amount: first.amount });
});

test('a copy of the case under another name cannot pay the year once more', async () => {
  await issued();
  const copy = join(family, '2024 重做');
  await cp(dir, copy, { recursive: true });
  expect(await open(copy)).toEqual([]);
  expect(codes((await issued({}, copy)).messages)).toContain('issue.nothing');
});

test('the next year pays the same people again', async () => {
  await issued();
  const next = join(family, '2025');
  await cp(dir, next, { recursive: true });
  await edit('case.yaml', 'year: 2024', 'year: 2025', next);
  expect(await open(next)).toHaveLength(14);
});

test('errors in the case, one pair of eyes or a foreign folder stop everything', async () => {
  const same = await issued({ reviewed: '甲 某' });
  expect(same.ok).toBe(false);
  expect(codes(same.messages)).toContain('register.four-eyes');
  await edit('case.yaml', 'stated:\n    unit: 5', 'stated:\n    unit: 6');
  const wrong = await issued();
  expect(codes(wrong.messages)).toContain('quota.stated-differs');
  expect(await readdir(family)).toEqual(['2024']);
});

test('the lists of a batch are written again from the register', async () => {
  await issued({ payer: '市企保协会' });
  await rm(join(family, 'out'), { recursive: true });
  const again = await rewriteBatch(dir, '1', { out: join(family, 'out') });
  expect(again.ok).toBe(true);
  const files = await readdir(join(family, 'out', '09奖金发放'));
  expect(files).toContain('01市企保协会奖金发放表（第1批）.xlsx');
  expect(files.some((name) => name.includes('待发放'))).toBe(false);
});
