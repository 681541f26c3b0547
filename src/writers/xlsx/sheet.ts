/** The content of one worksheet: rows of cells in their places, before formulas are resolved. */
import { gridOf } from '../../document/grid.ts';
import { type SheetContent, tablesOf } from '../../document/sheets.ts';
import { textOfInline } from '../../document/text.ts';
import type { Cell, PageName, Paragraph, Table } from '../../document/types.ts';
import { layChart } from '../../layout/chart.ts';
import { layText } from '../../layout/fit.ts';
import { layTable } from '../../layout/grid.ts';
import { pageOf } from '../../layout/page.ts';
import { cellStyleOf, styleOf } from '../../layout/style.ts';
import type { FontSet } from '../../layout/types.ts';
import type { PlacedChart } from './chart.ts';
import { columnStarts, type SheetColumns, sheetColumns } from './columns.ts';
import { type CellLook, lookOf } from './look.ts';

/** A cell of the sheet; rows and columns count from 0. */
export interface PlacedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly look: CellLook;
  /** The cell of the tree, for its number and formula; undefined for a paragraph. */
  readonly cell: Cell | undefined;
}

export interface PlacedSheet {
  readonly columns: SheetColumns;
  /** Heights of the rows in pt. */
  readonly heights: readonly number[];
  readonly cells: readonly PlacedCell[];
  readonly charts: readonly PlacedChart[];
  /** Rows after which a page ends. */
  readonly pageEnds: readonly number[];
  /** First and last head row of the longest table that has a head, for print titles. */
  readonly head: { readonly first: number; readonly last: number } | undefined;
}

/** Excel's rows go no higher. */
const highestRow = 409;
/** Rows that are kept free for a chart. */
const chartRow = 18;
/** Bars of a workbook are a little further apart than ours: its labels are set in a font that is not ours. */
const chartStretch = 1.15;
/** Excel's columns are whole pixels of a font that is not ours: lines are counted in a slightly narrower box. */
const narrower = 0.96;

export function placeSheet(content: SheetContent, page: PageName, fonts: FontSet): PlacedSheet {
  const width = pageOf(page).area.width;
  const all = tablesOf(content);
  const tables = all.filter(({ role }) => role !== 'chart');
  const columns = sheetColumns(tables.length > 0 ? tables : all, width);
  const longest = tables
    .filter((table) => table.headRows > 0)
    .reduce<Table | undefined>((best, one) => (best && best.rows.length >= one.rows.length ? best : one), undefined);
  const heights: number[] = [];
  const cells: PlacedCell[] = [];
  const charts: PlacedChart[] = [];
  const pageEnds: number[] = [];
  let head: PlacedSheet['head'];
  for (const block of content.blocks) {
    if (block.type === 'paragraph') {
      cells.push(paragraphCell(block, page, heights.length, columns.widths.length));
      heights.push(Math.min(highestRow, layText(fonts, block, page, width * narrower).height));
    } else if (block.type === 'table' && block.role === 'chart') {
      const { height } = layChart(fonts, block, page, width);
      const rowSpan = Math.ceil((height * chartStretch) / chartRow);
      charts.push({ table: block, row: heights.length, rowSpan, columnSpan: columns.widths.length });
      for (let row = 0; row < rowSpan; row++) {
        cells.push(emptyRow(block, page, heights.length, columns.widths.length));
        heights.push(chartRow);
      }
    } else if (block.type === 'table') {
      const top = heights.length;
      if (block === longest) head = { first: top, last: top + block.headRows - 1 };
      cells.push(...tableCells(block, page, top, columnStarts(block, columns)));
      const laid = layTable(fonts, block, page, width * narrower);
      heights.push(...laid.rows.map((height) => Math.min(highestRow, height)));
      pageEnds.push(...block.rows.flatMap((row, index) => (row.endsPage ? top + index : [])));
    }
  }
  return { columns, heights, cells, charts, pageEnds, head };
}

function paragraphCell(paragraph: Paragraph, page: PageName, row: number, columnSpan: number): PlacedCell {
  const look = lookOf(styleOf(paragraph, page));
  return { row, column: 0, rowSpan: 1, columnSpan, text: textOfInline(paragraph.children), look, cell: undefined };
}

/** Keeps a row as high as it is said to be. */
function emptyRow(table: Table, page: PageName, row: number, columnSpan: number): PlacedCell {
  const look = lookOf(styleOf({ level: 0, role: 'cell' }, page, table.role));
  return { row, column: 0, rowSpan: 1, columnSpan, text: '', look, cell: undefined };
}

function tableCells(table: Table, page: PageName, top: number, starts: readonly number[]): readonly PlacedCell[] {
  return gridOf(table.rows).cells.map(({ cell, row, column }) => {
    const from = starts[column] ?? 0;
    const to = starts[column + cell.colspan] ?? from + 1;
    const [first] = cell.children;
    return {
      row: top + row,
      column: from,
      rowSpan: cell.rowspan,
      columnSpan: to - from,
      text: cell.children.map((paragraph) => textOfInline(paragraph.children)).join('\n'),
      look: cellLook(cell, first, page, table),
      cell,
    };
  });
}

function cellLook(cell: Cell, first: Paragraph | undefined, page: PageName, table: Table): CellLook {
  const paragraph: Paragraph = first ?? { type: 'paragraph', level: 0, role: 'cell', children: [] };
  const ruled = table.role !== 'bare' && table.role !== 'signature';
  const bottom = paragraph.role === 'opinion';
  return { ...lookOf(cellStyleOf(cell, paragraph, page, table.role)), ruled, vertical: bottom ? 'bottom' : 'center' };
}
