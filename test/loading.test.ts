/** What a command loads, and how long it takes, as a process of its own. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { compileCli, sampleCase, temporaryFolder } from './support/package.ts';

let cli: string;
let folder: string;

beforeAll(async () => {
  cli = compileCli();
  folder = await temporaryFolder('loading');
}, 120_000);

interface Run {
  /** Names of the packages it loads. */
  readonly packages: ReadonlySet<string>;
  /** Of computing, on all threads: other programs that run on the machine do not count. */
  readonly seconds: number;
}

const url = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;

async function run(name: string, ...argv: readonly string[]): Promise<Run> {
  const list = join(folder, `${name}.txt`);
  const hook = `import { appendFileSync } from 'node:fs';
    export async function load(url, context, next) {
      appendFileSync(${JSON.stringify(list)}, url + '\\n');
      return next(url, context);
    }`;
  const before = `import { register } from 'node:module';
    register(${JSON.stringify(url(hook))});`;
  const listed = spawnSync(process.execPath, ['--import', url(before), cli, ...argv], { encoding: 'utf8' });
  expect(listed.status, listed.stderr).toBe(0);
  const packages = [...(await readFile(list, 'utf8')).matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)\/[^\n]*$/gm)];
  const after = `process.on('exit', () => process.stderr.write(JSON.stringify(process.cpuUsage())));`;
  const timed = spawnSync(process.execPath, ['--import', url(after), cli, ...argv], { encoding: 'utf8' });
  const { user, system } = JSON.parse(/\{[^{}]*\}$/.exec(timed.stderr)?.[0] ?? '');
  return { packages: new Set(packages.map(([, one = '']) => one)), seconds: (user + system) / 1e6 };
}

const writing = ['docx', 'pdfmake', 'write-excel-file', 'mammoth', 'marked', 'pdfjs-dist', 'cli-progress', 'piscina'];

test('what needs no case loads no library that writes documents', async () => {
  const { packages } = await run('fields', 'template', 'fields', 'roster');
  for (const one of writing) expect([...packages]).not.toContain(one);
});

test('the first preview of a document takes about a second, and loads no library of another format', async () => {
  const out = join(folder, 'preview');
  const preview = ['preview', sampleCase, 'certificates', '--no-open', '--out', out];
  const { packages } = await run('preview', ...preview);
  expect([...packages]).toContain('handlebars');
  for (const one of [...writing, 'fontkit']) expect([...packages]).not.toContain(one);
  // The least of three: a processor shared with others computes slower. Half a second is left for that.
  const runs = [];
  for (let index = 0; index < 3; index++) runs.push((await run(`preview-${index}`, ...preview)).seconds);
  expect(Math.min(...runs)).toBeLessThan(1.5);
});
