/** pdfmake, with a definition as its users write them. */
import { writeFileSync } from 'node:fs';
import pdfmake from 'pdfmake';
import { fontFile } from '../fonts.js';
import { frames } from '../frames.js';
import { filesOf, taskOf } from './task.js';

const mm = (length) => (length * 72) / 25.4;
const task = taskOf(process.argv.slice(2));
const font = (slot) => fontFile(task.fonts, slot);
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path.startsWith(task.fonts));
pdfmake.setFonts({
  Serif: { normal: font('宋体'), bold: font('小标宋') },
  Kai: { normal: font('楷体') },
  Fang: { normal: font('仿宋') },
  Hei: { normal: font('黑体') },
});

const define = task.kind === 'certificates' ? certificates : forms;
for (const { path, fixed, records } of filesOf(task, 'pdf')) {
  writeFileSync(path, await pdfmake.createPdf(define(fixed, records)).getBuffer());
}

function certificates(fixed, records) {
  const canvas = frames.map(({ points, closed, width, color }) => ({
    type: 'polyline',
    points: points.map(([x, y]) => ({ x: mm(x), y: mm(y) })),
    closePath: closed,
    lineWidth: mm(width),
    lineColor: color,
  }));
  return {
    info: { title: fixed.certificates },
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [mm(34), mm(28), mm(34), mm(26)],
    background: () => ({ canvas }),
    defaultStyle: { font: 'Fang', fontSize: 24, lineHeight: 1.3 },
    content: records.flatMap((record, index) => [
      {
        text: `编号：${record.number}`,
        fontSize: 12,
        alignment: 'right',
        ...(index > 0 && { pageBreak: 'before' }),
      },
      {
        text: '荣 誉 证 书',
        font: 'Serif',
        bold: true,
        fontSize: 64,
        color: '#c8161d',
        alignment: 'center',
        lineHeight: 1,
      },
      { text: `${record.name}同志：`, font: 'Kai', fontSize: 26 },
      {
        text: `您任${record.unit}${record.post}，在${fixed.year}年度${fixed.subject}中成绩突出，被评为“${record.honour}”。`,
        leadingIndent: 48,
      },
      { text: '特发此证，以资鼓励。', leadingIndent: 48 },
      {
        text: `${fixed.issuer}\n${fixed.date}`,
        fontSize: 18,
        alignment: 'center',
        absolutePosition: { x: mm(160), y: mm(164) },
      },
    ]),
  };
}

function forms(fixed, records) {
  const layout = { hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingLeft: () => 3, paddingRight: () => 3 };
  const widths = [26, 20, 20, 12, 26, 3, 22, 27].map((width) => mm((width * 165) / 156) - 6.5);
  const label = (text, colSpan = 1) => ({ text, colSpan, alignment: 'center', margin: [0, 4, 0, 0] });
  // Made anew for each cell: pdfmake writes into what it is given.
  const opinion = () => ({
    text: '负责人：　　　　\n（公章）　　\n年　　月　　日',
    colSpan: 3,
    fontSize: 12,
    alignment: 'right',
    margin: [0, 40, 0, 0],
  });
  const page = (record, copy, first) => [
    {
      text: `第${copy}份`,
      fontSize: 10.5,
      alignment: 'right',
      ...(!first && { pageBreak: 'before' }),
    },
    { text: fixed.forms, font: 'Serif', bold: true, fontSize: 22, alignment: 'center', margin: [0, 2, 0, 6] },
    {
      layout,
      table: {
        widths,
        heights: [24, 24, 24, 340, 100, 100],
        body: [
          [
            label('姓名'),
            label(record.name, 2),
            '',
            label('性别'),
            label(record.sex),
            label('出生年月', 2),
            '',
            { ...label(record.birth), fontSize: 11 },
          ],
          [
            label('政治面貌'),
            label(record.politics),
            { ...label('身份证号'), fontSize: 11 },
            { ...label(record.idNumber, 3), fontSize: 10 },
            '',
            '',
            label('联系电话'),
            { ...label(record.phone), fontSize: 11 },
          ],
          [
            label('所在单位'),
            { text: record.unit, colSpan: 4, margin: [0, 4, 0, 0] },
            '',
            '',
            '',
            label('职务', 2),
            '',
            { ...label(record.post), fontSize: 9 },
          ],
          [
            { ...label('主要\n事迹'), margin: [0, 140, 0, 0] },
            { text: record.deeds, colSpan: 7, leadingIndent: 28, alignment: 'justify', lineHeight: 1.25 },
            ...Array(6).fill(''),
          ],
          [label('本单位\n意见'), opinion(), '', '', label('上级部门\n初审意见'), opinion(), '', ''],
          [
            label(`${record.district}区\n企保协会\n审核意见`),
            opinion(),
            '',
            '',
            label('市企保协会\n审核意见'),
            opinion(),
            '',
            '',
          ],
        ],
      },
    },
    {
      text: '注：1.“主要事迹”应当简明扼要，有事例、有数据，不留空白，不照抄材料。\n　　2.另附具体事迹材料（本表一式两份，材料一份）。',
      fontSize: 10.5,
      margin: [0, 4, 0, 0],
    },
  ];
  return {
    info: { title: fixed.forms },
    pageSize: 'A4',
    pageMargins: [mm(25), mm(20), mm(20), mm(16)],
    defaultStyle: { font: 'Fang', fontSize: 14 },
    content: records.flatMap((record, index) =>
      Array.from({ length: fixed.copies }, (_, copy) => page(record, copy + 1, index + copy === 0)).flat(),
    ),
  };
}
