/** A plain table as a file of its own, CSV or workbook: text stays text, whatever it begins with. */
import { stringify } from 'csv-stringify/sync';
import type { CellObject } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { markedText, withoutMarks } from './xlsx/text.ts';
import { repack } from './zip.ts';

export type TableFormat = 'csv' | 'xlsx';

export interface PlainTable {
  /** Name of the sheet, without characters that Excel forbids. */
  readonly name: string;
  readonly columns: readonly PlainColumn[];
  /** null leaves a cell empty. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface PlainColumn {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  /** Number format of Excel; of numbers with two decimals `#,##0.00`. */
  readonly format?: string;
}

/** The same table gives the same bytes. */
export async function writeTable(table: PlainTable, format: TableFormat): Promise<Uint8Array> {
  return format === 'csv' ? csvOf(table) : xlsxOf(table);
}

/** UTF-8 with the mark by which Excel knows it, lines ended as RFC 4180 has them. */
function csvOf({ columns, rows }: PlainTable): Uint8Array {
  const lines = [columns.map(({ title }) => title), ...rows];
  // An apostrophe keeps a spreadsheet from taking text for a formula.
  return new TextEncoder().encode(stringify(lines, { bom: true, record_delimiter: '\r\n', escape_formulas: true }));
}

async function xlsxOf({ name, columns, rows }: PlainTable): Promise<Uint8Array> {
  const head = columns.map(
    ({ title }): CellObject => ({ value: markedText(title), type: String, fontWeight: 'bold', align: 'center' }),
  );
  const body = rows.map((row) =>
    row.map((value, index): CellObject | null => {
      if (value === null || value === '') return null;
      const format = columns[index]?.format;
      return typeof value === 'number'
        ? { value, type: Number, ...(format && { format }) }
        : { value: markedText(value), type: String, format: '@' };
    }),
  );
  const workbook = writeExcelFile(
    [{ sheet: name, data: [head, ...body], columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 }],
    { fontFamily: '宋体', fontSize: 11 },
  );
  return repack(await workbook.toBuffer(), withoutMarks);
}
