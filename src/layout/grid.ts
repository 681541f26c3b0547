/** Tables: the widths of columns, where each cell stands after spans, and its text. All lengths in pt. */
import { gridOf } from '../document/grid.ts';
import type { Cell, PageName, Paragraph, Table } from '../document/types.ts';
import { heightOf, layCell } from './cell.ts';
import { tableLooks } from './looks.ts';
import { pageOf } from './page.ts';
import { growsRows, isFilled, type RowSetting, roomIn, rowHeights, sum } from './rows.ts';
import { sameCell, sameShape } from './same.ts';
import type { CellBox, FontSet, LaidCell, LaidTable } from './types.ts';

/** Widths of the grid columns, which fill the width. */
export function columnWidths(table: Table, width: number): readonly number[] {
  const total = sum(table.columns);
  return table.columns.map((share) => (share / total) * width);
}

/** The cells of a table in their places. */
function cellBoxes(table: Table, columns: readonly number[]): readonly CellBox[] {
  const edges = edgesOf(columns);
  return gridOf(table.rows).cells.map(({ cell, row, column }) => {
    const x = edges[column] as number;
    return { cell, row, column, x, width: (edges[column + cell.colspan] as number) - x };
  });
}

export interface TableOptions {
  /**
   * Height of the rows of height "fill"; null where it is not yet known, and what stands in these rows alone is left for
   * `fillTable` to lay. 0 when not given.
   */
  readonly fillHeight?: number | null;
  /** A table laid before in the same width and page: its cells are taken over where this one has the same. */
  readonly like?: LaidTable | undefined;
}

/** What the cells of a table are laid by. */
interface Setting extends RowSetting {
  readonly fonts: FontSet;
  readonly page: PageName;
}

/** Lays a table in a width. */
export function layTable(
  fonts: FontSet,
  table: Table,
  page: PageName,
  width: number,
  { fillHeight = 0, like }: TableOptions = {},
): LaidTable {
  const setting = { fonts, table, page, fillHeight };
  if (like === undefined || !sameShape(table, like.table)) {
    const columns = columnWidths(table, width);
    const cells = cellBoxes(table, columns).map((box) => laidCell(setting, box, roomIn(setting, box)));
    return tableOf(setting, columns, cells);
  }
  const own = table.rows.flatMap((row) => row.cells);
  return tableLike(setting, like, (before, room, index) => {
    const cell = own[index] as Cell;
    if (before.room === room && sameCell(cell, before.cell)) return before;
    const { row, column, x, width } = before;
    return laidCell(setting, { cell, row, column, x, width }, room);
  });
}

/** The table with the height of its rows to be filled: only what stands in these is laid. */
export function fillTable(
  fonts: FontSet,
  laid: LaidTable,
  page: PageName,
  { fillHeight, like }: { readonly fillHeight: number; readonly like?: LaidTable | undefined },
): LaidTable {
  const { table, columns } = laid;
  const setting = { fonts, table, page, fillHeight };
  const filled = (cell: LaidCell, room: number, before?: LaidCell): LaidCell => {
    if (cell.room === room && cell.paragraphs.length === cell.cell.children.length) return cell;
    if (before?.room === room && sameCell(cell.cell, before.cell)) return before;
    return laidCell(setting, cell, room);
  };
  // The columns of a table that is like another are that one's.
  if (laid.columns !== like?.columns) {
    return tableOf(
      setting,
      columns,
      laid.cells.map((cell) => filled(cell, roomIn(setting, cell))),
    );
  }
  return tableLike(setting, like, (before, room, index) => filled(laid.cells[index] as LaidCell, room, before));
}

/** A table of the shape of one laid before: where its cells are as high as there, so are its rows. */
function tableLike(
  setting: Setting,
  like: LaidTable,
  next: (before: LaidCell, room: number, index: number) => LaidCell,
): LaidTable {
  const { table, fillHeight } = setting;
  const sameRoom = like.fillHeight === fillHeight;
  let sameHeights = sameRoom;
  const cells = like.cells.map((before, index) => {
    const cell = next(before, sameRoom ? before.room : roomIn(setting, before), index);
    if (cell.textHeight !== before.textHeight && growsRows(table, cell)) sameHeights = false;
    return cell;
  });
  if (!sameHeights) return tableOf(setting, like.columns, cells);
  // Key by key as there: what reads tables is compiled for one shape of them.
  const { columns, rows, padding, rule, height, repeated, room } = like;
  return { table, columns, rows, cells, padding, rule, height, fillHeight, repeated, room };
}

function tableOf(setting: Setting, columns: readonly number[], cells: readonly LaidCell[]): LaidTable {
  const { table, page, fillHeight } = setting;
  const { paddingX, paddingY, rule } = tableLooks[table.role];
  const { height } = pageOf(page).area;
  const rows = rowHeights(setting, cells, { padding: 2 * paddingY, page: height });
  const head = sum(rows.slice(0, table.headRows));
  const repeated = head > height / 2 ? 0 : table.headRows;
  const room = repeated > 0 ? height - head : height;
  return {
    table,
    columns,
    rows,
    cells,
    padding: { x: paddingX, y: paddingY },
    rule,
    height: sum(rows),
    fillHeight,
    repeated,
    room,
  };
}

/** The text of a cell, none yet where the heights of all its rows are open. */
function laidCell(
  { fonts, table, page, fillHeight }: Setting,
  { cell, row, column, x, width }: CellBox,
  room: number,
): LaidCell {
  const { paddingX } = tableLooks[table.role];
  const left = fillHeight === null && table.rows.slice(row, row + cell.rowspan).every(isFilled);
  const paragraphs = left ? [] : layCell(fonts, cell, page, table.role, width - 2 * paddingX, room);
  const textHeight = heightOf(paragraphs);
  return { cell, row, column, x, width, room, paragraphs, textHeight, verticalAlign: verticalAlign(cell) };
}

function verticalAlign({ children }: Cell): LaidCell['verticalAlign'] {
  if (children.some(isOpinion)) return 'bottom';
  return children.some(isDeeds) ? 'top' : 'middle';
}

function isOpinion({ role }: Paragraph): boolean {
  return role === 'opinion';
}

function isDeeds({ role }: Paragraph): boolean {
  return role === 'deeds';
}

/** Where columns begin, and where the last one ends. */
function edgesOf(widths: readonly number[]): readonly number[] {
  let edge = 0;
  return [0, ...widths.map((width) => (edge += width))];
}
