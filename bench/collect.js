/**
 * Collects the first workbooks of the folder that `collect-files.js` has filled into a new case, and applies all rules
 * to it; reports rows, seconds of collecting and peak memory to the parent.
 *
 *   node bench/collect.js FOLDER COUNT
 */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { collect } from '../dist/intake/collect.js';
import { readFacts } from '../dist/prepare.js';

const [folder, count] = process.argv.slice(2);
const incoming = join(folder, 'incoming');
const files = (await readdir(incoming)).sort().slice(0, Number(count));
const dir = await mkdtemp(join(folder, 'run-'));
await cp(join(folder, 'case'), dir, { recursive: true });
const started = performance.now();
const collected = await collect(
  dir,
  files.map((name) => join(incoming, name)),
  { received: '2024-12-20', add: true },
);
const collecting = (performance.now() - started) / 1000;
const { facts, messages } = await readFacts(dir);
await rm(dir, { recursive: true });
const rows = collected.value?.rows.kept;
if (!collected.ok || facts?.theCase.nominees.length !== rows) throw new Error(JSON.stringify(messages.slice(0, 3)));
process.send?.({ rows, collecting, megabytes: process.resourceUsage().maxRSS / 1024 });
