import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appendEntries } from '../../src/register/append.ts';
import { batchEntries } from '../../src/register/entries.ts';
import { readRegister } from '../../src/register/journal.ts';
import { takeLock } from '../../src/register/lock.ts';
import type { Register } from '../../src/register/types.ts';
import { codesOf, good, head, newPath, paymentTo, put, smallRegister } from '../support/register.ts';

let path: string;
beforeEach(async () => {
  path = await newPath();
});
afterEach(() => rm(dirname(path), { recursive: true, force: true }));

const batchFor = (register: Register, ...units: readonly string[]) =>
  batchEntries(
    register,
    head,
    units.map((unit) => paymentTo(register, unit)),
  );

test('the old content is a prefix of the new, byte for byte, and nothing else is left in the folder', async () => {
  await smallRegister(path);
  const before = await readFile(path);
  const after = await put(path, (now) => batchFor(now, '新厂'));
  const bytes = await readFile(path);
  expect(bytes.subarray(0, before.length).equals(before)).toBe(true);
  expect(bytes.length).toBeGreaterThan(before.length);
  expect(good(await readRegister(path))).toEqual(after);
  expect(await readdir(dirname(path))).toEqual(['register.jsonl']);
});

test('nothing to enter leaves no file', async () => {
  await put(path, () => []);
  expect(await readdir(dirname(path))).toEqual([]);
});

test('entries that the register forbid are a bug, and nothing is written', async () => {
  const paid = await put(path, (now) => batchFor(now, '甲厂'));
  const before = await readFile(path);
  await expect(appendEntries(path, paid, batchFor(paid, '甲厂'))).rejects.toThrow('paid-twice');
  expect(await readFile(path)).toEqual(before);
  expect(await readdir(dirname(path))).toEqual(['register.jsonl']);
});

test('a register that somebody has continued since it was read is left alone', async () => {
  const stale = await put(path, (now) => batchFor(now, '甲厂'));
  await put(path, (now) => batchFor(now, '乙厂'));
  const before = await readFile(path);
  const late = await appendEntries(path, stale, batchFor(stale, '乙厂'));
  expect(late).toMatchObject({
    ok: false,
    messages: [{ code: 'register.busy', text: expect.stringContaining('续写') }],
  });
  expect(await readFile(path)).toEqual(before);
});

test('a broken register takes no entry, and stays as it is', async () => {
  const register = await smallRegister(path);
  const broken = (await readFile(path, 'utf8')).replace('账号有误', '账号无误');
  await writeFile(path, broken);
  const refused = await appendEntries(path, register, batchFor(register, '新厂'));
  expect(codesOf(refused.messages)).toEqual(['register.broken']);
  expect(await readFile(path, 'utf8')).toBe(broken);
});

test('its permissions stay, and a register behind a link is continued where it lies', async () => {
  await put(path, (now) => batchFor(now, '甲厂'));
  await chmod(path, 0o640);
  const linked = join(dirname(path), 'linked.jsonl');
  await symlink(path, linked);
  await put(linked, (now) => batchFor(now, '乙厂'));
  expect((await stat(path)).mode & 0o777).toBe(0o640);
  expect(good(await readRegister(path)).batches).toHaveLength(2);
});

describe('the lock', () => {
  const lock = () => `${path}.lock`;
  const holder = (pid: number, host: string) => `${JSON.stringify({ 进程: pid, 主机: host, 标记: 'x' })}\n`;
  const issue = async () =>
    appendEntries(path, good(await readRegister(path)), batchFor(good(await readRegister(path)), '甲厂'));

  test('of a process that no longer runs on this machine is taken over', async () => {
    await writeFile(lock(), holder(2 ** 22 + 1, hostname()));
    await put(path, (now) => batchFor(now, '甲厂'));
    expect(await readdir(dirname(path))).toEqual(['register.jsonl']);
  });

  test('of a dead process that had our own number is taken over', async () => {
    await writeFile(lock(), holder(process.pid, hostname()));
    await put(path, (now) => batchFor(now, '甲厂'));
  });

  test('of a process that runs is respected, and the message names it', async () => {
    await writeFile(lock(), holder(process.ppid, hostname()));
    const refused = await issue();
    expect(refused.messages).toMatchObject([{ code: 'register.busy', hint: expect.stringContaining(lock()) }]);
    expect(refused.messages[0]?.text).toContain(`进程号 ${process.ppid}`);
    expect(await readdir(dirname(path))).toEqual(['register.jsonl.lock']);
  });

  test('of another machine is respected, for nothing is known of its processes', async () => {
    await writeFile(lock(), holder(2 ** 22 + 1, '财务科电脑'));
    expect((await issue()).messages[0]?.text).toContain('财务科电脑');
  });

  test('that does not say whose it is, is respected', async () => {
    await writeFile(lock(), '');
    expect(codesOf((await issue()).messages)).toEqual(['register.busy']);
  });

  test('shuts out a second writer of the same process', async () => {
    const held = await takeLock(path);
    expect(codesOf((await issue()).messages)).toEqual(['register.busy']);
    if ('release' in held) await held.release();
    expect((await issue()).ok).toBe(true);
  });

  test('of many that come at once, one writes and the others say so', async () => {
    const register = await put(path, (now) => batchFor(now, '甲厂'));
    const results = await Promise.all(
      ['乙厂', '丙厂', '丁厂', '戊厂'].map((unit) => appendEntries(path, register, batchFor(register, unit))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter(({ ok }) => !ok).flatMap(({ messages }) => codesOf(messages))).toEqual([
      'register.busy',
      'register.busy',
      'register.busy',
    ]);
    expect(good(await readRegister(path)).batches).toHaveLength(2);
    expect(await readdir(dirname(path))).toEqual(['register.jsonl']);
  });

  test('that was taken from us meanwhile is not used, nor taken away from its new holder', async () => {
    const held = await takeLock(path);
    if (!('release' in held)) throw new Error('nobody else is here');
    await rm(lock());
    await writeFile(lock(), holder(process.ppid, hostname()));
    expect(await held.isHeld()).toBe(false);
    await held.release();
    expect(await readdir(dirname(path))).toEqual(['register.jsonl.lock']);
  });
});

test('what killed writers left is cleared away by the next', async () => {
  await writeFile(`${path}.writing-123`, '半');
  await put(path, (now) => batchFor(now, '甲厂'));
  expect(await readdir(dirname(path))).toEqual(['register.jsonl']);
});

describe('a disk that refuses', () => {
  test('a folder in place of the register', async () => {
    await mkdir(path);
    expect((await readRegister(path)).messages).toMatchObject([{ code: 'register.unreadable' }]);
  });

  test('a folder that is not there: no new register is begun at a mistyped place', async () => {
    const astray = join(dirname(path), '没有', 'register.jsonl');
    const empty = good(await readRegister(astray));
    const refused = await appendEntries(astray, empty, batchFor(empty, '甲厂'));
    expect(refused.messages).toMatchObject([
      { code: 'register.write-failed', text: expect.stringContaining('文件夹不存在') },
    ]);
  });

  test('a file in place of its folder', async () => {
    const register = await smallRegister(path);
    const refused = await appendEntries(join(path, 'register.jsonl'), register, batchFor(register, '新厂'));
    expect(refused.messages).toMatchObject([{ code: 'register.write-failed' }]);
  });
});
