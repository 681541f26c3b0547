/** Blocks of the tree as Word's blocks, one after the other down the pages. */
import { BorderStyle, type FileChild, LineRuleType, Paragraph as WordParagraph } from 'docx';
import type { RuleRole } from '../../document/schema.ts';
import type { Block, FormPage, PageName, Paragraph, Table } from '../../document/types.ts';
import { layText } from '../../layout/fit.ts';
import { layFlowing } from '../../layout/flow.ts';
import { formStylePage, layForm } from '../../layout/form.ts';
import { wordDrop } from '../../layout/gongwen-looks.ts';
import { layTable } from '../../layout/grid.ts';
import { moved } from '../../layout/head.ts';
import { layJointMark } from '../../layout/mark.ts';
import { pageOf } from '../../layout/page.ts';
import type { Seals } from '../../layout/seal.ts';
import { closingAt, keptLines, type LaidClosing } from '../../layout/signature.ts';
import { type RuleStyle, ruleStyle, styleOf } from '../../layout/style.ts';
import type { FontSet, LaidParagraph } from '../../layout/types.ts';
import { eighths, twips } from '../../layout/units.ts';
import { closingParagraphs } from './closing.ts';
import type { DrawnRule } from './frame.ts';
import { footImprint } from './imprint.ts';
import { markTable } from './mark.ts';
import { spaceParagraph, wordParagraph } from './paragraph.ts';
import type { Stylesheet } from './stylesheet.ts';
import { type TableInPlace, wordTable } from './table.ts';

/** The thinnest paragraph that Word, WPS and LibreOffice all keep, in pt. */
const hairline = 1;

/** Word's blocks of one section, in the making. */
export interface Flow {
  /** Adds a block of the tree, sections and form pages with all they hold. */
  add(blocks: readonly Block[]): void;
  /** Adds an empty space so many pt high. */
  space(height: number): void;
  /** Word's blocks so far; it ends with a paragraph, as every section must. */
  finish(): readonly FileChild[];
  /** Rules that are drawn on the first page rather than written between the blocks. */
  readonly drawn: readonly DrawnRule[];
}

export function createFlow(
  fonts: FontSet,
  sheet: Stylesheet,
  page: PageName,
  { seals = {}, pulled = new Set() }: { readonly seals?: Seals | undefined; readonly pulled?: ReadonlySet<Block> } = {},
): Flow {
  const { area, margin, gongwen } = pageOf(page);
  const { width } = area;
  const written: FileChild[] = [];
  const drawn: DrawnRule[] = [];
  /** Distance that the next block takes over: Word knows no negative ones, and what is drawn takes no room by itself. */
  let carried = 0;
  let afterTable = false;
  let breakPending = false;

  function takeBreak(): boolean {
    const breaks = breakPending && written.length > 0;
    breakPending = false;
    return breaks;
  }

  function addParagraph(paragraph: Paragraph, laid: LaidParagraph, stylePage: PageName, keepNext = false): void {
    const named = sheet.styleFor({ paragraph, page: stylePage });
    const onPage = gongwen?.format === 'gongwen-letter' && paragraph.role === 'organ';
    const before = onPage ? 0 : Math.max(0, laid.before + carried);
    const placed = moved(laid, { before, after: Math.max(0, laid.after) });
    // The mark of a letter stands above the type area.
    const frame = onPage ? { top: margin.top + laid.before, height: laid.lines.length * laid.pitch } : undefined;
    written.push(
      wordParagraph(fonts, { paragraph, laid: placed, named, width, breakBefore: takeBreak(), frame, keepNext }),
    );
    carried = onPage ? laid.height : Math.min(0, laid.after);
    afterTable = false;
  }

  function addFlowing(paragraph: Paragraph, blocks: readonly Block[], index: number): void {
    const laid = layFlowing(fonts, blocks, index, page);
    const mark = paragraph.role === 'organ' ? layJointMark(fonts, paragraph, page, width) : undefined;
    if (mark === undefined) {
      addParagraph(paragraph, laid, page, pulled.size > 0 && isPulled(fonts, blocks, index, page, pulled));
      return;
    }
    space(laid.before + carried);
    written.push(markTable(fonts, mark, sheet.styleFor({ paragraph, page })));
    carried = Math.min(0, laid.after);
    afterTable = true;
  }

  function addTable(table: Omit<TableInPlace, 'breakBefore'>): void {
    // Without a paragraph between them, Word makes two tables one.
    if (afterTable) written.push(spaceParagraph(hairline));
    written.push(wordTable(fonts, sheet, { ...table, breakBefore: takeBreak() }));
    afterTable = true;
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
    written.push(ruleParagraph({ ...rule, ...distances }, takeBreak()));
    carried = 0;
    afterTable = false;
  }

  function space(height: number): void {
    written.push(spaceParagraph(height, takeBreak()));
    afterTable = false;
  }

  function addForm(form: FormPage): void {
    breakPending = true;
    for (const [index, block] of layForm(fonts, form, page).blocks.entries()) {
      const stylePage = formStylePage(page, form.children[index] as Paragraph | Table);
      if (block.type === 'paragraph') addParagraph(block.paragraph, block.laid, stylePage);
      else if (block.type === 'table') addTable({ laid: block.laid, page: stylePage });
      else if (block.type === 'rule') addRule(block.rule.role);
      else space(block.height);
    }
    breakPending = true;
  }

  function addClosing(closing: LaidClosing, noted: boolean): void {
    const place = { closing, seals, page, width, noted, breakBefore: takeBreak() };
    written.push(...closingParagraphs(fonts, sheet, place));
    carried = 0;
    afterTable = false;
  }

  function addBlock(block: Block, blocks: readonly Block[], index: number): void {
    switch (block.type) {
      case 'paragraph':
        addFlowing(block, blocks, index);
        break;
      case 'table':
        addTable({ laid: layTable(fonts, block, page, width), page });
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
        if (block.role === 'imprint' && written.length > 0) {
          written.push(...footImprint(fonts, sheet, block, page));
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
    drawn,
    finish: () => (afterTable ? [...written, spaceParagraph(hairline)] : written),
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

/** A rule as the lower border of a paragraph of no text, which is taken out of the distance above it. */
function ruleParagraph(rule: RuleStyle, breakBefore: boolean): WordParagraph {
  return new WordParagraph({
    pageBreakBefore: breakBefore,
    spacing: {
      before: twips(Math.max(0, rule.before - hairline)),
      after: twips(rule.after),
      line: twips(hairline),
      lineRule: LineRuleType.EXACT,
    },
    border: {
      bottom: { style: BorderStyle.SINGLE, size: eighths(rule.height), color: rule.color.slice(1), space: 0 },
    },
  });
}
