import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/message.ts';
import { batchEntries } from '../../src/register/entries.ts';
import { readRegister } from '../../src/register/journal.ts';
import { good, head, newPath, paymentTo, put, smallRegister } from '../support/register.ts';

const driver = fileURLToPath(new URL('../support/register-driver.js', import.meta.url));
const batchSize = 7;

interface Writer {
  readonly process: ChildProcess;
  /** Resolves as soon as something is written to standard output, or the process has ended. */
  readonly started: Promise<void>;
  /** Everything written, when the process has ended. */
  readonly ended: Promise<string>;
}

function start(program: string, ...argv: readonly string[]): Writer {
  const child = spawn(program, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  return {
    process: child,
    started: new Promise((resolve) => {
      child.stdout.once('data', () => resolve());
      child.once('close', () => resolve());
    }),
    ended: new Promise((resolve) => child.once('close', () => resolve(out))),
  };
}

const issue = (path: string, batches: number, ...mode: readonly string[]) =>
  start(process.execPath, driver, path, String(batchSize), String(batches), ...mode);

/** The messages that a driver ended with. */
function messagesOf(out: string): readonly Message[] {
  return JSON.parse(out.split('\n').find((line) => line.startsWith('[')) ?? '[]');
}

/** Reads the register, which must verify, with each of its batches whole. */
async function checkWhole(path: string): Promise<number> {
  const { batches, payments } = good(await readRegister(path));
  for (const { batch } of batches) expect(payments.filter((one) => one.batch === batch)).toHaveLength(batchSize);
  expect(payments).toHaveLength(batches.length * batchSize);
  return batches.length;
}

test('killed at any moment, 200 times: the register verifies, each batch is in it wholly or not at all, and the next writer goes on', {
  timeout: 240_000,
}, async () => {
  const runs = 200;
  /** A register that grows over its share of the runs. Two at a time, for as many cores. */
  const lane = async (count: number) => {
    let path = await newPath();
    let known = 0;
    let issued = 0;
    let midway = 0;
    for (let run = 0; run < count; run += 1) {
      const writer = issue(path, 1000);
      await writer.started;
      await wait(Math.random() * 30);
      writer.process.kill('SIGKILL');
      // It wrote nothing but that it has started: it was killed, and had not stopped by itself.
      expect(await writer.ended).toBe('start\n');
      const whole = await checkWhole(path);
      expect(whole).toBeGreaterThanOrEqual(known);
      issued += whole - known;
      known = whole;
      // A lock or a half-written copy: killed within a step.
      if ((await readdir(dirname(path))).some((name) => name !== 'register.jsonl')) midway += 1;
      if (run % 10 === 9) {
        // Straight on, beside whatever the killed writer left.
        await put(path, (now) =>
          batchEntries(
            now,
            head,
            Array.from({ length: batchSize }, (_, index) => paymentTo(now, `厂${run}-${index}`)),
          ),
        );
        expect(await checkWhole(path)).toBe(known + 1);
        await rm(dirname(path), { recursive: true });
        path = await newPath();
        known = 0;
      }
    }
    await rm(dirname(path), { recursive: true });
    return { issued, midway };
  };
  const lanes = await Promise.all([lane(runs / 2), lane(runs / 2)]);
  for (const { issued, midway } of lanes) {
    expect(issued).toBeGreaterThan(0);
    expect(midway).toBeGreaterThan(0);
  }
});

test('while one process holds the register, another says who it is and what to do; when it is killed, the next goes on', async () => {
  const path = await newPath();
  const register = await smallRegister(path);
  const holder = issue(path, 0, 'hold');
  await holder.started;
  const refused = messagesOf(await issue(path, 1).ended);
  expect(refused).toMatchObject([{ code: 'register.busy', hint: expect.stringContaining('重新运行') }]);
  expect(refused[0]?.text).toContain(`进程号 ${holder.process.pid}`);
  holder.process.kill('SIGKILL');
  await holder.ended;
  expect(messagesOf(await issue(path, 1).ended)).toEqual([]);
  expect(good(await readRegister(path)).batches).toHaveLength(register.batches.length + 1);
  await rm(dirname(path), { recursive: true });
});

test('of processes that issue at once, at least one wins, and each other one says why it did not', async () => {
  for (let round = 0; round < 5; round += 1) {
    const path = await newPath();
    const ends = await Promise.all([1, 2, 3, 4].map(() => issue(path, 1).ended));
    const refused = ends.map(messagesOf).filter((messages) => messages.length > 0);
    for (const messages of refused) expect(messages).toMatchObject([{ code: 'register.busy' }]);
    expect(refused.length).toBeLessThan(4);
    expect(await checkWhole(path)).toBe(4 - refused.length);
    await rm(dirname(path), { recursive: true });
  }
});

/** How a small disk can be mounted here, by a plain user or by root; undefined where neither may. */
const mounting = ['-rm', '-m'].find((flags) =>
  succeeds('unshare', flags, 'sh', '-c', 'mount -t tmpfs tmpfs "$1"', 'sh', tmpdir()),
);

function succeeds(program: string, ...argv: readonly string[]): boolean {
  try {
    execFileSync(program, argv, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('a disk that takes no more', () => {
  test.skipIf(mounting === undefined)(
    'when it is full, the message says so, and what was registered is still there',
    async () => {
      const path = await newPath();
      const disk = join(dirname(path), 'disk');
      await mkdir(disk);
      // The disk is gone with the shell that mounted it: it prints what it holds at the end.
      const script = `mount -t tmpfs -o size=64k tmpfs "$1" && "$2" "$3" "$1/register.jsonl" 7 1000 && ls "$1" && cat "$1/register.jsonl"`;
      const shell = ['sh', '-c', script, 'sh', disk, process.execPath, driver];
      const out = await start('unshare', mounting ?? '', ...shell).ended;
      expect(messagesOf(out)).toMatchObject([
        { code: 'register.write-failed', text: expect.stringContaining('磁盘空间已满') },
      ]);
      const lines = out.split('\n');
      expect(lines.filter((line) => line.startsWith('register.jsonl'))).toEqual(['register.jsonl']);
      await writeFile(path, `${lines.filter((line) => line.startsWith('{')).join('\n')}\n`);
      expect(await checkWhole(path)).toBeGreaterThan(1);
      await rm(dirname(path), { recursive: true });
    },
  );

  test('when a file may grow no further, nothing that was registered is lost', async () => {
    const path = await newPath();
    // The system kills a process that writes beyond the limit (in blocks of 512 bytes).
    await start('sh', '-c', 'ulimit -f 100; exec "$0" "$@"', process.execPath, driver, path, '7', '1000').ended;
    expect(await checkWhole(path)).toBeGreaterThan(1);
    await rm(dirname(path), { recursive: true });
  });

  test('when the folder is read-only, the message says so', async () => {
    const path = await newPath();
    await smallRegister(path);
    const before = await readFile(path);
    await chmod(dirname(path), 0o555);
    const messages = messagesOf(await issue(path, 1, 'user').ended);
    await chmod(dirname(path), 0o755);
    expect(messages).toMatchObject([{ code: 'register.write-failed', text: expect.stringContaining('没有访问权限') }]);
    expect(await readFile(path)).toEqual(before);
    await rm(dirname(path), { recursive: true });
  });
});
