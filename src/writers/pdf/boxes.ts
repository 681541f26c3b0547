/** Blocks as boxes, one below the other: what can be moved to the next page, and how it is drawn where it lands. */

import type { Paragraph, Rule, Table } from '../../document/types.ts';
import { layText } from '../../layout/fit.ts';
import { layTable } from '../../layout/grid.ts';
import { layParagraph } from '../../layout/lines.ts';
import type { PageGeometry } from '../../layout/page.ts';
import { signatureStyles } from '../../layout/signature.ts';
import { ruleStyle } from '../../layout/style.ts';
import type { FontSet, LaidParagraph } from '../../layout/types.ts';
import { horizontalLine, lineMarks, type Marks } from './marks.ts';
import { groupHeight, groupMarks, rowGroups } from './table.ts';

export interface Box {
  /** Distance above, left out at the top of a page that the flow begins by itself. */
  readonly before: number;
  readonly height: number;
  readonly after: number;
  /** Stays on the page of the next box. */
  readonly keepNext: boolean;
  /** Drawn again on top of each page on which the flow goes on with this box: a table's head. */
  readonly head: Box | null;
  draw(x: number, y: number): Marks;
}

type Flowing = Paragraph | Table | Rule;

/** The boxes of a paragraph, a table or a rule. `next` is the block behind it: a signature is set with its date. */
export function boxesOf(
  fonts: FontSet,
  block: Flowing,
  neighbours: { readonly previous: unknown; readonly next: unknown },
  page: PageGeometry,
): readonly Box[] {
  switch (block.type) {
    case 'rule':
      return [ruleBox(block, page)];
    case 'table':
      return tableBoxes(fonts, block, page, isClosing(neighbours.next));
    case 'paragraph':
      return lineBoxes(pairedText(fonts, block, neighbours, page) ?? layText(fonts, block, page.name, page.area.width));
  }
}

function ruleBox(rule: Rule, page: PageGeometry): Box {
  const { width, color, before, after } = ruleStyle(rule.role);
  return {
    before,
    height: width,
    after,
    keepNext: true,
    head: null,
    draw: (x, y) => ({ texts: [], lines: [horizontalLine(x, y + width / 2, page.area.width, width, color)] }),
  };
}

/** A signature followed by its date, or the date behind its signature; undefined for all other text. */
function pairedText(
  fonts: FontSet,
  block: Paragraph,
  { previous, next }: { readonly previous: unknown; readonly next: unknown },
  page: PageGeometry,
): LaidParagraph | undefined {
  if (block.role === 'signature' && isParagraph(next, 'date')) {
    const { signature } = signatureStyles(fonts, block, next, page.name);
    return layParagraph(fonts, block, signature, page.area.width);
  }
  if (block.role === 'date' && isParagraph(previous, 'signature')) {
    const { date } = signatureStyles(fonts, previous, block, page.name);
    return layParagraph(fonts, block, date, page.area.width);
  }
  return undefined;
}

function isParagraph(block: unknown, role: Paragraph['role']): block is Paragraph {
  return (block as Paragraph | undefined)?.type === 'paragraph' && (block as Paragraph).role === role;
}

function lineBoxes(laid: LaidParagraph): readonly Box[] {
  const last = laid.lines.length - 1;
  return laid.lines.map((_, index) => ({
    before: index === 0 ? laid.before : 0,
    height: laid.pitch,
    after: index === last ? laid.after : 0,
    keepNext: laid.style.keepNext,
    head: null,
    draw: (x, y) => ({ texts: lineMarks(laid, index, x, y), lines: [] }),
  }));
}

/** What closes a list: a signature must never stand on a page without the sums it is for. */
function isClosing(block: unknown): boolean {
  return isParagraph(block, 'total') || isParagraph(block, 'sign-off');
}

/** Rows that stay with what closes the list: the sum, and one row before it. */
const closingRows = 2;

function tableBoxes(fonts: FontSet, table: Table, page: PageGeometry, closed: boolean): readonly Box[] {
  const laid = layTable(fonts, table, page.name, page.area.width);
  const rowsBox = (from: number, to: number, head: Box | null, keepNext: boolean): Box => ({
    before: 0,
    height: groupHeight(laid, { from, to }),
    after: 0,
    keepNext,
    head,
    draw: (x, y) => groupMarks(laid, { from, to }, x, y),
  });
  const head = table.headRows > 0 ? rowsBox(0, table.headRows, null, true) : null;
  const room = page.area.height - (head?.height ?? 0);
  const groups = rowGroups(laid, table.headRows, room);
  const rows = groups.map(({ from, to }, index) =>
    rowsBox(from, to, head, closed && index >= groups.length - closingRows),
  );
  return head === null ? rows : [head, ...rows];
}
