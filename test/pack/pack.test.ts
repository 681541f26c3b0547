import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/build.ts';
import { formPages } from '../../src/compose.ts';
import { readFacts } from '../../src/facts.ts';
import { readPacks } from '../../src/pack/read.ts';
import { renderTemplate } from '../../src/template/render.ts';
import { recipientOf } from '../../src/views/certificate.ts';
import type { DocumentView, Facts } from '../../src/views/facts.ts';
import { type Filter, type OwnRequest, ownDocuments } from '../../src/views/own.ts';
import { baseCase, type Package, projectFolder, readFiles, readPackage, temporaryFolder } from '../support/package.ts';

const awardMeeting = join(projectFolder, 'templates', 'award-meeting');

let facts: Facts;
beforeAll(async () => {
  const read = await readFacts(baseCase);
  if (read.facts === undefined) throw new Error('the small case cannot be read');
  facts = read.facts;
});

const everybody: Filter = { level: [], category: [], status: [], district: [] };
const documentsFor = (request: Partial<Omit<OwnRequest, 'where'>> & { readonly where?: Partial<Filter> }) =>
  ownDocuments(facts, { for: 'nominee', copies: 1, ...request, where: { ...everybody, ...request.where } });
const viewOf = (document: DocumentView | undefined) => document?.view as Readonly<Record<string, unknown>>;

describe('what an own document is for', () => {
  test('each nominee, by level and category and in each by the order of the rosters', () => {
    const documents = documentsFor({ where: { level: ['city'], category: ['responsible'] } });
    const expected = facts.roster.filter((one) => one.level === 'city' && one.category === 'responsible');
    expect(documents.map((one) => viewOf(one).recipient)).toEqual(expected.map(recipientOf));
    expect(documents.map((one) => one.names.number)).toEqual(['01', '02', '03', '04']);
    expect(new Set(documents.map((one) => viewOf(one).category))).toEqual(new Set(['先进治安责任人']));
  });

  test('each district that has such nominees, with them in a list', () => {
    const documents = documentsFor({ for: 'district', where: { level: ['city'] } });
    const sizes = documents.map((one) => (viewOf(one).nominees as readonly unknown[]).length);
    expect(sizes).toEqual(documents.map((one) => viewOf(one).count));
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(facts.roster.filter((one) => one.level === 'city').length);
    expect(documentsFor({ for: 'district', where: { district: ['西岭'] } })).toHaveLength(1);
  });

  test('each certificate, with its number', () => {
    const numbers = documentsFor({ for: 'certificate' }).map((one) => viewOf(one).certificate);
    expect(numbers).toEqual(facts.certificates.map((one) => one.number));
  });

  test('each association that pays, with what it pays: all payments together are the plan', () => {
    const views = documentsFor({ for: 'payer' }).map(viewOf);
    expect(views.map((one) => one.payer)).toEqual(['市企保协会', '东湖区企保协会', '西岭区企保协会']);
    const sum = views.reduce((total, one) => total + Number(one.amount), 0);
    expect(sum).toBe(facts.plan.payments.reduce((total, one) => total + one.amount, 0));
  });

  test('the whole case, once, and not at all where nobody is meant', () => {
    expect(documentsFor({ for: 'case' })).toHaveLength(1);
    for (const subject of ['case', 'nominee', 'certificate', 'district', 'payer'] as const)
      expect(documentsFor({ for: subject, where: { status: ['withdrawn'] } })).toEqual([]);
  });

  test('several copies, which say which they are', () => {
    const documents = documentsFor({ for: 'case', copies: 3 });
    expect(documents.map((one) => viewOf(one).copy)).toEqual(['第1份', '第2份', '第3份']);
    expect(documents.map((one) => one.names.copy)).toEqual(['第1份', '第2份', '第3份']);
  });
});

test('no view of an own document holds an ID number or an account', () => {
  const secrets = facts.roster.flatMap((one) => [one.idNumber, one.account]).filter((one) => one !== '');
  expect(secrets.length).toBeGreaterThan(10);
  for (const subject of ['case', 'nominee', 'certificate', 'district', 'payer'] as const) {
    const text = JSON.stringify(documentsFor({ for: subject }).map((one) => [one.names, one.view]));
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  }
});

describe('the pack for the award meeting, without a line of program', () => {
  let made: Package;
  beforeAll(async () => {
    const out = join(await temporaryFolder('pack'), '文书');
    const only = ['quota', 'invitations', 'seat-cards', 'check-in'];
    const built = await build(baseCase, { out, systemFonts: false, packs: [awardMeeting], only });
    if (!built.ok) throw new Error(JSON.stringify(built.messages, null, 1));
    made = await readPackage(await readFiles(out));
  });

  test('stands in its own folder beside the built-in documents', () => {
    const folders = [...made.files.keys()].filter((path) => path.includes('/')).map((path) => path.split('/')[0]);
    expect(new Set(folders)).toEqual(new Set(['02名额分配', '11颁奖会']));
  });

  test('invites every city winner by a letter of one page', () => {
    const winners = facts.roster.filter((one) => one.level === 'city');
    const letters = made.pagesOf('11颁奖会/01邀请函');
    expect(letters).toHaveLength(winners.length);
    for (const one of winners) expect(letters.filter((letter) => letter.includes(recipientOf(one)))).not.toEqual([]);
    expect(letters.every((letter) => letter.includes('示例市企事业单位治安保卫协会'))).toBe(true);
  });

  test('has a card for every seat and a row to sign for every guest', () => {
    const winners = facts.roster.filter((one) => one.level === 'city').map(recipientOf);
    const cards = made.pagesOf('11颁奖会/02席卡').join('');
    expect(winners.filter((one) => !cards.includes(one))).toEqual([]);
    const rows = made.pathsOf('11颁奖会/03签到表', 'xlsx').flatMap((path) => made.rowsOf(path));
    expect(rows.filter((row) => typeof row?.A === 'number')).toHaveLength(winners.length);
  });

  test('has six cards on every page, on the last one the spare ones empty, so that all are cut alike', async () => {
    const winners = documentsFor({ for: 'case', where: { level: ['city'] } }).map(({ view }) => view);
    const rendered = await renderTemplate('award-meeting/seat-cards', winners[0] ?? {});
    if (!rendered.ok) throw new Error(JSON.stringify(rendered.messages, null, 1));
    const pages = formPages(rendered.value);
    expect(rendered.value.children).toEqual(pages);
    const rows = pages.map(({ children }) => children.flatMap((block) => (block.type === 'table' ? block.rows : [])));
    expect(rows.map((own) => own.map(({ height }) => height))).toEqual(rows.map(() => Array(6).fill('fill')));
    expect(rows).toHaveLength(made.pagesOf('11颁奖会/02席卡').length);
    const count = facts.roster.filter((one) => one.level === 'city').length;
    expect(count % 6).not.toBe(0);
    const taken = rows.flat().map(({ cells }) => cells.length > 1);
    expect(taken.indexOf(false)).toBe(count);
    expect(taken.slice(count)).not.toContain(true);
  });

  test('is on the cover, one link for each letter', () => {
    const cover = new TextDecoder().decode(made.bytesOf('index.html'));
    expect(cover).toContain('11颁奖会/01邀请函');
    const letters = made.pathsOf('11颁奖会/01邀请函', 'pdf').length;
    const links = cover.match(
      new RegExp(`href="${encodeURIComponent('11颁奖会')}/${encodeURIComponent('01邀请函')}/`, 'g'),
    );
    expect(links).toHaveLength(letters);
  });
});

test('a pack may lie anywhere, and everything that is wrong with it is told at once', async () => {
  const folder = join(await temporaryFolder('pack'), '我的文书');
  await mkdir(folder);
  await cp(awardMeeting, folder, { recursive: true });
  const yaml = await readFile(join(folder, 'pack.yaml'), 'utf8');
  await writeFile(join(folder, 'pack.yaml'), yaml.replace('for: case', 'for: cases').replaceAll('市级', '市'));
  const out = join(await temporaryFolder('pack'), '文书');
  const built = await build(baseCase, { out, systemFonts: false, packs: [folder] });
  expect(built.ok).toBe(false);
  expect(built.messages.map((one) => [one.code, one.place?.line])).toEqual([
    ['case.choice', expect.any(Number)],
    ['case.choice', expect.any(Number)],
    ['case.choice', expect.any(Number)],
    ['case.choice', expect.any(Number)],
  ]);
  expect(built.messages.every((one) => one.place?.file === join(folder, 'pack.yaml'))).toBe(true);
});

test('whatever pack.yaml holds, the answer is a message and never a fault of the program', async () => {
  const folder = join(await temporaryFolder('pack'), 'own');
  await mkdir(folder);
  await writeFile(
    join(folder, 'letter.hbs'),
    '{{!-- view: nominee --}}\n<article title="函" page="plain"></article>\n',
  );
  const good = { folder: '12函', name: 'letters', for: 'nominee', where: '', formats: '[docx]', path: '{number}' };
  const anything = ['', '""', '0', '-1', 'true', '[]', '[[]]', '{}', '{ a: 1 }', '[docx, docx]', '../../x', '无', '~'];
  for (const key of Object.keys(good)) {
    for (const value of anything) {
      const { folder: into, ...document } = { ...good, [key]: value };
      const lines = Object.entries(document).map(([name, text]) => `    ${name}: ${text}\n`);
      const yaml = `folder: ${into}\ndocuments:\n  - template: letter\n${lines.join('')}`;
      await writeFile(join(folder, 'pack.yaml'), yaml);
      const read = await readPacks([folder], []);
      if (!read.ok) expect(read.messages.map((one) => one.place?.file)).toContain(join(folder, 'pack.yaml'));
    }
  }
  for (const text of anything) {
    await writeFile(join(folder, 'pack.yaml'), `${text}\n`);
    const read = await readPacks([folder], []);
    expect(read.ok).toBe(false);
    expect(JSON.stringify(read.messages)).not.toContain('case.yaml');
  }
});

test('an own document is not written over a built-in one', async () => {
  const folder = join(await temporaryFolder('pack'), 'own');
  await mkdir(folder);
  await writeFile(
    join(folder, 'pack.yaml'),
    'folder: 10核对\ndocuments:\n  - { name: own, template: own, for: case, formats: [pdf], path: 核对表 }\n',
  );
  await writeFile(join(folder, 'own.hbs'), '{{!-- view: case --}}\n<article title="表" page="plain"></article>\n');
  const built = await build(baseCase, { out: join(folder, 'out'), systemFonts: false, packs: [folder] });
  expect(built.messages.filter((one) => one.level === 'error').map((one) => one.code)).toEqual(['pack.path-twice']);
});
