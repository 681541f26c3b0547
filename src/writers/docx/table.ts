/** Tables with fixed column widths, as layout measured them. */
import {
  BorderStyle,
  HeightRule,
  type ITableBordersOptions,
  type ITableRowOptions,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
  Table as WordTable,
} from 'docx';
import type { PageName } from '../../document/types.ts';
import type { LaidCell, LaidTable } from '../../layout/grid.ts';
import type { FontSet } from '../../layout/types.ts';
import { eighths, twips } from '../../layout/units.ts';
import { spaceParagraph, wordParagraph } from './paragraph.ts';
import type { Stylesheet } from './stylesheet.ts';
import { type CellParagraph, tightStyles } from './tight.ts';

export interface TableInPlace {
  readonly laid: LaidTable;
  /** The page by whose styles its text is set. */
  readonly page: PageName;
  readonly breakBefore: boolean;
}

/** A cell of Word's grid: a laid cell, or a row in which one from above goes on. */
interface GridCell {
  readonly cell: LaidCell;
  readonly continued: boolean;
}

/** A Word table: heads repeated on every page, rows never split, a width on every grid column. */
export function wordTable(fonts: FontSet, sheet: Stylesheet, { laid, page, breakBefore }: TableInPlace): WordTable {
  const widths = wholeTwips(laid.columns);
  const { x, y } = laid.padding;
  // Layout measures from rule to rule; Word adds the rule's own thickness to a row.
  const inner = twips(y - laid.rule / 2);
  return new WordTable({
    layout: TableLayoutType.FIXED,
    width: { size: sum(widths), type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: inner, bottom: inner, left: twips(x), right: twips(x), marginUnitType: WidthType.DXA },
    borders: bordersOf(laid.rule),
    rows: gridOf(laid).map(
      (cells, row) =>
        new TableRow({
          cantSplit: true,
          ...(row < laid.repeated && { tableHeader: true }),
          ...heightOf(laid, row),
          children: cells.map(({ cell, continued }, index) => {
            const { colspan, rowspan } = cell.cell;
            const breaks = breakBefore && row === 0 && index === 0;
            return new TableCell({
              width: { size: sum(widths.slice(cell.column, cell.column + colspan)), type: WidthType.DXA },
              ...(colspan > 1 && { columnSpan: colspan }),
              ...(rowspan > 1 && { verticalMerge: continued ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART }),
              verticalAlign: verticalAligns[cell.verticalAlign],
              children: continued ? [spaceParagraph(1)] : cellParagraphs(fonts, sheet, laid, cell, page, breaks),
            });
          }),
        }),
    ),
  });
}

const verticalAligns = {
  top: VerticalAlignTable.TOP,
  middle: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const;

function cellParagraphs(
  fonts: FontSet,
  sheet: Stylesheet,
  laid: LaidTable,
  cell: LaidCell,
  page: PageName,
  breakBefore: boolean,
) {
  const use = { page, cell: { table: laid.table.role, head: cell.cell.head } };
  const width = cell.width - 2 * laid.padding.x;
  const paragraphs = cell.cell.children.map((paragraph, index): CellParagraph => {
    const laidParagraph = cell.paragraphs[index];
    if (laidParagraph === undefined) throw new Error('a paragraph of a cell was not laid out');
    return { paragraph, laid: laidParagraph };
  });
  const styles = tightStyles(paragraphs, width, roomOf(laid, cell));
  return paragraphs.map(({ paragraph, laid: one }, index) =>
    wordParagraph(fonts, {
      paragraph,
      laid: { ...one, style: styles[index] ?? one.style },
      named: sheet.styleFor({ ...use, paragraph }),
      width,
      breakBefore: breakBefore && index === 0,
    }),
  );
}

/** Height for a cell's text; without end where a row is as high as its text. */
function roomOf(laid: LaidTable, cell: LaidCell): number {
  const rows = [...laid.table.rows.keys()].slice(cell.row, cell.row + cell.cell.rowspan);
  if (rows.some((row) => laid.table.rows[row]?.height === 'auto')) return Number.POSITIVE_INFINITY;
  return sum(rows.map((row) => laid.rows[row] ?? 0)) - 2 * laid.padding.y;
}

/** The rows with every cell that Word wants: also one for each further row of a rowspan. */
function gridOf(laid: LaidTable): readonly (readonly GridCell[])[] {
  const rows = laid.table.rows.map((): GridCell[] => []);
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
