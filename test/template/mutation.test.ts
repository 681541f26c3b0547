import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Handlebars from 'handlebars';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInPack, entriesOf, examplePacks } from '../../src/template/catalogue.ts';
import { compileTemplate } from '../../src/template/compile.ts';
import { templateFolder } from '../../src/template/find.ts';

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'neibao-mutation-'));
});
afterAll(() => rm(work, { recursive: true }));

interface Written {
  readonly path: string;
  readonly line: number;
  /** From 0. */
  readonly column: number;
}

/** Every name that a template writes: paths of fields, functions, partials, what they are given, `@index`. */
function pathsOf(source: string): readonly Written[] {
  const found: Written[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      value.forEach(visit);
      return;
    }
    const node = value as hbs.AST.PathExpression;
    const pair = value as hbs.AST.HashPair;
    if (pair.type === 'HashPair') {
      found.push({ path: pair.key, line: pair.loc.start.line, column: pair.loc.start.column });
    }
    // The parser gives a partial without a context an empty path, which nobody wrote.
    if (node.type === 'PathExpression' && node.loc !== undefined) {
      found.push({ path: node.original, line: node.loc.start.line, column: node.loc.start.column });
    }
    Object.values(value).forEach(visit);
  };
  visit(Handlebars.parseWithoutProcessing(source).body);
  return found;
}

function misspell(source: string, { path, line, column }: Written): string {
  const lines = source.split('\n');
  const text = lines[line - 1] ?? '';
  if (!text.startsWith(path, column)) throw new Error(`${path} is not at ${line}:${column}`);
  lines[line - 1] = `${text.slice(0, column)}${path}q${text.slice(column + path.length)}`;
  return lines.join('\n');
}

const packs = [builtInPack, ...(await examplePacks())];
const names = (await Promise.all(packs.map(entriesOf))).flat().map(({ name }) => name);
const documents = names.filter((name) => !name.includes('/_'));
const usersOf = new Map<string, string>();
for (const document of documents) {
  const read = await compileTemplate(document, undefined);
  if (!read.ok) throw new Error(JSON.stringify(read.messages, null, 1));
  usersOf.set(document, document);
  for (const partial of read.value.partials.keys()) usersOf.set(`${dirname(document)}/_${partial}`, document);
}

test('every partial of the package is used by some template', () => {
  expect(names.filter((name) => !usersOf.has(name))).toEqual([]);
});

describe('each path of a template, misspelt, is named with its place', () => {
  test.each(names)('%s', { timeout: 60_000 }, async (name) => {
    const source = await readFile(join(templateFolder, `${name}.hbs`), 'utf8');
    const missed: string[] = [];
    for (const [index, written] of pathsOf(source).entries()) {
      const folder = join(work, name, String(index));
      const file = join(folder, `${name}.hbs`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, misspell(source, written));
      const { messages } = await compileTemplate(usersOf.get(name) ?? name, folder);
      const named = messages.some(
        ({ actual, place }) =>
          place?.file === file &&
          place.line === written.line &&
          place.character === written.column + 1 &&
          actual?.replace(/^this\./, '').startsWith(written.path),
      );
      if (!named) missed.push(`${written.path} ${written.line}:${written.column + 1} ${JSON.stringify(messages)}`);
    }
    expect(missed).toEqual([]);
  });
});
