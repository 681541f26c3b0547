/** Document tree → workbook. */
import type { CellObject, SheetData } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { sheetsOf } from '../document/sheets.ts';
import type { Cell, DocumentTree } from '../document/types.ts';
import type { WriteContext } from './types.ts';
import { type Address, addressText, formulasOf } from './xlsx/address.ts';
import { chartRanges } from './xlsx/chart.ts';
import { columnCharacters, defaultFont, excelStyle } from './xlsx/look.ts';
import { sheetNames } from './xlsx/name.ts';
import { extrasOf } from './xlsx/part.ts';
import { type PlacedCell, type PlacedSheet, placeSheet } from './xlsx/sheet.ts';
import { markedText, withoutMarks } from './xlsx/text.ts';
import { repack } from './zip.ts';

/** A head that ends further down than this would fill a screen if it were frozen. */
const lowestFrozenRow = 10;

/**
 * A worksheet per section of role `sheet`, else one. Numbers are numbers, formulas are live and carry their value,
 * every other text is text. The same tree and context give the same bytes.
 */
export async function writeXlsx(tree: DocumentTree, context: WriteContext): Promise<Uint8Array> {
  const contents = sheetsOf(tree);
  const names = sheetNames(contents.map(({ name }) => name));
  const sheets = contents.map((content) => placeSheet(content, tree.page, context.fonts));
  const addresses = new Map<Cell, Address>();
  for (const { cells } of sheets) for (const placed of cells) if (placed.cell) addresses.set(placed.cell, placed);
  const formulas = formulasOf(tree, addresses, names);
  const extras = sheets.map(({ cells, charts, head, pageEnds }, index) => ({
    name: names[index] ?? '',
    head,
    pageEnds,
    values: valuesOf(cells),
    charts: charts.map((one) => ({ ...one, ranges: chartRanges(one.table, tree, addresses, names) })),
  }));

  const workbook = writeExcelFile(
    sheets.map((sheet, index) => ({
      sheet: names[index] ?? '',
      data: dataOf(sheet, formulas),
      columns: sheet.columns.widths.map((width) => ({ width: columnCharacters(width) })),
      ...(sheet.head && sheet.head.last < lowestFrozenRow && { stickyRowsCount: sheet.head.last + 1 }),
    })),
    { ...defaultFont, features: [extrasOf(tree, extras, context)] },
  );
  return repack(await workbook.toBuffer(), withoutMarks);
}

/** Rows of cells; cells under a merged one are left out. */
function dataOf({ heights, cells, columns }: PlacedSheet, formulas: ReadonlyMap<Cell, string>): SheetData {
  const rows = heights.map((): (CellObject | null)[] => columns.widths.map(() => null));
  for (const placed of cells) {
    const row = rows[placed.row];
    if (row === undefined) continue;
    row[placed.column] = {
      ...excelStyle(placed.look),
      ...contentOf(placed, formulas),
      columnSpan: placed.columnSpan,
      rowSpan: placed.rowSpan,
      height: heights[placed.row] ?? 0,
    };
  }
  return rows;
}

function contentOf({ cell, text }: PlacedCell, formulas: ReadonlyMap<Cell, string>): CellObject {
  if (cell === undefined || cell.data.type === 'text') {
    const format = cell?.data.format === '@' || needsTextFormat(text) ? '@' : '';
    return { type: String, value: markedText(text), ...(format && { format }) };
  }
  const { value } = cell.data;
  const formula = formulas.get(cell);
  const format = numberFormat(cell, text);
  if (formula !== undefined) return { type: 'Formula', value: formula, ...(format && { format }) };
  if (value === null) return { type: String, value: markedText(text) };
  return { type: Number, value, ...(format && { format }) };
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

function valuesOf(cells: readonly PlacedCell[]): ReadonlyMap<string, number> {
  return new Map(
    cells.flatMap((placed): [string, number][] => {
      const { formula = '', value = null } = placed.cell?.data ?? {};
      return formula === '' || value === null ? [] : [[addressText(placed), value]];
    }),
  );
}
