/** The look of every role on every page: one table per page in `looks.ts`, turned into points here. */

import type { RuleRole, SpanRole, TableRole } from '../document/schema.ts';
import type { Cell, PageName, Paragraph } from '../document/types.ts';
import { cellLooks, type Look, type LookName, pageLooks } from './looks.ts';
import { gridPitch } from './page.ts';
import type { TextStyle } from './types.ts';
import { mm, typeSizes } from './units.ts';

export interface RuleStyle {
  readonly width: number;
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
  if (table !== undefined) return textStyle(cellLook(paragraph, page, table, head));
  const name: LookName = paragraph.level > 0 ? (headingNames[paragraph.level] ?? 'body') : paragraph.role;
  const look = pageLooks[page][name] ?? pageLooks.plain[name];
  if (look === undefined) throw new Error(`no look for ${name} on ${page}`);
  return textStyle(look);
}

/** Style of a paragraph in a cell: plain cell text takes the cell's alignment, the other roles have their own. */
export function cellStyleOf(cell: Cell, paragraph: Paragraph, page: PageName, table: TableRole): TextStyle {
  const style = styleOf(paragraph, page, table, cell.head);
  return paragraph.role === 'cell' ? { ...style, align: cell.align } : style;
}

/** Font and colour of a span inside a paragraph of this style. */
export function spanStyle(style: TextStyle, role: SpanRole): Pick<TextStyle, 'slot' | 'color'> {
  switch (role) {
    case 'strong':
    case 'label':
      return { slot: '黑体', color: style.color };
    case 'signer':
      return { slot: '楷体', color: style.color };
    case 'warning':
      return { slot: style.slot, color: red };
    default:
      return { slot: style.slot, color: style.color };
  }
}

/** The same style at another size: pitch, spacing and indents keep their proportions. */
export function atSize(style: TextStyle, size: number): TextStyle {
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
}

/** Width, colour and distances of a rule, in pt. The rules of the imprint touch its lines (GB/T 9704 7.4). */
export function ruleStyle(role: RuleRole): RuleStyle {
  switch (role) {
    case 'red':
      // 4 mm below the document number's characters, which stand in the middle of their line; two blank lines follow.
      return { width: mm(0.7), color: red, before: mm(4) - (gridPitch - typeSizes.三号) / 2, after: 2 * gridPitch };
    case 'thick':
      return { width: mm(0.35), color: black, before: 0, after: 0 };
    case 'thin':
      return { width: mm(0.25), color: black, before: 0, after: 0 };
  }
}

/** Height that a rule takes up, with its distances, in pt. */
export function ruleHeight(role: RuleRole): number {
  const { width, before, after } = ruleStyle(role);
  return before + width + after;
}

const red = '#d7000f';
const black = '#000000';

const headingNames: readonly (LookName | undefined)[] = [undefined, 'h1', 'h2', 'h3', 'h4', 'h5'];

function cellLook(paragraph: Pick<Paragraph, 'level' | 'role'>, page: PageName, table: TableRole, head: boolean): Look {
  const looks = cellLooks[table];
  if (head) return looks.head;
  if (paragraph.role === 'cell' || paragraph.role === 'body') return looks.cell;
  if (paragraph.role === 'cell-label' && looks['cell-label'] !== undefined) return looks['cell-label'];
  return pageLooks[page][paragraph.role] ?? pageLooks.plain[paragraph.role];
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
