/** What editors complete with: made from the sources, and true of the files that come with the package. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { bankFormat } from '../src/bank/format.ts';
import { caseSchema } from '../src/case/schema.ts';
import * as meanings from '../src/document/meanings.ts';
import * as schema from '../src/document/schema.ts';
import { stockSchema } from '../src/overprint/stock.ts';
import { packSchema } from '../src/pack/schema.ts';
import { runCli } from './support/cli.ts';
import { projectFolder, sampleCase, temporaryFolder } from './support/package.ts';

const textIn = (path: string) => readFile(join(projectFolder, path), 'utf8');
const written = async (name: string) => JSON.parse(await textIn(`templates/editor/${name}`));
let made: Readonly<Record<string, string>>;

beforeAll(async () => {
  const script = await import(new URL('../scripts/editor.js', import.meta.url).href);
  made = script.editorFiles({ caseSchema, packSchema, bankFormat, stockSchema, schema, meanings });
});

test('the files for editors say what the sources say now; npm run docs brings them up to date', async () => {
  expect(Object.keys(made).length).toBeGreaterThan(3);
  for (const [name, text] of Object.entries(made)) expect(await textIn(`templates/editor/${name}`)).toBe(text);
});

describe('the JSON schema', () => {
  const files = {
    'case.schema.json': join(sampleCase, 'case.yaml'),
    'pack.schema.json': join(projectFolder, 'templates/award-meeting/pack.yaml'),
    'bank.schema.json': join(projectFolder, 'templates/commendation/bank/csv.yaml'),
    'stock.schema.json': join(projectFolder, 'templates/commendation/stock/certificates.yaml'),
  };

  test.each(Object.entries(files))('%s passes the file that comes with the package', async (name, file) => {
    const checked = z.fromJSONSchema(await written(name)).safeParse(parse(await readFile(file, 'utf8')));
    expect(checked.error?.issues ?? []).toEqual([]);
  });

  test.each(Object.entries(files))('%s tells a key that there is none of', async (name, file) => {
    const misspelt = { ...parse(await readFile(file, 'utf8')), misspelt: 1 };
    expect(z.fromJSONSchema(await written(name)).safeParse(misspelt).success).toBe(false);
  });

  test('says in Chinese what each key of a case is for, as the commented case does', async () => {
    const { properties } = await written('case.schema.json');
    expect(properties.notice.properties.contact.properties.email.description).toBe('报送表册的电子邮箱');
    const silent = Object.entries<{ readonly description?: string }>(properties).filter(([, one]) => !one.description);
    expect(silent.map(([name]) => name)).toEqual([]);
  });

  test('of a pack proposes the words for whom a document is', async () => {
    const { where } = (await written('pack.schema.json')).properties.documents.items.properties;
    expect(JSON.stringify(where)).toContain('["先进单位","先进保卫部门","先进治安责任人","先进保卫干部"]');
  });
});

test('every element, attribute and role of the HTML subset is proposed with its meaning', async () => {
  const { tags } = await written('neibao.html-data.json');
  expect(tags.map(({ name }: { readonly name: string }) => name)).toEqual(Object.keys(schema.elements));
  const paragraph = tags.find(({ name }: { readonly name: string }) => name === 'p');
  const role = paragraph.attributes.find(({ name }: { readonly name: string }) => name === 'role');
  expect(role.values).toContainEqual({ name: 'deeds', description: meanings.paragraphMeanings.deeds });
  for (const { name, description, attributes } of tags) {
    expect(description, name).toMatch(/\p{Script=Han}/u);
    for (const one of attributes) expect(one.description, `${name} ${one.name}`).toBeTruthy();
  }
});

describe('neibao template editor', () => {
  test('gives a folder of packs and templates the fields of their views, and the settings that VS Code reads', async () => {
    const folder = await temporaryFolder('editor');
    await mkdir(join(folder, 'my-pack'));
    await writeFile(
      join(folder, 'my-pack/letter.hbs'),
      '{{!-- view: nominee --}}\n<article title="" page="plain"></article>',
    );
    expect((await runCli(['template', 'editor', folder])).exit).toBe(0);
    const read = async (name: string) => JSON.parse(await readFile(join(folder, '.vscode', name), 'utf8'));
    expect(Object.keys(await read('neibao.code-snippets'))).toContain('nominee recipient');
    const settings = await read('settings.json');
    const named = [...Object.keys(settings['yaml.schemas']), ...settings['html.customData']];
    for (const path of named) expect(await readFile(join(folder, path), 'utf8')).toMatch(/^\{/);
    expect(named).toHaveLength(5);
  });

  test('leaves settings of an own as they are, and says what to add', async () => {
    const folder = await temporaryFolder('editor-settings');
    await mkdir(join(folder, '.vscode'));
    const own = '{ "editor.fontSize": 16 } // mine\n';
    await writeFile(join(folder, '.vscode/settings.json'), own);
    const run = await runCli(['template', 'editor', folder]);
    expect(await readFile(join(folder, '.vscode/settings.json'), 'utf8')).toBe(own);
    expect(run.out).toContain('"html.customData"');
    const again = await runCli(['template', 'editor', folder, '--json']);
    expect(JSON.parse(again.out).value.kept).toEqual(['.vscode/settings.json']);
  });

  test('of a folder that is not there is an error', async () => {
    const run = await runCli(['template', 'editor', join(projectFolder, 'no-such-folder')]);
    expect(run.exit).toBe(2);
    expect(run.err).toContain('no-such-folder');
  });
});
