import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { build } from '../src/build.ts';
import { main } from '../src/cli.ts';
import type { Manifest } from '../src/package/manifest.ts';
import { runCli } from './support/cli.ts';
import { readHtml } from './support/html.ts';
import { baseCase, compileCli, hashesOf, readFiles, temporaryFolder } from './support/package.ts';

let cli: string;
let root: string;
/** Where each test's package goes, alone in its folder, so that litter beside it is seen. */
let parent: string;
let out: string;

beforeAll(async () => {
  cli = compileCli();
  root = await temporaryFolder('build');
});

let number = 0;
beforeEach(() => {
  number += 1;
  parent = join(root, String(number));
  out = join(parent, '文书');
});

const pathsIn = async (folder: string) => [...(await readFiles(folder)).keys()];
const hashesIn = async (folder: string) => hashesOf(await readFiles(folder));

/** A copy of the small case with one thing wrong in each of two files. */
async function brokenCase(): Promise<string> {
  const dir = join(root, 'broken');
  await rm(dir, { recursive: true, force: true });
  await cp(baseCase, dir, { recursive: true });
  const replace = async (file: string, from: string, to: string) => {
    const text = await readFile(join(dir, file), 'utf8');
    expect(text).toContain(from);
    await writeFile(join(dir, file), text.replace(from, to));
  };
  await replace('case.yaml', 'year: 2024', 'year: 二零二四');
  await replace('rosters/先进保卫干部.csv', '990101198001150551', '9.90101E+17');
  return dir;
}

/** Runs the compiled command line; standard output and error are pipes, as for another program. */
async function runProgram(...argv: readonly string[]) {
  const child = spawn(process.execPath, [cli, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const [exit] = await once(child, 'close');
  return { exit, stdout, stderr };
}

describe('the last good package', () => {
  test('stays byte for byte when the data has errors', async () => {
    await build(baseCase, { out });
    const before = await hashesIn(out);
    const run = await runCli(['build', await brokenCase(), '--out', out]);
    expect(run.exit).toBe(1);
    expect(run.err).toContain('case.yaml');
    expect(run.err).toContain('先进保卫干部.csv');
    expect(await hashesIn(out)).toEqual(before);
    expect(await readdir(parent)).toEqual(['文书']);
  });

  test('stays when a build is killed in the middle, and the next build works and leaves no litter', async () => {
    await build(baseCase, { out, only: ['notice'] });
    const before = await hashesIn(out);

    const child = spawn(process.execPath, [cli, 'build', baseCase, '--out', out], { stdio: 'ignore' });
    const closed = once(child, 'close');
    const staging = join(parent, `.文书.writing-${child.pid}`);
    const written = async () => (await pathsIn(staging).catch(() => [])).length;
    while (child.exitCode === null && (await written()) < 10) await wait(5);
    child.kill('SIGKILL');
    expect(await closed).toEqual([null, 'SIGKILL']);
    expect(await written(), 'it was killed with a part of its files written').toBeGreaterThanOrEqual(10);
    expect(await hashesIn(out)).toEqual(before);

    const next = await build(baseCase, { out });
    expect(next.ok).toBe(true);
    expect(await readdir(parent)).toEqual(['文书']);
    expect((await pathsIn(out)).length).toBeGreaterThan(50);
  });

  test('is not there and not begun after a first build with errors', async () => {
    expect((await runCli(['build', await brokenCase(), '--out', out])).exit).toBe(1);
    expect(await readdir(parent).catch(() => [])).toEqual([]);
  });
});

describe('a part of the package', () => {
  test('is the documents and formats asked for, with a cover and a manifest of their own', async () => {
    const run = await runCli(['build', baseCase, '--out', out, '--only', 'notice,payout', '--formats', 'pdf']);
    expect(run.exit).toBe(0);
    const paths = await pathsIn(out);
    expect(paths).toEqual([
      '01通知/关于开展2024年度示例市内保工作先进集体、先进个人评选表彰活动的通知.pdf',
      '09奖金发放/01市企保协会奖金发放表.pdf',
      '09奖金发放/02东湖区企保协会奖金发放表.pdf',
      '09奖金发放/03西岭区企保协会奖金发放表.pdf',
      'index.html',
      'manifest.json',
    ]);
    const files = await readFiles(out);
    const manifest: Manifest = JSON.parse(new TextDecoder().decode(files.get('manifest.json')));
    expect(manifest.files.map((file) => file.path).sort()).toEqual(paths.filter((path) => path !== 'manifest.json'));
    const { links } = readHtml(files.get('index.html') ?? new Uint8Array());
    expect([...new Set(links)].sort()).toEqual(paths.filter((path) => path.endsWith('.pdf')));
  });

  test('is the same, byte for byte, written in threads and without', async () => {
    const compiled = (await import(new URL('../dist/index.js', import.meta.url).href)) as { build: typeof build };
    const only = ['quota', 'forms', 'certificates'];
    for (const threads of [0, 3]) {
      const built = await compiled.build(baseCase, {
        out: join(parent, String(threads)),
        only,
        threads,
        systemFonts: false,
      });
      expect(built.ok).toBe(true);
    }
    const [alone, together] = [await hashesIn(join(parent, '0')), await hashesIn(join(parent, '3'))];
    expect(Object.keys(alone).length).toBeGreaterThan(5);
    expect(together).toEqual(alone);
  });

  test('takes names with Chinese commas', async () => {
    expect((await runCli(['build', baseCase, '--out', out, '--only', 'quota、withheld'])).exit).toBe(0);
    expect((await pathsIn(out)).map((path) => path.split('/')[0])).toEqual([
      ...['02名额分配', '02名额分配', '09奖金发放', '09奖金发放'],
      ...['index.html', 'manifest.json'],
    ]);
  });
});

describe('standard output', () => {
  const verbs = ['build', 'check', 'quota', 'payout'];

  test.each(verbs)('of %s --json is one JSON value and nothing else', async (verb) => {
    const where = verb === 'build' ? ['--out', out] : [];
    const { exit, stdout, stderr } = await runProgram(verb, baseCase, ...where, '--json');
    const said = JSON.parse(stdout);
    expect(Object.keys(said)).toEqual(['ok', 'messages', 'value']);
    expect([exit, said.ok, stderr]).toEqual([0, true, '']);
  });

  test('is one JSON value too when the data is wrong or the command is', async () => {
    const wrongData = await runProgram('build', await brokenCase(), '--out', out, '--json');
    expect(wrongData.exit).toBe(1);
    expect(JSON.parse(wrongData.stdout)).toMatchObject({ ok: false, value: null });
    expect(JSON.parse(wrongData.stdout).messages.length).toBeGreaterThanOrEqual(2);
    const wrongUse = await runProgram('biuld', baseCase, '--json');
    expect(wrongUse.exit).toBe(2);
    expect(JSON.parse(wrongUse.stdout)).toMatchObject({ ok: false, value: null });
  });
});

describe('on a terminal', () => {
  const said = { out: '', err: '' };

  beforeEach(() => {
    const terminal = process.stderr.isTTY;
    Object.assign(said, { out: '', err: '' });
    process.stderr.isTTY = true;
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      said.out += text;
      return true;
    });
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      said.err += text;
      return true;
    });
    return () => {
      process.stderr.isTTY = terminal;
    };
  });
  afterEach(() => vi.restoreAllMocks());

  const run = (...argv: readonly string[]) =>
    main(argv, {
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
      progress: true,
    });

  test('progress is shown on standard error', async () => {
    expect(await run('build', baseCase, '--out', out)).toBe(0);
    expect(said.err).toContain('生成文书');
    expect(said.out).not.toContain('生成文书');
    expect(said.out).toContain('已生成 83 个文件');
  });

  test('there is no progress beside JSON', async () => {
    expect(await run('build', baseCase, '--out', out, '--json')).toBe(0);
    expect(said.err).toBe('');
    expect(JSON.parse(said.out)).toMatchObject({ ok: true });
  });
});
