/** Blocks of the tree as Word's blocks, one after the other down the pages. */
import { BorderStyle, type FileChild, LineRuleType, Paragraph as WordParagraph } from 'docx';
import type { RuleRole } from '../../document/schema.ts';
import type { Block, FormPage, PageName, Paragraph, Table } from '../../document/types.ts';
import { layText } from '../../layout/fit.ts';
import { formStylePage, layForm } from '../../layout/form.ts';
import { layTable } from '../../layout/grid.ts';
import { layParagraph } from '../../layout/lines.ts';
import { pageOf } from '../../layout/page.ts';
import { signatureStyles } from '../../layout/signature.ts';
import { ruleStyle } from '../../layout/style.ts';
import type { FontSet, LaidParagraph } from '../../layout/types.ts';
import { eighths, twips } from '../../layout/units.ts';
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
}

export function createFlow(fonts: FontSet, sheet: Stylesheet, page: PageName): Flow {
  const { width } = pageOf(page).area;
  const written: FileChild[] = [];
  let afterTable = false;
  let breakPending = false;

  function takeBreak(): boolean {
    const breaks = breakPending && written.length > 0;
    breakPending = false;
    return breaks;
  }

  function addParagraph(paragraph: Paragraph, laid: LaidParagraph, stylePage: PageName): void {
    const named = sheet.styleFor({ paragraph, page: stylePage });
    written.push(wordParagraph(fonts, { paragraph, laid, named, width, breakBefore: takeBreak() }));
    afterTable = false;
  }

  function addTable(table: Omit<TableInPlace, 'breakBefore'>): void {
    // Without a paragraph between them, Word makes two tables one.
    if (afterTable) written.push(spaceParagraph(hairline));
    written.push(wordTable(fonts, sheet, { ...table, breakBefore: takeBreak() }));
    afterTable = true;
  }

  function addRule(role: RuleRole): void {
    written.push(ruleParagraph(role, takeBreak()));
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

  function addBlock(block: Block, next: Block | undefined, previous: Block | undefined): void {
    switch (block.type) {
      case 'paragraph':
        addParagraph(block, layFlowing(fonts, block, page, width, next, previous), page);
        break;
      case 'table':
        addTable({ laid: layTable(fonts, block, page, width), page });
        break;
      case 'rule':
        addRule(block.role);
        break;
      case 'page-break':
        breakPending = true;
        break;
      case 'form-page':
        addForm(block);
        break;
      case 'section':
        breakPending = true;
        addAll(block.children);
        breakPending = true;
        break;
      case 'fill':
        throw new Error('a fill stands outside a form page');
    }
  }

  function addAll(blocks: readonly Block[]): void {
    for (const [index, block] of blocks.entries()) addBlock(block, blocks[index + 1], blocks[index - 1]);
  }

  return {
    add: addAll,
    space,
    finish: () => (afterTable ? [...written, spaceParagraph(hairline)] : written),
  };
}

/** Height in pt of the blocks of an imprint as this flow writes them. */
export function flowHeight(fonts: FontSet, page: PageName, blocks: readonly Block[]): number {
  const { width } = pageOf(page).area;
  return blocks.reduce((height, block) => {
    if (block.type === 'paragraph') return height + layText(fonts, block, page, width).height;
    if (block.type === 'rule') return height + hairline + eighths(ruleStyle(block.role).width) / 8;
    throw new Error(`an imprint holds a ${block.type}`);
  }, 0);
}

/** A signature above a date, and a date below a signature, stand where the other one's width says. */
function layFlowing(
  fonts: FontSet,
  paragraph: Paragraph,
  page: PageName,
  width: number,
  next: Block | undefined,
  previous: Block | undefined,
): LaidParagraph {
  const isRole = (block: Block | undefined, role: Paragraph['role']): block is Paragraph =>
    block?.type === 'paragraph' && block.role === role;
  if (paragraph.role === 'signature' && isRole(next, 'date')) {
    return layParagraph(fonts, paragraph, signatureStyles(fonts, paragraph, next, page).signature, width);
  }
  if (paragraph.role === 'date' && isRole(previous, 'signature')) {
    return layParagraph(fonts, paragraph, signatureStyles(fonts, previous, paragraph, page).date, width);
  }
  return layText(fonts, paragraph, page, width);
}

/** A rule as the lower border of a paragraph of no text, which is taken out of the distance above it. */
function ruleParagraph(role: RuleRole, breakBefore: boolean): WordParagraph {
  const rule = ruleStyle(role);
  return new WordParagraph({
    pageBreakBefore: breakBefore,
    spacing: {
      before: twips(Math.max(0, rule.before - hairline)),
      after: twips(rule.after),
      line: twips(hairline),
      lineRule: LineRuleType.EXACT,
    },
    border: {
      bottom: { style: BorderStyle.SINGLE, size: eighths(rule.width), color: rule.color.slice(1), space: 0 },
    },
  });
}
