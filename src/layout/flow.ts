/** A paragraph among the blocks it flows with: what depends on its neighbours. */
import type { Block, PageName, Paragraph } from '../document/types.ts';
import { layText } from './fit.ts';
import { clauses } from './gbt9704.ts';
import { layHead, moved } from './head.ts';
import { pageOf } from './page.ts';
import type { FontSet, LaidParagraph } from './types.ts';

/** The paragraph at `index` of the blocks, in the type area of its page. */
export function layFlowing(fonts: FontSet, blocks: readonly Block[], index: number, page: PageName): LaidParagraph {
  const paragraph = blocks[index];
  if (paragraph?.type !== 'paragraph') throw new TypeError(`no paragraph at ${index}`);
  const head = layHead(fonts, blocks, index, page);
  if (head !== undefined) return head;
  const { area, grid } = pageOf(page);
  const previous = blocks[index - 1];
  const laid = layText(fonts, paragraph, page, area.width);
  if (paragraph.role === 'attendance' && grid !== null && !isRole(previous, 'attendance')) {
    return moved(laid, { before: clauses.attendanceGap.value * grid.pitch });
  }
  // A line in brackets stands directly below its title.
  if (paragraph.level === 1 && grid !== null && isRole(blocks[index + 1], 'subtitle')) return moved(laid, { after: 0 });
  return laid;
}

function isRole(block: Block | undefined, role: Paragraph['role']): block is Paragraph {
  return block?.type === 'paragraph' && block.role === role;
}
