/** How high the rows of a table are, and what room that leaves for the text of its cells. All lengths in pt. */
import type { Row, Table } from '../document/types.ts';
import { formRows, tableLooks } from './looks.ts';
import type { CellBox, LaidCell } from './types.ts';

export interface RowSetting {
  readonly table: Table;
  /** Height of the rows to be filled; null as long as it is open. */
  readonly fillHeight: number | null;
}

/** Height for the text of a cell; infinite where the text decides on the height of one of its rows. */
export function roomIn({ table, fillHeight }: RowSetting, { row, cell }: CellBox): number {
  let room = -2 * tableLooks[table.role].paddingY;
  const end = Math.min(row + cell.rowspan, table.rows.length);
  for (let at = row; at < end; at++) {
    const height = fixedHeight(table.rows[at] as Row, fillHeight);
    room += height > 0 ? height : Number.POSITIVE_INFINITY;
  }
  return room;
}

export function isFilled({ height }: Row): boolean {
  return height === 'fill';
}

/** Height that a row's name gives; 0 where its text decides, or where it is open. */
function fixedHeight(row: Row, fillHeight: number | null): number {
  switch (row.height) {
    case 'auto':
      return 0;
    case 'fill':
      return fillHeight ?? 0;
    default:
      return formRows[row.height];
  }
}

/**
 * A fixed row grows only for text that does not fit at its smallest size; a row to be filled never does, and as long as
 * its height is open, none grows for text that stands in it too. Text over several rows that no page can hold stands in
 * the first of them alone, which is cut between its lines.
 */
export function rowHeights(
  { table, fillHeight }: RowSetting,
  cells: readonly LaidCell[],
  { padding, page }: { readonly padding: number; readonly page: number },
): number[] {
  const rows = table.rows.map((row) => fixedHeight(row, fillHeight));
  const growable = (row: number) => table.rows[row]?.height !== 'fill';
  const spanning: LaidCell[] = [];
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as LaidCell;
    const { row, textHeight } = cell;
    if (cell.cell.rowspan > 1) spanning.push(cell);
    else if (growable(row)) rows[row] = Math.max(rows[row] ?? 0, textHeight + padding);
  }
  // What ends first grows first: in another order a row might grow for what a row above it grows for as well.
  for (const cell of spanning.sort((one, other) => endOf(one) - endOf(other))) {
    if (fillHeight === null && table.rows.slice(cell.row, endOf(cell)).some(isFilled)) continue;
    const needed = cell.textHeight + padding;
    const whole = needed <= page - sum(rows.slice(0, table.headRows));
    const last = whole ? Math.min(endOf(cell), rows.length) - 1 : cell.row;
    const missing = needed - sum(rows.slice(cell.row, last + 1));
    if (missing > 0 && growable(last)) rows[last] = (rows[last] ?? 0) + missing;
  }
  return rows;
}

/** The row behind its last. */
function endOf({ row, cell }: LaidCell): number {
  return row + cell.rowspan;
}

/** Whether the text of a cell has a say in how high its rows are: not in a row that is filled. */
export function growsRows({ rows }: Table, { row, cell }: LaidCell): boolean {
  return cell.rowspan > 1 || rows[row]?.height !== 'fill';
}

export function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
