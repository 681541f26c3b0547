/** Document tree → workbook. */
import writeExcelFile from 'write-excel-file/node';
import { sheetsOf } from '../document/sheets.ts';
import type { Cell, DocumentTree } from '../document/types.ts';
import type { WriteContext } from './types.ts';
import { type Address, formulasOf } from './xlsx/address.ts';
import { chartRanges } from './xlsx/chart.ts';
import { columnCharacters, defaultFont } from './xlsx/look.ts';
import { sheetNames } from './xlsx/name.ts';
import { extrasOf } from './xlsx/part.ts';
import { type CellContent, createRowWriter, firstStyle } from './xlsx/rows.ts';
import { type PlacedCell, placeSheet } from './xlsx/sheet.ts';
import { repack } from './zip.ts';

/** A head that ends further down than this would fill a screen if it were frozen. */
const lowestFrozenRow = 10;

/**
 * A worksheet per section of role `sheet`, else one. Numbers are numbers, formulas are live and carry their value,
 * every other text is text. The same tree and context give the same bytes.
 */
export async function writeXlsx(tree: DocumentTree, context: WriteContext): Promise<Uint8Array> {
  const sections = sheetsOf(tree);
  const names = sheetNames(sections.map(({ name }) => name));
  const sheets = sections.map((content) => placeSheet(content, tree.page, context.fonts));
  const addresses = new Map<Cell, Address>();
  for (const { cells } of sheets) for (const placed of cells) if (placed.cell) addresses.set(placed.cell, placed);
  const formulas = formulasOf(tree, addresses, names);
  const extras = sheets.map(({ charts, head, pageEnds }, index) => ({
    name: names[index] ?? '',
    head,
    pageEnds,
    charts: charts.map((one) => ({ ...one, ranges: chartRanges(one.table, tree, addresses, names) })),
  }));

  const writer = createRowWriter();
  const rows = sheets.map((sheet) => writer.write(sheet, (cell) => contentOf(cell, formulas)));
  const workbook = writeExcelFile(
    sheets.map((sheet, index) => ({
      sheet: names[index] ?? '',
      data: index === 0 ? [[...writer.looks]] : [],
      columns: sheet.columns.widths.map((width) => ({ width: columnCharacters(width) })),
      ...(sheet.head && sheet.head.last < lowestFrozenRow && { stickyRowsCount: sheet.head.last + 1 }),
    })),
    { ...defaultFont, features: [extrasOf(tree, extras, context)] },
  );
  const contents = new Map(rows.map((xml, index) => [sheetPath(index), xml]));
  return repack(await workbook.toBuffer(), (path, xml) => {
    const own = contents.get(path);
    if (path === sheetPath(0)) checkNumbers(xml);
    if (own !== undefined) return xml.replace(/<sheetData(?:\/>|>.*<\/sheetData>)/s, () => own);
    return path === 'xl/sharedStrings.xml' ? xml.replace('</sst>', () => `${writer.textsXml()}</sst>`) : xml;
  });
}

function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** Holds the numbers that the cells of the looks got against those that the rows refer to. */
function checkNumbers(xml: string): void {
  const numbers = [...xml.matchAll(/<c [^>]*?s="(\d+)"/g)].map(([, number]) => Number(number));
  if (numbers.some((number, index) => number !== firstStyle + index)) throw new Error('styles have other numbers');
}

function contentOf({ cell, text }: PlacedCell, formulas: ReadonlyMap<Cell, string>): CellContent {
  if (cell === undefined || cell.data.type === 'text') {
    return { text, format: cell?.data.format === '@' || needsTextFormat(text) ? '@' : '' };
  }
  const { value } = cell.data;
  const formula = formulas.get(cell);
  const format = numberFormat(cell, text);
  if (formula !== undefined) return { formula, value, format };
  return value === null ? { text, format: '' } : { number: value, format };
}

/** A zero that the document prints as "-" is one in the workbook too. */
function numberFormat({ data }: Cell, text: string): string {
  if (data.value !== 0 || text !== '-') return data.format;
  const format = data.format || 'General';
  return `${format};-${format};"-"`;
}

/** Text that Excel would take for a number, a date or a formula as soon as someone edits the cell. */
function needsTextFormat(text: string): boolean {
  return /^[=+\-@\t\d]/.test(text);
}
