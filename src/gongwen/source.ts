/** A file as it was written, before it is understood: its lines and its tables, in order. */
import { type Message, message } from '../message.ts';
import type { CellSpan } from './types.ts';

const megabyte = 1024 * 1024;
/** No official text comes near this size, packed or unpacked. */
export const mostBytes = 50 * megabyte;

export function tooLarge(file: string, bytes: number): Message {
  const facts = { size: Math.ceil(bytes / megabyte), limit: mostBytes / megabyte };
  return message('gongwen.file-too-large', { place: { file }, ...facts });
}

export interface Source {
  /** The file as the user named it. */
  readonly file: string;
  readonly lines: readonly SourceLine[];
  /** What reading the file changed or left out. */
  readonly messages: readonly Message[];
}

/** A line of text, or a whole table. */
export interface SourceLine {
  /** First and last line in the file; in a Word file, paragraphs are counted. */
  readonly line: number;
  readonly lastLine: number;
  /** Without white space at its ends; '' for a table. */
  readonly text: string;
  /** Cells of a table, row by row; empty for text. */
  readonly rows: readonly (readonly string[])[];
  /** Merged cells, where the file says which; a plain text cannot. */
  readonly spans?: readonly CellSpan[];
  /** Level of a heading of Markdown or Word, 1 for a title; 0 for other text. */
  readonly heading: number;
  /** What stands between it and the line before: `line` an end of line only, `gap` a blank line, `page` a page break. */
  readonly before: 'line' | 'gap' | 'page';
  /** Whether it begins with white space. */
  readonly indented: boolean;
}

/** Characters that show nothing: joiners, byte order marks, soft hyphens. */
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** The text of one line: nothing invisible, no white space at its ends. Spaces inside stay as they are. */
export function lineText(text: string): string {
  return text.replace(invisible, '').replaceAll('\u00a0', ' ').trim();
}

export function textLine(text: string, line: number, rest: Partial<SourceLine> = {}): SourceLine {
  return {
    line,
    lastLine: line,
    text: lineText(text),
    rows: [],
    heading: 0,
    before: 'line',
    indented: /^\s/.test(text),
    ...rest,
  };
}

export function tableLine(
  rows: readonly (readonly string[])[],
  line: number,
  lastLine: number,
  rest: Partial<SourceLine> = {},
): SourceLine {
  return textLine('', line, { lastLine, rows: rectangle(rows), ...rest });
}

/** Every row as wide as the widest: a ragged row ends with empty cells. A column that is empty throughout is none. */
function rectangle(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = Math.max(...rows.map((row) => row.length));
  const filled = rows.map((row) => Array.from({ length: width }, (_, column) => lineText(row[column] ?? '')));
  let last = width;
  while (last > 1 && filled.every((row) => row[last - 1] === '') && isRagged(rows, last)) last--;
  return filled.map((row) => row.slice(0, last));
}

/** Whether the column is there only because some rows end with a tab too many. */
function isRagged(rows: readonly (readonly string[])[], columns: number): boolean {
  return rows.some((row) => row.length < columns);
}
