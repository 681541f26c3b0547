/** One build of the sample case in this process; reports its pages and peak memory to the parent. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../dist/index.js';

const only = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'neibao-bench-'));
const result = await build(fileURLToPath(new URL('../data/shanghai-2024', import.meta.url)), {
  out: join(folder, 'package'),
  ...(only.length > 0 && { only }),
});
await rm(folder, { recursive: true });
if (!result.ok) throw new Error(JSON.stringify(result.messages.slice(0, 3)));
process.send({ pages: result.value.pages, megabytes: process.resourceUsage().maxRSS / 1024 });
