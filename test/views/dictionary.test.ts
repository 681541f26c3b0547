import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readFacts } from '../../src/facts.ts';
import { packOf } from '../../src/packs.ts';
import { reconcile } from '../../src/rules/reconcile.ts';
import { type Field, fieldsOf, readDictionary } from '../../src/template/dictionary.ts';
import { findTemplate } from '../../src/template/find.ts';
import { coverView } from '../../src/views/cover.ts';
import { documentViews } from '../../src/views/documents.ts';
import { ownDocuments, subjects } from '../../src/views/own.ts';
import { reconciliationView } from '../../src/views/reconciliation.ts';

const sample = fileURLToPath(new URL('../../data/shanghai-2024', import.meta.url));

test('every view of the sample case holds what the dictionary says of it', { timeout: 60_000 }, async () => {
  const { facts } = await readFacts(sample);
  if (facts === undefined) throw new Error('the sample case cannot be read');
  const { documents } = await packOf();
  const nothing = reconcile([]);
  const made: [string, object][] = [
    ['cover', coverView(facts, nothing, [], [])],
    ['reconciliation', reconciliationView(facts, nothing)],
  ];
  for (const { name, template } of documents) {
    const { text = '' } = (await findTemplate(`commendation/${template}`, undefined)) ?? {};
    const view = /^\{\{!-- view: (\S+) --\}\}/.exec(text)?.[1] ?? '';
    for (const one of documentViews[name]?.(facts) ?? []) made.push([view, one.view]);
  }
  const where = { level: [], category: [], status: [], district: [] };
  for (const subject of subjects) {
    const [first] = ownDocuments(facts, { for: subject, where, copies: 1 });
    if (first !== undefined) made.push([subject, first.view]);
  }
  const faults = made.flatMap(([view, value]) => faultsOf(value, view, fieldsOf(view) ?? {}));
  expect([...new Set(faults)]).toEqual([]);
  expect(made.length).toBeGreaterThan(100);
});

function faultsOf(value: object, path: string, fields: Readonly<Record<string, Field>>): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const at = `${path}.${name}`;
    if (!Object.hasOwn(value, name)) return [`${at} is missing`];
    return faultOf((value as Readonly<Record<string, unknown>>)[name], at, field);
  });
}

function faultOf(value: unknown, path: string, { type, of = '', empty, values, unit }: Field): readonly string[] {
  if (value === null) return empty ? [] : [`${path} is empty`];
  const group = readDictionary().groups[of];
  if (type === 'list') {
    if (!Array.isArray(value)) return [`${path} is no list`];
    return group ? value.flatMap((item) => faultsOf(item, `${path}[]`, group)) : [];
  }
  if (type === 'group') return faultsOf(value as object, path, group ?? {});
  if (typeof value !== (type === 'text' ? 'string' : type)) return [`${path} is a ${typeof value}`];
  if (values && !values.includes(String(value))) return [`${path} is ${value}`];
  if (unit === '分' && !Number.isSafeInteger(value)) return [`${path} is ${value} fen`];
  return unit === 'YYYY-MM-DD' && !/^(\d{4}-\d{2}-\d{2})?$/.test(String(value)) ? [`${path} is ${value}`] : [];
}
