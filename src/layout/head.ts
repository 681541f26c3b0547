/** The head of a 公文 (版头), whose parts stand where their neighbours let them (GB/T 9704 7.2 and 10). Lengths in pt. */
import type { ParagraphRole } from '../document/schema.ts';
import type { Block, PageName, Paragraph } from '../document/types.ts';
import { layText } from './fit.ts';
import { clauses } from './gbt9704.ts';
import { layParagraph } from './lines.ts';
import { layJointMark } from './mark.ts';
import { widthOf } from './measured.ts';
import { type PageGeometry, pageOf } from './page.ts';
import { styleOf } from './style.ts';
import type { FontSet, LaidParagraph } from './types.ts';

/** What may stand beside or below the number of a letter. */
const letterHead: readonly ParagraphRole[] = ['copy-number', 'secrecy', 'urgency', 'number', 'head-number'];

/** A part of the head among its neighbours; undefined for a block of another kind, or on a page that is no 公文. */
export function layHead(
  fonts: FontSet,
  blocks: readonly Block[],
  index: number,
  name: PageName,
): LaidParagraph | undefined {
  const page = pageOf(name);
  const block = blocks[index];
  if (page.gongwen === null || page.grid === null || block?.type !== 'paragraph') return undefined;
  const { pitch } = page.grid;
  if (block.role === 'organ') return layMark(fonts, blocks, index, page);
  if (block.role === 'signers') {
    const laid = layBelowFirstSigner(fonts, blocks, index, page);
    return roleAt(blocks, index - 1) === 'signers' ? moved(laid, { before: 0 }) : laid;
  }
  if (block.role === 'number-signer') {
    const laid = layBelowFirstSigner(fonts, blocks, index, page);
    const below = roleAt(blocks, index - 1) === 'signers';
    return below ? moved(laid, { before: laid.before - clauses.numberGap.value * pitch }) : laid;
  }
  if (page.gongwen.format === 'gongwen-letter' && letterHead.includes(block.role)) {
    const laid = layText(fonts, block, name, page.area.width);
    const last = !letterHead.includes(roleAt(blocks, index + 1) ?? 'body');
    // The number's line ends with its characters; the line that follows counts from a whole one.
    const rest = (pitch - laid.pitch) / 2;
    return moved(laid, { after: laid.after + rest + (last ? clauses.letterTitleGap.value * pitch : 0) });
  }
  return undefined;
}

/** The mark stands at its distance from the page's edge, whatever stands above it, and counts as high as its characters. */
function layMark(fonts: FontSet, blocks: readonly Block[], index: number, page: PageGeometry): LaidParagraph {
  const mark = blocks[index] as Paragraph;
  const { width } = page.area;
  const laid = layJointMark(fonts, mark, page.name, width)?.laid ?? layText(fonts, mark, page.name, width);
  const overhang = (laid.pitch - laid.style.size) / 2;
  const above = blocks
    .slice(0, index)
    .reduce(
      (height, block) =>
        block.type === 'paragraph' ? height + layText(fonts, block, page.name, page.area.width).height : height,
      0,
    );
  const top = (page.gongwen?.markTop ?? 0) - page.margin.top;
  return moved(laid, { before: top - above - overhang, after: -overhang });
}

/** Names of signers in further lines begin below the first name of the first line. */
function layBelowFirstSigner(
  fonts: FontSet,
  blocks: readonly Block[],
  index: number,
  page: PageGeometry,
): LaidParagraph {
  const paragraph = blocks[index] as Paragraph;
  const style = styleOf(paragraph, page.name);
  let first = index;
  while (roleAt(blocks, first - 1) === 'signers') first--;
  const names = (block: Paragraph) => {
    const spans = block.children.filter((inline) => inline.type === 'text' && inline.role === 'signer');
    return widthOf(fonts, spans, style);
  };
  const shift = names(blocks[first] as Paragraph) - names(paragraph);
  return layParagraph(fonts, paragraph, { ...style, rightIndent: style.rightIndent + shift }, page.area.width);
}

function roleAt(blocks: readonly Block[], index: number): ParagraphRole | undefined {
  const block = blocks[index];
  return block?.type === 'paragraph' && block.level === 0 ? block.role : undefined;
}

/** The paragraph with other distances above and below. */
export function moved(
  laid: LaidParagraph,
  { before = laid.before, after = laid.after }: { readonly before?: number; readonly after?: number },
): LaidParagraph {
  const style = { ...laid.style, before, after };
  return { ...laid, style, before, after, height: before + laid.lines.length * laid.pitch + after };
}
