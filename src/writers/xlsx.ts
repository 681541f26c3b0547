/** Document tree → workbook. */
import { strFromU8, strToU8 } from 'fflate';
import { sheetsOf } from '../document/sheets.ts';
import type { Cell, DocumentTree } from '../document/types.ts';
import type { WriteContext } from './types.ts';
import { type Address, formulasOf } from './xlsx/address.ts';
import { chartRanges } from './xlsx/chart.ts';
import { sheetNames } from './xlsx/name.ts';
import { corePath, coreProperties } from './xlsx/part.ts';
import { type CellContent, createRowWriter } from './xlsx/rows.ts';
import { type PlacedCell, placeSheet } from './xlsx/sheet.ts';
import { type Book, bookParts, sheetPath } from './xlsx/skeleton.ts';
import { packed } from './zip.ts';

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
  const writer = createRowWriter();
  const rows = sheets.map((sheet) => writer.write(sheet, (cell) => contentOf(cell, formulas)));
  const book: Book = {
    page: tree.page,
    looks: writer.looks,
    sheets: sheets.map(({ columns, charts, head, pageEnds }, index) => ({
      name: names[index] ?? '',
      widths: columns.widths,
      head,
      pageEnds,
      charts: charts.map((one) => ({ ...one, ranges: chartRanges(one.table, tree, addresses, names) })),
    })),
  };
  const parts = new Map(await bookParts(book));
  const edit = (path: string, change: (xml: string) => string) =>
    parts.set(path, strToU8(change(strFromU8(parts.get(path) as Uint8Array))));
  for (const [index, xml] of rows.entries()) {
    edit(sheetPath(index), (all) => all.replace(/<sheetData(?:\/>|>.*<\/sheetData>)/s, () => xml));
  }
  edit('xl/sharedStrings.xml', (all) => all.replace('</sst>', () => `${writer.textsXml()}</sst>`));
  parts.set(corePath, strToU8(coreProperties(tree, context)));
  return packed(parts);
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
