/**
 * `npm run bench`: wall time, peak memory and pages per second of the sample package, whole and per kind of document,
 * each in a process of its own, and beside them pdfmake alone setting the same number of form pages in its own way.
 * Then 50 and 200 workbooks of 500 rows collected into a case, and the case checked, which sets every document; and
 * 100,000 awards through the payout rules into a register.
 */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const kinds = [
  ['whole package', []],
  ['notice', ['notice']],
  ['quota table', ['quota']],
  ['approval forms', ['forms']],
  ['rosters', ['category-rosters', 'district-rosters']],
  ['certificates', ['certificates']],
  ['payout lists', ['payout', 'withheld']],
];

/** A hundred thousand awards are held in this much; without a limit the heap only grows with what waits to be cleared. */
const heap = ['--max-old-space-size=640'];
/** As many rows are collected in less, and checked in this much, with the documents that a check sets. */
const collectHeap = ['--max-old-space-size=100'];
const checkHeap = ['--max-old-space-size=115'];

const measured = [];
for (const [name, only] of kinds) measured.push({ name, ...(await run('build.js', only)) });
const forms = measured.find((one) => one.name === 'approval forms');
const peer = { name: 'pdfmake alone, as many form pages', ...(await run('peer.js', [String(forms.pages)])) };

console.table(
  Object.fromEntries(
    [...measured, peer].map(({ name, seconds, megabytes, pages }) => [
      name,
      {
        'wall s': seconds.toFixed(2),
        'peak MB': Math.round(megabytes),
        'PDF pages': pages,
        'pages/s': Math.round(pages / seconds),
      },
    ]),
  ),
);
console.log(
  `Approval forms in PDF and DOCX take ${(forms.seconds / peer.seconds).toFixed(2)} × the time of pdfmake alone setting as many pages in PDF.`,
);

const folder = await mkdtemp(join(tmpdir(), 'neibao-bench-'));
await run('collect-files.js', [folder]);
const collections = [];
for (const files of [50, 200]) {
  const dir = join(folder, `case-${files}`);
  const collecting = await run('collect.js', [folder, String(files), dir], collectHeap);
  collections.push({ files, collecting, checking: await run('check.js', [dir], checkHeap) });
}
await rm(folder, { recursive: true });
console.table(
  Object.fromEntries(
    collections.map(({ files, collecting, checking }) => [
      `${files} workbooks collected and checked`,
      {
        'wall s': (collecting.seconds + checking.seconds).toFixed(2),
        'of it collecting': collecting.seconds.toFixed(2),
        'peak MB collecting': Math.round(collecting.megabytes),
        'peak MB checking': Math.round(checking.megabytes),
        rows: collecting.rows,
        'rows/s': Math.round(collecting.rows / (collecting.seconds + checking.seconds)),
      },
    ]),
  ),
);

const paid = await run('payout.js', ['100000'], heap);
console.log(
  `${paid.awards} awards: ${paid.planning.toFixed(2)} s through the payout rules, ${paid.registering.toFixed(2)} s to enter ${paid.payments} payments into the register; peak ${Math.round(paid.megabytes)} MB.`,
);

console.log(
  existsSync(fileURLToPath(new URL('node_modules', import.meta.url)))
    ? 'The press beside Typst, Carbone, pdfmake and docx: npm run --prefix bench press'
    : 'The press beside Typst, Carbone, pdfmake and docx: npm ci --prefix bench && npm run --prefix bench press',
);

/** @returns {Promise<{ seconds: number, megabytes: number, pages: number }>} */
function run(script, args, execArgv = []) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = fork(fileURLToPath(new URL(script, import.meta.url)), args, { execArgv });
    let result;
    child.on('message', (message) => {
      result = message;
    });
    child.on('exit', (code) => {
      if (code !== 0) reject(new Error(`${script} ${args.join(' ')} ended with ${code}`));
      else resolve({ ...result, seconds: (performance.now() - started) / 1000 });
    });
  });
}
