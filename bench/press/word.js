/** The approval form as users of the docx package write it; filled with markers, it is Carbone's template too. */
import { writeFile } from 'node:fs/promises';
import {
  AlignmentType,
  Document,
  HeightRule,
  convertMillimetersToTwip as mm,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

const columns = [26, 20, 20, 12, 26, 3, 22, 27].map((width) => Math.round(mm((width * 165) / 156)));
const font = { ascii: 'LXGW WenKai Light', hAnsi: 'LXGW WenKai Light', eastAsia: 'LXGW WenKai Light' };
const serif = { ascii: 'Noto Serif SC', hAnsi: 'Noto Serif SC', eastAsia: 'Noto Serif SC' };

const paragraph = (text, { size = 14, alignment = AlignmentType.CENTER, run = {}, ...rest } = {}) =>
  new Paragraph({ alignment, ...rest, children: [new TextRun({ text, size: `${size}pt`, ...run })] });
const cell = (children, columnSpan = 1, verticalAlign = VerticalAlign.CENTER) =>
  new TableCell({ columnSpan, verticalAlign, children });
const label = (lines, span) =>
  cell(
    lines.map((line) => paragraph(line)),
    span,
  );
const field = (text, span, options) => cell([paragraph(text, options)], span);
const row = (height, ...children) =>
  new TableRow({ height: { value: mm(height), rule: HeightRule.EXACT }, cantSplit: true, children });
const opinion = (span) =>
  cell(
    ['负责人：　　　　', '（公章）　　', '年　　月　　日'].map((line) =>
      paragraph(line, { size: 12, alignment: AlignmentType.RIGHT, spacing: { line: 400, lineRule: 'exact' } }),
    ),
    span,
    VerticalAlign.BOTTOM,
  );

const pageMark = (mark) => paragraph(mark, { size: 10.5, alignment: AlignmentType.RIGHT, pageBreakBefore: true });

function formBlocks(title, page) {
  return [
    pageMark(page.mark),
    paragraph(title, { size: 22, run: { bold: true, font: serif }, spacing: { after: 120 } }),
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: mm(165), type: WidthType.DXA },
      columnWidths: columns,
      rows: [
        row(
          10.5,
          label(['姓名']),
          field(page.name, 2),
          label(['性别']),
          field(page.sex),
          label(['出生年月'], 2),
          field(page.birth, 1, { size: 11 }),
        ),
        row(
          10.5,
          label(['政治面貌']),
          field(page.politics, 1, { size: 12 }),
          field('身份证号', 1, { size: 11 }),
          field(page.idNumber, 3, { size: 10 }),
          label(['联系电话']),
          field(page.phone, 1, { size: 11 }),
        ),
        row(
          10.5,
          label(['所在单位']),
          field(page.unit, 4, { alignment: AlignmentType.LEFT }),
          label(['职务'], 2),
          field(page.post, 1, { size: 9 }),
        ),
        row(
          122,
          label(['主要', '事迹']),
          cell(
            [
              paragraph(page.deeds, {
                alignment: AlignmentType.JUSTIFIED,
                indent: { firstLine: 560 },
                spacing: { line: 420, lineRule: 'exact' },
              }),
            ],
            7,
            VerticalAlign.TOP,
          ),
        ),
        row(38, label(['本单位', '意见']), opinion(3), label(['上级部门', '初审意见']), opinion(3)),
        row(
          38,
          label([`${page.district}区`, '企保协会', '审核意见']),
          opinion(3),
          label(['市企保协会', '审核意见']),
          opinion(3),
        ),
      ],
    }),
    ...[
      '注：1.“主要事迹”应当简明扼要，有事例、有数据，不留空白，不照抄材料。',
      '　　2.另附具体事迹材料（本表一式两份，材料一份）。',
    ].map((line) => paragraph(line, { size: 10.5, alignment: AlignmentType.LEFT })),
  ];
}

function documentOf(title, children) {
  return new Document({
    title,
    styles: { default: { document: { run: { font, size: '14pt' } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(20), right: mm(20), bottom: mm(14), left: mm(25) },
          },
        },
        children,
      },
    ],
  });
}

/** @param pages what is filled in, as strings, and the `mark` of the copy */
export function formDocument(title, pages) {
  return documentOf(
    title,
    pages.flatMap((page) => formBlocks(title, page)),
  );
}

const names = ['name', 'sex', 'birth', 'politics', 'idNumber', 'phone', 'unit', 'post', 'district', 'deeds', 'mark'];

/** A Word template for Carbone: the page with markers in it, then the first of the next page's, by which it repeats them. */
export async function writeTemplate(path) {
  const page = Object.fromEntries(names.map((name) => [name, `{d.pages[i].${name}}`]));
  const document = documentOf('{d.title}', [...formBlocks('{d.title}', page), pageMark('{d.pages[i+1].mark}')]);
  await writeFile(path, await Packer.toBuffer(document));
}
