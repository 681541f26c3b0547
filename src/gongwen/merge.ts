/**
 * Merged cells of a table that was copied as plain text: the cells they took the place of stand there empty. What they
 * were is seen by the table's form: a head of two rows, groups at the left, rows of sums.
 */
import type { CellSpan } from './types.ts';

export type Rows = readonly (readonly string[])[];

export interface MergedTable {
  readonly spans: readonly CellSpan[];
  /** Leading rows that name the columns. */
  readonly headRows: number;
}

const sum = /(?:小计|合计|总计|共计)$/;
const number = /^[-—–]$|^[+-]?[\d０-９,，]+(?:\.\d+)?[%％‰]?$/;

export function isNumber(text: string): boolean {
  return number.test(text.trim());
}

/** An approval form: labels with room to write beside them, no row of column names, no figures. */
export function isForm(rows: Rows, spans: readonly CellSpan[] = []): boolean {
  const covered = coveredCells(spans);
  const first = rows[0] ?? [];
  const hasRoom = first.some((text, column) => text === '' && !covered.has(`0/${column}`));
  const labelled = rows.every((row, index) => row[0] !== '' || covered.has(`${index}/0`));
  const figures = rows.some((row) => row.some(isNumber));
  return rows.length >= 3 && hasRoom && labelled && !figures;
}

/** Places that a merged cell reaches over, as `row/column`. */
export function coveredCells(spans: readonly CellSpan[]): ReadonlySet<string> {
  return new Set(
    spans.flatMap(({ row, column, rowspan, colspan }) =>
      Array.from({ length: rowspan * colspan }, (_, index) => {
        const [down, right] = [Math.floor(index / colspan), index % colspan];
        return down + right === 0 ? '' : `${row + down}/${column + right}`;
      }),
    ),
  );
}

/** The merged cells of a form: a label, then the room beside it as one cell. */
export function mergeForm(rows: Rows): MergedTable {
  const spans = rows.flatMap((row, index) => {
    const found: CellSpan[] = [];
    for (let column = 1; column < row.length; ) {
      // A text behind a label is what the label is for; it and empty cells take the room up to the next label.
      const isRoom = row[column - 1] !== '' || row[column] === '';
      let end = column + 1;
      while (isRoom && end < row.length && row[end] === '') end++;
      if (end - column > 1) found.push({ row: index, column, rowspan: 1, colspan: end - column });
      column = end + 1;
    }
    return found;
  });
  return { spans, headRows: 0 };
}

/** The merged cells of a list or a table of figures. */
export function mergeGrid(rows: Rows): MergedTable {
  const headRows = headRowsOf(rows);
  const spans = headRows === 2 ? headSpans(rows) : [];
  return { spans: [...spans, ...groupSpans(rows, headRows), ...sumSpans(rows, headRows)], headRows };
}

/** Rows that name the columns: the first where it is full or has a second below that fills its gaps. */
export function headRowsOf(rows: Rows): number {
  const [first = [], second = []] = rows;
  if (rows.length < 2 || first.some(isNumber)) return 0;
  const gaps = first.flatMap((text, column) => (text === '' ? [column] : []));
  if (gaps.length === 0) return 1;
  const fills =
    second[0] === '' && first[0] !== '' && !second.some(isNumber) && gaps.every((column) => second[column] !== '');
  return fills ? 2 : first[0] !== '' ? 1 : 0;
}

function headSpans([first = [], second = []]: Rows): readonly CellSpan[] {
  const spans: CellSpan[] = [];
  for (let column = 0; column < first.length; column++) {
    if (first[column] === '') continue;
    if (second[column] === '') {
      spans.push({ row: 0, column, rowspan: 2, colspan: 1 });
      continue;
    }
    let end = column + 1;
    while (end < first.length && first[end] === '') end++;
    if (end - column > 1) spans.push({ row: 0, column, rowspan: 1, colspan: end - column });
  }
  return spans;
}

function isSumRow(row: readonly string[]): boolean {
  return sum.test(row.find((text) => text !== '') ?? '');
}

/** Cells at the left that stand for several rows: below them, the rows begin with empty cells. */
function groupSpans(rows: Rows, headRows: number): readonly CellSpan[] {
  const spans: CellSpan[] = [];
  const columns = rows[0]?.length ?? 0;
  for (let column = 0; column < columns - 1; column++) {
    for (let start = headRows; start < rows.length; start++) {
      if (rows[start]?.[column] === '' || isSumRow(rows[start] as readonly string[])) continue;
      let end = start + 1;
      while (end < rows.length && continuesGroup(rows[end] as readonly string[], column)) end++;
      if (end - start > 1) spans.push({ row: start, column, rowspan: end - start, colspan: 1 });
    }
  }
  return spans;
}

function continuesGroup(row: readonly string[], column: number): boolean {
  const leading = row.slice(0, column + 1).every((text) => text === '');
  return leading && row.some((text) => text !== '') && !isSumRow(row);
}

/** In a row of sums, the label takes the columns of text beside it, and a figure those of figures without their own. */
function sumSpans(rows: Rows, headRows: number): readonly CellSpan[] {
  const body = rows.slice(headRows).filter((row) => !isSumRow(row));
  const kinds = (rows[0] ?? []).map((_, column) => columnKind(body.map((row) => row[column] ?? '')));
  return rows.flatMap((row, index) => {
    if (index < headRows || !isSumRow(row)) return [];
    const found: CellSpan[] = [];
    const label = row.findIndex((text) => text !== '');
    for (let column = label; column < row.length; column++) {
      if (row[column] === '') continue;
      const over = column === label ? 'text' : 'number';
      let end = column + 1;
      while (end < row.length && row[end] === '' && kinds[end] === over) end++;
      if (end - column > 1) found.push({ row: index, column, rowspan: 1, colspan: end - column });
    }
    return found;
  });
}

/** What a column holds; `empty` is left to be filled in. */
function columnKind(texts: readonly string[]): 'text' | 'number' | 'empty' {
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return 'empty';
  return filled.filter(isNumber).length >= filled.length / 2 ? 'number' : 'text';
}
