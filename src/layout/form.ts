/** Form pages: exactly one page, whose fill rows and fill blocks share what height is left. All lengths in pt. */
import type { FormPage, PageName, Paragraph, Rule, Table } from '../document/types.ts';
import { layText } from './fit.ts';
import { fillTable, layTable } from './grid.ts';
import { formReserve } from './looks.ts';
import { pageOf } from './page.ts';
import { sameText } from './same.ts';
import { ruleHeight } from './style.ts';
import type { FontSet, LaidCell, LaidParagraph, LaidTable } from './types.ts';

export type LaidFormBlock =
  | { readonly type: 'paragraph'; readonly paragraph: Paragraph; readonly laid: LaidParagraph }
  | { readonly type: 'table'; readonly laid: LaidTable }
  | { readonly type: 'rule'; readonly rule: Rule; readonly height: number }
  | { readonly type: 'fill'; readonly weight: number; readonly height: number };

export interface LaidForm {
  /** The form's children, in order, before anything is filled. */
  readonly natural: readonly LaidFormBlock[];
  /** The form's children, in order. */
  readonly blocks: readonly LaidFormBlock[];
  /** Height of all blocks: the type area's less the reserve where something fills, never more unless `overflow`. */
  readonly height: number;
  /** Whether something is too long even at its smallest size. */
  readonly overflow: boolean;
}

/** The cell of the deeds at the size in use: lines it needs and lines it has room for. */
export interface Deeds {
  readonly lines: number;
  readonly capacity: number;
  readonly size: number;
}

/** The page by whose styles a part of a form page is set: in a 公文 only the annex's label and title are its own. */
export function formStylePage(page: PageName, block: Paragraph | Table): PageName {
  if (pageOf(page).gongwen === null) return page;
  const own = block.type === 'paragraph' && (block.level === 1 || block.role === 'annex-label');
  return own ? page : 'form';
}

/**
 * Lays a form page in the type area of its page.
 * @param like a form laid before on the same page: what this one has of it, as labels, is taken over, the objects themselves
 */
export function layForm(fonts: FontSet, form: FormPage, page: PageName, like?: LaidForm): LaidForm {
  const { width } = pageOf(page).area;
  const height = pageOf(page).area.height - formReserve;
  const natural = form.children.map((block, index) => layBlock(fonts, block, page, width, like?.natural[index]));
  const left = Math.max(0, height - heightOf(natural));
  const share = left / Math.max(1, fillWeight(form));
  const blocks = natural.map((block, index) => fillBlock(fonts, block, page, share, like?.blocks[index]));
  const filled = heightOf(blocks);
  // What a form before has shown to fit need not be looked at again.
  const fitting = like?.overflow === false ? like.blocks : [];
  const overflow =
    filled > height + tolerance ||
    blocks.some((block, index) => overflowIn(block, width, fitting[index]) !== undefined);
  return { natural, blocks, height: filled, overflow };
}

/** What has no room on a form. */
export interface Overflow {
  /** The text that does not fit its box, or the longest one, where each fits its own and only the page is too full. */
  readonly text: string;
  /** Width or height that is missing, in pt. */
  readonly missing: number;
}

export function overflowOf({ blocks, height }: LaidForm, page: PageName): Overflow {
  const { area } = pageOf(page);
  const found = blocks.map((block) => overflowIn(block, area.width)).find((one) => one !== undefined);
  if (found !== undefined) return { text: textOf(found.paragraphs), missing: found.missing };
  const texts = blocks.flatMap((block) => {
    if (block.type === 'paragraph') return [textOf([block.laid])];
    return block.type === 'table' ? block.laid.cells.map(({ paragraphs }) => textOf(paragraphs)) : [];
  });
  const text = texts.reduce((longest, one) => (one.length > longest.length ? one : longest), '');
  return { text, missing: height - (area.height - formReserve) };
}

function textOf(paragraphs: readonly LaidParagraph[]): string {
  return paragraphs.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map(({ text }) => text))).join('');
}

/** Paragraphs that do not fit where they stand, and the width or height they lack, in pt. */
interface Misfit {
  readonly paragraphs: readonly LaidParagraph[];
  readonly missing: number;
}

/**
 * What of a block does not fit where it stands: too wide even when broken, or too high for a row to be filled.
 * @param fitting a block where all does
 */
function overflowIn(block: LaidFormBlock, width: number, fitting?: LaidFormBlock): Misfit | undefined {
  if (block === fitting) return undefined;
  if (block.type === 'paragraph') return misfit([block.laid], missingWidth(block.laid, width));
  if (block.type !== 'table') return undefined;
  const { laid } = block;
  const fits = fitting?.type === 'table' && fitting.laid.rows === laid.rows ? fitting.laid.cells : [];
  for (let index = 0; index < laid.cells.length; index++) {
    const cell = laid.cells[index] as LaidCell;
    if (cell === fits[index]) continue;
    let missing = missingHeight(laid, cell);
    for (const one of cell.paragraphs) missing = Math.max(missing, missingWidth(one, cell.width - 2 * laid.padding.x));
    const found = misfit(cell.paragraphs, missing);
    if (found !== undefined) return found;
  }
  return undefined;
}

function misfit(paragraphs: readonly LaidParagraph[], missing: number): Misfit | undefined {
  return missing > tolerance ? { paragraphs, missing } : undefined;
}

/** An empty line lacks nothing, however far its style indents it. */
function missingWidth({ lines }: LaidParagraph, width: number): number {
  let missing = 0;
  for (const { x, width: own } of lines) if (own > 0) missing = Math.max(missing, -x, x + own - width);
  return missing;
}

/** Sums of advances and heights differ from their box by rounding only. */
const tolerance = 0.02;

function layBlock(
  fonts: FontSet,
  block: FormPage['children'][number],
  page: PageName,
  width: number,
  like: LaidFormBlock | undefined,
): LaidFormBlock {
  switch (block.type) {
    case 'paragraph':
      if (like?.type === 'paragraph' && sameText(like.paragraph, block)) return like;
      return { type: 'paragraph', paragraph: block, laid: layText(fonts, block, formStylePage(page, block), width) };
    case 'table': {
      const before = like?.type === 'table' ? like.laid : undefined;
      const options = { fillHeight: null, like: before };
      return { type: 'table', laid: layTable(fonts, block, formStylePage(page, block), width, options) };
    }
    case 'rule':
      return { type: 'rule', rule: block, height: ruleHeight(block.role, page) };
    case 'fill':
      return { type: 'fill', weight: block.weight, height: 0 };
  }
}

/** A block once it is known how high one part of the height left is. */
function fillBlock(
  fonts: FontSet,
  block: LaidFormBlock,
  page: PageName,
  share: number,
  like: LaidFormBlock | undefined,
): LaidFormBlock {
  if (block.type === 'fill') return { ...block, height: share * block.weight };
  if (block.type !== 'table' || fillsOf(block.laid.table) === 0) return block;
  const { laid } = block;
  const before = like?.type === 'table' ? like.laid : undefined;
  const options = { fillHeight: share, like: before };
  return { type: 'table', laid: fillTable(fonts, laid, formStylePage(page, laid.table), options) };
}

/** Parts of the height left that a block takes: a row to be filled takes one. */
function fillsOf(block: FormPage['children'][number]): number {
  if (block.type === 'fill') return block.weight;
  if (block.type === 'table') return block.rows.filter((row) => row.height === 'fill').length;
  return 0;
}

function fillWeight(form: FormPage): number {
  return form.children.reduce((weight, block) => weight + fillsOf(block), 0);
}

export function heightOf(blocks: readonly LaidFormBlock[]): number {
  return blocks.reduce((height, block) => height + ('laid' in block ? block.laid.height : block.height), 0);
}

/** How much higher the text of a cell in a row to be filled is than the cell; other rows grow with their text. */
function missingHeight(laid: LaidTable, { row, cell, textHeight }: LaidCell): number {
  const end = row + cell.rowspan;
  for (let at = row; at < end; at++)
    if (laid.table.rows[at]?.height === 'fill') return textHeight - textRoom(laid, row, cell.rowspan);
  return 0;
}

/** Height for text in a cell that spans so many rows. */
function textRoom(laid: LaidTable, row: number, rowspan: number): number {
  const height = laid.rows.slice(row, row + rowspan).reduce((total, one) => total + one, 0);
  return height - 2 * laid.padding.y;
}

/** The deeds of a form; null where it has none. */
export function deedsOf({ blocks }: LaidForm): Deeds | null {
  for (const block of blocks) {
    if (block.type !== 'table') continue;
    for (const cell of block.laid.cells) {
      const deeds = cell.paragraphs.filter((_, index) => cell.cell.children[index]?.role === 'deeds');
      const first = deeds[0];
      if (first === undefined) continue;
      const rest = cell.textHeight - deeds.reduce((height, one) => height + one.lines.length * one.pitch, 0);
      const room = textRoom(block.laid, cell.row, cell.cell.rowspan) - rest + tolerance;
      return {
        lines: deeds.reduce((lines, one) => lines + one.lines.length, 0),
        capacity: Math.max(0, Math.floor(room / first.pitch)),
        size: first.style.size,
      };
    }
  }
  return null;
}
