import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type Dictionary, type FieldRow, fieldRows } from '../src/template/dictionary.ts';

interface Script {
  /** Throws, naming each field of a view that has no Chinese meaning. */
  readDictionary(): Dictionary;
  dictionaryText(dictionary: Dictionary): string;
  templatesByView(): ReadonlyMap<string, readonly string[]>;
  fieldsPage(
    dictionary: Dictionary,
    templates: ReadonlyMap<string, readonly string[]>,
    rowsOf: (view: string, dictionary: Dictionary) => readonly FieldRow[],
  ): string;
}

const at = (path: string) => new URL(`../${path}`, import.meta.url);

test('the dictionary of fields is what the view types say now; npm run docs brings it up to date', {
  timeout: 60_000,
}, async () => {
  const script: Script = await import(at('scripts/fields.js').href);
  const dictionary = script.readDictionary();
  expect(await readFile(at('templates/fields.json'), 'utf8')).toBe(script.dictionaryText(dictionary));
  const page = script.fieldsPage(dictionary, script.templatesByView(), fieldRows);
  expect(await readFile(at('docs/fields.md'), 'utf8')).toBe(page);
});
