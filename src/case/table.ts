import { type Message, message, type Place } from '../message.ts';
import { nearest } from '../nearest.ts';

/** A cell as its file holds it. A date is one that a workbook has typed as such. */
export type Cell = string | number | boolean | Date | null;

/** UTF-16 units that one cell of a workbook may hold. Excel calls a file with more damaged; LibreOffice and CSV files allow it. */
export const maximumText = 32_767;

/** A sheet, or a whole CSV file. Row i of the file is `rows[i - 1]`, blank rows included. */
export interface Sheet {
  readonly file: string;
  /** undefined in a CSV file */
  readonly name?: string;
  readonly rows: readonly (readonly Cell[])[];
  /** What only a workbook has; undefined in a CSV file. */
  readonly shape?: SheetShape;
}

/** How a workbook shows a sheet. */
export interface SheetShape {
  /** Whether the sheet itself is hidden. */
  readonly hidden: boolean;
  /** Hidden rows, counted from 1. */
  readonly hiddenRows: readonly number[];
  readonly merged: readonly Merged[];
}

/** A merged cell, its first and last row and column counted from 0. */
export interface Merged {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Column {
  readonly name: string;
  readonly required: boolean;
}

/** A sheet under its recognised headers. Rows can be read even where a message says that a column is missing. */
export interface Table {
  readonly rows: readonly TableRow[];
  readonly messages: readonly Message[];
}

export interface TableRow {
  has(column: string): boolean;
  /** The cell's content, null where it is empty or the column is not there. */
  cell(column: string): Cell;
  place(column?: string): Place;
}

/** Characters that cannot be seen and come along by copying: zero-width, direction marks, control characters but line ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** A quick look that lets most cells pass. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const unclean = /^\s|\s$|[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

/** The text of a cell, without invisible characters and surrounding space. */
export function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = String(cell);
  return unclean.test(text) ? cleaned(text) : text;
}

function cleaned(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(invisible, '').trim();
}

/** Anything that can be seen. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const visible = /[^\s\u0000-\u001f\u007f\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;

/** Whether a cell's text is empty; sooner known than the text. */
export function isBlank(cell: Cell): boolean {
  return typeof cell === 'string' ? !visible.test(cell) : cell === null;
}

export function isBlankSheet(sheet: Sheet): boolean {
  return sheet.rows.every(isBlankRow);
}

/**
 * The rows of a sheet under the given columns: headers in any order, with or without `*`, spaces and full-width forms.
 * The header is the first row with at least two known headers (a title may stand above it), else the first row with content.
 * Rows with nothing under a known header are left out.
 */
export function readTable(sheet: Sheet, columns: readonly Column[]): Table {
  const names = columns.map((column) => column.name);
  const headerIndex = findHeader(sheet, names);
  const headers = (sheet.rows[headerIndex] ?? []).map(textOf);
  const place = (index: number, column?: string): Place => ({
    file: sheet.file,
    ...(sheet.name !== undefined && { sheet: sheet.name }),
    row: index + 1,
    ...(column !== undefined && { column }),
  });

  const messages: Message[] = [];
  const positions = new Map<string, number>();
  headers.forEach((header, position) => {
    const name = canonical(header);
    const where = { place: place(headerIndex, header) };
    if (name === '') return;
    if (!names.includes(name)) {
      messages.push(message('case.column-unknown', { ...where, column: header, nearest: nearest(name, names) }));
    } else if (positions.has(name)) {
      messages.push(message('case.column-twice', { ...where, column: name }));
    } else positions.set(name, position);
  });
  for (const { name, required } of columns) {
    if (required && !positions.has(name))
      messages.push(message('case.column-missing', { place: place(headerIndex), column: name }));
  }

  const body = sheet.rows.slice(headerIndex + 1).map((cells, offset) => ({ cells, index: headerIndex + 1 + offset }));
  messages.push(
    ...unnamedColumns(headers, body).map(({ letter, index }) =>
      message('case.column-unnamed', { place: place(index), letter }),
    ),
  );
  const at = (cells: readonly Cell[], name: string): Cell => {
    const cell = cells[positions.get(name) ?? -1] ?? null;
    return isBlank(cell) ? null : cell;
  };
  const rows = body
    .filter(({ cells }) => names.some((name) => at(cells, name) !== null))
    .map(({ cells, index }) => ({
      has: (column: string) => positions.has(column),
      cell: (column: string) => at(cells, column),
      place: (column?: string) => place(index, column && (headers[positions.get(column) ?? -1] ?? column)),
    }));
  return { rows, messages };
}

/** The index of the row of headers: the first with two known ones, else the first with content. */
export function findHeader(sheet: Sheet, names: readonly string[]): number {
  const known = (cells: readonly Cell[]) => cells.filter((cell) => names.includes(canonical(textOf(cell)))).length;
  const found = sheet.rows.findIndex((cells) => known(cells) >= 2);
  return found >= 0
    ? found
    : Math.max(
        sheet.rows.findIndex((cells) => !isBlankRow(cells)),
        0,
      );
}

function unnamedColumns(headers: readonly string[], body: readonly { cells: readonly Cell[]; index: number }[]) {
  const found = new Map<number, number>();
  for (const { cells, index } of body)
    cells.forEach((cell, position) => {
      if ((headers[position] ?? '') === '' && !found.has(position) && !isBlank(cell)) found.set(position, index);
    });
  return [...found].map(([position, index]) => ({ letter: columnLetter(position), index }));
}

/** A header as it is compared: half-width, without the mark of required columns, spaces and a closing colon. */
export function canonical(header: string): string {
  return header.normalize('NFKC').replace(/[\s*:]/g, '');
}

/** 0 → A, 25 → Z, 26 → AA, as spreadsheets name columns. */
function columnLetter(position: number): string {
  const rest = Math.floor(position / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (position % 26));
}

export function isBlankRow(cells: readonly Cell[]): boolean {
  return cells.every(isBlank);
}
