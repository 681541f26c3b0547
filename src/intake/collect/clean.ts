/** A sheet as an office sent it → the same sheet with only nominees' rows below its header. */
import { rosterColumns } from '../../case/roster-columns.ts';
import { type Cell, canonical, findHeader, isBlankRow, type Merged, type Sheet, textOf } from '../../case/table.ts';
import type { Category } from '../../case/types.ts';
import type { Place } from '../../message.ts';
import { type Change, cleanCell } from './cells.ts';
import { type IgnoredKind, kindOf } from './kinds.ts';

/** A column of running numbers says nothing of the nominee. */
const runningNumber = '序号';

export interface CleanSheet {
  /** Rows keep their numbers; those that are no nominees' are blank. */
  readonly sheet: Sheet;
  /** Index of the row of headers. */
  readonly header: number;
  /** Rows below the header with any content. */
  readonly read: number;
  readonly ignored: readonly { readonly kind: IgnoredKind; readonly place: Place }[];
  readonly changes: readonly { readonly kind: Change; readonly place: Place }[];
  /** Rows with content that the workbook hides. */
  readonly hidden: readonly Place[];
}

export function cleanSheet(sheet: Sheet, category: Category): CleanSheet {
  const names = rosterColumns(category).map(({ name }) => name);
  const header = findHeader(sheet, names);
  const headers = (sheet.rows[header] ?? []).map((cell) => canonical(textOf(cell)));
  const columns = headers.map((name) => (names.includes(name) ? name : ''));
  const numbers = headers.indexOf(runningNumber);
  const place = (index: number, column?: string): Place => ({
    file: sheet.file,
    ...(sheet.name !== undefined && { sheet: sheet.name }),
    row: index + 1,
    ...(column && { column }),
  });
  const ignored: CleanSheet['ignored'][number][] = [];
  const changes: CleanSheet['changes'][number][] = [];
  const hidden: Place[] = [];
  const hiddenRows = new Set(sheet.shape?.hiddenRows);
  const covers = coversOf(sheet, header);
  let read = 0;

  const rows = sheet.rows.map((cells, index): readonly Cell[] => {
    if (index <= header || isBlankRow(cells)) {
      return index === header ? cells.map((cell, at) => (at === numbers ? null : cell)) : [];
    }
    read += 1;
    if (hiddenRows.has(index + 1)) hidden.push(place(index));
    const kind = kindOf(
      cells,
      cells.filter((_, at) => columns[at]),
      names,
    );
    if (kind) {
      ignored.push({ kind, place: place(index) });
      return [];
    }
    const clean = cells.map((cell, at) => {
      const column = columns[at];
      if (!column) return at === numbers ? null : cell;
      const { cell: cleaned, changes: own } = cleanCell(column, cell);
      for (const change of own) changes.push({ kind: change, place: place(index, column) });
      return cleaned;
    });
    for (const { at, cell } of covers.get(index)?.flatMap((merged) => coveredCell(merged, sheet)) ?? []) {
      const column = columns[at];
      if (!column || textOf(clean[at] ?? null) !== '') continue;
      clean[at] = cleanCell(column, cell).cell;
      changes.push({ kind: 'merged', place: place(index, column) });
    }
    return clean;
  });
  return { sheet: { ...sheet, rows }, header, read, ignored, changes, hidden };
}

/** Merged cells below the header by the rows that they cover and that do not hold their content. */
function coversOf({ rows, shape }: Sheet, header: number): ReadonlyMap<number, readonly Merged[]> {
  const covers = new Map<number, Merged[]>();
  for (const one of shape?.merged ?? []) {
    if (one.top <= header) continue;
    for (let row = one.top + 1; row <= one.bottom && row < rows.length; row += 1)
      covers.set(row, [...(covers.get(row) ?? []), one]);
  }
  return covers;
}

/** The content of a merged cell, for the first of its columns. */
function coveredCell({ top, left }: Merged, sheet: Sheet): readonly { at: number; cell: Cell }[] {
  const cell = sheet.rows[top]?.[left] ?? null;
  return textOf(cell) === '' ? [] : [{ at: left, cell }];
}
