/** Where the cells of a table stand once their spans are counted. */
import type { Cell, Row } from './types.ts';

export interface GridCell {
  readonly cell: Cell;
  /** Of the upper left corner, from 0. */
  readonly row: number;
  readonly column: number;
}

export interface Grid extends GridShape {
  readonly cells: readonly GridCell[];
}

export interface GridShape {
  /** Columns that the cells of each row need: its own, and those that hang down from above. */
  readonly widths: readonly number[];
  /** Whether a cell reaches below the last row. */
  readonly overhangs: boolean;
}

type Rows = readonly Pick<Row, 'cells'>[];

export function gridOf(rows: Rows): Grid {
  const cells: GridCell[] = [];
  const shape = walkGrid(rows, (cell, row, column) => cells.push({ cell, row, column }));
  return { cells, ...shape };
}

/** Calls `visit` with each cell, and the row and column of its upper left corner. */
export function walkGrid(rows: Rows, visit?: (cell: Cell, row: number, column: number) => void): GridShape {
  /** For each column, the number of rows it is still taken by a cell from above. */
  let taken: number[] = [];
  const widths: number[] = [];
  for (const [rowIndex, row] of rows.entries()) {
    const next = taken.map((count) => Math.max(0, count - 1));
    let column = 0;
    let overlaps = 0;
    for (const cell of row.cells) {
      while ((taken[column] ?? 0) > 0) column += 1;
      visit?.(cell, rowIndex, column);
      for (const end = column + cell.colspan; column < end; column++) {
        if ((taken[column] ?? 0) > 0) overlaps += 1;
        next[column] = cell.rowspan - 1;
      }
    }
    while ((taken[column] ?? 0) > 0) column += 1;
    widths.push(column + overlaps);
    taken = next;
  }
  return { widths, overhangs: taken.some((count) => count > 0) };
}
