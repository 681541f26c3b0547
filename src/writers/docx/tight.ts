/**
 * Keeps text inside rows of exact height. LibreOffice before 25.2 and some versions of WPS put a fifth of a character
 * between Chinese and figures although the styles forbid it; where a cell has no room for the lines that may cost,
 * its characters stand that much closer.
 */
import type { Paragraph } from '../../document/types.ts';
import { plainText } from '../../layout/glyphs.ts';
import type { LaidParagraph, TextStyle } from '../../layout/types.ts';

const gap = 0.2;
const scriptChange = /(?<=\p{Script=Han})(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=\p{Script=Han})/gu;

/** A paragraph of a cell with what layout made of it. */
export interface CellParagraph {
  readonly paragraph: Paragraph;
  readonly laid: LaidParagraph;
}

/** The styles of a cell's paragraphs, set closer where lines of this width would otherwise outgrow the height. In pt. */
export function tightStyles(paragraphs: readonly CellParagraph[], width: number, room: number): readonly TextStyle[] {
  const costs = paragraphs.map((one) => gapsOf(one));
  const height = paragraphs.reduce((total, { laid }, index) => {
    const extraLines = Math.ceil(Math.max(0, lastLineWidth(laid) + (costs[index] ?? 0) - width) / width);
    return total + laid.height + extraLines * laid.pitch;
  }, 0);
  return paragraphs.map(({ paragraph, laid }, index) => {
    const characters = [...plainText(paragraph.children)].length;
    if (height <= room || characters === 0) return laid.style;
    return { ...laid.style, spacing: laid.style.spacing - (costs[index] ?? 0) / characters };
  });
}

/** Width of the gaps that may creep in. */
function gapsOf({ paragraph, laid }: CellParagraph): number {
  const changes = plainText(paragraph.children).match(scriptChange) ?? [];
  return changes.length * gap * laid.style.size;
}

function lastLineWidth(laid: LaidParagraph): number {
  const last = laid.lines.at(-1);
  return last === undefined ? 0 : last.width;
}
