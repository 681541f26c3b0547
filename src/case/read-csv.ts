import { CsvError, parse } from 'csv-parse/sync';
import { message, type Result } from '../message.ts';
import { decodeText } from './decode.ts';
import type { Sheet } from './table.ts';
import type { Input } from './types.ts';

/** A CSV file as a sheet of texts. A record is a row, as when the file is opened in a spreadsheet. */
export function readCsv(input: Input): Result<Sheet> {
  const text = decodeText(input.bytes, input.path);
  if (!text.ok) return text;
  try {
    const rows: string[][] = parse(text.value, { relax_column_count: true, skip_empty_lines: false });
    return { ok: true, value: { file: input.path, rows }, messages: [] };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines);
    return { ok: false, messages: [message('case.csv-broken', { place: { file: input.path, line } })] };
  }
}
