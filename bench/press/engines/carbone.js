/** Carbone: a Word template, made beforehand, filled with all pages of a file; no conversion. */
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import carbone from 'carbone';
import { filesOf, taskOf } from './task.js';

const task = taskOf(process.argv.slice(2));
const [template] = task.rest;
const render = promisify(carbone.render);
for (const { path, fixed, records } of filesOf(task, 'docx')) {
  const pages = records.flatMap((record) =>
    Array.from({ length: fixed.copies }, (_, copy) => ({ ...record, mark: `第${copy + 1}份` })),
  );
  writeFileSync(path, await render(template, { title: fixed.forms, pages }));
}
