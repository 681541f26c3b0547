/** docs/templates.md, read as its reader does: every command is run and every file is written as it stands there. */
import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../src/package/manifest.ts';
import {
  baseCase,
  compileCli,
  type Package,
  projectFolder,
  readFiles,
  readPackage,
  temporaryFolder,
} from './support/package.ts';

/** What the page has its reader do: run a command, write a file, change one. */
type Step =
  | { readonly kind: 'sh'; readonly text: string }
  | { readonly kind: 'file' | 'diff'; readonly path: string; readonly text: string };

/** The steps of each worked example, in the order of the page. A block that is no command is of the file named before it. */
function examplesIn(page: string): readonly (readonly Step[])[] {
  return page
    .split(/^## /m)
    .filter((part) => /^\d\./.test(part))
    .map((part) => {
      let path = '';
      return [...part.matchAll(/^`([^`]+)`$|^```(\w+)\n(.*?)^```$/gms)].flatMap(
        ([, named, language, text = '']): Step[] => {
          if (named !== undefined) path = named;
          if (language === undefined) return [];
          if (language === 'sh') return [{ kind: 'sh', text }];
          return [{ kind: language === 'diff' ? 'diff' : 'file', path, text }];
        },
      );
    });
}

let folder: string;
let steps: readonly (readonly Step[])[];

beforeAll(async () => {
  const cli = compileCli();
  folder = await temporaryFolder('own-documents');
  await cp(baseCase, join(folder, 'mycase'), { recursive: true });
  await mkdir(join(folder, 'bin'));
  await writeFile(join(folder, 'bin', 'neibao'), `#!/bin/sh\nexec '${process.execPath}' '${cli}' "$@"\n`);
  await chmod(join(folder, 'bin', 'neibao'), 0o755);
  steps = examplesIn(await readFile(join(projectFolder, 'docs', 'templates.md'), 'utf8'));
}, 120_000);

/** Runs a block of commands; a watch is ended once it shows its page. */
function run(text: string): Promise<{ readonly code: number | null; readonly output: string }> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const path = `${join(folder, 'bin')}${delimiter}${env.PATH}`;
  // `exec` for a watch, so that the signal reaches it.
  const watching = text.includes('--watch');
  const script = watching ? `exec ${text}` : `set -e\n${text}`;
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', script], { cwd: folder, env: { ...env, PATH: path } });
    let output = '';
    const take = (data: Buffer) => {
      output += data;
      if (watching && output.includes('http://127.0.0.1:')) child.kill('SIGINT');
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/** Takes the lines with `-` out of a file, where they stand one below the other, and puts those with `+` there. */
async function change(path: string, diff: string): Promise<void> {
  const linesWith = (mark: string) =>
    diff
      .split('\n')
      .filter((line) => line.startsWith(mark))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const before = await readFile(join(folder, path), 'utf8');
  expect(before.split(linesWith('-')), `the lines in ${path}`).toHaveLength(2);
  await writeFile(
    join(folder, path),
    before.replace(linesWith('-'), () => linesWith('+')),
  );
}

async function follow(example: readonly Step[] = []): Promise<readonly string[]> {
  const outputs: string[] = [];
  for (const step of example) {
    if (step.kind === 'sh') {
      const { code, output } = await run(step.text);
      expect({ command: step.text, code, output: code === 0 ? '' : output }).toEqual({
        command: step.text,
        code: 0,
        output: '',
      });
      outputs.push(output);
    } else if (step.kind === 'diff') await change(step.path, step.text);
    else {
      await mkdir(dirname(join(folder, step.path)), { recursive: true });
      await writeFile(join(folder, step.path), step.text);
    }
  }
  return outputs;
}

async function built(path: string): Promise<Package> {
  return readPackage(await readFiles(join(folder, 'out', path)));
}

/** Hashes of the files that the manifest names beside the case. */
function ownInputs({ manifest }: Package): Readonly<Record<string, string>> {
  const own = manifest.inputs.filter(({ path }) => path.startsWith('my-'));
  return Object.fromEntries(own.map((one) => [one.path, one.sha256]));
}

async function hashesOfOwn(...files: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const hashes = files.map(async (file) => [file, sha256(await readFile(join(folder, file)))] as const);
  return Object.fromEntries(await Promise.all(hashes));
}

describe('the worked examples of docs/templates.md, as written', () => {
  test('there are three', () => {
    expect(steps).toHaveLength(3);
    expect(steps.every((example) => example.filter((step) => step.kind === 'sh').length >= 1)).toBe(true);
  });

  test('change the wording and the frame of the certificate', { timeout: 120_000 }, async () => {
    const outputs = await follow(steps[0]);
    expect(outputs.join('\n')).toContain('请在浏览器打开');
    const made = await built('certificates');
    const pages = made.pagesOf('08证书');
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.every((page) => page.includes('特颁此证。') && !page.includes('以资鼓励'))).toBe(true);
    expect(pages.filter((page) => page.includes('恪尽职守、成绩优异，授予')).length).toBeGreaterThan(3);
    expect(ownInputs(made)).toEqual(await hashesOfOwn('my-templates/commendation/certificates.hbs'));
  });

  test('add a field to a roster', { timeout: 120_000 }, async () => {
    const [fields = ''] = await follow(steps[1]);
    expect(fields).toContain('统一社会信用代码');
    const made = await built('rosters');
    const [units = ''] = made.pathsOf('04名册/按类别', 'xlsx');
    const rows = made.rowsOf(units);
    expect(rows.some((row) => row?.E === '统一社会信用代码')).toBe(true);
    const codes = rows.filter((row) => typeof row?.A === 'number').map((row) => row.E);
    expect(codes.length).toBeGreaterThan(3);
    for (const code of codes) expect(code).toMatch(/^[\dA-Z]{18}$/);
  });

  test('add a document for each responsible person', { timeout: 120_000 }, async () => {
    await follow(steps[2]);
    const made = await built('mycase');
    const letters = made.pagesOf('12贺信/治安责任人');
    expect(letters).toHaveLength(4);
    expect(letters.every((letter) => letter.includes('同志：欣悉您担任'))).toBe(true);
    expect(ownInputs(made)).toEqual(await hashesOfOwn('my-pack/pack.yaml', 'my-pack/letter.hbs'));
    // The built-in documents are there beside them.
    expect(made.pathsOf('08证书', 'pdf').length).toBeGreaterThan(0);
  });
});
