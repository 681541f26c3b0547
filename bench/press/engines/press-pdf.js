/** Our press, into PDF: each file written as its bytes come. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { loadFonts, pressPdf } from '../../../dist/press.js';
import { jobOf } from '../forms.js';
import { filesOf, taskOf } from './task.js';

const task = taskOf(process.argv.slice(2));
const { value: fonts } = await loadFonts({ system: false });
const context = { fonts, date: new Date(0), author: 'bench' };
for (const { path, fixed, records } of filesOf(task, 'pdf')) {
  const file = openSync(path, 'w');
  for (const bytes of pressPdf(jobOf(task.kind, fixed, records), context)) writeSync(file, bytes);
  closeSync(file);
}
