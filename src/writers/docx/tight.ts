/**
 * Keeps text inside rows of exact height. LibreOffice before 25.2 and some versions of WPS put a fifth of a character
 * between Chinese and figures although the styles forbid it; where a cell has no room for the lines that may cost,
 * its characters stand that much closer.
 */
import type { Paragraph } from '../../document/types.ts';
import { kept } from '../../layout/kept.ts';
import { plainText } from '../../layout/measured.ts';
import type { LaidParagraph, TextStyle } from '../../layout/types.ts';
import { isMixed } from './script.ts';

const gap = 0.2;

/** A paragraph of a cell with what layout made of it. */
export interface CellParagraph {
  readonly paragraph: Paragraph;
  readonly laid: LaidParagraph;
}

/** The styles of a cell's paragraphs, set closer where lines of this width would otherwise outgrow the height. In pt. */
export function tightStyles(paragraphs: readonly CellParagraph[], width: number, room: number): readonly TextStyle[] {
  if (heightWith(paragraphs, mostGaps, width) <= room || heightWith(paragraphs, gapsOf, width) <= room) {
    return paragraphs.map(({ laid }) => laid.style);
  }
  return paragraphs.map((one) => {
    const { style } = one.laid;
    const characters = [...plainText(one.paragraph.children)].length;
    return characters === 0 ? style : withSpacing(style, style.spacing - gapsOf(one) / characters);
  });
}

/** Height of paragraphs that get wider by gaps. */
function heightWith(paragraphs: readonly CellParagraph[], gaps: (one: CellParagraph) => number, width: number): number {
  let height = 0;
  for (const one of paragraphs) {
    const { laid } = one;
    const extraLines = Math.ceil(Math.max(0, lastLineWidth(laid) + gaps(one) - width) / width);
    height += laid.height + extraLines * laid.pitch;
  }
  return height;
}

/** More than the gaps can ever take up: most cells have room for that, and are looked through no further. */
function mostGaps({ paragraph, laid }: CellParagraph): number {
  let length = 0;
  for (const inline of paragraph.children) if (inline.type === 'text') length += inline.text.length;
  return length * gap * laid.style.size;
}

function withSpacing(style: TextStyle, spacing: number): TextStyle {
  const spaced = kept(spacedStyles, style, () => new Map<number, TextStyle>());
  return kept(spaced, spacing, () => ({ ...style, spacing }));
}

// One style is one object here too, by which its XML is found again.
const spacedStyles = new WeakMap<TextStyle, Map<number, TextStyle>>();

/** Width of the gaps that may creep in. */
function gapsOf({ paragraph, laid }: CellParagraph): number {
  let changes = 0;
  let before = 0;
  for (const inline of paragraph.children) {
    if (inline.type === 'break') before = 0;
    else {
      const { text } = inline;
      for (let at = 0; at < text.length; at++) {
        const codePoint = text.codePointAt(at) as number;
        if (codePoint > 0xffff) at++;
        if (isMixed(before, codePoint)) changes++;
        before = codePoint;
      }
    }
  }
  return changes * gap * laid.style.size;
}

function lastLineWidth(laid: LaidParagraph): number {
  const last = laid.lines.at(-1);
  return last === undefined ? 0 : last.width;
}
