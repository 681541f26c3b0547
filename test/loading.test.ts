/** What a command loads, and how long it takes, as a process of its own. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { compileCli, projectFolder, sampleCase, temporaryFolder } from './support/package.ts';

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

const dist = pathToFileURL(join(projectFolder, 'dist/')).href;
const url = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;

/** Names of the packages that a program loads, bundled or not. */
async function packagesOf(name: string, ...argv: readonly string[]): Promise<ReadonlySet<string>> {
  const list = join(folder, `${name}.txt`);
  const hook = `import { appendFileSync } from 'node:fs';
    export async function load(url, context, next) {
      appendFileSync(${JSON.stringify(list)}, url + '\\n');
      return next(url, context);
    }`;
  const before = `import { register } from 'node:module';
    register(${JSON.stringify(url(hook))});`;
  const listed = spawnSync(process.execPath, ['--import', url(before), ...argv], { encoding: 'utf8' });
  expect(listed.status, listed.stderr).toBe(0);
  const urls = (await readFile(list, 'utf8')).trim().split('\n');
  const bundles = urls.filter((one) => one.startsWith(dist));
  expect(bundles).not.toEqual([]);
  const texts = await Promise.all(bundles.map((one) => readFile(fileURLToPath(one), 'utf8')));
  // In a bundle, a comment above each module says where it is from.
  const modules = [...urls, ...texts.flatMap((text) => text.match(/^\/\/ node_modules\/.*$/gm) ?? [])];
  return new Set(modules.flatMap((one) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(one)?.[1] ?? []));
}

async function run(name: string, ...argv: readonly string[]): Promise<Run> {
  const packages = await packagesOf(name, cli, ...argv);
  const after = `process.on('exit', () => process.stderr.write(JSON.stringify(process.cpuUsage())));`;
  const timed = spawnSync(process.execPath, ['--import', url(after), cli, ...argv], { encoding: 'utf8' });
  const { user, system } = JSON.parse(/\{[^{}]*\}$/.exec(timed.stderr)?.[0] ?? '');
  return { packages, seconds: (user + system) / 1e6 };
}

const writing = ['docx', 'pngjs', 'write-excel-file', 'mammoth', 'marked', 'pdfjs-dist', 'cli-progress', 'piscina'];

test('the press by itself loads no package', async () => {
  const packages = await packagesOf('press', join(projectFolder, 'dist', 'press.js'));
  expect([...packages]).toEqual([]);
});

test('a thread that writes files loads nothing that reads cases or templates', async () => {
  const thread = JSON.stringify(pathToFileURL(join(projectFolder, 'dist', 'thread.js')).href);
  const code = `import(${thread}).then(({ loadWriters }) => loadWriters(null))`;
  const packages = await packagesOf('thread', '--input-type=module', '--eval', code);
  for (const one of ['docx', 'write-excel-file']) expect([...packages]).toContain(one);
  for (const one of ['zod', 'yaml', 'handlebars', 'htmlparser2', 'csv-parse']) expect([...packages]).not.toContain(one);
});

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
