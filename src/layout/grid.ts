/** Tables: the widths of columns, where each cell stands after spans, and how high rows are. All lengths in pt. */
import { gridOf } from '../document/grid.ts';
import type { Cell, PageName, Paragraph, Row, Table } from '../document/types.ts';
import { heightOf, layCell } from './cell.ts';
import { sameText } from './lines.ts';
import { formRows, tableLooks } from './looks.ts';
import { pageOf } from './page.ts';
import type { FontSet, LaidParagraph } from './types.ts';

/** A cell in its place: `row` and `column` of its upper left corner, `x` and `width` of its box. */
export interface CellBox {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly width: number;
}

export interface LaidCell extends CellBox {
  /** Height that its rows leave for the paragraphs; infinite where these decide on it. */
  readonly room: number;
  readonly paragraphs: readonly LaidParagraph[];
  /** Height of the paragraphs, without padding. */
  readonly textHeight: number;
  readonly verticalAlign: 'top' | 'middle' | 'bottom';
}

export interface LaidTable {
  readonly table: Table;
  readonly columns: readonly number[];
  /** Heights of the rows, from rule to rule. */
  readonly rows: readonly number[];
  readonly cells: readonly LaidCell[];
  /** Distance of text from the box of its cell. */
  readonly padding: { readonly x: number; readonly y: number };
  /** Thickness of the rules; 0 for none. */
  readonly rule: number;
  readonly height: number;
  /** Height of the rows to be filled; null as long as it is open. */
  readonly fillHeight: number | null;
  /** Number of leading rows that are repeated on each page: none where the head takes more than half a page. */
  readonly repeated: number;
  /** Height of the type area below them. */
  readonly room: number;
}

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
interface Setting {
  readonly fonts: FontSet;
  readonly table: Table;
  readonly page: PageName;
  readonly fillHeight: number | null;
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

/** Whether the text of a cell has a say in how high its rows are: not in a row that is filled. */
function growsRows({ rows }: Table, { row, cell }: LaidCell): boolean {
  return cell.rowspan > 1 || rows[row]?.height !== 'fill';
}

/** Whether two tables are laid alike. */
export function sameTable(table: Table, other: Table): boolean {
  return (
    sameShape(table, other) &&
    table.rows.every(({ cells }, row) => cells.every((cell, at) => sameCell(cell, other.rows[row]?.cells[at] as Cell)))
  );
}

function sameShape(table: Table, other: Table): boolean {
  if (table === other) return true;
  return (
    table.role === other.role &&
    table.headRows === other.headRows &&
    table.rows.length === other.rows.length &&
    table.columns.length === other.columns.length &&
    table.columns.every((share, index) => share === other.columns[index]) &&
    table.rows.every((row, index) => {
      const { height, cells } = other.rows[index] as Row;
      return (
        row.height === height &&
        row.cells.length === cells.length &&
        row.cells.every((cell, at) => sameSpans(cell, cells[at] as Cell))
      );
    })
  );
}

function sameSpans(cell: Cell, other: Cell): boolean {
  return cell.colspan === other.colspan && cell.rowspan === other.rowspan;
}

function sameCell(cell: Cell, other: Cell): boolean {
  if (cell === other) return true;
  return (
    cell.head === other.head &&
    cell.align === other.align &&
    cell.children.length === other.children.length &&
    cell.children.every((one, index) => sameText(one, other.children[index] as Paragraph))
  );
}

function tableOf(
  { table, page, fillHeight }: Setting,
  columns: readonly number[],
  cells: readonly LaidCell[],
): LaidTable {
  const { paddingX, paddingY, rule } = tableLooks[table.role];
  const { height } = pageOf(page).area;
  const rows = rowHeights(table, fillHeight, cells, { padding: 2 * paddingY, page: height });
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

/** Height for the text of a cell; infinite where the text decides on the height of one of its rows. */
function roomIn({ table, fillHeight }: Setting, { row, cell }: CellBox): number {
  let room = -2 * tableLooks[table.role].paddingY;
  const end = Math.min(row + cell.rowspan, table.rows.length);
  for (let at = row; at < end; at++) {
    const height = fixedHeight(table.rows[at] as Row, fillHeight);
    room += height > 0 ? height : Number.POSITIVE_INFINITY;
  }
  return room;
}

function isFilled({ height }: Row): boolean {
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
function rowHeights(
  table: Table,
  fillHeight: number | null,
  cells: readonly LaidCell[],
  { padding, page }: { readonly padding: number; readonly page: number },
): number[] {
  const rows = table.rows.map((row) => fixedHeight(row, fillHeight));
  const growable = (row: number) => table.rows[row]?.height !== 'fill';
  let spanning = 0;
  for (let at = 0; at < cells.length; at++) {
    const { cell, row, textHeight } = cells[at] as LaidCell;
    if (cell.rowspan > 1) spanning += 1;
    else if (growable(row)) rows[row] = Math.max(rows[row] ?? 0, textHeight + padding);
  }
  if (spanning === 0) return rows;
  for (const cell of cells) {
    if (cell.cell.rowspan === 1) continue;
    if (fillHeight === null && table.rows.slice(cell.row, cell.row + cell.cell.rowspan).some(isFilled)) continue;
    const needed = cell.textHeight + padding;
    const whole = needed <= page - sum(rows.slice(0, table.headRows));
    const last = whole ? Math.min(cell.row + cell.cell.rowspan, rows.length) - 1 : cell.row;
    const missing = needed - sum(rows.slice(cell.row, last + 1));
    if (missing > 0 && growable(last)) rows[last] = (rows[last] ?? 0) + missing;
  }
  return rows;
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

function sum(numbers: readonly number[]): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
