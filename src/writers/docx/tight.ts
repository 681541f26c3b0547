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

/**
 * The styles of a cell's paragraphs, set closer where lines of this width would otherwise outgrow the height (pt);
 * undefined where none would.
 */
export function tightStyles(
  paragraphs: readonly Paragraph[],
  laid: readonly LaidParagraph[],
  width: number,
  room: number,
): readonly TextStyle[] | undefined {
  if (heightWith(paragraphs, laid, mostGaps, width) <= room || heightWith(paragraphs, laid, gapsOf, width) <= room) {
    return undefined;
  }
  return laid.map(({ style }, index) => {
    const paragraph = paragraphs[index] as Paragraph;
    const characters = [...plainText(paragraph.children)].length;
    return characters === 0 ? style : withSpacing(style, style.spacing - gapsOf(paragraph, style) / characters);
  });
}

/** Height of paragraphs that get wider by gaps. */
function heightWith(
  paragraphs: readonly Paragraph[],
  laid: readonly LaidParagraph[],
  gaps: (paragraph: Paragraph, style: TextStyle) => number,
  width: number,
): number {
  let height = 0;
  for (let index = 0; index < laid.length; index++) {
    const one = laid[index] as LaidParagraph;
    const wider = lastLineWidth(one) + gaps(paragraphs[index] as Paragraph, one.style);
    height += one.height + Math.ceil(Math.max(0, wider - width) / width) * one.pitch;
  }
  return height;
}

/** More than the gaps can ever take up: most cells have room for that, and are looked through no further. */
function mostGaps({ children }: Paragraph, style: TextStyle): number {
  let length = 0;
  for (const inline of children) if (inline.type === 'text') length += inline.text.length;
  return length * gap * style.size;
}

function withSpacing(style: TextStyle, spacing: number): TextStyle {
  const spaced = kept(spacedStyles, style, () => new Map<number, TextStyle>());
  return kept(spaced, spacing, () => ({ ...style, spacing }));
}

// One style is one object here too, by which its XML is found again.
const spacedStyles = new WeakMap<TextStyle, Map<number, TextStyle>>();

/** Width of the gaps that may creep in. */
function gapsOf({ children }: Paragraph, style: TextStyle): number {
  let changes = 0;
  let before = 0;
  for (const inline of children) {
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
  return changes * gap * style.size;
}

function lastLineWidth(laid: LaidParagraph): number {
  const last = laid.lines.at(-1);
  return last === undefined ? 0 : last.width;
}
