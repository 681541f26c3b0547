/** The grid of a table: its columns of fixed width, as layout measured them, its rows, cells and borders. */
import {
  BorderStyle,
  HeightRule,
  type ITableBordersOptions,
  type ITableCellOptions,
  type ITableOptions,
  type ITableRowOptions,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
  Table as WordTable,
} from 'docx';
import type { LaidCell, LaidTable } from '../../layout/types.ts';
import { eighths, twips } from '../../layout/units.ts';
import { planSpace, wordParagraph } from './paragraph.ts';

/** A table without its text. */
export interface TableGrid {
  readonly look: Omit<ITableOptions, 'rows'>;
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly look: Omit<ITableRowOptions, 'children'>;
  readonly cells: readonly GridCell[];
}

interface GridCell {
  readonly look: Omit<ITableCellOptions, 'children'>;
  /** A row in which a cell from above goes on: it holds no text. */
  readonly continued: boolean;
}

/** Whether two tables are alike but for their text. */
export function sameGrid(one: LaidTable, other: LaidTable): boolean {
  return (
    one.rule === other.rule &&
    one.repeated === other.repeated &&
    one.cells.length === other.cells.length &&
    one.table.role === other.table.role &&
    one.rows.length === other.rows.length &&
    sameNumbers(one.columns, other.columns) &&
    one.rows.every((_, row) => sameRow(one, other, row)) &&
    one.cells.every((cell, index) => samePlace(cell, other.cells[index] as LaidCell))
  );
}

function sameNumbers(some: readonly number[], others: readonly number[]): boolean {
  return some === others || (some.length === others.length && some.every((one, index) => one === others[index]));
}

/** Rows as high as their text are not told how high they are. */
function sameRow(one: LaidTable, other: LaidTable, row: number): boolean {
  const height = one.table.rows[row]?.height;
  return height === other.table.rows[row]?.height && (height === 'auto' || one.rows[row] === other.rows[row]);
}

function samePlace(one: LaidCell, other: LaidCell): boolean {
  if (one === other) return true;
  return (
    one.row === other.row &&
    one.column === other.column &&
    one.cell.colspan === other.cell.colspan &&
    one.cell.rowspan === other.cell.rowspan &&
    one.verticalAlign === other.verticalAlign
  );
}

/** Heads repeated on every page, rows never split, a width on every grid column. */
export function gridOf(laid: LaidTable): TableGrid {
  const widths = wholeTwips(laid.columns);
  const { x, y } = laid.padding;
  // Layout measures from rule to rule; Word adds the rule's own thickness to a row.
  const inner = twips(y - laid.rule / 2);
  return {
    look: {
      layout: TableLayoutType.FIXED,
      width: { size: sum(widths), type: WidthType.DXA },
      columnWidths: widths,
      margins: { top: inner, bottom: inner, left: twips(x), right: twips(x), marginUnitType: WidthType.DXA },
      borders: bordersOf(laid.rule),
    },
    rows: rowsOf(laid).map((cells, row) => ({
      look: { cantSplit: true, ...(row < laid.repeated && { tableHeader: true }), ...heightOf(laid, row) },
      cells: cells.map(({ cell, continued }) => {
        const { colspan, rowspan } = cell.cell;
        const merge = continued ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART;
        return {
          look: {
            width: { size: sum(widths.slice(cell.column, cell.column + colspan)), type: WidthType.DXA },
            ...(colspan > 1 && { columnSpan: colspan }),
            ...(rowspan > 1 && { verticalMerge: merge }),
            verticalAlign: verticalAligns[cell.verticalAlign],
          },
          continued,
        };
      }),
    })),
  };
}

type Fill = (index: number) => ITableCellOptions['children'];

/** A Word table of a grid, with what `fill` gives for each cell that has text, row by row. */
export function wordTable({ look, rows }: TableGrid, fill: Fill): WordTable {
  let index = 0;
  return new WordTable({ ...look, rows: rows.map((row) => wordRow(row, () => fill(index++))) });
}

/** A row, with what `fill` gives for each of its cells that has text. */
export function wordRow({ look, cells }: GridRow, fill: Fill): TableRow {
  let index = 0;
  return new TableRow({
    ...look,
    children: cells.map(
      (cell) =>
        new TableCell({ ...cell.look, children: cell.continued ? [wordParagraph(planSpace(1))] : fill(index++) }),
    ),
  });
}

const verticalAligns = {
  top: VerticalAlignTable.TOP,
  middle: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const;

/** The rows with every cell that Word wants: also one for each further row of a rowspan. */
function rowsOf(laid: LaidTable): readonly (readonly { readonly cell: LaidCell; readonly continued: boolean }[])[] {
  const rows = laid.table.rows.map((): { readonly cell: LaidCell; readonly continued: boolean }[] => []);
  for (const cell of laid.cells) {
    for (let row = cell.row; row < cell.row + cell.cell.rowspan; row++) {
      rows[row]?.push({ cell, continued: row > cell.row });
    }
  }
  return rows.map((cells) => cells.sort((a, b) => a.cell.column - b.cell.column));
}

/** Named heights are exact; a row to be filled may grow when a user writes more, and other rows are as high as their text. */
function heightOf(laid: LaidTable, row: number): Pick<ITableRowOptions, 'height'> {
  const name = laid.table.rows[row]?.height ?? 'auto';
  if (name === 'auto') return {};
  const rule = name === 'fill' ? HeightRule.ATLEAST : HeightRule.EXACT;
  return { height: { value: twips(laid.rows[row] ?? 0), rule } };
}

function bordersOf(rule: number): ITableBordersOptions {
  const border =
    rule > 0
      ? { style: BorderStyle.SINGLE, size: eighths(rule), color: '000000' }
      : { style: BorderStyle.NONE, size: 0, color: 'auto' };
  return {
    top: border,
    bottom: border,
    left: border,
    right: border,
    insideHorizontal: border,
    insideVertical: border,
  };
}

/** Widths in whole twips whose sum is that of the widths, so that right edges of tables agree. */
function wholeTwips(widths: readonly number[]): number[] {
  let edge = 0;
  let written = 0;
  return widths.map((width) => {
    edge += width;
    const whole = twips(edge) - written;
    written += whole;
    return whole;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
