/** Our press on records that are made one by one, so that nothing but its own memory is measured. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { loadFonts, pressPdf } from '../../../dist/press.js';
import { jobOf } from '../forms.js';
import { certificate, fixed, nominee } from '../records.js';

const [kind, pages, output] = process.argv.slice(2);
const { value: fonts } = await loadFonts({ system: false });
const copies = kind === 'forms' ? 2 : 1;

function* records() {
  for (let index = 0; index < Number(pages) / copies; index++)
    yield kind === 'forms' ? nominee(index) : certificate(index);
}

const file = openSync(output, 'w');
for (const bytes of pressPdf(jobOf(kind, { ...fixed, copies }, records()), {
  fonts,
  date: new Date(0),
  author: 'bench',
})) {
  writeSync(file, bytes);
}
closeSync(file);
