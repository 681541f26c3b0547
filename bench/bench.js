/**
 * `npm run bench`: wall time, peak memory and pages per second of the sample package, whole and per kind of document,
 * each in a process of its own, and beside them pdfmake alone setting the same number of form pages in its own way.
 */
import { fork } from 'node:child_process';
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

/** @returns {Promise<{ seconds: number, megabytes: number, pages: number }>} */
function run(script, args) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = fork(fileURLToPath(new URL(script, import.meta.url)), args);
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
