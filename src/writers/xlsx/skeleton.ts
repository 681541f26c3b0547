/** All of a workbook but its cells and properties, made by write-excel-file: once for all that are alike but for these. */
import type { CellObject } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import type { PageName } from '../../document/types.ts';
import { kept, recent } from '../../layout/kept.ts';
import { type Parts, unpack } from '../zip.ts';
import { columnCharacters, defaultFont } from './look.ts';
import { extrasOf, type SheetExtras } from './part.ts';
import { firstStyle } from './rows.ts';

/** What decides on these parts: plain data. */
export interface Book {
  readonly page: PageName;
  readonly sheets: readonly BookSheet[];
  /** A cell of each look, in the order of the numbers by which rows refer to their styles. */
  readonly looks: readonly CellObject[];
}

export interface BookSheet extends SheetExtras {
  /** Of the columns, in pt. */
  readonly widths: readonly number[];
}

/** A head that ends further down than this would fill a screen if it were frozen. */
const lowestFrozenRow = 10;

/** The parts by path. */
export function bookParts(book: Book): Promise<Parts> {
  return kept(books, JSON.stringify(book), () => makeParts(book));
}

const books = recent<Promise<Parts>>(100);

async function makeParts({ page, sheets, looks }: Book): Promise<Parts> {
  const workbook = writeExcelFile(
    sheets.map(({ name, widths, head }, index) => ({
      sheet: name,
      data: index === 0 ? [[...looks]] : [],
      columns: widths.map((width) => ({ width: columnCharacters(width) })),
      ...(head && head.last < lowestFrozenRow && { stickyRowsCount: head.last + 1 }),
    })),
    { ...defaultFont, features: [extrasOf(page, sheets)] },
  );
  const parts = unpack(await workbook.toBuffer());
  checkNumbers(parts);
  return parts;
}

export function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** Holds the numbers that the cells of the looks got against those that the rows refer to. */
function checkNumbers(parts: Parts): void {
  const xml = Buffer.from(parts.get(sheetPath(0)) as Uint8Array).toString('utf8');
  const numbers = [...xml.matchAll(/<c [^>]*?s="(\d+)"/g)].map(([, number]) => Number(number));
  if (numbers.some((number, index) => number !== firstStyle + index)) throw new Error('styles have other numbers');
}
