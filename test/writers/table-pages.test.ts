import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../../src/document/text.ts';
import type { DocumentTree, Row } from '../../src/document/types.ts';
import { recogniseText } from '../../src/gongwen/recognise.ts';
import { treeOf } from '../../src/gongwen/tree.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { writeDocx } from '../../src/writers/docx.ts';
import { writePdf } from '../../src/writers/pdf.ts';
import { cell, freeFonts, row, table } from '../layout/build.ts';
import { officeMissing, renderOffice } from '../support/office.ts';
import { type Pdf, pdfText, readPdf } from '../support/pdf.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
});

const context = () => ({ fonts, date: new Date('2024-12-17T00:00:00Z'), author: '示例协会' });
const head = row([cell('类型', { head: true }), cell('栏目', { head: true })]);

function listOf(rows: readonly Row[]): DocumentTree {
  return { title: '评分指标', lang: 'zh-CN', page: 'gongwen', children: [table('grid', [1, 5], [head, ...rows], 1)] };
}

async function pdfOf(tree: DocumentTree): Promise<Pdf> {
  return readPdf(await writePdf(tree, context()));
}

/** The text without page numbers and heads of tables, which are repeated. */
function contentOf(pdf: Pdf): string {
  return pdfText(pdf).replace(/—\d+—/g, '').replaceAll('类型栏目', '');
}

/** Lowest character of a page that is not its number, in mm from the upper edge. */
function lowest(page: Pdf['pages'][number]): number {
  const numbered = page.items.filter(({ text }) => !text.includes('—') && !/^\s*\d*\s*$/.test(text));
  return Math.max(...numbered.map(({ y }) => y));
}

/** Lower edge of the type area of a 公文, in mm from the upper edge of the page. */
const foot = 262.1;

describe('rows that a span joins', () => {
  const groupOf = (name: string, count: number) => [
    row([cell(name, { rowspan: count }), `${name}第1项`]),
    ...Array.from({ length: count - 1 }, (_, index) => row([`${name}第${index + 2}项`])),
  ];

  test('are divided between rows, so that no page is left half empty', async () => {
    const tree = listOf([...groupOf('甲组', 20), ...groupOf('乙组', 20), ...groupOf('丙组', 20)]);
    const pdf = await pdfOf(tree);
    expect(pdf.pages).toHaveLength(2);
    expect(foot - lowest(pdf.pages[0] as Pdf['pages'][number])).toBeLessThan(10);
    for (const page of pdf.pages) expect(page.lines[0]).toBe('类型 | 栏目');
    expect([...contentOf(pdf)].sort()).toEqual([...textOf(tree).replace(/\s|类型|栏目/g, '')].sort());
  });

  test('have their label on the page on which they begin, and there alone', async () => {
    const pdf = await pdfOf(listOf(groupOf('合并的组', 60)));
    const labels = pdf.pages.map((page) => page.items.filter(({ text }) => text === '合并的组').length);
    expect(labels).toEqual([1, 0]);
  });

  test('stay together as far as their label needs it', async () => {
    for (let before = 20; before < 40; before++) {
      const filling = Array.from({ length: before }, (_, index) => row([`${index}`, '项']));
      const label = cell('一段较长的标签要占好几行才放得下', { rowspan: 12 });
      const group = Array.from({ length: 12 }, (_, index) => row(index === 0 ? [label, '首项'] : ['后项']));
      const pdf = await pdfOf(listOf([...filling, ...group]));
      const begins = pdf.pages.findIndex((page) => page.items.some(({ text }) => text === '首项'));
      const labelled = pdf.pages.map((page) => page.items.some(({ text }) => text.includes('一段较')));
      expect(labelled.indexOf(true)).toBe(begins);
      for (const page of pdf.pages) expect(lowest(page)).toBeLessThan(foot);
      expect(pdfText(pdf).match(/放得下/g)).toHaveLength(1);
    }
  });
});

describe('what no page can hold', () => {
  const long = '治安保卫工作责任制落实到岗位、落实到人员；'.repeat(120);
  const short = Array.from({ length: 10 }, (_, index) => row([`${index}`, '项']));

  test('a row goes on over as many pages as it needs, beginning on the page of the row above', async () => {
    const tree = listOf([...short, row(['长项', long]), ...short]);
    const pdf = await pdfOf(tree);
    expect(pdf.pages[0]?.lines.some((line) => line.includes('治安保卫'))).toBe(true);
    expect(pdf.pages.length).toBeGreaterThan(2);
    for (const page of pdf.pages) {
      expect(page.lines[0]).toBe('类型 | 栏目');
      expect(lowest(page)).toBeLessThan(foot);
    }
    expect(contentOf(pdf).match(/治安保卫工作责任制/g)?.length).toBeGreaterThan(100);
    expect([...contentOf(pdf)].sort()).toEqual([...textOf(tree).replace(/\s|类型|栏目/g, '')].sort());
  });

  test('a cell over several rows does too', async () => {
    const tree = listOf([...short, row([cell(long, { rowspan: 3 }), '一']), row(['二']), row(['三']), ...short]);
    const pdf = await pdfOf(tree);
    for (const page of pdf.pages) expect(lowest(page)).toBeLessThan(foot);
    expect([...contentOf(pdf)].sort()).toEqual([...textOf(tree).replace(/\s|类型|栏目/g, '')].sort());
  });
});

describe.skipIf(officeMissing)('the tables of an official text', () => {
  test.each(['standard', 'notice'])('break at the same rows in PDF and DOCX: %s', async (name) => {
    const source = readFileSync(new URL(`../gongwen/sources/${name}.txt`, import.meta.url), 'utf8');
    const { tree } = treeOf(recogniseText(`${name}.txt`, source));
    const ours = await pdfOf(tree);
    const theirs = await readPdf(new Uint8Array(await renderOffice(await writeDocx(tree, context()), 'docx')));
    const inside = (pdf: Pdf) =>
      pdf.pages.map((page) => [...page.lines.join('').replace(/[\s|]/g, '')].sort().join(''));
    expect(inside(theirs)).toEqual(inside(ours));
  });
});
