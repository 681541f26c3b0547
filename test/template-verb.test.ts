import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli } from './support/cli.ts';

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'neibao-template-'));
});
afterAll(() => rm(work, { recursive: true }));

const json = async (...argv: string[]) => JSON.parse((await runCli(['template', ...argv, '--json'])).out);

describe('neibao template', () => {
  test('list names every template with its view and its documents', async () => {
    const { value } = await json('list');
    expect(value).toContainEqual({
      name: 'commendation/roster',
      partial: false,
      documents: ['category-rosters', 'district-rosters'],
      view: 'roster',
      zh: '名册',
    });
    expect((await runCli(['template', 'list'])).out).toMatch(/certificates\s+荣誉证书/);
  });

  test('show prints a template as it is, by its own name or that of a document', async () => {
    const text = await readFile(new URL('../templates/commendation/police-letter.hbs', import.meta.url), 'utf8');
    expect((await runCli(['template', 'show', 'police-letters'])).out).toBe(text);
    expect((await json('show', 'commendation/police-letter')).value.text).toBe(text);
  });

  test('fields tells what a template may say, with meaning, unit and example', async () => {
    const { value } = await json('fields', 'withheld');
    expect(value.fields).toContainEqual({
      path: 'rows[].paidAmount',
      zh: '已发放的金额；放弃的没有',
      type: 'number',
      empty: true,
      unit: '分',
      example: '200000',
    });
    const shown = (await runCli(['template', 'fields', 'withheld'])).out;
    expect(shown).toMatch(/rows\[\]\.amount\s+不发放的金额\s+数\s+分/);
    expect((await runCli(['template', 'fields', '_date'])).err).toContain('decision');
  });

  test('a template is ejected, changed, and found wrong with line and column', async () => {
    const folder = join(work, 'own');
    const { value } = await json('eject', 'certificates', folder);
    expect(value.files).toEqual(['commendation/certificates.hbs']);
    expect(value.editor.files).toContain('.vscode/neibao.code-snippets');
    const file = join(folder, 'commendation/certificates.hbs');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('被评为“{{honour}}”', '荣获“{{honor}}”称号'));
    const wrong = await runCli(['template', 'check', folder]);
    expect(wrong.exit).toBe(1);
    expect(wrong.err).toMatch(/certificates\.hbs 第\d+行 第\d+列：模板用了数据里没有的字段“honor”/);
    expect(wrong.err).toContain('应为：honour');
  });

  test('a pack that comes as an example is ejected, passes the check as an own one, and is not written over', async () => {
    const folder = join(work, 'our-meeting');
    const { value } = await json('eject', 'award-meeting', folder);
    expect(value.files).toContain('pack.yaml');
    expect((await runCli(['template', 'check', folder])).exit).toBe(0);
    const snippets = JSON.parse(await readFile(join(folder, '.vscode/neibao.code-snippets'), 'utf8'));
    expect(Object.keys(snippets)).toContain('nominee recipient');
    expect((await runCli(['template', 'eject', 'award-meeting', folder])).err).toContain('没有覆盖');
    expect((await runCli(['template', 'list'])).out).toContain('award-meeting');
  });

  test('a build says what is wrong with the templates before it reads the case', async () => {
    const folder = join(work, 'astray');
    await mkdir(folder);
    await writeFile(join(folder, 'notice.hbs'), '');
    const run = await runCli([
      'build',
      join(work, 'no-case'),
      '--templates',
      folder,
      '--out',
      join(work, 'out'),
      '--json',
    ]);
    const { messages } = JSON.parse(run.out);
    expect(messages).toMatchObject([{ code: 'template.unknown-file', expected: 'commendation/notice.hbs' }]);
  });

  test('the built-in templates are good', async () => {
    const { ok, messages } = await json('check');
    expect(messages).toEqual([]);
    expect(ok).toBe(true);
  });
});
