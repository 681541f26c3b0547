/**
 * The second half of `npm run compile`: bundles what tsc has compiled into `build/`, so that a command loads two dozen files
 * in place of hundreds, into `dist/`, which is published: the entries, the chunks that they share, the declarations of the
 * library, and the licences of the packages that are bundled.
 *
 * Packages under `dependencies` stay outside: they are large and loaded only where needed, read files of their own, or are
 * taken by `require`. What is imported of `devDependencies` is bundled: packages that most commands load, whose hundreds of
 * modules took longer to find than to run.
 *
 * Nothing is minified, and no source maps are made: functions keep their names, a comment stands above each module, and a
 * stack trace leads to the line that ran.
 */
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...path) => join(root, ...path);
const { dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));

/** All of them lie right in `dist/`, see `src/home.ts`. */
const entries = ['cli', 'index', 'press', 'thread'];

/** Each of these packages is a chunk of its own: it is loaded with whichever of the others wants it. */
const libraries = [
  ...['yaml', 'zod', 'handlebars', 'htmlparser2', 'fflate'],
  ...['csv-parse', 'csv-stringify', 'util-helpers', 'chinese-workday'],
];

/**
 * What is loaded together: each chunk holds the modules named, and all they import that no chunk above it holds. The rest
 * is divided by the verbs and the formats that need it. A module that many need, and that needs nothing itself, is named
 * high up, lest it take what stands beside it along; `test/loading.test.ts` holds what may be loaded for what.
 */
const chunks = {
  message: ['message.js'],
  press: ['press/pdf.js', 'layout/fonts.js'],
  common: [
    ...['home.js', 'version.js', 'disk.js', 'figures.js', 'gongwen/types.js', 'intake/xml.js'],
    ...['case/decode.js', 'case/files.js', 'case/mask.js', 'case/seal.js', 'case/terms.js', 'case/types.js'],
    ...['document/formula.js', 'document/text.js', 'rules/names.js', 'views/form.js'],
    ...['layout/chart.js', 'layout/copies.js', 'layout/flow.js', 'layout/missing.js', 'layout/signature.js'],
    ...['writers/files.js', 'writers/pdf/flow.js'],
    ...['package/folder.js', 'package/manifest.js', 'package/names.js'],
  ],
  zip: ['press/zip.js', 'writers/zip.js'],
  rosters: ['case/rosters.js'],
  incoming: ['intake/collect/file.js', 'intake/collect/workbook.js'],
  case: ['case/read.js', 'rules/quota.js'],
  facts: ['facts.js'],
  proof: ['proof/documents.js'],
  templates: ['templates.js'],
  setup: ['setup.js'],
  preview: ['preview.js'],
  build: ['build.js'],
  collect: ['intake/collect.js'],
  word: ['writers/docx.js', 'press/docx.js'],
};

const groups = [
  ...libraries.map((name) => ({ name, test: new RegExp(`node_modules[\\\\/]${name}[\\\\/]`) })),
  ...Object.entries(chunks).map(([name, modules]) => {
    // Throws for a module that is gone.
    const paths = new Set(modules.map((module) => realpathSync(at('build', module))));
    return { name, test: (id) => paths.has(resolve(id)) };
  }),
].map((group, index, { length }) => ({ ...group, priority: length - index }));

const isOutside = (id) =>
  id.startsWith('node:') || Object.keys(dependencies).some((name) => `${id}/`.startsWith(`${name}/`));

const bundle = await rolldown({
  input: Object.fromEntries(entries.map((name) => [name, at('build', `${name}.js`)])),
  platform: 'node',
  external: isOutside,
  // A module that is not found, above all, would otherwise be left to fail for the user.
  onLog: (_level, log) => {
    throw new Error(log.message);
  },
});
const { output } = await bundle.generate({
  chunkFileNames: 'chunk-[name].js',
  codeSplitting: { groups },
  minify: false,
});
await bundle.close();

const files = new Map([
  ...output.map(({ fileName, code }) => [fileName, code]),
  ...declarations(['index.d.ts', 'press.d.ts']),
  ['LICENSES.txt', licences(output.flatMap(({ moduleIds }) => moduleIds))],
]);
for (const path of existing(at('dist'))) if (!files.has(path)) rmSync(at('dist', path));
// What is the same is left alone: it may be running.
for (const [path, text] of files) {
  if (textOf(at('dist', path)) === text) continue;
  mkdirSync(dirname(at('dist', path)), { recursive: true });
  writeFileSync(at('dist', path), text);
}

/** The declarations of the library's modules, and of all that they speak of. */
function declarations(names) {
  const found = new Map();
  const add = (name) => {
    if (found.has(name)) return;
    const text = readFileSync(at('build', name), 'utf8');
    found.set(name, text);
    for (const [, module] of text.matchAll(/(?:from |import\()['"](\.[^'"]+)\.ts['"]/g))
      add(join(dirname(name), `${module}.d.ts`).replaceAll('\\', '/'));
  };
  names.forEach(add);
  return found;
}

/** The licences of the packages that modules are from, by name. */
function licences(modules) {
  const folders = modules.flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id) ?? []);
  const texts = [...new Set(folders)].map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    if (file === undefined) throw new Error(`${name} is bundled and brings no licence`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return texts.sort().join(`\n${'-'.repeat(80)}\n\n`);
}

function existing(folder) {
  try {
    const all = readdirSync(folder, { recursive: true, withFileTypes: true });
    return all
      .filter((one) => one.isFile())
      .map((one) => relative(folder, join(one.parentPath, one.name)).replaceAll('\\', '/'));
  } catch {
    return [];
  }
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
