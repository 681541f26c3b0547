/**
 * Keeps text inside rows of exact height. LibreOffice before 25.2 and some versions of WPS put a fifth of a character
 * between Chinese and figures although the styles forbid it; where a cell has no room for the lines that may cost,
 * its characters stand that much closer.
 */
import type { Paragraph } from '../../document/types.ts';
import { plainText } from '../../layout/glyphs.ts';
import type { LaidParagraph, TextStyle } from '../../layout/types.ts';
import { characterCount, isMixed } from './script.ts';

const gap = 0.2;

/** A paragraph of a cell with what layout made of it. */
export interface CellParagraph {
  readonly paragraph: Paragraph;
  readonly laid: LaidParagraph;
}

/** The styles of a cell's paragraphs, set closer where lines of this width would otherwise outgrow the height. In pt. */
export function tightStyles(paragraphs: readonly CellParagraph[], width: number, room: number): readonly TextStyle[] {
  if (room === Number.POSITIVE_INFINITY) return paragraphs.map(({ laid }) => laid.style);
  const costs = paragraphs.map((one) => gapsOf(one));
  const height = paragraphs.reduce((total, { laid }, index) => {
    const extraLines = Math.ceil(Math.max(0, lastLineWidth(laid) + (costs[index] ?? 0) - width) / width);
    return total + laid.height + extraLines * laid.pitch;
  }, 0);
  return paragraphs.map(({ paragraph, laid }, index) => {
    if (height <= room) return laid.style;
    const characters = characterCount(plainText(paragraph.children));
    if (characters === 0) return laid.style;
    return { ...laid.style, spacing: laid.style.spacing - (costs[index] ?? 0) / characters };
  });
}

/** Width of the gaps that may creep in. */
function gapsOf({ paragraph, laid }: CellParagraph): number {
  const text = plainText(paragraph.children);
  let changes = 0;
  let before = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    if (isMixed(before, codePoint)) changes++;
    before = codePoint;
  }
  return changes * gap * laid.style.size;
}

function lastLineWidth(laid: LaidParagraph): number {
  const last = laid.lines.at(-1);
  return last === undefined ? 0 : last.width;
}
