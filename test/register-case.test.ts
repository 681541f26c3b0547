import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { batchEntries } from '../src/register/entries.ts';
import { readRegister } from '../src/register/journal.ts';
import { listRegister, registerCertificates, replaceCertificate, reversePayment } from '../src/register-case.ts';
import { runCli } from './support/cli.ts';
import { good, head, paymentTo, put } from './support/register.ts';

const base = fileURLToPath(new URL('errors/_base', import.meta.url));
const people = { prepared: '张制表', reviewed: '李复核' };
const signature = ['--prepared', '张制表', '--reviewed', '李复核'];

let family: string;
let dir: string;
beforeEach(async () => {
  family = await mkdtemp(join(tmpdir(), 'neibao-family-'));
  dir = join(family, '2024');
  await cp(base, dir, { recursive: true });
});
afterEach(() => rm(family, { recursive: true, force: true }));

const register = () => readRegister(join(family, 'register.jsonl')).then(good);
const numbers = async () => (await register()).certificates.map(({ number, state }) => [number.slice(-5, -1), state]);

/** Changes the text of a roster of the case. */
async function edit(roster: string, change: (text: string) => string): Promise<void> {
  const file = join(dir, 'rosters', `${roster}.csv`);
  await writeFile(file, change(await readFile(file, 'utf8')));
}

/** Marks a row as withdrawn: the first that holds the name. */
const withdraw = (name: string) => (text: string) =>
  text
    .trimEnd()
    .split(/\r?\n/)
    .map((line, index) => `${line},${index === 0 ? '状态,撤回原因' : line.includes(name) ? '撤回,本人放弃' : '最终,'}`)
    .join('\n');

describe('certificates', () => {
  test('every final award gets a number once; a rerun gives none and changes nothing', async () => {
    const first = good(await registerCertificates(dir, people));
    expect(first.added.map(({ running }) => running)).toEqual(first.added.map((_, index) => index + 1));
    expect(first.valid).toBe(first.added.length);
    const before = await readFile(first.register);
    expect(good(await registerCertificates(dir, people))).toMatchObject({ added: [], voided: [], valid: first.valid });
    expect(await readFile(first.register)).toEqual(before);
  });

  test('a withdrawn award voids its number, which nobody else gets; when it is final again, it gets a new one', async () => {
    const { valid } = good(await registerCertificates(dir, people));
    const whole = await readFile(join(dir, 'rosters', '先进单位.csv'), 'utf8');
    await edit('先进单位', withdraw('示例东湖人民医院'));
    await edit('先进治安责任人', withdraw('示例东湖人民医院'));
    const second = good(await registerCertificates(dir, people));
    expect(second.voided.map(({ recipient }) => recipient)).toContain('示例东湖人民医院');
    expect(second.added).toEqual([]);
    expect(await readFile(second.register, 'utf8')).toContain('"理由":"本人放弃"');
    expect(second.valid).toBe(valid - second.voided.length);

    await edit('先进单位', () => whole);
    const third = good(await registerCertificates(dir, people));
    expect(third.added.map(({ recipient, running }) => [recipient, running])).toEqual([
      ['示例东湖人民医院', valid + 1],
    ]);
  });

  test('a replacement gets a new number that names the old, and keeps it at a rerun', async () => {
    const { added, valid } = good(await registerCertificates(dir, people));
    const old = added[1]?.number ?? '';
    const { certificate } = good(await replaceCertificate(dir, old, { ...people, reason: '遗失' }));
    expect(certificate).toMatchObject({ running: valid + 1, replaces: old, recipient: added[1]?.recipient });
    expect(good(await registerCertificates(dir, people))).toMatchObject({ added: [], voided: [], valid });
    expect((await numbers())[1]?.[1]).toBe('replaced');
  });

  test('a case with errors gets no numbers', async () => {
    await edit('先进单位', (text) => text.replace('91990101000000019M', '91990101000000019X'));
    const refused = await registerCertificates(dir, people);
    expect(refused.ok).toBe(false);
    expect(await readdir(family)).toEqual(['2024']);
  });

  test('each year counts for itself in the one register', async () => {
    const { valid } = good(await registerCertificates(dir, people));
    const next = join(family, '2025');
    await cp(dir, next, { recursive: true });
    const settings = await readFile(join(next, 'case.yaml'), 'utf8');
    await writeFile(join(next, 'case.yaml'), settings.replace('year: 2024', 'year: 2025'));
    const other = good(await registerCertificates(next, people));
    expect(other.added[0]?.running).toBe(1);
    expect((await register()).certificates).toHaveLength(valid * 2);
  });
});

describe('a reversal', () => {
  test('takes back one payment, once, with its reason and two names', async () => {
    const path = join(family, 'register.jsonl');
    await put(path, (now) => batchOf(now, '测试甲厂', '测试乙厂'));
    const correction = { ...people, reason: ' 账号有误 ' };
    expect(good(await reversePayment(dir, 3, correction)).payment.recipient).toBe('测试甲厂');
    expect((await register()).payments.map(({ live }) => live)).toEqual([false, true]);
    expect((await reversePayment(dir, 3, correction)).messages).toMatchObject([{ code: 'register.not-reversible' }]);
    const alone = { ...correction, reviewed: '张制表' };
    expect((await reversePayment(dir, 4, alone)).messages).toMatchObject([{ code: 'register.four-eyes' }]);
    expect((await register()).lines).toBe(5);
    const { items } = good(await listRegister(dir, { batch: 1 }));
    expect(items.map(({ entry, state }) => [entry.kind, state])).toEqual([
      ['batch', ''],
      ['payment', 'reversed'],
      ['payment', 'live'],
      ['reversal', ''],
    ]);
  });
});

describe('on the command line', () => {
  test('people read a table, programs the same lines with amounts in yuan', async () => {
    await put(join(family, 'register.jsonl'), (now) => batchOf(now, '测试甲厂'));
    const people = await runCli(['register', 'list', dir, '--year', '2024']);
    expect(people.out).toMatch(/3 .*发放 .*市企保协会→测试甲厂 市级先进单位 +2,000\.00 +有效/);
    const programs = JSON.parse((await runCli(['register', 'list', dir, '--json'])).out);
    expect(programs.value.entries[2]).toMatchObject({ line: 3, kind: 'payment', amount: 2000, state: 'live' });
    expect(programs.value.entries[1]).toMatchObject({ kind: 'batch', payers: [{ payer: '市企保协会', amount: 2000 }] });
  });

  test('verify counts what is in the register and gives the hash to note down', async () => {
    await put(join(family, 'register.jsonl'), (now) => batchOf(now, '测试甲厂'));
    const { head: hash } = await register();
    const run = await runCli(['register', 'verify', dir]);
    expect(run.out).toContain('共 3 行，逐行核对无误');
    expect(run.out).toContain(hash);
    expect(run.exit).toBe(0);
  });

  test('what is missing or is no number is said as wrong usage', async () => {
    const exits = await Promise.all(
      [
        ['register'],
        ['register', 'reverse', dir, '--line', '3', '--reason', '退票'],
        ['register', 'reverse', dir, '--line', '三', '--reason', '退票', ...signature],
        ['register', 'list', dir, '--batch', '第一批'],
        ['register', 'export', dir, '--out', '登记簿.pdf'],
      ].map((argv) => runCli(argv)),
    );
    expect(exits.map(({ exit }) => exit)).toEqual([2, 2, 2, 2, 2]);
    expect(exits[1]?.err).toContain('缺少选项“--prepared');
  });

  test('an export holds every line', async () => {
    await put(join(family, 'register.jsonl'), (now) => batchOf(now, '测试甲厂', '=测试乙厂'));
    const file = join(family, '登记簿.csv');
    await runCli(['register', 'export', dir, '--out', file]);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(5);
    expect(lines[3]).toMatch(/^3,.*,发放,有效,2024,2024,1,,市企保协会,市级,先进单位,浦东,测试甲厂,测试甲厂,,2000,/);
    expect(lines[4]).toContain(",'=测试乙厂,");
  });
});

function batchOf(now: Parameters<typeof paymentTo>[0], ...units: readonly string[]) {
  return batchEntries(
    now,
    head,
    units.map((unit) => paymentTo(now, unit)),
  );
}
