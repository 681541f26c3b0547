/** Signature and date without a seal (GB/T 9704 7.3.5.2): how far each stands in from the right. */
import type { PageName, Paragraph } from '../document/types.ts';
import { glyphsOf, widthOf } from './glyphs.ts';
import { styleOf } from './style.ts';
import type { FontSet, TextStyle } from './types.ts';

/**
 * Right indents in characters of a signature and a date so many characters wide. The date begins two characters right
 * of the signature; a date longer than the signature stands two characters in, and the signature moves left.
 */
export function pairIndents(signature: number, date: number): { readonly signature: number; readonly date: number } {
  if (date > signature) return { signature: date + 4 - signature, date: 2 };
  return { signature: 2, date: signature - date };
}

/** The styles of a signature and the date below it, in pt. */
export function signatureStyles(
  fonts: FontSet,
  signature: Paragraph,
  date: Paragraph,
  page: PageName,
): { readonly signature: TextStyle; readonly date: TextStyle } {
  const signatureStyle = styleOf(signature, page);
  const dateStyle = styleOf(date, page);
  const character = signatureStyle.size + signatureStyle.spacing;
  const wide = (paragraph: Paragraph, style: TextStyle) =>
    widthOf(glyphsOf(fonts, paragraph.children, style).flat(2)) / character;
  const indents = pairIndents(wide(signature, signatureStyle), wide(date, dateStyle));
  return {
    signature: { ...signatureStyle, rightIndent: indents.signature * character },
    date: { ...dateStyle, rightIndent: indents.date * character },
  };
}
