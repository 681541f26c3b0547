/** Opens font files, each once per process. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font, FontCollection } from 'fontkit';
import type { FontSlot } from '../case/types.ts';
import { isWoff, sfntOf } from './sfnt.ts';
import type { FontFace } from './types.ts';

/** The instance that the PDF library uses too, so that it takes the fonts opened here. */
const fontkit = createRequire(import.meta.url)('fontkit') as typeof import('fontkit');

/** Where a font lies; `matches` chooses one from a collection by its names. */
export interface FontFile {
  readonly path: string;
  readonly matches?: RegExp;
}

const opened = new Map<string, Font>();

/** Opens a font file (TTF, OTF, TTC, WOFF). Throws when it cannot be read or is no font. */
export function openFont(file: FontFile): Font {
  const id = `${file.path} ${file.matches?.source ?? ''}`;
  const known = opened.get(id);
  if (known !== undefined) return known;
  const bytes = readFileSync(file.path);
  const font = single(fontkit.create(isWoff(bytes) ? sfntOf(bytes) : bytes), file.matches);
  opened.set(id, font);
  return font;
}

function single(font: Font | FontCollection, matches: RegExp | undefined): Font {
  if (!('fonts' in font)) return font;
  const member = font.fonts.find((one) => matches?.test(namesOf(one))) ?? font.fonts[0];
  if (member === undefined) throw new Error('an empty font collection');
  return member;
}

/** All names of a font, for matching. */
export function namesOf(font: Font): string {
  return [font.postscriptName, font.fullName, font.familyName].join(' ');
}

/** A face for a slot. Advances are kept: the same few thousand characters are measured again and again. */
export function faceOf(font: Font, slot: FontSlot, key: string, standIn: boolean): FontFace {
  const advances = new Map<number, number>();
  const has = new Map<number, boolean>();
  return {
    slot,
    key,
    name: font.postscriptName,
    standIn,
    font,
    has(codePoint) {
      let known = has.get(codePoint);
      if (known === undefined) {
        known = font.hasGlyphForCodePoint(codePoint);
        has.set(codePoint, known);
      }
      return known;
    },
    advance(codePoint) {
      let advance = advances.get(codePoint);
      if (advance === undefined) {
        advance = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm;
        advances.set(codePoint, advance);
      }
      return advance;
    },
  };
}
