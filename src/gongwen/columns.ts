/** Shares of the columns of a table, by what stands in them. Widths in characters (字). */
import type { CellSpan } from './types.ts';

/** Room beside the text of a cell. */
const padding = 0.8;
/** Head cells of more characters may be set in two lines. */
const oneLine = 4;

export interface ColumnOptions {
  readonly headRows: number;
  readonly spans: readonly CellSpan[];
  /** Width of the whole table. */
  readonly width: number;
}

export function columnShares(
  rows: readonly (readonly string[])[],
  { headRows, spans, width }: ColumnOptions,
): readonly number[] {
  const count = rows[0]?.length ?? 1;
  const wide = new Set(spans.filter(({ colspan }) => colspan > 1).map(({ row, column }) => `${row}/${column}`));
  const columns = Array.from({ length: count }, (_, column) => {
    const texts = rows.flatMap((row, index) =>
      wide.has(`${index}/${column}`) ? [] : [{ text: row[column] ?? '', head: index < headRows }],
    );
    const needs = texts.map(({ text, head }) => (head ? headWidth(text) : widestLine(text)));
    const length = texts.reduce((sum, { text, head }) => sum + (head ? 0 : widthOf(text)), 0);
    return { natural: Math.max(2, ...needs) + padding, length };
  });
  const natural = columns.reduce((sum, one) => sum + one.natural, 0);
  if (natural <= width) return columns.map((one) => one.natural + (width - natural) / count);
  // Columns of little text keep what they need; the others share what is left by how much they have to say.
  const fair = width / count;
  const narrow = columns.filter((one) => one.natural <= fair);
  const left = width - narrow.reduce((sum, one) => sum + one.natural, 0);
  const weight = (one: { readonly length: number }) => Math.sqrt(one.length);
  const total = columns.reduce((sum, one) => sum + (one.natural <= fair ? 0 : weight(one)), 0);
  return columns.map((one) => (one.natural <= fair ? one.natural : (left * weight(one)) / total));
}

function headWidth(text: string): number {
  const width = widestLine(text);
  return width <= oneLine ? width : Math.max(oneLine, Math.ceil(width / 2) + 1);
}

function widestLine(text: string): number {
  return Math.max(...text.split('\n').map(widthOf));
}

export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[ -~]/.test(character) ? 0.5 : 1;
  return width;
}
