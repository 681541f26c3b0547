/** The docx package, as its users write a form. */
import { writeFileSync } from 'node:fs';
import { Packer } from 'docx';
import { formDocument } from '../word.js';
import { filesOf, taskOf } from './task.js';

for (const { path, fixed, records } of filesOf(taskOf(process.argv.slice(2)), 'docx')) {
  const pages = records.flatMap((record) =>
    Array.from({ length: fixed.copies }, (_, copy) => ({ ...record, mark: `第${copy + 1}份` })),
  );
  writeFileSync(path, await Packer.toBuffer(formDocument(fixed.forms, pages)));
}
