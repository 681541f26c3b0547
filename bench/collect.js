/**
 * `neibao collect` as a function: the first workbooks of the folder that `collect-files.js` has filled come into a new
 * case in CASE; reports rows and peak memory to the parent.
 *
 *   node bench/collect.js FOLDER COUNT CASE
 */
import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { collect } from '../dist/index.js';

const [folder, count, dir] = process.argv.slice(2);
const incoming = join(folder, 'incoming');
const files = (await readdir(incoming)).sort().slice(0, Number(count));
await cp(join(folder, 'case'), dir, { recursive: true });
const collected = await collect(
  dir,
  files.map((name) => join(incoming, name)),
  { received: '2024-12-20', add: true },
);
if (!collected.ok) throw new Error(JSON.stringify(collected.messages.slice(0, 3)));
process.send?.({ rows: collected.value.rows.kept, megabytes: process.resourceUsage().maxRSS / 1024 });
