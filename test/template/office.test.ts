import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Handlebars from 'handlebars';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { entriesOf } from '../../src/template/catalogue.ts';
import { ejectTemplate } from '../../src/template/eject.ts';
import { templateFolder } from '../../src/template/find.ts';
import { checkTemplates } from '../../src/template/office.ts';

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'neibao-office-'));
});
afterAll(() => rm(work, { recursive: true }));

async function folderOf(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    const file = join(work, name, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return join(work, name);
}

const news = '{{!-- view: news --}}\n<article title="{{title}}" page="plain"><p>{{> own}}</p></article>\n';

test('a file that replaces nothing is told with the nearest name, wherever it is put', async () => {
  const folder = await folderOf('astray', {
    'notice.hbs': news,
    'commendation/Notice.hbs': news,
    'commendation/certificates.hbs.txt': news,
    'commendations/quota.hbs': news,
    'commendation/pack.yaml': 'documents: []\n',
  });
  const { messages } = await checkTemplates(folder);
  expect(messages.map(({ code, actual, expected }) => [code, actual, expected])).toEqual([
    ['template.unknown-file', 'commendation/Notice.hbs', 'commendation/notice.hbs'],
    ['template.unknown-file', 'commendation/certificates.hbs.txt', 'commendation/certificates.hbs'],
    ['template.unknown-file', 'commendation/pack.yaml', 'commendation/payout.hbs'],
    ['template.unknown-file', 'commendations/quota.hbs', 'commendation/quota.hbs'],
    ['template.unknown-file', 'notice.hbs', 'commendation/notice.hbs'],
  ]);
});

test('own partials, formats of banks, notes and what systems leave behind may stand beside templates', async () => {
  const folder = await folderOf('beside', {
    'commendation/news.hbs': news,
    'commendation/_own.hbs': '{{title}}',
    'commendation/bank/my-bank.yaml': 'name: 本行\n',
    'README.md': 'notes\n',
    '.vscode/settings.json': '{}\n',
    'Thumbs.db': '',
  });
  const { ok, messages } = await checkTemplates(folder);
  expect(messages).toEqual([]);
  expect(ok).toBe(true);
});

test('a partial that no template uses is told', async () => {
  const folder = await folderOf('unused', { 'commendation/_own.hbs': '{{title}}' });
  const { messages } = await checkTemplates(folder);
  expect(messages).toMatchObject([{ code: 'template.unknown-file', actual: 'commendation/_own.hbs' }]);
});

test('what is ejected says the same as the built-in, passes the check, and is not ejected again', async () => {
  const folder = join(work, 'ejected');
  const entries = await entriesOf();
  for (const entry of entries.filter(({ partial }) => !partial)) {
    expect(await ejectTemplate(entry, folder)).toMatchObject({ ok: true });
  }
  const { ok, messages } = await checkTemplates(folder);
  expect(messages).toEqual([]);
  expect(ok).toBe(true);
  for (const { name } of entries) {
    const own = await readFile(join(folder, `${name}.hbs`), 'utf8');
    expect(own).toContain('{{!--');
    expect(saying(own)).toEqual(saying(await readFile(join(templateFolder, `${name}.hbs`), 'utf8')));
  }
  const [first] = entries;
  if (first === undefined) throw new Error('there are no templates');
  expect((await ejectTemplate(first, folder)).messages).toMatchObject([{ code: 'template.exists' }]);
});

test('an ejected template brings completion of its fields, each with its meaning', async () => {
  const folder = join(work, 'snippets');
  const entry = (await entriesOf()).find(({ name }) => name === 'commendation/payout');
  if (entry === undefined) throw new Error('there is no payout');
  await ejectTemplate(entry, folder);
  const snippets = JSON.parse(await readFile(join(folder, '.vscode/neibao.code-snippets'), 'utf8'));
  expect(snippets['payout pages[].rows[].amount']).toEqual({
    scope: 'handlebars,html',
    prefix: 'amount',
    body: '{{yuan amount}}',
    description: 'pages[].rows[].amount：应发金额（分），例如 100000',
  });
});

/** What a template writes, in order, without its comments, places, and what came of white space around them. */
function saying(source: string): unknown {
  const text = JSON.stringify(Handlebars.parse(source).body, (key, value) => {
    if (key === 'loc' || key === 'original' || /strip/i.test(key)) return undefined;
    return value?.type === 'CommentStatement' || value?.value === '' ? null : value;
  });
  return JSON.parse(text, (_, value) => (Array.isArray(value) ? value.filter((one) => one !== null) : value));
}
