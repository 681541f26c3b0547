/** One set of columns for all tables of a sheet: those of its finest table; the others merge cells where they need fewer. */
import type { Table } from '../../document/types.ts';
import { columnWidths } from '../../layout/grid.ts';

export interface SheetColumns {
  /** pt */
  readonly widths: readonly number[];
}

/** Columns for the tables of a sheet, `width` pt wide in all. */
export function sheetColumns(tables: readonly Table[], width: number): SheetColumns {
  const finest = tables.reduce<Table | undefined>(
    (best, table) => (best === undefined || table.columns.length > best.columns.length ? table : best),
    undefined,
  );
  return { widths: finest === undefined ? [width] : columnWidths(finest, width) };
}

/**
 * For each column of a table the sheet column where it begins, and one more for where the last ends. Each takes the
 * nearest edge of the sheet, and at least one column.
 */
export function columnStarts(table: Table, { widths }: SheetColumns): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const edges = edgesOf(widths);
  const count = table.columns.length;
  const starts = [0];
  for (const [index, edge] of edgesOf(columnWidths(table, total)).slice(1, -1).entries()) {
    const first = (starts.at(-1) ?? 0) + 1;
    const last = widths.length - (count - index - 1);
    let nearest = first;
    for (let candidate = first; candidate <= last; candidate++) {
      if (Math.abs((edges[candidate] ?? 0) - edge) < Math.abs((edges[nearest] ?? 0) - edge)) nearest = candidate;
    }
    starts.push(nearest);
  }
  return [...starts, widths.length];
}

function edgesOf(widths: readonly number[]): readonly number[] {
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  return edges;
}
