#!/usr/bin/env node
/**
 * Writes what editors complete with, into templates/editor: JSON schemas of case.yaml, pack.yaml, the formats of bank
 * files and the stocks of overprinting, and the HTML subset as custom data. `neibao template editor` copies them to where VS Code finds them.
 *
 *   npm run docs
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { z } from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url));
const readText = (path) => readFileSync(`${root}/${path}`, 'utf8');

/**
 * The files by name. @param tools `caseSchema`, `packSchema`, `bankFormat` and `stockSchema`, and the modules `schema` and `meanings` of
 * the HTML subset
 */
export function editorFiles({ caseSchema, packSchema, bankFormat, stockSchema, schema, meanings }) {
  const files = {
    'case.schema.json': described(caseSchema, commentsIn(readText('templates/case/case.yaml'))),
    'pack.schema.json': described(packSchema, keysExplainedIn(readText('templates/award-meeting/pack.yaml'))),
    'bank.schema.json': described(bankFormat, commentsIn(readText('templates/commendation/bank/csv.yaml'))),
    'stock.schema.json': described(stockSchema, commentsIn(readText('templates/commendation/stock/certificates.yaml'))),
    'neibao.html-data.json': htmlData(schema, meanings),
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, value]) => [name, `${JSON.stringify(value, null, 2)}\n`]),
  );
}

/** A schema of what is written into the file. @param comments what to say of each key, by its path: `notice.contact.email` */
function described(schema, comments) {
  const written = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any' });
  for (const [path, description] of comments) {
    const found = path.split('.').reduce((one, key) => propertiesOf(one)?.[key], written);
    if (found === undefined) throw new Error(`${path} is explained and not in the schema`);
    found.description = description;
  }
  return written;
}

/** Of a group, one that may be left empty, or a list of them. */
function propertiesOf(schema) {
  const parts = [schema, ...(schema?.anyOf ?? [])].flatMap((one) => [one, one?.items]);
  return parts.find((one) => one?.properties !== undefined)?.properties;
}

/** The comment above each key of a YAML file; above the first, what the file is stands first. */
function commentsIn(text) {
  const found = [];
  const open = [];
  let comment = [];
  for (const line of text.split('\n')) {
    const [, said] = /^ *# ?(.*)$/.exec(line) ?? [];
    const [, indent, key] = /^( *)([\p{L}\d]+):/u.exec(line) ?? [];
    if (said !== undefined) {
      comment.push(said);
      continue;
    }
    if (key !== undefined) {
      open.splice(indent.length / 2, Number.POSITIVE_INFINITY, key);
      if (comment.length > 0) found.push([open.join('.'), found.length === 0 ? comment.at(-1) : comment.join('\n')]);
    }
    comment = [];
  }
  return found;
}

/** pack.yaml explains the keys of its documents together, each on a line of its own: `#   name      …`. */
function keysExplainedIn(text) {
  const found = [];
  for (const line of text.split('\n')) {
    const [, key, meaning] = /^#\s{3}(\w+)\s+(\S.*)$/.exec(line) ?? [];
    const more = /^#\s{6,}(\S.*)$/.exec(line)?.[1];
    if (key !== undefined) found.push([`documents.${key}`, meaning]);
    else if (more !== undefined && found.length > 0) found.at(-1)[1] += `\n${more}`;
  }
  return [['folder', '写入文书包中的哪个文件夹'], ...found];
}

/** Elements, attributes and values in the form of VS Code's custom data. */
function htmlData({ elements }, meanings) {
  const text = (meaning) => (Array.isArray(meaning) ? meaning.join(': ') : meaning);
  const roles = {
    p: meanings.paragraphMeanings,
    th: meanings.paragraphMeanings,
    td: meanings.paragraphMeanings,
    span: meanings.spanMeanings,
    table: meanings.tableMeanings,
    hr: meanings.ruleMeanings,
    section: meanings.sectionMeanings,
  };
  const valuesOf = (element, attribute) =>
    attribute === 'role'
      ? (roles[element] ?? {})
      : ({ page: meanings.pageMeanings, frame: meanings.frameMeanings, height: meanings.rowMeanings }[attribute] ?? {});
  const valueNamed = (name, meaning) => (meaning === undefined ? { name } : { name, description: text(meaning) });
  const tags = Object.entries(elements).map(([name, { attributes }]) => ({
    name,
    description: `${meanings.elementMeanings[name].chinese}: ${meanings.elementMeanings[name].meaning}`,
    attributes: Object.entries(attributes).map(([attribute, allowed]) => ({
      name: attribute,
      description: meanings.attributeMeanings[`${name}.${attribute}`] ?? meanings.attributeMeanings[attribute],
      ...(Array.isArray(allowed) && { values: allowed.map((one) => valueNamed(one, valuesOf(name, attribute)[one])) }),
    })),
  }));
  return { version: 1.1, tags };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = editorFiles({
    ...(await import('../build/case/schema.js')),
    ...(await import('../build/pack/schema.js')),
    ...(await import('../build/bank/format.js')),
    ...(await import('../build/overprint/stock.js')),
    schema: await import('../build/document/schema.js'),
    meanings: await import('../build/document/meanings.js'),
  });
  mkdirSync(`${root}/templates/editor`, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(`${root}/templates/editor/${name}`, text);
}
