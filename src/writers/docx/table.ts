/** Tables with the text of their cells. */
import type { PageName } from '../../document/types.ts';
import type { FontSet, LaidCell, LaidTable } from '../../layout/types.ts';
import { gridOf, sameGrid, type TableGrid } from './grid.ts';
import { type PlannedParagraph, planParagraph } from './paragraph.ts';
import type { Stylesheet } from './stylesheet.ts';
import { tightStyles } from './tight.ts';

export interface TableInPlace {
  readonly laid: LaidTable;
  /** The page by whose styles its text is set. */
  readonly page: PageName;
  readonly breakBefore: boolean;
}

/** A table in the making: all that decides its XML. */
export interface PlannedTable {
  readonly place: TableInPlace;
  /** One object for all tables that are alike but for their text. */
  readonly grid: TableGrid;
  /** The paragraphs of each cell that the grid does not fill by itself, row by row. */
  readonly cells: readonly (readonly PlannedParagraph[])[];
}

/**
 * A table with the text of its cells.
 * @param like a table of the same place in another form: what this one has of it is taken over
 */
export function planTable(fonts: FontSet, sheet: Stylesheet, place: TableInPlace, like?: PlannedTable): PlannedTable {
  const { laid, page, breakBefore } = place;
  const before = like !== undefined && like.place.page === page && sameGrid(laid, like.place.laid) ? like : undefined;
  const sameBreak = before?.place.breakBefore === breakBefore;
  return {
    place,
    grid: before?.grid ?? gridOf(laid),
    cells: laid.cells.map((cell, index) => {
      const known = before?.cells[index];
      if (known !== undefined && cell === before?.place.laid.cells[index] && (sameBreak || index > 0)) return known;
      return cellParagraphs(fonts, sheet, laid, cell, page, breakBefore && index === 0);
    }),
  };
}

function cellParagraphs(
  fonts: FontSet,
  sheet: Stylesheet,
  laid: LaidTable,
  cell: LaidCell,
  page: PageName,
  breakBefore: boolean,
): readonly PlannedParagraph[] {
  const { children } = cell.cell;
  const use = { table: laid.table.role, head: cell.cell.head };
  const width = cell.width - 2 * laid.padding.x;
  const tight = tightStyles(children, cell.paragraphs, width, roomOf(laid, cell));
  return children.map((paragraph, index) => {
    const one = cell.paragraphs[index];
    if (one === undefined) throw new Error('a paragraph of a cell was not laid out');
    const style = tight?.[index] ?? one.style;
    return planParagraph(fonts, {
      paragraph,
      laid: style === one.style ? one : { ...one, style },
      named: sheet.styleFor({ paragraph, page, cell: use }),
      width,
      breakBefore: breakBefore && index === 0,
    });
  });
}

/** Height for a cell's text; without end where a row is as high as its text. */
function roomOf(laid: LaidTable, cell: LaidCell): number {
  let room = -2 * laid.padding.y;
  for (let row = cell.row; row < cell.row + cell.cell.rowspan; row++) {
    if (laid.table.rows[row]?.height === 'auto') return Number.POSITIVE_INFINITY;
    room += laid.rows[row] ?? 0;
  }
  return room;
}
