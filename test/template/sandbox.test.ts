import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/document/text.ts';
import { limits } from '../../src/template/budget.ts';
import { renderTemplate } from '../../src/template/render.ts';
import { temporaryFolder } from '../support/package.ts';
import { plainTemplate, templateFolderOf } from '../support/template-folder.ts';

type Partials = Readonly<Record<string, string>>;

/** What every template here gets: nothing of it is secret, and no field has the name of what attackers look for. */
const view = { title: '题', rows: Array.from({ length: 1000 }, (_, index) => ({ name: `${index}` })), none: null };

async function render(body: string, partials: Partials = {}, data: object = view) {
  const files = Object.entries(partials).map(([name, text]) => [`pack/_${name}.hbs`, text] as const);
  const overrides = await templateFolderOf({ 'pack/test.hbs': plainTemplate(body), ...Object.fromEntries(files) });
  return renderTemplate('pack/test', data, { overrides });
}

async function codes(body: string, partials: Partials = {}, data: object = view): Promise<readonly string[]> {
  const { ok, messages } = await render(body, partials, data);
  expect(ok).toBe(false);
  return [...new Set(messages.map(({ code }) => code))];
}

const nested = (times: number, open: string, close: string) => open.repeat(times) + close.repeat(times);

describe('a template reaches nothing but its view', () => {
  test.each([
    ['the constructor of the view', '<p>{{constructor}}</p>'],
    ['the constructor of a text', '<p>{{title.constructor}}</p>'],
    ['a function made from text', '<p>{{title.constructor.constructor}}</p>'],
    ['the constructor written as a segment', '<p>{{this.[constructor]}}</p>'],
    ['the prototype', '<p>{{__proto__}}</p>'],
    ['the prototype of a list', '<p>{{rows.__proto__.push}}</p>'],
    ['a method of a list', '<p>{{rows.push}}</p>'],
    ['a method of a text', '<p>{{title.toUpperCase}}</p>'],
    ['the length of a list as a function', '<p>{{rows.join}}</p>'],
    ['the whole view at its root', '<p>{{@root.constructor}}</p>'],
    ['a getter of old', '<p>{{__lookupGetter__}}</p>'],
    ['a block on the prototype', '{{#with __proto__}}<p>{{this}}</p>{{/with}}'],
    ['a loop over the constructor', '{{#each constructor}}<p>{{this}}</p>{{/each}}'],
    ['what stands above the root', '<p>{{../process}}</p>'],
    ['a global', '<p>{{globalThis}}</p>'],
    ['a value in a call', '<p>{{join constructor}}</p>'],
    ['a value given to a partial', '{{> row name=constructor}}'],
    ['a name that a block gives', '{{#each rows as |row|}}<p>{{row.constructor}}</p>{{/each}}'],
    ['data of the runtime', '<p>{{@partial-block}}</p>'],
    ['data of the engine', '<p>{{@level}}</p>'],
    ['what rendering keeps for itself', '<p>{{@refuse}}</p>'],
  ])('%s is a field that there is not', async (_, body) => {
    expect(await codes(body, { row: '<p>{{name}}</p>' })).toEqual(['template.field-unknown']);
  });

  test('a view that has such a field of its own shows it like every other', async () => {
    const own = JSON.parse('{"constructor": "甲", "__proto__": "乙", "toString": "丙"}');
    const result = await render('<p>{{constructor}}{{__proto__}}{{toString}}</p>', {}, own);
    expect(result.ok ? textOf(result.value) : result.messages).toBe('甲乙丙');
  });
});

describe('a template calls nothing but the fixed functions', () => {
  test.each([
    ['lookup', '<p>{{lookup this "constructor"}}</p>', 'template.helper-unknown'],
    ['log', '{{log title}}', 'template.helper-unknown'],
    ['a method as a function', '<p>{{constructor "return process" 1}}</p>', 'template.helper-unknown'],
    ['toString as a function', '<p>{{toString title}}</p>', 'template.helper-unknown'],
    ['__defineGetter__', '<p>{{__defineGetter__ "a" title}}</p>', 'template.helper-unknown'],
    ['a hook of the engine', '<p>{{helperMissing title}}</p>', 'template.helper-unknown'],
    [
      'a block hook of the engine',
      '{{#blockHelperMissing rows}}<p>a</p>{{/blockHelperMissing}}',
      'template.helper-unknown',
    ],
    ['lookup inside a call', '<p>{{yuan (lookup this "constructor")}}</p>', 'template.helper-unknown'],
    ['lookup given to a partial', '{{> row (lookup this "constructor")}}', 'template.helper-unknown'],
    ['a decorator', '{{* decorator}}', 'template.construct'],
    ['an inline partial', '{{#*inline "x"}}<p>a</p>{{/inline}}', 'template.construct'],
    ['a partial block', '{{#> row}}<p>a</p>{{/row}}', 'template.construct'],
    ['a raw block', '{{{{raw}}}}<p>a</p>{{{{/raw}}}}', 'template.helper-unknown'],
    ['output without escaping', '<p>{{{title}}}</p>', 'template.raw-output'],
    ['output without escaping, with &', '<p>{{& title}}</p>', 'template.raw-output'],
    ['output of a call without escaping', '<p>{{{join rows}}}</p>', 'template.raw-output'],
  ])('%s is refused', async (_, body, code) => {
    expect(await codes(body, { row: '<p>a</p>' })).toContain(code);
  });
});

describe('a template reads no file but its partials', () => {
  test.each([
    ['a step up', '{{> ../../secret}}', 'template.partial-unknown'],
    ['a step up as a segment', '{{> [../../secret]}}'],
    ['a step up in quotes', '{{> "../../secret"}}', 'template.construct'],
    ['an absolute path', '{{> /etc/passwd}}', 'template.syntax'],
    ['an absolute path in quotes', '{{> "/etc/passwd"}}', 'template.construct'],
    ['a folder', '{{> other/secret}}'],
    ['backslashes', '{{> "..\\\\secret"}}', 'template.construct'],
    ['an encoded step', '{{> "%2e%2e/secret"}}', 'template.construct'],
    ['a NUL', '{{> "row\u0000"}}', 'template.construct'],
    ['an ending', '{{> "row.hbs"}}', 'template.construct'],
    ['a name that every object knows', '{{> constructor}}'],
    ['the block of a partial', '{{> @partial-block}}'],
  ])('%s names no partial', async (_, body, code = 'template.partial-unknown') => {
    expect(await codes(body)).toEqual([code]);
  });

  test('a name from data is no name', async () => {
    expect(await codes('{{> (join rows)}}')).toEqual(['template.construct']);
  });

  test('a link that leads out of the folder is refused, and nothing of its file is shown', async () => {
    const secret = join(await temporaryFolder('secret'), 'secret.txt');
    await writeFile(secret, '<p>秘密</p>');
    const overrides = await templateFolderOf({ 'pack/test.hbs': plainTemplate('{{> row}}') });
    await symlink(secret, join(overrides, 'pack', '_row.hbs'));
    const { ok, messages } = await renderTemplate('pack/test', view, { overrides });
    expect(ok).toBe(false);
    expect(messages).toMatchObject([{ code: 'template.unreadable', text: expect.stringContaining('以外的文件') }]);
    expect(JSON.stringify(messages)).not.toContain('秘密');
  });

  test.each([
    ['in GB18030', Uint8Array.of(0xc4, 0xda, 0xb1, 0xa3), 'UTF-8'],
    ['of more than 256 KB', new Uint8Array(256 * 1024 + 1).fill(32), '256 KB'],
  ])('a partial %s is refused', async (_, bytes, reason) => {
    const overrides = await templateFolderOf({ 'pack/test.hbs': plainTemplate('{{> row}}'), 'pack/_row.hbs': bytes });
    const { messages } = await renderTemplate('pack/test', view, { overrides });
    expect(messages).toMatchObject([{ code: 'template.unreadable', text: expect.stringContaining(reason) }]);
  });

  test('a folder in place of a partial is refused', async () => {
    const overrides = await templateFolderOf({ 'pack/test.hbs': plainTemplate('{{> row}}'), 'pack/_row.hbs/a': '' });
    const { messages } = await renderTemplate('pack/test', view, { overrides });
    expect(messages).toMatchObject([{ code: 'template.unreadable' }]);
  });
});

describe('a template writes no element but those of the subset', () => {
  test.each([
    ['a script', '<script>alert(1)</script>', 'template.element-unknown'],
    ['a style', '<p style="color: red">a</p>', 'template.attribute-unknown'],
    ['an event', '<p onclick="a">a</p>', 'template.attribute-unknown'],
    ['an image', '<img src="x" />', 'template.element-unknown'],
    ['the name of what every object has', '<constructor>a</constructor>', 'template.element-unknown'],
    ['an attribute that every object has', '<p constructor="a">a</p>', 'template.attribute-unknown'],
    ['a place of its own', '<p data-at="/etc/passwd:1">a</p>', 'template.attribute-unknown'],
    ['a role outside', '<p role="boddy">a</p>', 'template.attribute-value'],
    ['a document type', '<!DOCTYPE html>', 'template.markup'],
    ['an instruction', '<?php echo 1 ?>', 'template.markup'],
  ])('%s', async (_, body, code) => {
    expect(await codes(body)).toContain(code);
  });

  test('a role outside is told with the line and the nearest one inside', async () => {
    const { messages } = await render('<p>a</p>\n<p role="boddy">a</p>');
    expect(messages).toMatchObject([
      { code: 'template.attribute-value', place: { line: 4 }, actual: 'boddy', expected: 'body' },
    ]);
  });
});

describe('a formula reaches nothing outside its workbook', () => {
  const cellWith = (formula: string) =>
    `<table role="grid"><tbody><tr><td type="number" value="1" formula='${formula}'>1</td></tr></tbody></table>`;

  test.each([
    'WEBSERVICE("http://example.invalid/")',
    'HYPERLINK("http://example.invalid/","a")',
    "cmd|\\' /C calc\\'!A0".replaceAll("\\'", '&apos;'),
    '[1]Sheet1!A1',
    'INDIRECT("A1")',
    'sum(1)+CALL("a")',
    'IF(1,WEBSERVICE("a"),0)',
    'A1',
    '[]',
  ])('%s', async (formula) => {
    expect(await codes(cellWith(formula))).toContain('template.formula-content');
  });

  test('however long it is', async () => {
    expect(await codes(cellWith(`${'1'.repeat(50_000)}!`))).toContain('template.formula-content');
  });

  test('what it may be', async () => {
    const { ok, messages } = await render(cellWith('ROUND(SUM(1,2)*2.5,0)-IF(1>0,MAX(1,2),0)'));
    expect(messages).toEqual([]);
    expect(ok).toBe(true);
  });
});

describe('a template does not run away', () => {
  /** Each partial uses the next one twice. */
  const doubling = (times: number, last: string): Partials =>
    Object.fromEntries(
      Array.from({ length: times }, (_, index) => [
        `d${index}`,
        index === times - 1 ? last : `{{> d${index + 1}}}{{> d${index + 1}}}`,
      ]),
    );
  const chain = (times: number): Partials =>
    Object.fromEntries(
      Array.from({ length: times }, (_, index) => [
        `c${index}`,
        index === times - 1 ? '<p>a</p>' : `{{> c${index + 1}}}`,
      ]),
    );
  const loops = (times: number, inside: string) =>
    Array.from({ length: times }, (_, index) => `{{#each ${index === 0 ? 'rows' : '@root.rows'}}}`).join('') +
    inside +
    '{{/each}}'.repeat(times);

  test.each([
    ['a partial that uses itself', '{{> a}}', { a: '{{> a}}' }, 'template.partial-cycle'],
    ['two partials that use each other', '{{> a}}', { a: '{{> b}}', b: '{{> a}}' }, 'template.partial-cycle'],
    ['partials that double again and again', '{{> d0}}', doubling(20, '<p>a</p>'), 'template.runaway'],
    ['a long chain of partials', '{{> c0}}', chain(limits.partials + 1), 'template.too-deep'],
    ['blocks inside blocks', nested(5000, '{{#if title}}', '{{/if}}'), {}, 'template.too-deep'],
    ['calls inside calls', `<p>{{inc ${nested(20_000, '(inc ', ')')}}}</p>`, {}, 'template.too-deep'],
    ['branch after branch', `{{#if none}}${'{{else if none}}'.repeat(5000)}{{/if}}`, {}, 'template.too-deep'],
  ])('%s', async (_, body, partials, code) => {
    expect(await codes(body, partials)).toEqual([code]);
  });

  test.each([
    ['loops in loops that write nothing', loops(3, '')],
    ['loops in loops that write much', loops(2, `<p>${'字'.repeat(200)}</p>`)],
    ['loops in loops that write a list', loops(2, '<p>{{#each @root.rows}}{{name}}{{/each}}</p>')],
  ])('%s are stopped, with the line', async (_, body) => {
    const started = performance.now();
    const { ok, messages } = await render(`<p>a</p>\n${body}`);
    expect(ok).toBe(false);
    expect(messages).toMatchObject([{ code: 'template.runaway', place: { line: 4 } }]);
    expect(performance.now() - started).toBeLessThan(limits.time);
  });

  test('elements inside elements without end are told once for each place', async () => {
    const { ok, messages } = await render('{{#each rows}}<span role="strong">{{/each}}<p>a</p>');
    expect(ok).toBe(false);
    expect(messages.length).toBeLessThan(10);
  });

  test('a wide view and many rows are no runaway', async () => {
    const result = await render('{{#each rows}}<p>{{#if name}}{{name}}{{/if}}</p>{{/each}}');
    expect(result.ok).toBe(true);
  });
});

describe('data stays data', () => {
  const hostile = `</p></article><script>alert(1)</script>{{constructor}}{{{a}}}<!-- --> ]]> &lt; &#60; " onload="x" '`;

  test.each([
    ['in a paragraph', '<p>{{value}}</p>'],
    ['in a span', '<p><span role="strong">{{value}}</span></p>'],
    ['in a cell', '<table role="grid"><tbody><tr><td>{{value}}</td></tr></tbody></table>'],
  ])('%s', async (_, body) => {
    const result = await render(body, {}, { value: hostile });
    expect(result.ok && textOf(result.value)).toBe(hostile);
  });

  test('in the name of a sheet', async () => {
    const result = await render('<section role="sheet" name="{{value}}"><p>a</p></section>', {}, { value: hostile });
    expect(result.ok && result.value.children).toMatchObject([{ role: 'sheet', name: hostile }]);
  });

  test.each([
    ['a link to a script', '<p><a href="{{value}}">a</a></p>', 'javascript:alert(1)'],
    ['a link to elsewhere', '<p><a href="{{value}}">a</a></p>', 'https://example.invalid/'],
    ['a link to a share', '<p><a href="{{value}}">a</a></p>', '//example.invalid/a'],
    ['a role', '<p role="{{value}}">a</p>', 'body" style="x'],
    [
      'a number of columns',
      '<table role="grid"><tbody><tr><td colspan="{{value}}">a</td></tr></tbody></table>',
      '999999999',
    ],
  ])('%s is refused', async (_, body, value) => {
    expect(await codes(body, {}, { value })).toEqual(['template.attribute-value']);
  });

  test.each([
    ['an element', '<{{value}}>a</{{value}}>', 'script'],
    ['attributes', '<p {{value}}>a</p>', 'style=x'],
  ])('%s is made of no data', async (_, body, value) => {
    const { ok } = await render(body, {}, { value });
    expect(ok).toBe(false);
  });

  test.each([
    ['NUL', '\u0000', 'template.character'],
    ['a control character', '\u001b', 'template.character'],
    ['a form feed', '\u000c', 'template.character'],
    ['half a surrogate pair', '\ud83d', 'template.character'],
    ['U+FFFE', '\ufffe', 'template.character'],
    ['a noncharacter that marks spaces inside', '\ufdd0', 'template.character'],
    ['right-to-left override', '\u202e', 'template.direction'],
    ['an isolate', '\u2066', 'template.direction'],
  ])('%s is refused, with the text around it', async (_, character, code) => {
    const { messages } = await render('<p>{{value}}</p>', {}, { value: `张三${character}6222` });
    expect(messages).toMatchObject([
      { code, place: { line: 3 }, text: expect.stringMatching(/“张三\[U\+[\dA-F]{4}\]6222”/) },
    ]);
    expect(messages[0]?.text).not.toContain(character);
  });
});
