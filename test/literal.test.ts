import fc from 'fast-check';
import { strFromU8 } from 'fflate';
import { Parser } from 'htmlparser2';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DocumentTree } from '../src/document/types.ts';
import { writeWorkbook } from '../src/intake/workbook.ts';
import { loadFonts } from '../src/layout/fonts.ts';
import { missingGlyphs } from '../src/layout/missing.ts';
import { renderTemplate } from '../src/template/render.ts';
import { type Format, writerOf } from '../src/writers/registry.ts';
import { writeTable } from '../src/writers/table.ts';
import type { WriteContext } from '../src/writers/types.ts';
import { unpack } from '../src/writers/zip.ts';
import { readDocx } from './support/docx.ts';
import { readPdf } from './support/pdf.ts';
import { plainTemplate, templateFolderOf } from './support/template-folder.ts';

let context: WriteContext;
let overrides: string;

beforeAll(async () => {
  const fonts = await loadFonts({ slots: {}, system: false });
  if (!fonts.ok) throw new Error('the free fonts cannot be loaded');
  context = { fonts: fonts.value, date: new Date('2024-12-17T00:00:00Z'), author: '示例协会' };
  const paragraphs = '{{#each values}}<p>{{this}}</p>{{/each}}';
  const rows = '{{#each values}}<tr><td>{{this}}</td></tr>{{/each}}';
  const table = `<table role="grid"><tbody>${rows}</tbody></table>`;
  overrides = await templateFolderOf({
    'pack/text.hbs': plainTemplate(paragraphs),
    'pack/table.hbs': plainTemplate(table),
    'pack/title.hbs': '{{!-- view: test --}}\n<article title="{{value}}" page="plain"><p>甲</p></article>',
    'pack/sheet.hbs': plainTemplate('<section role="sheet" name="{{value}}"><p>甲</p></section>'),
  });
});

/** What a text must not be taken for: markup, templates, formulas, escapes, names that every object knows. */
const pieces = [
  ...['<', '>', '&', '"', "'", '`', '=', '+', '-', '@', '/', '\\', '|', '%', '#', ' ', '_', '0', 'x'],
  ...['{{', '}}', '{{{', '}}}', '{{title}}', '{{#each values}}', '{{> row}}', '<%= a %>'],
  ...[
    '<b>',
    '</p>',
    '</article>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?xml?>',
    '<script>',
    '</script>',
    'data-at="x:1"',
  ],
  ...[
    '&amp;',
    '&lt;',
    '&#60;',
    '&#x202e;',
    '&nbsp;',
    '_x0041_',
    '_x005F_',
    '_x000d_',
    '=1+1',
    '=cmd|0',
    '+86',
    '-0',
    '@SUM(A1)',
  ],
  ...[
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'null',
    'undefined',
    'NaN',
    'true',
    '[object Object]',
  ],
  ...[
    '中',
    '内保',
    '（',
    '）',
    '“',
    '”',
    '〔2024〕',
    '壹',
    'é',
    'ﬁ',
    'a'.repeat(300),
    '字'.repeat(300),
    '1'.repeat(40),
  ],
];
const anyValue = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join('').replace(/ +/g, ' ').trim())
  .filter((value) => value !== '');
const anyValues = fc.array(anyValue, { minLength: 1, maxLength: 12 });

async function treeOf(name: string, view: object): Promise<DocumentTree> {
  const result = await renderTemplate(`pack/${name}`, view, { overrides });
  if (!result.ok) throw new Error(JSON.stringify(result.messages, null, 1));
  expect(missingGlyphs(result.value, context.fonts)).toEqual([]);
  return result.value;
}

async function write(format: Format, tree: DocumentTree): Promise<Uint8Array> {
  return writerOf(format)(tree, context);
}

/** Texts of the paragraphs, or of the cells, as a browser has them. */
function htmlTexts(bytes: Uint8Array, tag: string): readonly string[] {
  return textsOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes), tag, false);
}

function xmlTexts(xml: string, tag: string): readonly string[] {
  return textsOf(xml, tag, true);
}

function textsOf(markup: string, tag: string, xmlMode: boolean): readonly string[] {
  const texts: string[] = [];
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name) => {
        if (name === tag) {
          depth += 1;
          texts.push('');
        }
      },
      ontext: (text) => {
        if (depth > 0) texts[texts.length - 1] += text;
      },
      onclosetag: (name) => {
        if (name === tag) depth -= 1;
      },
    },
    { xmlMode },
  );
  parser.end(markup);
  return texts;
}

const withoutSpace = (text: string) => text.replace(/\s/g, '');

describe('what the data say comes out character for character', () => {
  const property = (check: (values: readonly string[]) => Promise<void>) =>
    fc.assert(fc.asyncProperty(anyValues, check), { numRuns: 25 });

  test('in DOCX, in text and in cells', () =>
    property(async (values) => {
      for (const name of ['text', 'table']) {
        const { paragraphs } = readDocx(await write('docx', await treeOf(name, { values })));
        const texts = paragraphs.map(({ text }) => text);
        expect(name === 'table' ? texts.slice(0, values.length) : texts).toEqual(values);
      }
    }));

  test('in HTML, in text and in cells', () =>
    property(async (values) => {
      for (const [name, tag] of [
        ['text', 'p'],
        ['table', 'td'],
      ] as const) {
        const texts = htmlTexts(await write('html', await treeOf(name, { values })), tag);
        expect(texts.map((text) => text.replace(/^\n|\n$/g, ''))).toEqual(values);
      }
    }));

  test('in XLSX, as text and never as a formula', () =>
    property(async (values) => {
      for (const name of ['text', 'table']) {
        const bytes = await write('xlsx', await treeOf(name, { values }));
        const rows = await readSheet(Buffer.from(bytes), { trim: false });
        expect(rows.map(([cell]) => cell)).toEqual(values);
      }
    }));

  test('in PDF, white space apart', () =>
    property(async (values) => {
      const { pages } = await readPdf(await write('pdf', await treeOf('text', { values })));
      const text = pages.map(({ items }) => items.map((item) => item.text).join('')).join('');
      const numbers = pages.map((_, index) => `第${index + 1}页共${pages.length}页`);
      const shown = numbers.reduce((left, number) => left.replace(number, ''), withoutSpace(text));
      expect(shown.normalize('NFKC')).toBe(withoutSpace(values.join('')).normalize('NFKC'));
    }));

  test('in titles and names of sheets', () =>
    property(async (values) => {
      const [value = ''] = values;
      const tree = await treeOf('title', { value });
      expect(tree.title).toBe(value);
      expect((await readPdf(await write('pdf', tree))).title).toBe(value);
      expect(htmlTexts(await write('html', tree), 'title')).toEqual([value]);
      for (const format of ['docx', 'xlsx'] as const) {
        const core = strFromU8(unpack(await write(format, tree)).get('docProps/core.xml') ?? new Uint8Array());
        expect(xmlTexts(core, 'dc:title')).toEqual([value]);
      }
      const rows = await readSheet(Buffer.from(await write('xlsx', await treeOf('sheet', { value }))), { trim: false });
      expect(rows).toEqual([['甲']]);
    }));

  test('in plain tables and in workbooks to fill in', async () => {
    const values = ['constructor', '__proto__', '_x0041_', '=1+1', ' 甲 '];
    const columns = values.map((title) => ({ title, width: 10 }));
    const table = await writeTable({ name: '表', columns, rows: [values] }, 'xlsx');
    expect(await readSheet(Buffer.from(table), { trim: false })).toEqual([values, values]);
    const data = [values.map((value) => ({ value, type: String }))];
    const features = { inputs: [], validations: [], notes: [], digits: [], landscape: false };
    const sheet = { name: '表', data, widths: values.map(() => 10), frozen: { rows: 0, columns: 0 }, features };
    expect(await readSheet(Buffer.from(await writeWorkbook([sheet])), { trim: false })).toEqual([values]);
  });
});
