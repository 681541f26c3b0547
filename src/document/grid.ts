/** Where the cells of a table stand once their spans are counted. */
import type { Cell, Row } from './types.ts';

export interface GridCell {
  readonly cell: Cell;
  /** Of the upper left corner, from 0. */
  readonly row: number;
  readonly column: number;
}

export interface Grid {
  readonly cells: readonly GridCell[];
  /** Columns that the cells of each row need: its own, and those that hang down from above. */
  readonly widths: readonly number[];
  /** Whether a cell reaches below the last row. */
  readonly overhangs: boolean;
}

export function gridOf(rows: readonly Pick<Row, 'cells'>[]): Grid {
  const cells: GridCell[] = [];
  /** For each column, the number of rows it is still taken by a cell from above. */
  let taken: number[] = [];
  const widths: number[] = [];
  rows.forEach((row, rowIndex) => {
    const next = taken.map((count) => Math.max(0, count - 1));
    let column = 0;
    let overlaps = 0;
    for (const cell of row.cells) {
      while ((taken[column] ?? 0) > 0) column += 1;
      cells.push({ cell, row: rowIndex, column });
      for (const end = column + cell.colspan; column < end; column++) {
        if ((taken[column] ?? 0) > 0) overlaps += 1;
        next[column] = cell.rowspan - 1;
      }
    }
    while ((taken[column] ?? 0) > 0) column += 1;
    widths.push(column + overlaps);
    taken = Array.from(next, (count) => count ?? 0);
  });
  return { cells, widths, overhangs: taken.some((count) => count > 0) };
}
