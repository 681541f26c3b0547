#!/usr/bin/env node
/**
 * Writes the dictionary of fields from the view types and their doc comments: templates/fields.json, against which
 * templates are checked, and docs/fields.md for those who write them.
 *
 *   npm run docs
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Project, ts } from 'ts-morph';

const root = fileURLToPath(new URL('..', import.meta.url));
const typeNames = { text: 'text', number: 'number', boolean: 'yes or no' };

/**
 * The dictionary: views by name, each with its group, and groups by name, each with its fields. A type that is used in
 * several places is one group. Throws, with all their names, for fields that have no Chinese meaning or no type that
 * a template could use.
 */
export function readDictionary() {
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    compilerOptions: {
      strict: true,
      target: ts.ScriptTarget.ES2023,
      lib: ['lib.es2023.d.ts'],
      types: [],
      module: ts.ModuleKind.NodeNext,
      allowImportingTsExtensions: true,
      noEmit: true,
    },
  });
  const file = project.addSourceFileAtPath(`${root}/src/views/named.ts`);
  const faults = [];
  const groups = {};
  const views = {};

  const fieldOf = (property, owner) => {
    const path = `${owner}.${property.getName()}`;
    const { zh, unit, example } = tagsOf(property);
    const { empty, ...type } = shapeOf(property.getTypeAtLocation(file), path);
    if (zh === undefined) faults.push(`${path} has no @zh`);
    return { zh, ...type, ...(empty && { empty }), ...(unit && { unit }), ...(example && { example }) };
  };
  /** @returns type, what it is made of, and whether it may be null */
  const shapeOf = (type, path) => {
    const parts = type.isUnion() ? type.getUnionTypes() : [type];
    const own = parts.filter((one) => !one.isNull());
    const empty = own.length < parts.length;
    const every = (test) => own.every(test);
    if (every((one) => one.isString() || one.isStringLiteral())) {
      const values = own.every((one) => one.isStringLiteral()) && own.map((one) => one.getLiteralValue());
      return { type: 'text', ...(values && { values: values.toSorted() }), empty };
    }
    if (every((one) => one.isNumber() || one.isNumberLiteral())) return { type: 'number', empty };
    if (every((one) => one.isBoolean() || one.isBooleanLiteral())) return { type: 'boolean', empty };
    const [one] = own;
    if (own.length !== 1) {
      faults.push(`${path} is of several types`);
      return { type: 'text', empty };
    }
    if (one.isArray() || one.isReadonlyArray()) {
      const item = shapeOf(one.getArrayElementTypeOrThrow(), path);
      return { type: 'list', of: item.type === 'group' ? item.of : item.type, empty };
    }
    return { type: 'group', of: groupOf(one, path), empty };
  };
  const groupOf = (type, path) => {
    const name = nameOf(type) ?? path;
    if (groups[name] === undefined) {
      groups[name] = {};
      for (const property of type.getProperties()) groups[name][property.getName()] = fieldOf(property, name);
      if (type.getProperties().length === 0) faults.push(`${path} is no type that a template can use`);
    }
    return name;
  };

  for (const property of file.getInterfaceOrThrow('NamedViews').getProperties()) {
    const name = property.getSymbolOrThrow().getName();
    const { zh, of } = fieldOf(property.getSymbolOrThrow(), 'NamedViews');
    views[name] = { zh, of };
  }
  if (faults.length > 0) throw new Error(`the views cannot be written down:\n${faults.join('\n')}`);
  return { views, groups };
}

/** The interface's name, with the types it is given; undefined for a type without a name. */
function nameOf(type) {
  const name = type.getSymbol()?.getName();
  if (name === undefined || name.startsWith('__')) return undefined;
  const given = type.getTypeArguments().map(nameOf);
  return given.length === 0 ? name : `${name}<${given.join(', ')}>`;
}

/** The tags of a field's doc comment; what a field inherits counts. */
function tagsOf(symbol) {
  const text = symbol
    .getDeclarations()
    .flatMap((one) => one.getJsDocs?.() ?? [])
    .map((doc) => doc.getInnerText())
    .join(' ');
  const parts = text.split(/(?:^|\s)@(zh|unit|example)\s+/).slice(1);
  const tags = {};
  for (let index = 0; index < parts.length; index += 2) {
    tags[parts[index]] = parts[index + 1].replaceAll(/\s+/g, ' ').trim();
  }
  return tags;
}

/** Templates of the packs by the view that their first line names. */
export function templatesByView() {
  const found = new Map();
  const folder = `${root}/templates`;
  for (const file of readdirSync(folder, { recursive: true }).toSorted()) {
    if (!file.endsWith('.hbs')) continue;
    const view = /^\{\{!-- view: (\S+) --\}\}/.exec(readFileSync(`${folder}/${file}`, 'utf8'))?.[1];
    if (view !== undefined) found.set(view, [...(found.get(view) ?? []), file.replaceAll('\\', '/')]);
  }
  return found;
}

/** @param dictionary what `readDictionary` gives */
export function dictionaryText(dictionary) {
  const text = JSON.stringify(dictionary, null, 2);
  // Lists on one line, as the formatter has them.
  return `${text.replace(/\[[^[\]{}]*\]/g, (list) => JSON.stringify(JSON.parse(list)).replaceAll('","', '", "'))}\n`;
}

/**
 * @param templates what `templatesByView` gives
 * @param rowsOf `fieldRows` of src/template/dictionary.ts
 */
export function fieldsPage(dictionary, templates, rowsOf) {
  const parts = Object.entries(dictionary.views).map(([name, { zh }]) => {
    const files = (templates.get(name) ?? []).map((file) => `[${file}](../templates/${encodeURI(file)})`);
    return `## ${name}\n\n${zh}${files.length === 0 ? '' : `: ${files.join(', ')}`}\n\n${table(rowsOf(name, dictionary))}`;
  });
  return `# Fields of the templates

Generated by \`npm run docs\` from the types in \`src/views\`; do not edit. Each part is a view: what a template may say whose
first line names it, as in \`{{!-- view: certificates --}}\`. \`rows[].unit\` is the field \`unit\` of each item of the list
\`rows\`: within \`{{#each rows}}\` write \`{{unit}}\`, and \`{{../title}}\` for a field outside the list.

- Money (unit 分) is a number of fen: \`{{yuan amount}}\`, \`{{yuan amount decimals=2}}\`, \`{{capital amount}}\`.
- Dates (unit YYYY-MM-DD): \`{{longDate date}}\`. Shares (unit 比例): \`{{percent rate}}\`.
- “may be empty”: there may be nothing. Of a group, say \`{{#if result}}…{{result.total}}…{{/if}}\` or \`{{#with result}}\`.

\`neibao template fields <name>\` shows the same on the command line. \`neibao template eject <name> DIR\` copies the built-in template
and sets the folder up for VS Code, as \`neibao template editor DIR\` does any other: typing a field's name completes it, see
[templates.md](templates.md).

${parts.join('\n')}`;
}

function table(rows) {
  const lines = rows.map(({ path, zh, type, of, values, empty, unit = '', example = '' }) => {
    const kind = typeNames[type] ?? (type === 'list' ? `list${typeNames[of] ? ` of ${typeNames[of]}` : ''}` : 'group');
    const given = values === undefined ? kind : values.map((value) => `\`${value || '""'}\``).join(' ');
    return `| \`${path}\` | ${cell(zh)} | ${given}${empty ? ', may be empty' : ''} | ${unit} | ${cell(example)} |`;
  });
  return `| field | meaning | type | unit | example |\n|---|---|---|---|---|\n${lines.join('\n')}\n`;
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const dictionary = readDictionary();
  writeFileSync(`${root}/templates/fields.json`, dictionaryText(dictionary));
  const { fieldRows } = await import('../build/template/dictionary.js');
  writeFileSync(`${root}/docs/fields.md`, fieldsPage(dictionary, templatesByView(), fieldRows));
}
