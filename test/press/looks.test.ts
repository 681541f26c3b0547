import { beforeAll, describe, expect, test } from 'vitest';
import type { FormPage, PageName } from '../../src/document/types.ts';
import { pageOf } from '../../src/layout/page.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { pressPdf } from '../../src/press/pdf.ts';
import type { PressContext } from '../../src/press/press.ts';
import { sheetOf } from '../../src/press/sheet.ts';
import { writePdf } from '../../src/writers/pdf.ts';
import { cell, freeFonts, heading, paragraph, row, table, text } from '../layout/build.ts';
import { drawnByPdfmake } from '../support/drawn.ts';
import { differences, inked, type Picture, picturesOf } from '../support/pixels.ts';
import { certificatePages, formPagesOf } from '../support/press.ts';
import { toolMissing } from '../support/tools.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
});

function context(): PressContext {
  return { fonts, date: new Date('2024-12-17T00:00:00Z'), author: '市企保协会' };
}

function pressed(pages: readonly FormPage[], page: PageName): Uint8Array {
  return Buffer.concat([...pressPdf({ title: '题', lang: 'zh-CN', page, pages }, context())]);
}

const seatCard = (name: string): FormPage => ({
  type: 'form-page',
  frame: '',
  children: [
    table(
      'grid',
      [70, 86],
      [row([cell(paragraph('certificate-recipient', name)), cell(`${name}所在单位`, { align: 'center' })], 'opinion')],
    ),
  ],
});

/** Narrow head cells over several rows, figures at the right, spans, a closing line in another colour. */
const scoringSheet = (unit: string): FormPage => ({
  type: 'form-page',
  frame: '',
  children: [
    heading(1, '内保工作评分表'),
    paragraph('remark', '（基本得分满分100分）'),
    paragraph('caption', `单位名称（盖章）：${unit}`),
    table(
      'compact',
      [9, 99, 12, 36],
      [
        row(['类型', '分类栏目', '分值', '自评分'].map((said) => cell(said, { head: true }))),
        row([
          cell('组织领导责任落实', { head: true, rowspan: 2 }),
          cell('主要负责人负责本单位内部治安保卫工作，逐级签订责任书，每年研究不少于2次；缺一项扣1分。'.repeat(3)),
          cell('25', { align: 'center' }),
          cell(`${unit.length}`, { align: 'right' }),
        ]),
        row([cell('保卫机构健全'), cell('9', { align: 'center' }), cell('', { align: 'right' })]),
        row([
          cell('合计', { head: true, colspan: 2 }),
          cell('100', { align: 'center' }),
          cell('92.5', { align: 'right' }),
        ]),
      ],
    ),
    paragraph('plain', text(`${unit}：`), text('一票否决', 'warning')),
    paragraph('total', '认定得分'),
    paragraph('note', '另附材料，'.repeat(30)),
  ],
});

const samples = [
  ['a form in duplicate', 'form', () => formPagesOf(2)],
  ['a certificate', 'certificate', () => certificatePages(3)],
  ['a certificate of the other frame', 'certificate', () => certificatePages(2, 'lines')],
  ['a seat card', 'form', async () => ['赵示例', '王堃', '示例东湖第一中学'].map(seatCard)],
  ['a scoring sheet', 'form', async () => ['示例东湖第一中学', '示例厂', '示例百货'].map(scoringSheet)],
] as const;

describe.skipIf(toolMissing('pdftoppm'))('on paper', () => {
  test.each(samples)('%s that is pressed looks as drawn by pdfmake', async (_, name, made) => {
    const pages = await made();
    const page = pageOf(name);
    const sheets = pages.map((form) => sheetOf(fonts, form, page));
    const ours = await picturesOf(pressed(pages, name));
    const theirs = await picturesOf(await drawnByPdfmake(sheets, page, fonts));
    expect(ours).toHaveLength(pages.length);
    expect(ours.map((picture, index) => differences(picture, theirs[index] as Picture))).toEqual(pages.map(() => 0));
    expect(Math.min(...ours.map(inked))).toBeGreaterThan(500);
    // What differs is seen: the pages themselves do, by a name or a number of the copy.
    expect(differences(ours[0] as Picture, ours[1] as Picture)).toBeGreaterThan(5);
  });

  test('a form among pages that flow looks as one that is pressed', async () => {
    const [form] = (await formPagesOf(1)) as readonly [FormPage];
    const children = [form, paragraph('plain', '另起一页')];
    const mixed = await writePdf({ title: '题', lang: 'zh-CN', page: 'form', children }, context());
    const [[ours], [theirs]] = await Promise.all([picturesOf(pressed([form], 'form')), picturesOf(mixed)]);
    expect(differences(ours as Picture, theirs as Picture)).toBe(0);
  });
});

describe('text that pages have in common', () => {
  // Each stands behind what is a page's own, and would take over its colour or its wide setting.
  const own = (number: number) => [
    paragraph('plain', `第${number}页，${'坚持每日巡查，及时消除隐患；'.repeat(4)}`, text('（警告）', 'warning')),
    paragraph('plain', '共同的字，'.repeat(12)),
    paragraph('mark', `第${number}份`),
    paragraph('plain', '末行'),
  ];
  const pages = [1, 2, 3].map((number): FormPage => ({ type: 'form-page', frame: '', children: own(number) }));

  test.skipIf(toolMissing('pdftoppm'))('keeps its colour and spacing behind text in another', async () => {
    const together = await picturesOf(pressed(pages, 'form'));
    const alone = await Promise.all(pages.map(async (page) => (await picturesOf(pressed([page], 'form')))[0]));
    expect(together.map((picture, index) => differences(picture, alone[index] as Picture))).toEqual([0, 0, 0]);
  });
});
