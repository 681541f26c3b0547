/** Forms longer than a page → form pages: cut between blocks or rows, heads repeated, each page with its number. */
import { gridOf } from '../document/grid.ts';
import type { Block, Cell, DocumentTree, FormPage, PageName, Paragraph, Row, Table } from '../document/types.ts';
import { heightOf, type LaidFormBlock, layForm } from './form.ts';
import { formReserve } from './looks.ts';
import { footerText, pageOf } from './page.ts';
import { styleOf } from './style.ts';
import type { FontSet } from './types.ts';

type FormBlock = FormPage['children'][number];
type Blocks = readonly FormBlock[];

/** The tree with as many form pages for each long form as it needs. */
export function divideForms(fonts: FontSet, tree: DocumentTree): DocumentTree {
  const divided = (block: Block): readonly Block[] => {
    if (block.type === 'section') return [{ ...block, children: block.children.flatMap(divided) }];
    return block.type === 'form-page' && block.long ? divideForm(fonts, block, tree.page) : [block];
  };
  return { ...tree, children: tree.children.flatMap(divided) };
}

function divideForm(fonts: FontSet, form: FormPage, page: PageName): readonly FormPage[] {
  const isFoot = (block: FormBlock): block is Paragraph => block.type === 'paragraph' && block.role === 'page-number';
  const foot = form.children.filter(isFoot);
  const numbered = (number: number, count: number) =>
    foot.map((one) => withText(one, footerText({ form: 'count' }, number, count)));
  const naturally = (children: Blocks) => layForm(fonts, { ...form, children }, page).natural;
  // A long number may make its line smaller, or two of it.
  const footHeight = Math.max(heightOf(naturally(numbered(1, 1))), heightOf(naturally(numbered(99, 99))));
  const room = pageOf(page).area.height - formReserve - footHeight;
  const pages: Blocks[] = [];
  let rest: Blocks = form.children.filter((block) => !isFoot(block));
  do {
    const [own, left] = firstPage(rest, page, room, naturally);
    pages.push(own);
    rest = left;
  } while (rest.length > 0);
  return pages.map((children, index) => {
    const end: Blocks = foot.length === 0 ? [] : [{ type: 'fill', weight: 1 }, ...numbered(index + 1, pages.length)];
    return { type: 'form-page', frame: form.frame, children: [...children, ...end] };
  });
}

/** Where a page may end: before a block, or within a table, so many of whose rows stand above. */
interface Place {
  readonly block: number;
  readonly rows: number;
  /** Of all above. */
  readonly height: number;
  /** Whether no cell is cut. */
  readonly whole: boolean;
}

/**
 * What has room on one page, and what is left: whole groups of rows where these fill half of it. Where nothing may be
 * cut so that it fits, the page is too full.
 */
function firstPage(
  blocks: Blocks,
  page: PageName,
  room: number,
  naturally: (blocks: Blocks) => readonly LaidFormBlock[],
): readonly [Blocks, Blocks] {
  const laid = naturally(blocks);
  if (heightOf(laid) <= room) return [blocks, []];
  const places = placesIn(laid, page);
  const fitting = places.filter(({ height }) => height <= room).reverse();
  const full = fitting.filter(({ whole, height }) => whole && height >= room / 2);
  for (const place of [...full, ...fitting]) {
    const [own, left] = cutAt(blocks, place);
    // A cell that is cut in two may need more height for its text than the rows that it has left.
    if (heightOf(naturally(own)) <= room) return [own, left];
  }
  return places[0] === undefined ? [blocks, []] : cutAt(blocks, places[0]);
}

/** In order. No heading stands at the end of a page, and no last row of a table alone on the next. */
function placesIn(laid: readonly LaidFormBlock[], page: PageName): readonly Place[] {
  const places: Place[] = [];
  let height = 0;
  for (const [block, one] of laid.entries()) {
    const before = laid[block - 1];
    if (before !== undefined && !staysWithNext(before, page)) places.push({ block, rows: 0, height, whole: true });
    if (one.type === 'table') {
      const { table, rows, cells } = one.laid;
      let above = height;
      for (const [row, own] of rows.entries()) {
        above += own;
        if (row < table.headRows || row >= rows.length - 2) continue;
        const whole = !cells.some((cell) => cell.row <= row && cell.row + cell.cell.rowspan > row + 1);
        places.push({ block, rows: row + 1, height: above, whole });
      }
    }
    height += heightOf([one]);
  }
  return places;
}

function staysWithNext(block: LaidFormBlock, page: PageName): boolean {
  return block.type === 'paragraph' && styleOf(block.paragraph, page).keepNext;
}

function cutAt(blocks: Blocks, { block, rows }: Place): readonly [Blocks, Blocks] {
  const cut = blocks[block];
  if (rows === 0 || cut?.type !== 'table') return [blocks.slice(0, block), withoutLeadingSpace(blocks.slice(block))];
  const [upper, lower] = cutTable(cut, rows);
  return [
    [...blocks.slice(0, block), upper],
    [lower, ...blocks.slice(block + 1)],
  ];
}

/** Space between two blocks is none where a page begins. */
function withoutLeadingSpace(blocks: Blocks): Blocks {
  const first = blocks.findIndex((block) => block.type !== 'paragraph' || block.children.length > 0);
  return first < 0 ? [] : blocks.slice(first);
}

/** A table in two, each with its head; a cell that is cut stands in both. */
function cutTable(table: Table, at: number): readonly [Table, Table] {
  const { cells } = gridOf(table.rows);
  const rowsFrom = (start: number, end: number): readonly Row[] =>
    table.rows.slice(start, end).map((row, index) => {
      const here = start + index;
      const own = cells.flatMap(({ cell, row: top, column }): readonly { column: number; cell: Cell }[] => {
        const bottom = Math.min(top + cell.rowspan, end);
        const first = Math.max(top, start);
        return first === here && bottom > first ? [{ column, cell: { ...cell, rowspan: bottom - first } }] : [];
      });
      return { ...row, cells: own.toSorted((one, other) => one.column - other.column).map(({ cell }) => cell) };
    });
  const head = table.rows.slice(0, table.headRows);
  return [
    { ...table, rows: rowsFrom(0, at) },
    { ...table, rows: [...head, ...rowsFrom(at, table.rows.length)] },
  ];
}

function withText(paragraph: Paragraph, text: string): Paragraph {
  const { children } = paragraph;
  const added = { type: 'text', role: 'text', text: children.length === 0 ? text : `　${text}` } as const;
  return { ...paragraph, children: [...children, added] };
}
