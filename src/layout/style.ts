/** The look of every role on every page: one table per page in `looks.ts`, turned into points here. */

import type { RuleRole, SpanRole, TableRole } from '../document/schema.ts';
import type { Cell, PageName, Paragraph } from '../document/types.ts';
import { clauses } from './gbt9704.ts';
import { kept } from './kept.ts';
import { cellLooks, type Look, type LookName, lookOf } from './looks.ts';
import { pageOf } from './page.ts';
import type { TextStyle } from './types.ts';
import { mm } from './units.ts';

export interface RuleStyle {
  /** Straight lines one below the other: middle of each, counted from the rule's top, and its thickness. */
  readonly strokes: readonly { readonly y: number; readonly width: number }[];
  readonly height: number;
  /** Left end, counted from the left edge of the type area. */
  readonly x: number;
  readonly length: number;
  readonly color: string;
  readonly before: number;
  readonly after: number;
}

/** Style of a paragraph by its role and level, its page and, in a table, the table's role. Lengths in pt. */
export function styleOf(
  paragraph: Pick<Paragraph, 'level' | 'role'>,
  page: PageName,
  table?: TableRole,
  head = false,
): TextStyle {
  if (table !== undefined) return lookStyle(cellLook(paragraph, page, table, head));
  return lookStyle(lookOf(lookName(paragraph), page));
}

/** Style of a paragraph in a cell: plain cell text takes the cell's alignment, the other roles have their own. */
export function cellStyleOf(cell: Cell, paragraph: Paragraph, page: PageName, table: TableRole): TextStyle {
  const style = styleOf(paragraph, page, table, cell.head);
  if (paragraph.role !== 'cell' || style.align === cell.align) return style;
  const aligned = kept(alignedStyles, style, () => new Map<Cell['align'], TextStyle>());
  return kept(aligned, cell.align, () => ({ ...style, align: cell.align }));
}

// One style is one object, by which what is measured in it is kept.
const lookStyles = new WeakMap<Look, TextStyle>();
const alignedStyles = new WeakMap<TextStyle, Map<Cell['align'], TextStyle>>();
const sizedStyles = new WeakMap<TextStyle, Map<number, TextStyle>>();

/** Font and colour of a span inside a paragraph of this style. */
export function spanStyle(style: TextStyle, role: SpanRole): Pick<TextStyle, 'slot' | 'color'> {
  switch (role) {
    case 'strong':
    case 'label':
    case 'hang-label':
      return { slot: '黑体', color: style.color };
    case 'run-in':
    case 'signer':
      return { slot: '楷体', color: style.color };
    case 'warning':
      return { slot: style.slot, color: red };
    default:
      return style;
  }
}

/** The same style at another size: pitch, spacing and indents keep their proportions. */
export function atSize(style: TextStyle, size: number): TextStyle {
  if (size === style.size) return style;
  const sized = kept(sizedStyles, style, () => new Map<number, TextStyle>());
  return kept(sized, size, () => {
    const scale = size / style.size;
    return {
      ...style,
      size,
      pitch: style.pitch * scale,
      spacing: style.spacing * scale,
      firstIndent: style.firstIndent * scale,
      leftIndent: style.leftIndent * scale,
      rightIndent: style.rightIndent * scale,
    };
  });
}

/**
 * Strokes, colour and distances of a rule on a page, in pt. Distances count from the characters of the head, whose lines
 * are snug; the rules of the imprint touch its lines (GB/T 9704 7.4).
 */
export function ruleStyle(role: RuleRole, page: PageName): RuleStyle {
  const { area, margin, width, grid, gongwen } = pageOf(page);
  const across = { x: 0, length: area.width };
  const single = (width: number) => ({ strokes: [{ y: width / 2, width }], height: width });
  switch (role) {
    case 'red':
      if (gongwen?.format === 'gongwen-letter') {
        const length = mm(clauses.letterRuleLength.value);
        const x = (width - length) / 2 - margin.left;
        return {
          ...doubleRule('thick-thin'),
          color: red,
          x,
          length,
          before: mm(clauses.letterRuleGap.value),
          after: 0,
        };
      }
      return {
        ...across,
        ...single(mm(clauses.redRuleWidth.value)),
        color: red,
        before: mm(clauses.redRuleGap.value),
        after: clauses.titleGap.value * (grid?.pitch ?? clauses.pitch.value),
      };
    case 'thick':
      return { ...across, ...single(mm(clauses.imprintThick.value)), color: black, before: 0, after: 0 };
    case 'thin':
      return { ...across, ...single(mm(clauses.imprintThin.value)), color: black, before: 0, after: 0 };
  }
}

/** The red double rule at the foot of a letter's first page, measured from the edges of the page; null for other pages. */
export function footRule(page: PageName): { readonly rule: RuleStyle; readonly top: number } | null {
  const { height, gongwen } = pageOf(page);
  if (gongwen?.doubleRuleFoot == null) return null;
  const rule = { ...ruleStyle('red', page), ...doubleRule('thin-thick') };
  return { rule, top: height - gongwen.doubleRuleFoot - rule.height };
}

function doubleRule(order: 'thick-thin' | 'thin-thick'): Pick<RuleStyle, 'strokes' | 'height'> {
  const { letterRuleThick, letterRuleThin, letterRuleSpace } = clauses;
  const [upper, lower] = (
    order === 'thick-thin' ? [letterRuleThick, letterRuleThin] : [letterRuleThin, letterRuleThick]
  ).map((clause) => mm(clause.value)) as [number, number];
  const height = upper + mm(letterRuleSpace.value) + lower;
  return {
    height,
    strokes: [
      { y: upper / 2, width: upper },
      { y: height - lower / 2, width: lower },
    ],
  };
}

/** Height that a rule takes up, with its distances, in pt. */
export function ruleHeight(role: RuleRole, page: PageName): number {
  const { height, before, after } = ruleStyle(role, page);
  return before + height + after;
}

const red = '#d7000f';
const black = '#000000';

function lookName({ level, role }: Pick<Paragraph, 'level' | 'role'>): LookName {
  return role === 'chapter' || level === 0 ? role : (headingNames[level] ?? 'body');
}

const headingNames: readonly (LookName | undefined)[] = [undefined, 'h1', 'h2', 'h3', 'h4', 'h5'];

function cellLook(paragraph: Pick<Paragraph, 'level' | 'role'>, page: PageName, table: TableRole, head: boolean): Look {
  const looks = cellLooks[table];
  if (head) return looks.head;
  if (paragraph.role === 'cell' || paragraph.role === 'body') return looks.cell;
  if (paragraph.role === 'cell-label' && looks['cell-label'] !== undefined) return looks['cell-label'];
  return lookOf(paragraph.role, page);
}

function lookStyle(look: Look): TextStyle {
  return kept(lookStyles, look, () => textStyle(look));
}

/** Indents of a look are counted in characters of its size. */
function textStyle(look: Look): TextStyle {
  const character = look.size + (look.spacing ?? 0);
  return {
    slot: look.slot,
    size: look.size,
    minSize: look.minSize ?? look.size,
    pitch: look.pitch,
    align: look.align ?? 'left',
    firstIndent: (look.first ?? 0) * character,
    leftIndent: (look.left ?? 0) * character,
    rightIndent: (look.right ?? 0) * character,
    before: look.before ?? 0,
    after: look.after ?? 0,
    color: look.red === true ? red : black,
    bold: false,
    spacing: look.spacing ?? 0,
    keepNext: look.keepNext === true,
    balance: look.balance === true,
  };
}
