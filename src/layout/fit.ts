/** Shrinks text until it fits its line or its box. All lengths in pt. */
import type { ParagraphRole } from '../document/schema.ts';
import type { PageName, Paragraph } from '../document/types.ts';
import { kept } from './kept.ts';
import { layParagraph } from './lines.ts';
import { measure } from './measured.ts';
import { atSize, styleOf } from './style.ts';
import type { FontSet, LaidParagraph, TextStyle } from './types.ts';

const step = 0.5;

/** The style at each size that it allows, from its own down to the smallest. */
export function sizesOf(style: TextStyle): readonly TextStyle[] {
  return kept(sizes, style, () => {
    const steps = Math.ceil((style.size - style.minSize) / step);
    const larger = Array.from({ length: steps }, (_, index) => atSize(style, style.size - index * step));
    return [...larger, atSize(style, style.minSize)];
  });
}

const sizes = new WeakMap<TextStyle, readonly TextStyle[]>();

/** The paragraph at the largest size its style allows that needs no more than so many lines, or else at the smallest. */
export function fitParagraph(
  fonts: FontSet,
  paragraph: Paragraph,
  style: TextStyle,
  width: number,
  lines: number,
): LaidParagraph {
  const forced = measure(fonts, paragraph.children, style);
  let laid: LaidParagraph | undefined;
  for (const sized of sizesOf(style)) {
    laid = layParagraph(fonts, paragraph, sized, width, forced);
    if (laid.lines.length <= lines) break;
  }
  return laid as LaidParagraph;
}

/** Lines that a role may take before it shrinks, from the first choice to the last; other roles that shrink take one. */
const lineChoices: Readonly<Partial<Record<ParagraphRole, readonly number[]>>> = {
  'certificate-recipient': [1, 2],
  'certificate-body': [3],
  caption: [1, Number.POSITIVE_INFINITY],
};

/** A paragraph of a page, outside tables: in the style of its role, shrunk to few lines where the role asks for it. */
export function layText(fonts: FontSet, paragraph: Paragraph, page: PageName, width: number): LaidParagraph {
  const style = styleOf(paragraph, page);
  let laid: LaidParagraph | undefined;
  for (const lines of lineChoices[paragraph.role] ?? oneLine) {
    laid = fitParagraph(fonts, paragraph, style, width, lines);
    if (laid.lines.length <= lines) break;
  }
  return laid as LaidParagraph;
}

const oneLine: readonly number[] = [1];
