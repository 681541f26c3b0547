/** Blocks of the tree as Word's blocks, one after the other down the pages. */
import type { RuleRole } from '../../document/schema.ts';
import type { Block, FormPage, PageName, Paragraph } from '../../document/types.ts';
import { layText } from '../../layout/fit.ts';
import { layFlowing } from '../../layout/flow.ts';
import { formStylePage, type LaidForm, type LaidFormBlock, layForm } from '../../layout/form.ts';
import { wordDrop } from '../../layout/gongwen-looks.ts';
import { layTable } from '../../layout/grid.ts';
import { moved } from '../../layout/head.ts';
import { layJointMark } from '../../layout/mark.ts';
import { pageOf } from '../../layout/page.ts';
import type { Seals } from '../../layout/seal.ts';
import { closingAt, keptLines, type LaidClosing } from '../../layout/signature.ts';
import { ruleStyle, styleOf } from '../../layout/style.ts';
import type { FontSet, LaidParagraph } from '../../layout/types.ts';
import { eighths } from '../../layout/units.ts';
import type { Pagination } from '../pdf/flow.ts';
import { closingParagraphs } from './closing.ts';
import type { DrawnRule } from './frame.ts';
import { footImprint } from './imprint.ts';
import { markTable } from './mark.ts';
import { planParagraph, planSpace } from './paragraph.ts';
import type { Piece } from './piece.ts';
import { hairline, planRule } from './rule.ts';
import type { Stylesheet } from './stylesheet.ts';
import { planTable, type TableInPlace } from './table.ts';

/** Word's blocks of one section, in the making. */
export interface Flow {
  /** Adds a block of the tree, sections and form pages with all they hold. */
  add(blocks: readonly Block[]): void;
  /** Adds an empty space so many pt high. */
  space(height: number): void;
  /** What has been written since it was last taken. */
  take(): readonly Piece[];
  /** What has been written since it was last taken, to the end: a paragraph, as every section must have. */
  finish(): readonly Piece[];
  /** Rules that are drawn on the first page rather than written between the blocks. */
  readonly drawn: readonly DrawnRule[];
}

/** A block of a form page as it was written, in place. */
interface WrittenBlock {
  readonly block: LaidFormBlock;
  readonly carried: number;
  readonly breakBefore: boolean;
  readonly piece: Piece | undefined;
}

export interface FlowOptions extends Partial<Pick<Pagination, 'pulled' | 'tables'>> {
  readonly seals?: Seals | undefined;
}

export function createFlow(
  fonts: FontSet,
  sheet: Stylesheet,
  page: PageName,
  { seals = {}, pulled = new Set(), tables = new Map() }: FlowOptions = {},
): Flow {
  const { area, margin, gongwen } = pageOf(page);
  const { width } = area;
  let written: Piece[] = [];
  let begun = false;
  const drawn: DrawnRule[] = [];
  /** Distance that the next block takes over: Word knows no negative ones, and what is drawn takes no room by itself. */
  let carried = 0;
  let afterTable = false;
  let breakPending = false;
  /** The form page before, of which the next has much, and its blocks. */
  let formBefore: LaidForm | undefined;
  let blocksBefore: readonly WrittenBlock[] = [];

  function write(piece: Piece): void {
    written.push(piece);
    begun = true;
    afterTable = piece.type === 'table';
  }

  function take(): readonly Piece[] {
    const taken = written;
    written = [];
    return taken;
  }

  function takeBreak(): boolean {
    const breaks = breakPending && begun;
    breakPending = false;
    return breaks;
  }

  /** @param known the same paragraph in the same place, written before */
  function addParagraph(
    paragraph: Paragraph,
    laid: LaidParagraph,
    stylePage: PageName,
    { keepNext = false, known }: { readonly keepNext?: boolean; readonly known?: Piece | undefined } = {},
  ): Piece {
    const onPage = gongwen?.format === 'gongwen-letter' && paragraph.role === 'organ';
    const breakBefore = takeBreak();
    const piece = known ?? planPiece();
    write(piece);
    carried = onPage ? laid.height : Math.min(0, laid.after);
    return piece;

    function planPiece(): Piece {
      const named = sheet.styleFor({ paragraph, page: stylePage });
      const before = onPage ? 0 : Math.max(0, laid.before + carried);
      const after = Math.max(0, laid.after);
      const placed = before === laid.before && after === laid.after ? laid : moved(laid, { before, after });
      // The mark of a letter stands above the type area.
      const frame = onPage ? { top: margin.top + laid.before, height: laid.lines.length * laid.pitch } : undefined;
      const place = { paragraph, laid: placed, named, width, breakBefore, frame, keepNext };
      return { type: 'paragraph', of: planParagraph(fonts, place), copyMark: paragraph.role === 'mark' };
    }
  }

  function addFlowing(paragraph: Paragraph, blocks: readonly Block[], index: number): void {
    const laid = layFlowing(fonts, blocks, index, page);
    const mark = paragraph.role === 'organ' ? layJointMark(fonts, paragraph, page, width) : undefined;
    if (mark === undefined) {
      const keepNext = pulled.size > 0 && isPulled(fonts, blocks, index, page, pulled);
      addParagraph(paragraph, laid, page, { keepNext });
      return;
    }
    space(laid.before + carried);
    write({ type: 'made', of: markTable(fonts, mark, sheet.styleFor({ paragraph, page })) });
    carried = Math.min(0, laid.after);
    afterTable = true;
  }

  /** @param like the table of the same place in the form page before */
  function addTable(table: Omit<TableInPlace, 'breakBefore'>, like?: Piece): Piece {
    // Without a paragraph between them, Word makes two tables one.
    if (afterTable) write({ type: 'paragraph', of: planSpace(hairline) });
    const place = { ...table, breakBefore: takeBreak() };
    const planned = planTable(fonts, sheet, place, like?.type === 'table' ? like.of : undefined);
    const piece: Piece = { type: 'table', of: planned };
    write(piece);
    return piece;
  }

  function addRule(role: RuleRole, next?: Block): void {
    const rule = ruleStyle(role, page);
    if (rule.strokes.length > 1) {
      drawn.push({ rule, top: margin.top + carried + rule.before });
      carried += rule.before + rule.height + rule.after;
      return;
    }
    // The line below the head stands where the PDF has it, and with it the rest of the page.
    const drop = role === 'red' && next?.type === 'paragraph' ? wordDrop(styleOf(next, page)) : 0;
    const distances = { before: rule.before + carried, after: Math.max(0, rule.after - drop) };
    write({ type: 'paragraph', of: planRule({ ...rule, ...distances }, takeBreak()) });
    carried = 0;
  }

  function space(height: number): void {
    write({ type: 'paragraph', of: planSpace(height, takeBreak()) });
  }

  function addForm(form: FormPage): void {
    breakPending = true;
    formBefore = layForm(fonts, form, page, formBefore);
    const like = blocksBefore;
    blocksBefore = formBefore.blocks.map((block, index) => {
      const [carriedBefore, breakBefore] = [carried, breakPending && begun];
      const piece = addFormBlock(block, breakBefore, like[index]);
      return { block, carried: carriedBefore, breakBefore, piece };
    });
    breakPending = true;
  }

  function addFormBlock(block: LaidFormBlock, breakBefore: boolean, like: WrittenBlock | undefined): Piece | undefined {
    switch (block.type) {
      case 'paragraph': {
        const same = block === like?.block && carried === like.carried && breakBefore === like.breakBefore;
        const known = same ? like.piece : undefined;
        return addParagraph(block.paragraph, block.laid, formStylePage(page, block.paragraph), { known });
      }
      case 'table':
        return addTable({ laid: block.laid, page: formStylePage(page, block.laid.table) }, like?.piece);
      case 'rule':
        addRule(block.rule.role);
        return undefined;
      case 'fill':
        space(block.height);
        return undefined;
    }
  }

  function addClosing(closing: LaidClosing, noted: boolean): void {
    const place = { closing, seals, page, width, noted, breakBefore: takeBreak() };
    for (const of of closingParagraphs(fonts, sheet, place)) write({ type: 'paragraph', of });
    carried = 0;
  }

  function addBlock(block: Block, blocks: readonly Block[], index: number): void {
    switch (block.type) {
      case 'paragraph':
        addFlowing(block, blocks, index);
        break;
      case 'table':
        addTable({ laid: tables.get(block) ?? layTable(fonts, block, page, width), page });
        break;
      case 'rule':
        addRule(block.role, blocks[index + 1]);
        break;
      case 'page-break':
        breakPending = true;
        break;
      case 'form-page':
        addForm(block);
        break;
      case 'section':
        if (block.role === 'imprint' && begun) {
          for (const of of footImprint(fonts, sheet, block, page)) written.push({ type: 'made', of });
          break;
        }
        breakPending = true;
        addAll(block.children);
        breakPending = true;
        break;
      case 'fill':
        throw new Error('a fill stands outside a form page');
    }
  }

  function addAll(blocks: readonly Block[]): void {
    for (let index = 0; index < blocks.length; ) {
      const closing = closingAt(fonts, blocks, index, page, seals);
      if (closing === undefined) addBlock(blocks[index] as Block, blocks, index);
      else addClosing(closing, isRole(blocks[index + closing.count], 'note'));
      index += closing?.count ?? 1;
    }
  }

  return {
    add: addAll,
    space,
    take,
    finish() {
      if (afterTable) write({ type: 'paragraph', of: planSpace(hairline) });
      return take();
    },
    drawn,
  };
}

/**
 * Whether the paragraph holds one of the last lines of text before a closing that would else stand alone on its page.
 * Elsewhere nothing is kept: LibreOffice moves whole paragraphs where Word moves two lines.
 */
function isPulled(
  fonts: FontSet,
  blocks: readonly Block[],
  index: number,
  page: PageName,
  pulled: ReadonlySet<Block>,
): boolean {
  let lines = 0;
  for (let next = index + 1; lines < keptLines; next++) {
    const block = blocks[next];
    if (block?.type !== 'paragraph') return false;
    if (pulled.has(block)) return true;
    lines += layFlowing(fonts, blocks, next, page).lines.length;
  }
  return false;
}

function isRole(block: Block | undefined, role: Paragraph['role']): boolean {
  return block?.type === 'paragraph' && block.role === role;
}

/** Height in pt of the blocks of an imprint as this flow writes them. */
export function flowHeight(fonts: FontSet, page: PageName, blocks: readonly Block[]): number {
  const { width } = pageOf(page).area;
  return blocks.reduce((height, block) => {
    if (block.type === 'paragraph') return height + layText(fonts, block, page, width).height;
    if (block.type === 'rule') return height + hairline + eighths(ruleStyle(block.role, page).height) / 8;
    throw new Error(`an imprint holds a ${block.type}`);
  }, 0);
}
