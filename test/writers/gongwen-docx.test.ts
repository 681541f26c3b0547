import { beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../../src/document/text.ts';
import type { Block, DocumentTree, PageName, Section } from '../../src/document/types.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { writeDocx } from '../../src/writers/docx.ts';
import { writePdf } from '../../src/writers/pdf.ts';
import { freeFonts, heading, paragraph, text } from '../layout/build.ts';
import { docxText, find, findAll, readDocx } from '../support/docx.ts';
import { officeMissing, renderOffice } from '../support/office.ts';
import { type Pdf, type PdfPage, readPdf } from '../support/pdf.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
});

const context = () => ({ fonts, date: new Date('2024-12-17T00:00:00Z'), author: '示例协会' });
const tree = (page: PageName, ...children: Block[]): DocumentTree => ({ title: '公文', lang: 'zh-CN', page, children });
const docxOf = (document: DocumentTree) => writeDocx(document, context());

const red: Block = { type: 'rule', role: 'red' };
const organ = paragraph('organ', '示例市企事业单位治安保卫协会');
const body = paragraph('plain', '国'.repeat(28 * 30));
const letter = tree(
  'gongwen-letter',
  organ,
  red,
  paragraph('head-number', '000001\t示企保协函〔2024〕41号'),
  paragraph('urgency', '特急'),
  heading(1, '关于征求意见的函'),
  body,
);
const imprint: Section = {
  type: 'section',
  role: 'imprint',
  name: '',
  children: [
    { type: 'rule', role: 'thick' },
    paragraph('copy-to', text('抄送：', 'hang'), '各区公安分局治安支队。'),
    { type: 'rule', role: 'thin' },
    paragraph('printed', '示例协会办公室\t2024年12月17日印发'),
    { type: 'rule', role: 'thick' },
  ],
};
const paper = (lines: number) =>
  tree('gongwen', paragraph('copy-number', '000001'), organ, paragraph('plain', '国'.repeat(28 * lines)), imprint);

describe('a letter in Word (GB/T 9704 10.1)', () => {
  test('has its mark in a frame 30 mm below the edge of the page, less what its line reaches over', async () => {
    const document = readDocx(await docxOf(letter)).xml('word/document.xml');
    const frames = findAll(document, 'w:framePr');
    expect(frames).toHaveLength(1);
    expect(frames[0]?.attributes).toMatchObject({ 'w:vAnchor': 'page', 'w:hRule': 'exact' });
    const top = Number(frames[0]?.attributes['w:y']) / 56.7;
    expect(top).toBeGreaterThan(27);
    expect(top).toBeLessThan(30);
  });
  test('has double rules and no number on its first page only', async () => {
    const docx = readDocx(await docxOf(letter));
    const section = find(docx.xml('word/document.xml'), 'w:sectPr');
    const types = (name: string) => (section ? findAll(section, name) : []).map((one) => one.attributes['w:type']);
    expect(section && find(section, 'w:titlePg')?.attributes['w:val']).not.toBe('false');
    expect(types('w:headerReference')).toEqual(['first']);
    expect(types('w:footerReference').sort()).toEqual(['default', 'even', 'first']);
    const shapes = findAll(docx.xml('word/header1.xml'), 'v:shape').map((one) => one.attributes.strokeweight);
    expect(shapes).toEqual(['1mm', '0.35mm']);
  });
  test('carries its text, each part once', async () => {
    expect(docxText(await docxOf(letter))).toBe(textOf(letter));
  });
});

describe('an imprint in Word', () => {
  test('that shares the last page stands in a frame of the same section', async () => {
    const document = readDocx(await docxOf(paper(30))).xml('word/document.xml');
    expect(findAll(document, 'w:sectPr')).toHaveLength(1);
    expect(findAll(document, 'w:framePr')).toHaveLength(2);
    expect(findAll(document, 'v:shape')).toHaveLength(2);
  });
  test('that has a page of its own is a section on an even page', async () => {
    const document = readDocx(await docxOf(paper(5))).xml('word/document.xml');
    const types = findAll(document, 'w:sectPr').map((one) => find(one, 'w:type')?.attributes['w:val']);
    expect(types).toEqual(['nextPage', 'evenPage']);
  });
});

describe.skipIf(officeMissing)('rendered by LibreOffice', () => {
  /** Baselines in mm of the items of a page that hold one of these texts. */
  const baselines = (page: PdfPage | undefined, ...texts: string[]) =>
    texts.map((one) => page?.items.find((item) => item.text.replace(/\s/g, '').includes(one))?.y ?? 0);

  test.each([
    ['letter', () => letter, ['特急', '关于征求意见的函']],
    ['paper of two pages', () => paper(30), ['000001']],
  ] as const)(
    'a %s stands as its PDF does, within a millimetre',
    async (_, document, texts) => {
      const pdf = await readPdf(await writePdf(document(), context()));
      const word = await readPdf(new Uint8Array(await renderOffice(await docxOf(document()), 'docx')));
      expect(word.pages).toHaveLength(pdf.pages.length);
      const places = ({ pages }: Pdf) => baselines(pages[0], '示例市企事业单位治安保卫协会', ...texts);
      const [own, rendered] = [places(pdf), places(word)];
      for (const [index, place] of own.entries()) expect(Math.abs(place - (rendered[index] ?? 0))).toBeLessThan(1.2);
    },
    120_000,
  );
});
