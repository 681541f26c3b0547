/** The rules of a roster's cells. Each returns the cell's value, or adds a message to the list and returns the empty one. */
import { type Message, type MessageCode, message } from '../message.ts';
import { nearest } from '../nearest.ts';
import { excerpt, mask } from './mask.ts';
import { maximumText, type TableRow, textOf } from './table.ts';

/** A row whose cells are being read, and what was wrong with them so far. */
export interface Reading {
  readonly row: TableRow;
  readonly messages: Message[];
}

function refuse(
  reading: Reading,
  code: MessageCode,
  column: string,
  facts: Readonly<Record<string, string | number>> & { readonly actual?: string; readonly expected?: string } = {},
): void {
  reading.messages.push(message(code, { column, ...facts, place: reading.row.place(column) }));
}

/** The cell's text on one line; '' where it is empty, or holds a formula's error such as #N/A. */
export function line(reading: Reading, column: string): string {
  const text = paragraphs(reading, column);
  return text.includes('\n') ? text.replace(/\s*\n\s*/g, '') : text;
}

/** The cell's text with its line breaks. */
export function paragraphs(reading: Reading, column: string): string {
  const text = textOf(reading.row.cell(column));
  if (text.length > maximumText) {
    refuse(reading, 'roster.cell-too-long', column, { length: text.length, limit: maximumText });
    return '';
  }
  if (!text.startsWith('#') || !/^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/.test(text)) return text;
  refuse(reading, 'roster.cell-error', column, { actual: text });
  return '';
}

/** The text of a cell that must not be empty. Where the whole column is missing, the table has said so already. */
export function required(reading: Reading, column: string): string {
  if (reading.row.has(column) && reading.row.cell(column) === null) refuse(reading, 'roster.cell-required', column);
  return line(reading, column);
}

/** A name of 2 to 4 Chinese characters may be spaced out to fill its cell: 张　三 is 张三. */
export function withoutSpacing(name: string): string {
  return /^\p{Script=Han}(\s*\p{Script=Han}){1,3}$/u.test(name) ? name.replace(/\s+/g, '') : name;
}

/** One of the choices of a required cell, by its name. */
export function choice<T>(reading: Reading, column: string, choices: ReadonlyMap<string, T>): T | undefined {
  const text = required(reading, column);
  const chosen = choices.get(text.normalize('NFKC'));
  if (chosen === undefined && text !== '')
    refuse(reading, 'roster.choice', column, { actual: excerpt(text), expected: [...choices.keys()].join('、') });
  return chosen;
}

/** One of the choices of a cell that may be empty. */
export function optionalChoice<T>(reading: Reading, column: string, choices: ReadonlyMap<string, T>): T | undefined {
  return reading.row.cell(column) === null ? undefined : choice(reading, column, choices);
}

/** The case's name of a district. 浦东新区 and 浦东区 are 浦东, where only one of the districts can be meant. */
export function district(reading: Reading, column: string, districts: readonly string[]): string {
  const text = required(reading, column);
  if (text === '' || districts.includes(text)) return text;
  const stem = (name: string) => name.replace(/\s+/g, '').replace(/(?<=..)(新区|区)$/u, '');
  const meant = districts.filter((name) => stem(name) === stem(text));
  if (meant.length === 1 && meant[0] !== undefined) return meant[0];
  const facts = { district: excerpt(text), nearest: nearest(text, districts) };
  refuse(reading, 'roster.district-unknown', column, { ...facts, actual: excerpt(text) });
  return '';
}

/** A whole number, null where the cell is empty. */
export function count(reading: Reading, column: string): number | null {
  return numeric(reading, column, /^\d{1,9}$/, 'roster.count');
}

/** A score with at most two decimals, null where the cell is empty. */
export function score(reading: Reading, column: string): number | null {
  return numeric(reading, column, /^\d{1,4}(\.\d{1,2})?$/, 'roster.score');
}

function numeric(reading: Reading, column: string, pattern: RegExp, code: MessageCode): number | null {
  const text = line(reading, column).normalize('NFKC');
  if (text === '') return null;
  if (pattern.test(text)) return Number(text);
  refuse(reading, code, column, { actual: excerpt(text) });
  return null;
}

/** A year and month as YYYY-MM, '' where the cell is empty. 1975.1 may be January or October, and is refused. */
export function month(reading: Reading, column: string): string {
  const cell = reading.row.cell(column);
  const text = line(reading, column).normalize('NFKC').replace(/\s+/g, '');
  if (text === '') return '';
  const [, year, number] =
    /^((?:19|20)\d{2})(?:[-/](\d{1,2})|年(\d{1,2})月|\.(\d{2})|(\d{2}))$/
      .exec(cell instanceof Date ? text.slice(0, 7) : text)
      ?.filter((part) => part !== undefined) ?? [];
  if (year !== undefined && Number(number) >= 1 && Number(number) <= 12) return `${year}-${number?.padStart(2, '0')}`;
  refuse(reading, 'roster.birth', column, { actual: excerpt(text) });
  return '';
}

/** A day as YYYY-MM-DD, '' where the cell is empty. */
export function day(reading: Reading, column: string): string {
  const text = line(reading, column).normalize('NFKC').replace(/\s+/g, '');
  if (text === '') return '';
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const iso = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)) return iso;
  refuse(reading, 'roster.day', column, { actual: excerpt(text) });
  return '';
}

/**
 * An identifier (ID number, code, account, phone): half-width, upper case, without spaces around.
 * A number, a date or 1.23E+17 is what a spreadsheet has made of it, and its digits can no longer be trusted.
 */
export function identifier(reading: Reading, column: string): string {
  const cell = reading.row.cell(column);
  const text = line(reading, column).normalize('NFKC').toUpperCase();
  if (typeof cell !== 'string' ? cell !== null : /^\d(\.\d+)?E\+\d+$/.test(text)) {
    // 1.23E+17 has no more to hide, and is what the user sees in the cell.
    refuse(reading, 'roster.identifier-number', column, { actual: text.includes('E') ? text : mask(text) });
    return '';
  }
  return text;
}
