/** Writes the records of each size as one JSON file, which every engine reads. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { certificate, fixed, nominee } from './records.js';

/** Each nominee's form is two pages, in duplicate; of single files each is one page. */
export async function writeData(folder) {
  await mkdir(folder, { recursive: true });
  const lists = { certificates: [1000, 10_000], forms: [300, 3000], files: [600] };
  for (const [kind, sizes] of Object.entries(lists)) {
    const record = kind === 'certificates' ? certificate : nominee;
    for (const size of sizes) {
      const records = Array.from({ length: size }, (_, index) => record(index));
      await writeFile(
        dataFile(folder, kind, size),
        JSON.stringify({ ...fixed, copies: kind === 'forms' ? 2 : 1, records }),
      );
    }
  }
}

export const dataFile = (folder, kind, size) => join(folder, `${kind}-${size}.json`);
