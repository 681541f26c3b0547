/** Tables: the widths of columns, where each cell stands after spans, and how high rows are. All lengths in pt. */
import { gridOf } from '../document/grid.ts';
import type { TableRole } from '../document/schema.ts';
import type { Cell, PageName, Paragraph, Row, Table } from '../document/types.ts';
import { mayBreakBefore } from './breaks.ts';
import { sizesOf } from './fit.ts';
import { layParagraph } from './lines.ts';
import { formRows, tableLooks } from './looks.ts';
import { pageOf } from './page.ts';
import { atSize, cellStyleOf } from './style.ts';
import type { FontSet, LaidParagraph, TextStyle } from './types.ts';

/** A cell in its place: `row` and `column` of its upper left corner, `x` and `width` of its box. */
export interface CellBox {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly width: number;
}

export interface LaidCell extends CellBox {
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
  /** Number of leading rows that are repeated on each page: none where the head takes more than half a page. */
  readonly repeated: number;
  /** Height of the type area below them. */
  readonly room: number;
}

/** Widths of the grid columns, which fill the width. */
export function columnWidths(table: Table, width: number): readonly number[] {
  const sum = table.columns.reduce((total, share) => total + share, 0);
  return table.columns.map((share) => (share / sum) * width);
}

/** The cells of a table in their places. */
function cellBoxes(table: Table, columns: readonly number[]): readonly CellBox[] {
  return gridOf(table.rows).cells.map((place) => {
    const x = sum(columns.slice(0, place.column));
    const width = sum(columns.slice(place.column, place.column + place.cell.colspan));
    return { ...place, x, width };
  });
}

/** Lays a table in a width. `fillHeight` is the height of its rows of height "fill". */
export function layTable(fonts: FontSet, table: Table, page: PageName, width: number, fillHeight = 0): LaidTable {
  const columns = columnWidths(table, width);
  const { paddingX, paddingY, rule } = tableLooks[table.role];
  const fixed = table.rows.map((row) => fixedHeight(row, fillHeight));
  const boxes = cellBoxes(table, columns);
  const cells = boxes.map((box): LaidCell => {
    const heights = fixed.slice(box.row, box.row + box.cell.rowspan);
    const room = heights.every((height) => height > 0) ? sum(heights) - 2 * paddingY : Number.POSITIVE_INFINITY;
    const paragraphs = layCell(fonts, box.cell, page, table.role, box.width - 2 * paddingX, room);
    return { ...box, paragraphs, textHeight: textHeight(paragraphs), verticalAlign: verticalAlign(box.cell) };
  });
  const { height } = pageOf(page).area;
  const rows = rowHeights(table, fixed, cells, 2 * paddingY, height);
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
    repeated,
    room,
  };
}

/** Height that a row's name gives; 0 where its text decides. */
function fixedHeight(row: Row, fillHeight: number): number {
  switch (row.height) {
    case 'auto':
      return 0;
    case 'fill':
      return fillHeight;
    default:
      return formRows[row.height];
  }
}

/**
 * A fixed row grows only for text that does not fit at its smallest size; a row to be filled never does. Text over several
 * rows that no page can hold stands in the first of them alone, which is cut between its lines.
 */
function rowHeights(
  table: Table,
  fixed: readonly number[],
  cells: readonly LaidCell[],
  padding: number,
  page: number,
): number[] {
  const rows = [...fixed];
  const growable = (row: number) => table.rows[row]?.height !== 'fill';
  for (const cell of cells) {
    if (cell.cell.rowspan === 1 && growable(cell.row)) {
      rows[cell.row] = Math.max(rows[cell.row] ?? 0, cell.textHeight + padding);
    }
  }
  for (const cell of cells) {
    if (cell.cell.rowspan === 1) continue;
    const needed = cell.textHeight + padding;
    const whole = needed <= page - sum(rows.slice(0, table.headRows));
    const last = whole ? Math.min(cell.row + cell.cell.rowspan, rows.length) - 1 : cell.row;
    const missing = needed - sum(rows.slice(cell.row, last + 1));
    if (missing > 0 && growable(last)) rows[last] = (rows[last] ?? 0) + missing;
  }
  return rows;
}

/** The paragraphs of a cell at the largest sizes their styles allow that fit the height and tear nothing. */
function layCell(
  fonts: FontSet,
  cell: Cell,
  page: PageName,
  role: TableRole,
  width: number,
  room: number,
): readonly LaidParagraph[] {
  const styles = cell.children.map((paragraph) => cellStyleOf(cell, paragraph, page, role));
  const steps = Math.max(1, ...styles.map((style) => sizesOf(style).length));
  let fitting: readonly LaidParagraph[] | undefined;
  let laid: readonly LaidParagraph[] = [];
  for (let step = 0; step < steps; step++) {
    laid = cell.children.map((paragraph, index) => {
      const style = styles[index] as TextStyle;
      const sizes = sizesOf(style);
      return layParagraph(fonts, paragraph, atSize(style, sizes[Math.min(step, sizes.length - 1)] as number), width);
    });
    if (textHeight(laid) > room) continue;
    if (laid.every((one, index) => !isTorn(one, cell.children[index] as Paragraph))) return laid;
    fitting ??= laid;
  }
  return fitting ?? laid;
}

/** Whether a number or a word is broken, or a line that should be one: of an opinion, or of a label with line breaks. */
function isTorn(laid: LaidParagraph, paragraph: Paragraph): boolean {
  const breaks = paragraph.children.filter((inline) => inline.type === 'break').length;
  const oneLined = paragraph.role === 'opinion' || (paragraph.role === 'cell-label' && breaks > 0);
  if (oneLined && laid.lines.length > breaks + 1) return true;
  if (laid.lines.length <= breaks + 1) return false;
  const lines = laid.lines.map((line) => [...line.runs.map((run) => run.text).join('')]);
  return lines.slice(1).some((line, index) => {
    const before = lines[index]?.at(-1) ?? '';
    return !mayBreakBefore([before, ...line], 1);
  });
}

function verticalAlign(cell: Cell): LaidCell['verticalAlign'] {
  const roles = new Set(cell.children.map((paragraph) => paragraph.role));
  if (roles.has('opinion')) return 'bottom';
  return roles.has('deeds') ? 'top' : 'middle';
}

function textHeight(paragraphs: readonly LaidParagraph[]): number {
  return sum(paragraphs.map((paragraph) => paragraph.height));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
