/** A paragraph as single characters, each with its face, width and colour. */
import type { Inline, Paragraph } from '../document/types.ts';
import { spanStyle } from './style.ts';
import type { FontFace, FontSet, TextStyle } from './types.ts';

export interface Glyph {
  readonly character: string;
  readonly face: FontFace;
  readonly color: string;
  /** Advance in pt, with the style's spacing. */
  readonly width: number;
}

/** One entry per forced line; each line is divided into parts by tabs. */
export type ForcedLine = readonly (readonly Glyph[])[];

/**
 * The characters of a paragraph. A character that no font has is left out: `missingGlyphs` reports it before anything
 * is laid out for writing.
 */
export function glyphsOf(fonts: FontSet, inlines: readonly Inline[], style: TextStyle): readonly ForcedLine[] {
  const lines: Glyph[][][] = [[[]]];
  for (const inline of inlines) {
    if (inline.type === 'break') {
      lines.push([[]]);
      continue;
    }
    const { slot, color } = spanStyle(style, inline.role);
    for (const character of inline.text) {
      const line = lines.at(-1) as Glyph[][];
      if (character === '\t') {
        line.push([]);
        continue;
      }
      const codePoint = character.codePointAt(0) as number;
      const face = fonts.pick(slot, codePoint);
      if (face === undefined) continue;
      const width = face.advance(codePoint) * style.size + style.spacing;
      (line.at(-1) as Glyph[]).push({ character, face, color, width });
    }
  }
  return lines;
}

export function widthOf(glyphs: readonly Glyph[]): number {
  let width = 0;
  for (const glyph of glyphs) width += glyph.width;
  return width;
}

/** Width of the spans of role "hang" and "hang-label", on which further lines hang; 0 where there is none. */
export function hangWidth(fonts: FontSet, paragraph: Paragraph, style: TextStyle): number {
  const hanging = paragraph.children.filter((inline) => inline.type === 'text' && inline.role.startsWith('hang'));
  if (hanging.length === 0) return 0;
  return widthOf(glyphsOf(fonts, hanging, style).flat(2));
}

/** The text of a paragraph's inlines, breaks as line feeds. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
}
