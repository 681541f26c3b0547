/**
 * Typst: the first further argument tells whether as a user would write it (`plain`), or `tuned`: untagged, and what is
 * common to all pages set once. Single files are compiled one after the other by the same compiler.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { filesOf, taskOf } from './task.js';

const task = taskOf(process.argv.slice(2));
const tuned = task.rest[0] === 'tuned';
const workspace = fileURLToPath(new URL('../typst/', import.meta.url));
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [task.fonts] }] });
const name = task.kind === 'certificates' ? 'certificates' : 'forms';
const compiled = (template) =>
  compiler.pdf({ mainFilePath: `${workspace}${template}.typ` }, tuned ? { pdfTags: false } : {});
const map = (file, content) => compiler.mapShadow(`${workspace}${file}`, Buffer.from(content));

let first = true;
for (const { path, fixed, records } of filesOf(task, 'pdf')) {
  map('data.json', JSON.stringify({ ...fixed, records }));
  if (tuned && first) map('fixed.pdf', compiled(`${name}-fixed`));
  first = false;
  writeFileSync(path, compiled(tuned ? `${name}-tuned` : name));
  // What the compiler remembers of files before would fill the memory.
  if (task.kind === 'files') compiler.evictCache(10);
}
