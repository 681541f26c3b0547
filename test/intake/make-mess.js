#!/usr/bin/env node
/**
 * Writes the files of test/intake/mess: the rosters of test/errors/_base as offices send them, one kind of mess each.
 * They are written as raw XML, the way spreadsheets write them, and not by a library of the product.
 *
 *   node test/intake/make-mess.js
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { strToU8, zipSync } from 'fflate';

const folder = fileURLToPath(new URL('mess', import.meta.url));
const base = fileURLToPath(new URL('../errors/_base/rosters', import.meta.url));
const rosterOf = (category) => parse(readFileSync(join(base, `${category}.csv`), 'utf8'), { bom: true });

const [unitHead, ...units] = rosterOf('先进单位');
const [officerHead, ...officers] = rosterOf('先进保卫干部');
const [responsibleHead, ...responsibles] = rosterOf('先进治安责任人');
/** The cells of a row with some of them changed, by header. */
const changed = (head, row, change) => row.map((cell, at) => change(head[at].replace('*', ''), cell) ?? cell);
const everyRow = (head, rows, change) =>
  rows.map((row, index) => changed(head, row, (name, cell) => change(name, cell, index)));

mkdirSync(folder, { recursive: true });

write('other-order.xlsx', { 先进单位: { rows: [unitHead, ...units].map((row) => [...row].reverse()) } });

write('title-rows.xlsx', {
  先进单位: {
    rows: [
      ['2024年度先进单位推荐名册'],
      ['填报单位：东湖区企保协会', '', '日期：2024年12月20日'],
      [],
      unitHead,
      ...units,
    ],
    merged: ['A1:R1', 'A2:B2'],
  },
});

const twoOfOneUnit = [
  ...officers.slice(0, 1),
  changed(officerHead, officers[0], (name) => ({ 姓名: '例九', 身份证号: '', 银行账号: '' })[name]),
  ...officers.slice(1),
];
write('merged.xlsx', {
  先进保卫干部: {
    rows: [
      officerHead,
      // What a merged cell covers is empty; rows 2 to 4 are of 东湖, rows 2 and 3 of one unit.
      ...everyRow(officerHead, twoOfOneUnit, (name, _, index) =>
        (name === '级别' && index > 0) ||
        (name === '区' && [1, 2].includes(index)) ||
        (['单位全称', '统一社会信用代码', '市企保协会会员', '行业'].includes(name) && index === 1)
          ? ''
          : undefined,
      ),
    ],
    merged: ['A2:A6', 'B2:B4', 'C2:C3', 'D2:D3', 'E2:E3', 'F2:F3'],
  },
});

write('blank-rows.xlsx', {
  先进单位: {
    rows: [
      ['序号', ...unitHead],
      ...units.flatMap((row, index) => [[index + 1, ...row], [], ['', ' ', '　']]),
      [7],
      [8],
    ],
  },
});

write('full-width.xlsx', {
  先进保卫干部: {
    rows: [
      officerHead,
      ...everyRow(officerHead, officers, (name, cell) =>
        ['统一社会信用代码', '身份证号', '联系电话', '出生年月', '银行账号'].includes(name)
          ? fullWidth(cell)
          : undefined,
      ),
    ],
  },
});

write('spaces.xlsx', {
  先进保卫干部: {
    rows: [
      officerHead,
      ...everyRow(officerHead, officers, (name, cell) => {
        if (name === '姓名') return cell.split('').join('　');
        if (name === '单位全称') return ` ${cell.slice(0, 2)} ${cell.slice(2)}\u00a0`;
        if (name === '银行账号') return cell.replace(/(\d{4})(?=\d)/g, '$1 ');
        return name === '区' ? `${cell}　` : undefined;
      }),
    ],
  },
});

const dateTexts = ['1980年1月15日', '1985/5/6', '1990.09.18', '19820812'];
write('dates-as-text.xlsx', {
  先进保卫干部: {
    rows: [
      officerHead,
      ...everyRow(officerHead, officers, (name, _, index) => (name === '出生年月' ? dateTexts[index] : undefined)),
    ],
  },
});

// 1980-01-15 as the number of a day, 1985-05-06 as a cell of type date, 1990-09 as a number, 1982-08 as text.
const dates = [29235, { date: 31173 }, 199009, '1982-8'];
write('dates-as-serial.xlsx', {
  先进保卫干部: {
    rows: [
      officerHead,
      ...everyRow(officerHead, officers, (name, _, index) => (name === '出生年月' ? dates[index] : undefined)),
    ],
  },
});

writeFileSync(join(folder, '东湖西岭-先进单位-gb18030.csv'), toGb18030([unitHead, ...units].map(csvLine).join('\r\n')));

write('several-sheets.xlsx', {
  填表说明: { rows: [['一、请逐行填写。'], ['二、12月30日前报送。']] },
  '1.先进单位 ': { rows: [unitHead, ...units] },
  '先进保卫干部(东湖等)': { rows: [officerHead, ...officers] },
  Sheet3: { rows: [['先进治安责任人推荐名册'], responsibleHead, ...responsibles] },
  备查: { rows: [['本表仅供内部备查']] },
});

write('hidden.xlsx', {
  先进单位: { rows: [unitHead, ...units], hiddenRows: [3, 5] },
  先进保卫干部: { rows: [officerHead, ...officers], hidden: true },
});

write('repeated-headers.xlsx', {
  先进单位: { rows: [unitHead, ...units.slice(0, 3), unitHead, ...units.slice(3)] },
});

write('totals-and-notes.xlsx', {
  先进单位: {
    rows: [
      unitHead,
      ['一、市级先进单位'],
      ...units.slice(0, 5),
      ['小计', '', '5家'],
      ['二、区级先进单位'],
      ...units.slice(5),
      ['合　计', '', 6],
      [],
      ['注：1.单位全称与公章一致。2.本表一式两份。'],
      ['填表人：例甲', '', '联系电话：55500000', '', '', '填报日期：2024年12月20日'],
    ],
  },
});

write('example-row.xlsx', {
  先进单位: {
    rows: [
      ['序号', ...unitHead],
      ['示例', ...changed(unitHead, units[0], (name) => (name === '单位全称' ? '上海某某有限公司' : undefined))],
      ...units.map((row, index) => [index + 1, ...row]),
    ],
  },
});

write('formulas.xlsx', {
  先进单位: {
    rows: [
      unitHead,
      ...everyRow(unitHead, units, (name, cell, index) =>
        name === '区' && index > 0 ? { formula: 'B2', value: cell } : undefined,
      ),
    ],
  },
});

// An ID number that a spreadsheet has made a number of keeps fifteen digits.
write('id-as-number.xlsx', {
  先进保卫干部: {
    rows: [
      officerHead,
      ...everyRow(officerHead, officers, (name, cell, index) =>
        name === '身份证号' && index === 1 ? Number(cell.slice(0, 15)) * 1000 : undefined,
      ),
    ],
  },
});

write('no-category.xlsx', { Sheet1: { rows: [unitHead, ...units] } });

// The first bytes of the old Excel's container, which is all that a reader needs to see.
writeFileSync(
  join(folder, 'old-excel.xls'),
  Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(504).fill(0)]),
);

/** Sheets by name: rows of texts, numbers, `{ date }` or `{ formula, value }`, and what the workbook does to them. */
function write(name, sheets) {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const list = Object.entries(sheets);
  const each = (xml) => list.map(([sheet, content], index) => xml(index + 1, escaped(sheet), content)).join('');
  const parts = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${each((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${type}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((number, sheet, { hidden }) => `<sheet name="${sheet}" sheetId="${number}"${hidden ? ' state="hidden"' : ''} r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relations}">${each((number) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
  list.forEach(([, { rows, merged = [], hiddenRows = [] }], index) => {
    const xml = rows.map((row, at) => {
      const cells = row.map((cell, column) => cellXml(cell, `${letter(column)}${at + 1}`)).join('');
      return `<row r="${at + 1}"${hiddenRows.includes(at + 1) ? ' hidden="1"' : ''}>${cells}</row>`;
    });
    const merges =
      merged.length > 0
        ? `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
        : '';
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `${head}<worksheet xmlns="${main}"><sheetData>${xml.join('')}</sheetData>${merges}</worksheet>`;
  });
  const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])), {
    mtime: new Date(1980, 0, 1),
  });
  writeFileSync(join(folder, name), bytes);
}

function cellXml(cell, address) {
  if (cell === '' || cell === undefined) return '';
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`;
  if (cell.date) return `<c r="${address}" s="1"><v>${cell.date}</v></c>`;
  if (cell.formula) return `<c r="${address}" t="str"><f>${cell.formula}</f><v>${escaped(cell.value)}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function letter(column) {
  return String.fromCharCode(65 + column);
}

function fullWidth(text) {
  return text.replace(/[0-9A-Za-z]/g, (half) => String.fromCharCode(half.charCodeAt(0) + 0xfee0));
}

function csvLine(row) {
  return row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

/** Node decodes GB18030 but does not encode it: the table of its two-byte characters, turned round. */
function toGb18030(text) {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
  return Uint8Array.from([...text].flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]));
}
