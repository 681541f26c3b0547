/** Sheets in, the bytes of a workbook out: what is typed where, and what guides and guards the typing. */
import type { SheetData } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
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
      data,
      columns: widths.map((width) => ({ width })),
      ...(frozen.rows > 0 && { stickyRowsCount: frozen.rows }),
      ...(frozen.columns > 0 && { stickyColumnsCount: frozen.columns }),
    })),
    defaultFont,
  );
  return withFeatures(await workbook.toBuffer(), sheets);
}
