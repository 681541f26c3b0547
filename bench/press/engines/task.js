/**
 * What an engine is told: the kind (`certificates`, `forms`, or `files`, each form a file), the data file, the folder of
 * fonts, where to write (a file, or the folder of the files), and what else it is given.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function taskOf([kind, dataFile, fonts, output, ...rest]) {
  return { kind, dataFile, fonts, output, rest, data: () => JSON.parse(readFileSync(dataFile, 'utf8')) };
}

/** What is set: all records in one file, or each in one of its own. */
export function* filesOf({ kind, output, data }, ending) {
  const { records, ...fixed } = data();
  if (kind !== 'files') yield { path: output, fixed, records };
  else {
    for (const [index, record] of records.entries()) {
      yield { path: join(output, `${index + 1}.${ending}`), fixed, records: [record] };
    }
  }
}
