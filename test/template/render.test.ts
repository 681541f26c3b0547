import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../../src/document/text.ts';
import type { Message } from '../../src/message.ts';
import { renderTemplate } from '../../src/template/render.ts';

let work: string;
let folders = 0;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'neibao-templates-'));
});
afterAll(() => rm(work, { recursive: true }));

/** A folder of templates of its own for each call: templates are compiled once per process. */
async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  folders += 1;
  const folder = join(work, String(folders));
  await mkdir(folder);
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return folder;
}

const document = (body: string) => `{{!-- view: test --}}\n<article title="题" page="plain">\n${body}\n</article>\n`;

async function render(body: string, view: object, partials: Readonly<Record<string, string>> = {}) {
  const overrides = await folderOf({ 'pack/test.hbs': document(body), ...partials });
  return renderTemplate('pack/test', view, { overrides });
}

async function textOfRender(
  body: string,
  view: object,
  partials: Readonly<Record<string, string>> = {},
): Promise<string> {
  const result = await render(body, view, partials);
  if (!result.ok) throw new Error(JSON.stringify(result.messages, null, 1));
  return textOf(result.value);
}

async function messages(body: string, view: object, partials: Readonly<Record<string, string>> = {}) {
  const result = await render(body, view, partials);
  return result.messages.map(({ code, place, actual, expected }: Message) => ({
    code,
    line: place?.line,
    actual,
    expected,
  }));
}

describe('what comes out', () => {
  test('data comes out as it is, whatever it looks like', async () => {
    const value = `<b>&amp;</b> "双" '单' {{title}} {{{x}}} \`=\` &nbsp; <p data-at="x:1">`;
    expect(await textOfRender('<p>{{value}}</p>', { value })).toBe(value);
  });

  test('data in an attribute stays in it', async () => {
    const result = await render('<section role="sheet" name="{{name}}"><p>a</p></section>', { name: '" role="annex' });
    expect(result.ok && result.value.children).toMatchObject([{ role: 'sheet', name: '" role="annex' }]);
  });

  test('a field with the name of a function is the field', async () => {
    expect(await textOfRender('<p>{{number}}：{{number count}}</p>', { number: '第1号', count: 5208 })).toBe(
      '第1号：5,208',
    );
  });

  test('blocks lead inwards and outwards', async () => {
    const view = {
      issuer: '协会',
      rows: [
        { name: '甲', tags: ['一', '二'] },
        { name: '乙', tags: [] },
      ],
      none: null,
    };
    const body = `{{#each rows as |row index|}}<p>{{inc index}}{{row.name}}{{name}}{{../issuer}}{{@root.issuer}}{{#each tags}}{{this}}{{@../index}}{{#unless @last}}、{{/unless}}{{else}}无{{/each}}</p>{{/each}}
      {{#if none}}<p>{{none.name}}</p>{{else if issuer}}<p>有</p>{{/if}}{{#with none}}<p>{{x}}</p>{{/with}}`;
    expect(await textOfRender(body, view)).toBe('1甲甲协会协会一0、二0\n2乙乙协会协会无\n有');
  });

  test('partials see their context and the values they are given', async () => {
    const partials = { 'pack/_row.hbs': '<p>{{name}}{{kind}}</p>', 'shared/_foot.hbs': '<p>{{title}}</p>' };
    const body = '{{#each rows}}{{> row this kind="类"}}{{/each}}{{> foot}}';
    expect(await textOfRender(body, { rows: [{ name: '甲' }], title: '尾' }, partials)).toBe('甲类\n尾');
  });

  test('a template that an office gives takes the place of the built-in one, and uses its partials', async () => {
    const overrides = await folderOf({ 'commendation/quota.hbs': document('<p>{{title}}</p>{{> opinion}}') });
    const own = await renderTemplate('commendation/quota', { title: '本单位' }, { overrides });
    expect(own.messages.filter(({ code }) => code === 'template.partial-unknown')).toEqual([]);
  });

  test('a template of no name is a bug of the caller', async () => {
    await expect(renderTemplate('commendation/qouta', {})).rejects.toThrow('commendation/quota');
    await expect(renderTemplate('../package', {})).rejects.toThrow(RangeError);
  });
});

describe('fields that the view does not have', () => {
  test('are all told at once, each with its line and the nearest name', async () => {
    const view = { title: '题', rows: [{ name: '甲' }, { name: '乙' }], contact: { phone: '1' }, amount: 1 };
    const body =
      '<p>{{titel}}</p>\n{{#each rows}}\n<p>{{nmae}}{{title}}</p>\n{{/each}}\n<p>{{contact.fone}}{{yuan amuont}}</p>';
    expect(await messages(body, view)).toEqual([
      { code: 'template.field-unknown', line: 3, actual: 'titel', expected: 'title' },
      { code: 'template.field-unknown', line: 5, actual: 'nmae', expected: 'name' },
      { code: 'template.field-unknown', line: 5, actual: 'title', expected: '../title' },
      { code: 'template.field-unknown', line: 7, actual: 'contact.fone', expected: 'contact.phone' },
      { code: 'template.field-unknown', line: 7, actual: 'amuont', expected: 'amount' },
    ]);
  });

  test('in a partial are told with the partial', async () => {
    const result = await render('{{> row}}', { name: '甲' }, { 'pack/_row.hbs': '\n<p>{{nam}}</p>' });
    expect(result.messages[0]?.place).toMatchObject({ file: expect.stringMatching(/pack.{1,2}_row\.hbs$/), line: 2 });
  });

  test('are those that any of the rows has', async () => {
    const body = '{{#each forms}}{{#if unit}}<p>{{unit}}</p>{{else}}<p>{{name}}</p>{{/if}}{{/each}}';
    expect(await textOfRender(body, { forms: [{ unit: '甲单位' }, { unit: '', name: '张三' }] })).toBe('甲单位\n张三');
  });

  test('are not found on the prototype', async () => {
    expect(await messages('<p>{{constructor}}{{rows.__proto__}}</p>', { rows: [] })).toMatchObject([
      { code: 'template.field-unknown' },
      { code: 'template.field-unknown' },
    ]);
  });

  test('an empty item has no fields, and the message says so', async () => {
    expect(await messages('<p>{{head.name}}</p>', { head: null })).toMatchObject([
      { code: 'template.field-empty', line: 3 },
    ]);
  });

  test('null is a value that is empty, not one that is missing', async () => {
    expect(await textOfRender('<p>[{{members}}]</p>', { members: null })).toBe('[]');
  });
});

describe('templates that are refused', () => {
  test.each([
    ['output without escaping', '<p>{{{title}}}</p>', 'template.raw-output'],
    ['output without escaping, the other way', '<p>{{&title}}</p>', 'template.raw-output'],
    ['an unknown function', '<p>{{lookup title 1}}</p>', 'template.helper-unknown'],
    ['an unknown function within', '<p>{{yuan (log title)}}</p>', 'template.helper-unknown'],
    ['a field as a block', '{{#title}}<p>a</p>{{/title}}', 'template.helper-unknown'],
    ['too many values', '<p>{{longDate title title}}</p>', 'template.helper-arguments'],
    ['a decorator', '{{#*inline "a"}}<p>a</p>{{/inline}}', 'template.construct'],
    ['a partial with a block', '{{#> quota}}<p>a</p>{{/quota}}', 'template.construct'],
    ['a partial whose name comes from data', '{{> (join title)}}', 'template.construct'],
    ['a partial outside the folder', '{{> ../secret}}', 'template.partial-unknown'],
    ['a block left open', '{{#if title}}', 'template.syntax'],
    ['a tag of its own in a branch that is not taken', '{{#if none}}<para>a</para>{{/if}}', 'template.element-unknown'],
    ['an attribute of its own', '<p style="color: red">a</p>', 'template.attribute-unknown'],
    ['data without quotes in an attribute', '<p role={{title}}>a</p>', 'template.attribute-unquoted'],
  ])('%s', async (_, body, code) => {
    expect((await messages(body, { title: 'note', none: null })).map((one) => one.code)).toContain(code);
  });

  test('values that a function cannot take', async () => {
    const view = { day: '12月17日', amount: 1.5, list: '甲' };
    expect(await messages('<p>{{longDate day}}\n{{yuan amount}}{{capital amount}}</p>', view)).toEqual([
      { code: 'template.helper-value', line: 3, actual: '12月17日', expected: '2024-12-17' },
      { code: 'template.helper-value', line: 4, actual: '1.5', expected: '200000' },
      { code: 'template.helper-value', line: 4, actual: '1.5', expected: '200000' },
    ]);
    // Of a list no item is shown.
    expect(await messages('{{#each (inGroups list 0)}}<p>甲</p>{{/each}}', { list: ['张三'] })).toEqual([
      { code: 'template.helper-value', line: 3, actual: '列表 0', expected: '[…] 6' },
    ]);
    // That a text is no list is known before there is any.
    expect(await messages('<p>{{longDate day}}</p>\n<p>{{join list}}</p>', view)).toEqual([
      { code: 'template.helper-value', line: 4, actual: 'list：文字', expected: '[…]' },
    ]);
  });

  test('a value of the data that an attribute does not allow is told with the line of its tag', async () => {
    const body =
      '<table role="grid"><tbody>\n<tr><td>a</td>\n<td type="number" value="{{value}}">b</td></tr></tbody></table>';
    expect(await messages(body, { value: '12 人' })).toMatchObject([
      { code: 'template.attribute-value', line: 5, actual: '12 人' },
    ]);
  });

  test('a template that does not name its view', async () => {
    const overrides = await folderOf({ 'pack/test.hbs': '<article title="a" page="plain"></article>' });
    const { messages: found } = await renderTemplate('pack/test', {}, { overrides });
    expect(found).toMatchObject([{ code: 'template.view-missing', place: { line: 1 } }]);
  });

  test('a folder that is not there', async () => {
    const { messages: found } = await renderTemplate('commendation/quota', {}, { overrides: join(work, 'none') });
    expect(found).toMatchObject([{ code: 'template.folder-missing' }]);
  });
});
