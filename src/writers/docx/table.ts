/** Tables with the text of their cells. */
import type { PageName } from '../../document/types.ts';
import type { LaidCell, LaidTable } from '../../layout/grid.ts';
import type { FontSet, LaidParagraph } from '../../layout/types.ts';
import { gridOf, sameGrid, type TableGrid } from './grid.ts';
import { type PlannedParagraph, planParagraph } from './paragraph.ts';
import type { Stylesheet } from './stylesheet.ts';
import { type CellParagraph, tightStyles } from './tight.ts';

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
  const [only] = cell.paragraphs;
  const isDeeds = cell.cell.children.length === 1 && cell.cell.children[0]?.role === 'deeds' && !breakBefore;
  const known = isDeeds && only !== undefined ? deedsBefore.get(only) : undefined;
  if (known?.sheet === sheet && known.page === page) return known.planned;
  const use = { page, cell: { table: laid.table.role, head: cell.cell.head } };
  const width = cell.width - 2 * laid.padding.x;
  const paragraphs = cell.cell.children.map((paragraph, index): CellParagraph => {
    const laidParagraph = cell.paragraphs[index];
    if (laidParagraph === undefined) throw new Error('a paragraph of a cell was not laid out');
    return { paragraph, laid: laidParagraph };
  });
  const styles = tightStyles(paragraphs, width, roomOf(laid, cell));
  const planned = paragraphs.map(({ paragraph, laid: one }, index) =>
    planParagraph(fonts, {
      paragraph,
      laid: styles[index] === one.style ? one : { ...one, style: styles[index] ?? one.style },
      named: sheet.styleFor({ ...use, paragraph }),
      width,
      breakBefore: breakBefore && index === 0,
    }),
  );
  if (isDeeds && only !== undefined) deedsBefore.set(only, { sheet, page, planned });
  return planned;
}

interface PlannedDeeds {
  readonly sheet: Stylesheet;
  readonly page: PageName;
  readonly planned: readonly PlannedParagraph[];
}

/** The deeds of a form's second copy are laid as one object with those of the first, and so planned once. */
const deedsBefore = new WeakMap<LaidParagraph, PlannedDeeds>();

/** Height for a cell's text; without end where a row is as high as its text. */
function roomOf(laid: LaidTable, cell: LaidCell): number {
  let room = -2 * laid.padding.y;
  for (let row = cell.row; row < cell.row + cell.cell.rowspan; row++) {
    if (laid.table.rows[row]?.height === 'auto') return Number.POSITIVE_INFINITY;
    room += laid.rows[row] ?? 0;
  }
  return room;
}
