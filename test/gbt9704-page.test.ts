import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { clauses, type PlacedClause } from '../src/layout/gbt9704.ts';

interface Script {
  clausesPage(table: Readonly<Record<string, PlacedClause>>): string;
}

const all: readonly PlacedClause[] = Object.values(clauses);

test('docs/gbt9704.md lists every clause as it is now; npm run docs brings it up to date', async () => {
  const { clausesPage }: Script = await import(new URL('../scripts/gbt9704.js', import.meta.url).href);
  expect(await readFile(new URL('../docs/gbt9704.md', import.meta.url), 'utf8')).toBe(clausesPage(clauses));
});

test('every clause is implemented and tested in files that exist', () => {
  const places = all.flatMap(({ files, tests }) => [...files, ...tests]);
  const missing = places.filter((path) => !existsSync(new URL(`../${path}`, import.meta.url)));
  expect([...new Set(missing)]).toEqual([]);
  expect(all.filter(({ files, tests }) => files.length === 0 || tests.length === 0)).toEqual([]);
});

test('a clause of the standard has its number, custom has none', () => {
  for (const { item, clause, strength } of all) expect([item, clause !== '']).toEqual([item, strength !== '实务']);
});
