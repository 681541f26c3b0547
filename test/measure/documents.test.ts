import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/build.ts';
import type { ClauseId } from '../../src/layout/gbt9704.ts';
import type { ClauseResult } from '../../src/measure/clauses.ts';
import { type Measurement, measure } from '../../src/measure/measure.ts';
import { officeMissing } from '../support/office.ts';
import { readFiles, sampleCase, temporaryFolder } from '../support/package.ts';

/** The official documents of the sample, by a stretch of their paths. */
const documents = [
  { name: 'notice', path: '01通知/', format: 'document' },
  { name: 'letter to the police', path: '05征求意见/公安机关/01', format: 'letter' },
  { name: 'decision', path: '07表彰决定/02', format: 'document' },
] as const;

let out: string;
let paths: readonly string[];

beforeAll(async () => {
  out = join(await temporaryFolder('measure'), '文书');
  const built = await build(sampleCase, {
    out,
    only: ['notice', 'police-letters', 'decision'],
    formats: ['pdf', 'docx'],
  });
  if (!built.ok) throw new Error(JSON.stringify(built.messages, null, 1));
  paths = [...(await readFiles(out)).keys()];
});

const measured = new Map<string, Promise<Measurement>>();

function measurementOf(path: string, type: 'pdf' | 'docx'): Promise<Measurement> {
  const file = paths.find((one) => one.startsWith(path) && one.endsWith(`.${type}`));
  if (file === undefined) throw new Error(`no ${type} at ${path}`);
  const known = measured.get(file) ?? measuredFile(join(out, file));
  measured.set(file, known);
  return known;
}

async function measuredFile(file: string): Promise<Measurement> {
  const { value, messages } = await measure(file);
  if (value === undefined) throw new Error(JSON.stringify(messages, null, 1));
  return value;
}

function clauseOf({ clauses }: Measurement, id: ClauseId): ClauseResult | undefined {
  return clauses.find((clause) => clause.id === id);
}

/** Every clause of the standard that must be kept, and is not. */
function brokenRules({ clauses }: Measurement): readonly string[] {
  return clauses
    .filter(({ verdict, strength }) => verdict === 'broken' && strength === '规定')
    .map((one) => `${one.clause} ${one.item}: ${one.measured} for ${one.expected}, page ${one.page} ${one.note}`);
}

const types = [
  { type: 'pdf', tolerance: 0.5, skip: false },
  { type: 'docx', tolerance: 1, skip: officeMissing },
] as const;

describe.each(types)('the official documents of the sample as $type', ({ type, tolerance, skip }) => {
  test.skipIf(skip).each(documents)(
    `the $name keeps every clause that must be kept within ${tolerance} mm`,
    async ({ path, format }) => {
      const value = await measurementOf(path, type);
      expect(value.format).toBe(format);
      expect(value.profile).toBe('9704');
      expect(value.tolerance).toBe(tolerance);
      expect(brokenRules(value)).toEqual([]);
      expect(value.summary.kept).toBeGreaterThan(40);
    },
  );

  test.skipIf(skip)('a full page of the notice holds 22 lines and a full line 28 characters', async () => {
    const value = await measurementOf('01通知/', type);
    expect(clauseOf(value, 'lines')).toMatchObject({ verdict: 'kept', measured: '22 行' });
    expect(clauseOf(value, 'characters')).toMatchObject({ verdict: 'kept' });
    expect(clauseOf(value, 'characters')?.measured).toMatch(/^28 字/);
  });
});

test('what a document does not have is not measured, and says why', async () => {
  const value = await measurementOf('01通知/', 'pdf');
  expect(clauseOf(value, 'signerFont')).toMatchObject({ verdict: 'unmeasured', note: '没有签发人' });
  expect(clauseOf(value, 'letterMarkTop')).toMatchObject({ verdict: 'unmeasured', note: '不是这种格式' });
  const unexplained = value.clauses.filter(({ verdict, note }) => verdict === 'unmeasured' && note === '');
  expect(unexplained).toEqual([]);
});

test('a profile or a format that the user names is the one that counts', async () => {
  const file = paths.find((one) => one.startsWith('01通知/') && one.endsWith('.pdf')) as string;
  const { value } = await measure(join(out, file), { profile: '33476' });
  // The notice is set with the margins of GB/T 9704, 2.42 mm lower than GB/T 33476.2 puts them.
  expect(value && clauseOf(value, 'displayTop')).toMatchObject({
    verdict: 'broken',
    deviation: expect.closeTo(2.42, 1),
  });
});
