/** Blocks as boxes, one below the other: what can be moved to the next page, and how it is drawn where it lands. */

import type { Block, Paragraph, Rule, Table } from '../../document/types.ts';
import { layFlowing } from '../../layout/flow.ts';
import { layTable } from '../../layout/grid.ts';
import { lineMarks, type Marks, ruleMarks } from '../../layout/marks.ts';
import type { PageGeometry } from '../../layout/page.ts';
import { keptStrips, partHeight, stripsOf, type TablePart } from '../../layout/strips.ts';
import { ruleStyle } from '../../layout/style.ts';
import { partMarks } from '../../layout/table-marks.ts';
import type { FontSet, LaidParagraph } from '../../layout/types.ts';
import { chartBoxes } from './chart.ts';

export interface Box {
  /** Distance above, left out at the top of a page that the flow begins by itself. */
  readonly before: number;
  readonly height: number;
  readonly after: number;
  /** Stays on the page of the next box. */
  readonly keepNext: boolean;
  /** The next box begins a page. */
  readonly endsPage?: boolean;
  /** Of lines that stay with a closing: its first block. */
  readonly pulledBy?: Block;
  /** Drawn again on top of each page on which the flow goes on with this box: a table's head. */
  readonly head: Box | null;
  /** Of a table: what it holds, drawn as one with what goes on with it on the same page. */
  readonly part?: TablePart;
  draw(x: number, y: number): Marks;
}

/** The boxes of a paragraph, a table or a rule among the blocks it flows with; none for another block. */
export function boxesOf(fonts: FontSet, blocks: readonly Block[], index: number, page: PageGeometry): readonly Box[] {
  const block = blocks[index];
  switch (block?.type) {
    case 'rule':
      return [ruleBox(block, page)];
    case 'table':
      if (block.role === 'chart') return chartBoxes(fonts, block, page);
      return tableBoxes(fonts, block, page, isClosing(blocks[index + 1]));
    case 'paragraph':
      return lineBoxes(layFlowing(fonts, blocks, index, page.name));
    default:
      return [];
  }
}

function ruleBox(rule: Rule, page: PageGeometry): Box {
  const style = ruleStyle(rule.role, page.name);
  return {
    before: style.before,
    height: style.height,
    after: style.after,
    keepNext: true,
    head: null,
    draw: (x, y) => ({ texts: [], lines: ruleMarks(style, x, y) }),
  };
}

function isParagraph(block: Block | undefined, role: Paragraph['role']): block is Paragraph {
  return block?.type === 'paragraph' && block.role === role;
}

/** A box for each line of a paragraph. */
export function lineBoxes(laid: LaidParagraph): readonly Box[] {
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
function isClosing(block: Block | undefined): boolean {
  return isParagraph(block, 'total') || isParagraph(block, 'sign-off');
}

/** Rows that stay with what closes the list: the sum, and one row before it. */
const closingRows = 2;

function tableBoxes(fonts: FontSet, table: Table, page: PageGeometry, closed: boolean): readonly Box[] {
  const laid = layTable(fonts, table, page.name, page.area.width);
  const strips = stripsOf(laid);
  const kept = keptStrips(laid, strips);
  const boxOf = (from: number, to: number, head: Box | null, keepNext: boolean): Box => {
    const part = { laid, strips, from, to };
    const draw: Box['draw'] = (x, y) => partMarks(part, x, y);
    return { before: 0, height: partHeight(part), after: 0, keepNext, head, part, draw };
  };
  // The rows of a head that is repeated are never cut: each of them is one strip.
  const head = laid.repeated > 0 ? boxOf(0, laid.repeated, null, true) : null;
  const rows = strips.slice(laid.repeated).map((strip, index) => {
    const at = laid.repeated + index;
    const last = strips[at + 1]?.row !== strip.row;
    return {
      ...boxOf(at, at + 1, head, kept.has(at) || (closed && at >= strips.length - closingRows)),
      endsPage: last && table.rows[strip.row]?.endsPage === true,
    };
  });
  return head === null ? rows : [head, ...rows];
}
