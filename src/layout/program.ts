/**
 * A font's program: what layout measures it by, and what writers embed. TrueType fonts, all of the free ones among them,
 * are read here, table by table; fontkit is loaded for other fonts only.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font, FontCollection } from 'fontkit';
import { type Cmap, readCmap } from './cmap.ts';
import { openSfnt, type Sfnt } from './sfnt.ts';
import { unpacked } from './woff.ts';

/** Where a font lies; `matches` chooses one from a collection by its names. */
export interface FontFile {
  readonly path: string;
  readonly matches?: RegExp;
}

export interface FontProgram {
  /** PostScript name, e.g. NotoSerifSC-Bold. */
  readonly name: string;
  /** All names of the font, for matching. */
  readonly names: string;
  /** Units of an em, in which advances are counted. */
  readonly unitsPerEm: number;
  /** The number of a character's glyph; 0 where the font has none. */
  readonly glyphOf: Cmap;
  /** Advance of a glyph in units. */
  advanceOf(glyph: number): number;
  /** The tables of a font with TrueType outlines; null for one that only fontkit reads. */
  readonly sfnt: Sfnt | null;
  /** The font as fontkit has it, opened at the first call. */
  fontkit(): Font;
}

const opened = new Map<string, FontProgram>();

/** Opens a font file (TTF, OTF, TTC, WOFF), each once per process. Throws when it cannot be read or is no font. */
export function openFont(file: FontFile): FontProgram {
  const id = `${file.path} ${file.matches?.source ?? ''}`;
  let program = opened.get(id);
  if (program === undefined) {
    const source = unpacked(file.path);
    program = trueType(source) ?? anyFont(source, file.matches);
    opened.set(id, program);
  }
  return program;
}

/** Undefined for fonts with other outlines, for collections, and for what is no font at all. */
function trueType(source: string | Buffer): FontProgram | undefined {
  const sfnt = openSfnt(source);
  if (!['head', 'hhea', 'hmtx', 'maxp', 'cmap', 'name', 'loca', 'glyf'].every((tag) => sfnt.has(tag))) return undefined;
  const glyphOf = readCmap(sfnt.table('cmap'));
  if (glyphOf === undefined) return undefined;
  const { postScript, all } = namesIn(sfnt.table('name'));
  const metrics = sfnt.table('hmtx');
  // Glyphs after these have the advance of the last of them.
  const measured = sfnt.table('hhea').readUInt16BE(34);
  let font: Font | undefined;
  return {
    name: postScript,
    names: all,
    unitsPerEm: sfnt.table('head').readUInt16BE(18),
    glyphOf,
    advanceOf: (glyph) => metrics.readUInt16BE(4 * Math.min(glyph, measured - 1)),
    sfnt,
    fontkit() {
      font ??= single(create(source));
      return font;
    },
  };
}

function anyFont(source: string | Buffer, matches: RegExp | undefined): FontProgram {
  const font = single(create(source), matches);
  return {
    name: font.postscriptName,
    names: namesOf(font),
    unitsPerEm: font.unitsPerEm,
    glyphOf: (codePoint) => (font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint).id : 0),
    advanceOf: (glyph) => font.getGlyph(glyph).advanceWidth,
    sfnt: null,
    fontkit: () => font,
  };
}

/** The instance that the PDF library uses too, so that it takes the fonts opened here. */
function create(source: string | Buffer): Font | FontCollection {
  const fontkit = createRequire(import.meta.url)('fontkit') as typeof import('fontkit');
  return fontkit.create(typeof source === 'string' ? readFileSync(source) : source);
}

function single(font: Font | FontCollection, matches?: RegExp): Font {
  if (!('fonts' in font)) return font;
  const member = font.fonts.find((one) => matches?.test(namesOf(one))) ?? font.fonts[0];
  if (member === undefined) throw new Error('an empty font collection');
  return member;
}

function namesOf(font: Font): string {
  return [font.postscriptName, font.fullName, font.familyName].join(' ');
}

const postScriptName = 6;
/** Family, full and PostScript name. */
const wanted: ReadonlySet<number> = new Set([1, 4, postScriptName]);
const windows = 3;

/** The names in a `name` table: of Windows and Unicode in UTF-16, else in one byte each. */
function namesIn(table: Buffer): { readonly postScript: string; readonly all: string } {
  const count = table.readUInt16BE(2);
  const texts = table.readUInt16BE(4);
  const found = Array.from({ length: count }, (_, index) => {
    const at = 6 + 12 * index;
    const [platform, id, length, offset] = [0, 6, 8, 10].map((field) => table.readUInt16BE(at + field)) as [
      number,
      number,
      number,
      number,
    ];
    const bytes = Buffer.from(table.subarray(texts + offset, texts + offset + length));
    const wide = platform === windows || platform === 0;
    return { id, text: wide && bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : bytes.toString('latin1') };
  }).filter(({ id }) => wanted.has(id));
  return {
    postScript: found.find(({ id }) => id === postScriptName)?.text ?? 'Unnamed',
    all: found.map(({ text }) => text).join(' '),
  };
}
