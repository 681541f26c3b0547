import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { collect } from '../../src/intake/collect.ts';
import type { Work } from '../../src/threads/threads.ts';

/** Threads load compiled modules, so they are tested where they are compiled. */
const compiled = async <T>(module: string): Promise<T> =>
  import(new URL(`../../build/${module}`, import.meta.url).href);
const threads = () => compiled<typeof import('../../src/threads/threads.ts')>('threads/threads.js');

interface Task {
  readonly number: number;
  readonly of: number;
}

const file = fileURLToPath(new URL('../support/thread.js', import.meta.url));
const work: Readonly<Record<'describe' | 'bytes', (task: Task) => Promise<unknown>>> = await import(
  new URL('../support/thread-work.js', import.meta.url).href
);
const describing: Work<Task, unknown> = { file, name: 'describe', run: work.describe };
const tasks = Array.from({ length: 9 }, (_, number) => ({ number, of: 9 }));

test('results come in the order of the tasks, whoever is done first', async () => {
  const { inThreads } = await threads();
  const started: number[] = [];
  const alone = await inThreads(describing, tasks, 0);
  const together = await inThreads(describing, tasks, 3, { onStart: (index) => started.push(index) });
  expect(together).toEqual(alone.map((one) => Object.assign({}, one, { inThread: true })));
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test('bytes come as they are', async () => {
  const { inThreads } = await threads();
  const made = await inThreads({ file, name: 'bytes', run: work.bytes }, tasks, 2);
  expect(made[8]).toEqual(new Uint8Array([8, 8]));
});

test('what is kept of a result is asked for as it comes, in the place of its task', async () => {
  const { inThreads } = await threads();
  const keep = (result: unknown, index: number) => `${index} ${(result as Task).number}`;
  expect(await inThreads(describing, tasks, 3, { keep })).toEqual(tasks.map(({ number }) => `${number} ${number}`));
});

describe('a crew', () => {
  const crew = () => compiled<typeof import('../../src/threads/crew.ts')>('threads/crew.js');
  const run = describing.run;
  const isHere = (one: unknown) => !(one as { inThread: boolean }).inThread;

  test('has this thread work along, by rank from the first task on, and others from the last back', async () => {
    const { openCrew } = await crew();
    const { add, finish } = openCrew<Task, unknown>(describing, { threads: () => 2, theirs: 9 });
    for (const task of tasks) add(task, task.number);
    const made = await finish(run);
    const here = made.map(isHere);
    expect(made.map((one) => (one as Task).number)).toEqual(tasks.map(({ number }) => number));
    expect(here[0]).toBe(true);
    expect(here.at(-1)).toBe(false);
    expect(here).toEqual(here.toSorted((one, other) => Number(other) - Number(one)));
  });
  test('does the tasks that are others’ while more are still to come', async () => {
    const { openCrew } = await crew();
    const done: number[] = [];
    const keep = (result: unknown, index: number) => {
      done.push(index);
      return result;
    };
    const { add, finish } = openCrew<Task, unknown>(describing, { threads: () => 2, theirs: 1, keep });
    for (const task of tasks) add(task, task.number % 2);
    await vi.waitFor(() => expect(done.toSorted()).toEqual([1, 3, 5, 7]), 5000);
    const made = await finish(run);
    expect(made.map(isHere).filter((_, index) => index % 2 === 1)).toEqual([false, false, false, false]);
    expect(made.map((one) => (one as Task).number)).toEqual(tasks.map(({ number }) => number));
  });
  test('tells at its end what failed before', async () => {
    const { openCrew } = await crew();
    const { add, finish } = openCrew<Task, unknown>(describing, { threads: () => 2, theirs: 0 });
    add({ number: -1, of: 0 }, 0);
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (const task of tasks) add(task, 0);
    await expect(finish(run)).rejects.toThrow('no such number');
  });
  test('that is dismissed ends at once', async () => {
    const { openCrew } = await crew();
    const begun: number[] = [];
    const { add, dismiss } = openCrew<Task, unknown>(describing, {
      threads: () => 2,
      theirs: 0,
      onStart: (index) => begun.push(index),
    });
    for (const task of tasks) add(task, 0);
    await dismiss();
    expect(begun.length).toBeLessThan(tasks.length);
  });
});

test('what fails in a thread fails here', async () => {
  const { inThreads } = await threads();
  const failing = [...tasks, { number: -1, of: 0 }, ...tasks];
  await expect(inThreads(describing, failing, 2)).rejects.toThrow('no such number');
});

test('little work is done without threads', async () => {
  const { threadsFor } = await threads();
  expect(threadsFor(100_000)).toBe(0);
  expect(threadsFor(10_000_000)).toBeGreaterThan(0);
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'neibao-threads-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('many rosters are collected to the same case and the same messages with threads and without', async () => {
  const sample = fileURLToPath(new URL('../../data/shanghai-2024', import.meta.url));
  const head = '级别*,区*,单位全称*,统一社会信用代码*,市企保协会会员*,姓名*,性别*,职务*,主要事迹\n';
  const files: string[] = [];
  for (const [index, district] of ['浦东', '黄浦', '徐汇', '长宁', '普陀'].entries()) {
    const rows = Array.from(
      { length: 2500 },
      (_, row) =>
        `区级,${district},示例${index}第${row}厂,C${index}-${row},${row % 50 === 3 ? '不详' : '是'},例　${'一二三四五六七八'[row % 8]},男,科长,${'安全'.repeat(30)}${row}\n`,
    );
    files.push(join(folder, `${district}-先进保卫干部.csv`));
    await writeFile(files.at(-1) ?? '', head + rows.join(''));
  }
  const collected = async (run: typeof collect, name: string) => {
    const dir = join(folder, name);
    await cp(sample, dir, { recursive: true });
    const { messages, value } = await run(dir, files, { received: '2024-12-20', add: true, partial: true });
    const rosters = await Promise.all(
      (await readdir(join(dir, 'rosters'))).map(async (file) => [
        file,
        await readFile(join(dir, 'rosters', file), 'base64'),
      ]),
    );
    return { messages, value, rosters };
  };
  const { collect: inThreads } = await compiled<typeof import('../../src/intake/collect.ts')>('intake/collect.js');
  const [alone, together] = [await collected(collect, 'alone'), await collected(inThreads, 'together')];
  expect(alone.messages.length).toBeGreaterThan(100);
  expect(alone.value?.rows.kept).toBeGreaterThan(10_000);
  expect(together).toEqual(alone);
});

test('a package whose last documents cannot be set leaves nothing of the first, which were being written', async () => {
  const { build } = await compiled<typeof import('../../src/build.ts')>('build.js');
  const dir = join(folder, 'with-an-error');
  await cp(fileURLToPath(new URL('../../data/shanghai-2024', import.meta.url)), dir, { recursive: true });
  const settings = await readFile(join(dir, 'case.yaml'), 'utf8');
  // Only certificates name it: no font has the character.
  await writeFile(join(dir, 'case.yaml'), settings.replace('name: 上海市公安局治安总队', '$&\u{2a6a5}\u{e0000}'));
  const { ok, messages } = await build(dir, { out: join(folder, 'packages/one'), threads: 2, systemFonts: false });
  expect(ok).toBe(false);
  const errors = messages.filter(({ level }) => level === 'error').map(({ code }) => code);
  expect(new Set(errors)).toEqual(new Set(['font.glyph-missing']));
  expect(await readdir(join(folder, 'packages')).catch(() => [])).toEqual([]);
});
