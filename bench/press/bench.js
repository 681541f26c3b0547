/**
 * `npm run --prefix bench press`: measures our press and its peers in one run, on the same data, each measurement a
 * process of its own, and writes docs/performance.md. `--runs N` (5 when not given) for what is soon done; what takes long
 * is run once. `--long` presses up to 100,000 pages, too.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { dataFile, writeData } from './data.js';
import { writeFontConfig, writeFonts } from './fonts.js';
import { pageOf } from './report.js';
import { writeTemplate } from './word.js';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, long: { type: 'boolean' } } });
const runs = Number(values.runs);

const folder = await mkdtemp(join(tmpdir(), 'neibao-press-'));
const fonts = join(folder, 'fonts');
const template = join(folder, 'template.docx');
await writeFonts(fonts);
const fontConfig = await writeFontConfig(folder);
await writeData(join(folder, 'data'));
await writeTemplate(template);

const pdf = ['press-pdf', 'typst tuned', 'typst plain', 'pdfmake'];
const docx = ['press-docx', 'carbone', 'docx'];
const slow = new Set(['typst plain', 'pdfmake', 'docx']);
/** Kinds with their numbers of records, of pages, and of runs, and the engines that can make them. */
const tasks = [
  { title: '1,000 certificates', kind: 'certificates', records: 1000, pages: 1000, runs, engines: pdf },
  { title: '10,000 certificates', kind: 'certificates', records: 10_000, pages: 10_000, runs: 3, engines: pdf },
  { title: '600 forms, one PDF', kind: 'forms', records: 300, pages: 600, runs, engines: pdf },
  { title: '6,000 forms, one PDF', kind: 'forms', records: 3000, pages: 6000, runs: 3, engines: pdf },
  { title: '600 forms, a PDF each', kind: 'files', records: 600, pages: 600, runs: 3, engines: pdf },
  { title: '600 forms, one DOCX', kind: 'forms', records: 300, pages: 600, runs, engines: docx },
  { title: '6,000 forms, one DOCX', kind: 'forms', records: 3000, pages: 6000, runs: 3, engines: docx },
  { title: '600 forms, a DOCX each', kind: 'files', records: 600, pages: 600, runs: 3, engines: docx },
];

const results = [];
for (const task of tasks) {
  const measured = new Map(task.engines.map((engine) => [engine, []]));
  // In turn, so that what else the machine is doing strikes all of them.
  for (let run = 0; run < task.runs; run++) {
    for (const engine of task.engines) {
      const large = task.pages > 1000 || task.kind === 'files';
      if (run > 0 && large && slow.has(engine)) continue;
      measured.get(engine).push(await measure(engine, task));
    }
  }
  results.push({
    ...task,
    measured: [...measured].map(([engine, all]) => ({ engine, runs: all.length, ...median(all) })),
  });
  console.log(task.title);
  console.table(Object.fromEntries(results.at(-1).measured.map(({ engine, ...figures }) => [engine, figures])));
}
const long = [];
if (values.long) {
  for (const kind of ['certificates', 'forms']) {
    for (const pages of [1000, 10_000, 100_000]) {
      long.push({ kind, pages, ...(await run(['press-long.js', kind, String(pages), join(folder, 'long.pdf')])) });
      console.log(long.at(-1));
    }
  }
}
await rm(folder, { recursive: true });

const [{ model }] = cpus();
const machine = `${model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
await writeFile(
  new URL('../../docs/performance.md', import.meta.url),
  pageOf({ machine, versions: await versions(), results, long }),
);

/** Of the peers: the bench's own, and those that the product has. */
function versions() {
  const modules = {
    '@myriaddreamin/typst-ts-node-compiler': '../node_modules/',
    carbone: '../node_modules/',
    pdfmake: '../../node_modules/',
    docx: '../../node_modules/',
  };
  return Promise.all(
    Object.entries(modules).map(async ([name, folder]) => {
      const path = new URL(`${folder}${name}/package.json`, import.meta.url);
      return `${name} ${JSON.parse(await readFile(path, 'utf8')).version}`;
    }),
  );
}

async function measure(engine, { kind, records }) {
  const [script, ...rest] = engine.split(' ');
  const output = join(folder, 'output');
  await mkdir(output, { recursive: true });
  const target = kind === 'files' ? output : join(output, 'file');
  const more = script === 'carbone' ? [template] : rest;
  const figures = await run([
    `${script}.js`,
    kind,
    dataFile(join(folder, 'data'), kind, records),
    fonts,
    target,
    ...more,
  ]);
  const bytes = kind === 'files' ? await sizeOfAll(output) : (await stat(target)).size;
  await rm(output, { recursive: true });
  return { ...figures, bytes };
}

async function sizeOfAll(path) {
  const sizes = await Promise.all((await readdir(path)).map(async (name) => (await stat(join(path, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** One process: wall and CPU time in s, peak memory in MB. */
function run([script, ...args]) {
  const path = (name) => fileURLToPath(new URL(name, import.meta.url));
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const stdio = ['ignore', 'ignore', 'inherit', 'pipe'];
    const child = spawn(process.execPath, ['--import', path('usage.js'), path(`engines/${script}`), ...args], {
      stdio,
      env: { ...process.env, FONTCONFIG_FILE: fontConfig },
    });
    let said = '';
    child.stdio[3].on('data', (text) => {
      said += text;
    });
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(`${script} ${args[0]} ended with ${code}`));
      else resolve({ wall: (performance.now() - started) / 1000, ...JSON.parse(said) });
    });
  });
}

function median(all) {
  const of = (key) =>
    all.map((one) => one[key]).toSorted((one, other) => one - other)[Math.floor((all.length - 1) / 2)];
  return { wall: of('wall'), cpu: of('cpu'), megabytes: of('megabytes'), bytes: of('bytes') };
}
