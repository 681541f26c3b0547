/**
 * Sheets as Excel, WPS, LibreOffice and openpyxl write them, read in a fifth of the time that the library takes: where
 * a hundred thousand rows come in, reading is most of the work. Whatever is not plain is left to the library, which
 * knows all that a workbook may hold: rich text, dates, prefixes, comments inside sheets.
 */
import { detached } from '../detached.ts';
import { attribute, columnNumber, type ListedSheet, maximumCells, tags } from './sheet-shape.ts';
import type { Cell } from './table.ts';

/** The cells of a sheet, all rows of one length; no blank rows or columns at the end. */
export interface SheetRows {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * The sheets of a plain workbook, each as the library gives it; undefined where anything of it is not plain.
 * @param partOf the XML of a part of the workbook by its path, '' where there is none
 */
export function plainWorkbook(
  listed: readonly ListedSheet[],
  partOf: (path: string) => string,
): readonly SheetRows[] | undefined {
  const strings = sharedStrings(partOf('xl/sharedStrings.xml'));
  if (strings === undefined) return undefined;
  const numbers = numberStyles(partOf('xl/styles.xml'));
  const sheets: SheetRows[] = [];
  for (const { name, path } of listed) {
    const rows = /[&_]/.test(name) ? undefined : rowsOf(partOf(path), strings, numbers);
    if (rows === undefined) return undefined;
    sheets.push({ name, rows });
  }
  return sheets;
}

const rowTag = /<row r="(\d+)"(?: [\w:]+="[^"<>]*")*(\/?)>/y;
const cellTag =
  /<c r="([A-Z]{1,3})(\d+)"(?: s="(\d+)")?(?: t="(s|str|b|e|n|inlineStr)")?(?:\/>|>(?:<f(?: [\w:]+="[^"<>]*")*(?:\/>|>[^<]*<\/f>))?(?:<v>([^<]*)<\/v>|<v\/>|<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>)?<\/c>)/y;
const rowEnd = '</row>';
const open = '<sheetData>';
const close = '</sheetData>';

function rowsOf(xml: string, shared: readonly string[], numbers: ReadonlySet<string>): Cell[][] | undefined {
  if (xml.includes('<sheetData/>') && !xml.includes(open)) return [];
  const end = xml.indexOf(close);
  let at = xml.indexOf(open) + open.length;
  if (end < 0 || at < open.length) return undefined;
  const rows: Cell[][] = [];
  let lastRow = 0;
  let columns = 0;
  while (at < end) {
    rowTag.lastIndex = at;
    const found = rowTag.exec(xml);
    if (found === null) return undefined;
    const number = Number(found[1]);
    if (number <= lastRow) return undefined;
    lastRow = number;
    at = rowTag.lastIndex;
    if (found[2] === '/') continue;
    let row: Cell[] | undefined;
    let lastColumn = 0;
    while (!xml.startsWith(rowEnd, at)) {
      cellTag.lastIndex = at;
      const cell = cellTag.exec(xml);
      if (cell === null || Number(cell[2]) !== number) return undefined;
      at = cellTag.lastIndex;
      const column = columnNumber(cell[1] as string);
      if (column <= lastColumn) return undefined;
      lastColumn = column;
      const value = cellOf(cell, shared, numbers);
      if (value === undefined) return undefined;
      if (value === null) continue;
      columns = Math.max(columns, column);
      if (number * columns > maximumCells) return undefined;
      if (row === undefined) {
        while (rows.length < number - 1) rows.push([]);
        row = [];
        rows.push(row);
      }
      while (row.length < column - 1) row.push(null);
      row.push(value);
    }
    at += rowEnd.length;
  }
  for (const row of rows) while (row.length < columns) row.push(null);
  return rows;
}

/** undefined where only the library knows what a cell is: a date, or something that is not right. */
function cellOf(cell: RegExpExecArray, shared: readonly string[], numbers: ReadonlySet<string>): Cell | undefined {
  const style = cell[3];
  const type = cell[4] ?? 'n';
  const inline = cell[6];
  if (type === 'inlineStr' || inline !== undefined)
    return type === 'inlineStr' && inline !== undefined ? filled(textOf(inline)) : undefined;
  const value = cell[5];
  // A formula that gives nothing, or a cell that is there for its borders.
  if (value === undefined || value === '') return null;
  switch (type) {
    case 's':
      return filled(shared[Number(value)]);
    // The library drops error cells (#N/A, #REF!) in silence; as text they come through, for the cell rules to refuse.
    case 'str':
    case 'e':
      return filled(textOf(value));
    case 'b':
      return value === '1' ? true : value === '0' ? false : undefined;
    default: {
      if (style !== undefined && !numbers.has(style)) return undefined;
      const number = Number(value);
      return Number.isNaN(number) ? undefined : number;
    }
  }
}

function filled(text: string | undefined): string | null | undefined {
  return text === '' ? null : text;
}

const stringTag =
  /<si>(?:<t(?: xml:space="preserve")?>([^<]*)<\/t>|<t(?: xml:space="preserve")?\/>)(?:<phoneticPr(?: \w+="[^"<>]*")*\/>)?<\/si>/y;

function sharedStrings(xml: string): readonly string[] | undefined {
  const texts: string[] = [];
  const end = xml.indexOf('</sst>');
  let at = xml.indexOf('<si>');
  if (at < 0) return xml.includes('<si') ? undefined : texts;
  while (at < end) {
    stringTag.lastIndex = at;
    const found = stringTag.exec(xml);
    const text = found === null ? undefined : textOf(found[1] ?? '');
    if (text === undefined) return undefined;
    texts.push(text);
    at = stringTag.lastIndex;
  }
  return at === end ? texts : undefined;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const strange = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,4});)/;

/** The text that stands so in XML; undefined where it is written in a way of its own. */
function textOf(xml: string): string | undefined {
  let text = xml;
  if (text.includes('&')) {
    if (strange.test(text)) return undefined;
    text = text.replace(/&#?(\w+);/g, (_, name: string) => entities[name] ?? String.fromCharCode(Number(name)));
  }
  if (text.includes('_x'))
    text = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return detached(text.trim());
}

/** General, numbers, percents, fractions and text; other formats below 100 are of dates and times somewhere in the world. */
const plainFormats = new Set([...Array(14).keys(), 37, 38, 39, 40, 48, 49].map(String));
/** A format without a letter or a Chinese character is no date's. */
const plainCode = /^[^a-z\u3000-\uffff&[\]"\\]*$/i;

/** The numbers of the cell styles of which it is certain that they show numbers as numbers. */
function numberStyles(xml: string): ReadonlySet<string> {
  const formats = new Set(plainFormats);
  for (const tag of tags(xml, 'numFmt')) {
    const [id, code] = [attribute(tag, 'numFmtId'), attribute(tag, 'formatCode')];
    if (Number(id) >= 100 && plainCode.test(code)) formats.add(id);
  }
  const cells = /<cellXfs[\s>][\s\S]*?<\/cellXfs>/.exec(xml)?.[0] ?? '';
  // Where none is named, there is none, unless a style of the workbook names one.
  const isPlain = (tag: string) =>
    formats.has(attribute(tag, 'numFmtId') || (attribute(tag, 'xfId') === '' ? '0' : ''));
  const all = cells.match(/<xf\b[^>]*>/g) ?? [];
  return new Set(all.flatMap((tag, index) => (isPlain(tag) ? [String(index)] : [])));
}
