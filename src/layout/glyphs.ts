/** A paragraph as single characters, each with its face, width and colour. */
import type { SpanRole } from '../document/schema.ts';
import type { Inline, Paragraph } from '../document/types.ts';
import { type Breakable, breakKind } from './breaks.ts';
import { kept } from './kept.ts';
import { spanStyle } from './style.ts';
import type { FontFace, FontSet, TextStyle } from './types.ts';

export interface Glyph extends Breakable {
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
  let part: Glyph[] = [];
  let line = [part];
  const lines = [line];
  for (const inline of inlines) {
    if (inline.type === 'break') {
      part = [];
      line = [part];
      lines.push(line);
      continue;
    }
    const { text } = inline;
    const known = knownGlyphs(fonts, style, inline.role);
    for (let index = 0; index < text.length; ) {
      const codePoint = text.codePointAt(index) as number;
      index += codePoint > 0xffff ? 2 : 1;
      if (codePoint === tab) {
        part = [];
        line.push(part);
        continue;
      }
      let glyph = known[codePoint >> rowBits]?.[codePoint & rowMask];
      if (glyph === undefined) {
        glyph = measure(fonts, style, inline.role, codePoint);
        known[codePoint >> rowBits] ??= [];
        (known[codePoint >> rowBits] as Glyph[])[codePoint & rowMask] = glyph;
      }
      if (glyph !== missing) part.push(glyph);
    }
  }
  return lines;
}

const tab = 0x09;

/** A document has few styles and few characters: each glyph is measured once, and its object shared. */
type Known = Glyph[][];
const rowBits = 8;
const rowMask = 0xff;
const known = new WeakMap<FontSet, WeakMap<TextStyle, Map<SpanRole, Known>>>();

function knownGlyphs(fonts: FontSet, style: TextStyle, role: SpanRole): Known {
  const styles = kept(known, fonts, () => new WeakMap<TextStyle, Map<SpanRole, Known>>());
  const roles = kept(styles, style, () => new Map<SpanRole, Known>());
  return kept(roles, role, (): Known => []);
}

/** Stands for a character that no font has. */
const missing = {} as Glyph;

function measure(fonts: FontSet, style: TextStyle, role: SpanRole, codePoint: number): Glyph {
  const { slot, color } = spanStyle(style, role);
  const face = fonts.pick(slot, codePoint);
  if (face === undefined) return missing;
  const width = face.advance(codePoint) * style.size + style.spacing;
  const character = String.fromCodePoint(codePoint);
  return { character, kind: breakKind(character), face, color, width };
}

export function widthOf(glyphs: readonly Glyph[]): number {
  let width = 0;
  for (const glyph of glyphs) width += glyph.width;
  return width;
}

/** Width of the spans of role "hang" and "hang-label", on which further lines hang; 0 where there is none. */
export function hangWidth(fonts: FontSet, paragraph: Paragraph, style: TextStyle): number {
  const isHanging = (inline: Inline) => inline.type === 'text' && inline.role.startsWith('hang');
  if (!paragraph.children.some(isHanging)) return 0;
  const hanging = paragraph.children.filter(isHanging);
  return widthOf(glyphsOf(fonts, hanging, style).flat(2));
}

/** The text of a paragraph's inlines, breaks as line feeds. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
}
