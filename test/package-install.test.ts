import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { baseCase, compileCli, projectFolder, readFiles, temporaryFolder } from './support/package.ts';

/** Another project's folder, in which the tarball is installed as npm does it. */
let app: string;
let installed: string;

beforeAll(async () => {
  compileCli();
  app = await temporaryFolder('install');
  // The dependencies are those of this project: to fetch 600 MB anew would prove nothing about the tarball.
  execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', app], { cwd: projectFolder, stdio: 'pipe' });
  const [tarball = ''] = await readdir(app);
  execFileSync('tar', ['-xzf', tarball], { cwd: app });
  installed = join(app, 'node_modules', 'neibao');
  await mkdir(join(app, 'node_modules', '.bin'), { recursive: true });
  await rename(join(app, 'package'), installed);
  await symlink(join(projectFolder, 'node_modules'), join(installed, 'node_modules'));
  await symlink(join('..', 'neibao', 'dist', 'cli.js'), join(app, 'node_modules', '.bin', 'neibao'));
  await chmod(join(installed, 'dist', 'cli.js'), 0o755);
  await writeFile(join(app, 'package.json'), '{ "type": "module" }');
});

const neibao = (...argv: readonly string[]) =>
  execFileSync(join('node_modules', '.bin', 'neibao'), argv, { cwd: app, encoding: 'utf8' });

test('the tarball holds the program, its templates and the sample case, and nothing of the workshop', async () => {
  const entries = (await readdir(installed)).filter((name) => name !== 'node_modules');
  expect(entries.sort()).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'data', 'dist', 'package.json', 'templates']);
  const paths = [...(await readFiles(join(installed, 'dist'))).keys()];
  expect(paths).toContain('cli.js');
  expect(paths.filter((path) => path.includes('test') || /(?<!\.d)\.ts$/.test(path))).toEqual([]);
});

test('it is bundled: a few files, which ask for no package that is not installed with it', async () => {
  const files = [...(await readFiles(join(installed, 'dist')))].filter(([path]) => path.endsWith('.js'));
  expect(files.length).toBeLessThan(90);
  const texts = files.map(([, bytes]) => new TextDecoder().decode(bytes));
  const asked = texts.flatMap((text) => [
    ...text.matchAll(/^(?:import|export) [^;]*?from "([^".][^"]*)";$/gm),
    ...text.matchAll(/\bimport\("([^".][^"]*)"\)/g),
    ...text.matchAll(/createRequire\(import\.meta\.url\)\("([^"]+)"\)/g),
  ]);
  const packages = new Set(asked.map(([, name = '']) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? ''));
  const { dependencies } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  const known = new Set([...builtinModules, ...Object.keys(dependencies)]);
  expect(packages).toContain('docx');
  expect(packages).toContain('fontkit');
  expect([...packages].filter((name) => !name.startsWith('node:') && !known.has(name))).toEqual([]);
});

test('it brings the licence of each package that is bundled', async () => {
  const files = await readFiles(join(installed, 'dist'));
  const text = (path: string) => new TextDecoder().decode(files.get(path));
  const bundled = [...files.keys()].flatMap((path) =>
    [...text(path).matchAll(/^\/\/ node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm)].map(([, name]) => name),
  );
  expect(bundled).toContain('zod');
  const licensed = [...text('LICENSES.txt').matchAll(/^(\S+) \d+\.\d+\.\d+ \(/gm)].map(([, name]) => name);
  expect([...new Set(bundled)].filter((name) => !licensed.includes(name))).toEqual([]);
});

test('installed elsewhere, it builds a package', async () => {
  await cp(baseCase, join(app, '示例案卷'), { recursive: true });
  expect(neibao('build', '示例案卷')).toContain('已生成 83 个文件');
  const files = await readFiles(join(app, 'out', '示例案卷'));
  expect(files.size).toBe(83);
  expect([...files.keys()]).toContain('manifest.json');
});

test('it brings the sample case', () => {
  const sample = join('node_modules', 'neibao', 'data', 'shanghai-2024');
  const { value } = JSON.parse(neibao('quota', sample, '--json'));
  expect(value.total).toMatchObject({ unit: 214, department: 85, responsible: 129, officer: 161, all: 589 });
  expect(JSON.parse(neibao('payout', sample, '--json')).value.total).toEqual({ count: 652, amount: 924_000 });
});

test('as a press it sets pages of one’s own', async () => {
  await writeFile(
    join(app, 'press.js'),
    `import { loadFonts, pressDocx, pressPdf } from 'neibao/press';
     const { value: fonts } = await loadFonts({ system: false });
     const context = { fonts, date: new Date(0), author: '某单位' };
     const title = { type: 'paragraph', level: 0, role: 'certificate-title', children: [{ type: 'text', text: '荣誉证书', role: 'text' }] };
     const page = { type: 'form-page', frame: 'lines', children: [title] };
     const job = { title: '证书', lang: 'zh-CN', page: 'certificate', pages: [page, page] };
     const pdf = Buffer.concat([...pressPdf(job, context)]);
     const docx = [];
     for await (const bytes of pressDocx(job, context)) docx.push(bytes);
     console.log(pdf.subarray(0, 4).toString(), Buffer.concat(docx).subarray(0, 2).toString());`,
  );
  expect(execFileSync(process.execPath, ['press.js'], { cwd: app, encoding: 'utf8' })).toBe('%PDF PK\n');
});

test('as a library it offers its functions by its name, and nothing from inside', async () => {
  await writeFile(
    join(app, 'try.js'),
    `import { quota, version } from 'neibao';
     const inside = await import('neibao/dist/build.js').catch((error) => error.code);
     const { ok, value } = await quota('示例案卷');
     console.log(JSON.stringify({ version, ok, all: value.json.total.all, inside }));`,
  );
  const said = JSON.parse(execFileSync(process.execPath, ['try.js'], { cwd: app, encoding: 'utf8' }));
  expect(said).toEqual({ version: '0.1.0', ok: true, all: 14, inside: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });
});
