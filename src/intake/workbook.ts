/** Sheets in, the bytes of a workbook out: what is typed where, and what guides and guards the typing. */
import type { Cell, SheetData } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { markedText } from '../writers/xlsx/text.ts';
import { type Features, withFeatures } from './features.ts';
import { defaultFont } from './looks.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly data: SheetData;
  /** Widths of the columns in characters of the default font. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly features: Features;
}

/** The same sheets give the same bytes. */
export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const workbook = writeExcelFile(
    sheets.map(({ name, data, widths, frozen }) => ({
      sheet: name,
      data: data.map((row) => row.map(withMark)),
      columns: widths.map((width) => ({ width })),
      ...(frozen.rows > 0 && { stickyRowsCount: frozen.rows }),
      ...(frozen.columns > 0 && { stickyColumnsCount: frozen.columns }),
    })),
    defaultFont,
  );
  return withFeatures(await workbook.toBuffer(), sheets);
}

function withMark(cell: Cell): Cell {
  const isText = typeof cell === 'object' && cell !== null && 'value' in cell && cell.type === String;
  return isText && typeof cell.value === 'string' ? { ...cell, value: markedText(cell.value) } : cell;
}
