/**
 * Hands the fonts that the layout has opened to pdfmake, with the advances that the layout has measured.
 * pdfmake takes bytes only: it gets a few bytes that name the font, and fontkit is taught to open these.
 */
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';
import type { Sfnt } from '../../src/layout/sfnt.ts';
import type { FontFace } from '../../src/layout/types.ts';
import { ascent } from '../../src/press/pdf/content.ts';
import { subsetOf } from '../../src/press/pdf/subset.ts';

const require = createRequire(import.meta.url);
const fontkit = require('fontkit') as { registerFormat(format: unknown): void };
/** Its types leave out the file store of the Node build. */
export const pdfmake = require('pdfmake') as typeof import('pdfmake') & {
  readonly virtualfs: { existsSync(name: string): boolean; writeFileSync(name: string, bytes: Buffer): void };
};
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

const magic = 'neibao-font:';
const shared = new Map<string, Font>();

/** A font format for fontkit: bytes that name a font that is open already. */
class SharedFont {
  static probe(bytes: Uint8Array): boolean {
    return Buffer.from(bytes.subarray(0, magic.length)).toString('latin1') === magic;
  }

  constructor(stream: { buffer: Uint8Array }) {
    const font = shared.get(Buffer.from(stream.buffer).toString('utf8'));
    if (font === undefined) throw new Error('a font that was never shared');
    // biome-ignore lint/correctness/noConstructorReturn: fontkit opens a font with `new`; this one is open already.
    return font;
  }
}
fontkit.registerFormat(SharedFont);

/** The names under which a document refers to the faces: a face's key. */
export function fontDictionary(faces: readonly FontFace[]): Parameters<typeof pdfmake.setFonts>[0] {
  return Object.fromEntries(faces.map((face) => [face.key, { normal: shareFace(face) }]));
}

const names = new WeakMap<FontFace, string>();

function shareFace(face: FontFace): string {
  const known = names.get(face);
  if (known !== undefined) return known;
  const name = `${magic}${shared.size}`;
  names.set(face, name);
  shared.set(name, plainFont(face));
  pdfmake.virtualfs.writeFileSync(name, Buffer.from(name, 'utf8'));
  return name;
}

/** Ascent and descent of every face, in em: lines of mixed faces share one baseline, and a line is one em high. */
const lineBox = { ascent, descent: ascent - 1 };

/**
 * The font as the PDF sees it: lines one em high, and one glyph per character with the advance that the layout has
 * measured, without the ligatures and kerning that the layout knows nothing of.
 */
function plainFont(face: FontFace): Font {
  const { sfnt } = face.program;
  const font = face.program.fontkit();
  const { unitsPerEm } = font;
  const glyphs = new Map<number, { id: number; advanceWidth: number; codePoints: number[] }>();
  const glyphOf = (codePoint: number) => {
    let glyph = glyphs.get(codePoint);
    if (glyph === undefined) {
      const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
      glyph = { id, advanceWidth, codePoints: [codePoint] };
      glyphs.set(codePoint, glyph);
    }
    return glyph;
  };
  const layout = (text: string) => {
    const run = [...text].map((character) => glyphOf(character.codePointAt(0) as number));
    const positions = run.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }));
    return { glyphs: run, positions, advanceWidth: run.reduce((sum, glyph) => sum + glyph.advanceWidth, 0) };
  };
  return Object.create(font, {
    ascent: { value: lineBox.ascent * unitsPerEm },
    descent: { value: lineBox.descent * unitsPerEm },
    lineGap: { value: 0 },
    layout: { value: layout },
    ...(sfnt && { createSubset: { value: () => subsetIn(sfnt) } }),
  }) as Font;
}

/** The glyphs that a document uses, as the library asks for them; fontkit would take their outlines apart first. */
function subsetIn(sfnt: Sfnt): { includeGlyph(glyph: number): number; encode(): Uint8Array } {
  const glyphs = [0];
  const numbers = new Map([[0, 0]]);
  return {
    includeGlyph(glyph) {
      let number = numbers.get(glyph);
      if (number === undefined) {
        number = glyphs.length;
        glyphs.push(glyph);
        numbers.set(glyph, number);
      }
      return number;
    },
    encode: () => subsetOf(sfnt, glyphs),
  };
}
