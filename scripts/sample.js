#!/usr/bin/env node
/**
 * Writes the sample rosters: one workbook per district of the 2024 quota table, synthetic and fictional.
 *
 *   node scripts/sample.js [folder]     default: data/shanghai-2024/rosters
 *
 * The same seed gives the same bytes. Quotas: sample/districts.js; the situations of the payout rules: sample/situations.js.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deedsOf } from './sample/deeds/compose.js';
import { districts } from './sample/districts.js';
import { nominatorOf } from './sample/nominees.js';
import { randomOf } from './sample/random.js';
import { completerOf, sheets } from './sample/rows.js';
import { scoredDistricts, scorerOf } from './sample/scores.js';
import { registerOf } from './sample/units.js';
import { workbookOf } from './sample/workbook.js';

const seed = 20241217;
const folder = process.argv[2] ?? fileURLToPath(new URL('../data/shanghai-2024/rosters', import.meta.url));

const random = randomOf(seed);
const register = registerOf(random);
const nominate = nominatorOf(random, register);
const complete = completerOf(random, register, deedsOf(random));
/** A source of chance of its own, so that scores change nothing else. */
const score = scorerOf(randomOf(seed + 1));

await mkdir(folder, { recursive: true });
for (const district of districts) {
  const nominees = nominate(district);
  const completed = Object.fromEntries(
    Object.keys(sheets).map((category) => [category, nominees[category].map((one) => complete(category, one))]),
  );
  const scores = scoredDistricts.includes(district.name) ? score(completed) : [];
  await writeFile(join(folder, `${district.number}${district.name}.xlsx`), await workbookOf(completed, scores));
}
