/** The fonts of a file: codes are given to characters as they are met, and the subsets are written at the end. */
import type { Font } from 'fontkit';
import { kept } from '../../layout/kept.ts';
import type { FontFace } from '../../layout/types.ts';
import { ascent, type Lettering, type Letters } from './content.ts';
import type { PdfFile, Ref } from './file.ts';
import { subsetOf } from './subset.ts';

export interface FileFonts extends Lettering {
  /** Writes the fonts that were used; the entries of a resource dictionary, e.g. `/F0 12 0 R`. */
  end(file: PdfFile): string;
}

interface UsedFont extends Letters {
  readonly face: FontFace;
  /** Glyph and code point of each code; that of .notdef is 0. */
  readonly glyphs: number[];
  readonly codePoints: number[];
  /** How fontkit numbers the glyphs of a font that is not TrueType; null for TrueType. */
  readonly subset: FontkitSubset | null;
}

interface FontkitSubset {
  includeGlyph(glyph: number): number;
  encode(): Uint8Array;
  /** Of fonts with PostScript outlines. */
  readonly cff?: unknown;
}

const plane = 0x10000;

export function createFonts(): FileFonts {
  const used = new Map<FontFace, UsedFont>();
  return {
    fontOf: (face) => kept(used, face, () => usedFont(face, `F${used.size}`)),
    end: (file) => [...used.values()].map((font) => `/${font.name} ${writeFont(file, font)} 0 R`).join(''),
  };
}

function usedFont(face: FontFace, name: string): UsedFont {
  const subset = face.program.sfnt === null ? fontkitSubset(face.program.fontkit()) : null;
  const codes = new Uint16Array(plane);
  const astralCodes = new Map<number, number>();
  const [glyphs, codePoints] = [[0], [0]];
  const codeOf = (codePoint: number): number => {
    const known = codePoint < plane ? codes[codePoint] : astralCodes.get(codePoint);
    if (known) return known;
    const glyph = face.glyph(codePoint);
    const code = subset?.includeGlyph(glyph) ?? glyphs.length;
    if (codePoint < plane) codes[codePoint] = code;
    else astralCodes.set(codePoint, code);
    glyphs[code] = glyph;
    // Where fontkit gives two characters one glyph, the first is what a reader copies.
    codePoints[code] ??= codePoint;
    return code;
  };
  return { face, name, codes, codeOf, glyphs, codePoints, subset };
}

function fontkitSubset(font: Font): FontkitSubset {
  return (font as unknown as { createSubset(): FontkitSubset }).createSubset();
}

function writeFont(file: PdfFile, font: UsedFont): Ref {
  const { face, subset } = font;
  const { program } = face;
  const bytes = subset?.encode() ?? subsetOf(program.sfnt as NonNullable<typeof program.sfnt>, font.glyphs);
  const outlines = subset?.cff == null ? 'TrueType' : 'CFF';
  const program1 = outlines === 'TrueType' ? `/Length1 ${bytes.length}` : '/Subtype/CIDFontType0C';
  const fontFile = file.stream(bytes, program1);
  const name = `${tagOf(font)}+${program.name.replace(/[^!-~]|[()<>[\]{}/%#]/g, '')}`;
  const descriptor = file.object(
    `<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[-1000 -300 2000 1200]/ItalicAngle 0` +
      `/Ascent ${1000 * ascent}/Descent ${-(1000 - 1000 * ascent)}/CapHeight 700/StemV 80` +
      `/${outlines === 'TrueType' ? 'FontFile2' : 'FontFile3'} ${fontFile} 0 R>>`,
  );
  const descendant = file.object(
    `<</Type/Font/Subtype/${outlines === 'TrueType' ? 'CIDFontType2/CIDToGIDMap/Identity' : 'CIDFontType0'}/BaseFont/${name}` +
      `/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor} 0 R` +
      `/DW 1000/W[${widths(font)}]>>`,
  );
  const toUnicode = file.stream(Buffer.from(unicodeMap(font.codePoints), 'latin1'));
  return file.object(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${descendant} 0 R]/ToUnicode ${toUnicode} 0 R>>`,
  );
}

/** Six capitals that tell this subset from others of the font (ISO 32000-1 9.6.4): the same for the same characters. */
function tagOf({ codePoints }: UsedFont): string {
  let hash = 0;
  for (const codePoint of codePoints) hash = (Math.imul(hash, 31) + codePoint) >>> 0;
  return Array.from({ length: 6 }, (_, index) => String.fromCharCode(65 + (Math.floor(hash / 26 ** index) % 26))).join(
    '',
  );
}

/** The widths of all codes that are not one em wide, in runs of neighbours. */
function widths({ face: { program }, glyphs }: UsedFont): string {
  let runs = '';
  let open = false;
  for (const [code, glyph] of glyphs.entries()) {
    const width = Math.round((program.advanceOf(glyph) * 100_000) / program.unitsPerEm) / 100;
    if (width === 1000) {
      if (open) runs += ']';
      open = false;
      continue;
    }
    runs += open ? ` ${width}` : `${code}[${width}`;
    open = true;
  }
  return open ? `${runs}]` : runs;
}

const entriesPerBlock = 100;

/** What readers copy and search: the character of each code (ISO 32000-1 9.10.3). */
function unicodeMap(codePoints: readonly number[]): string {
  const entries = codePoints.slice(1).map((codePoint, index) => {
    const text = Buffer.from(String.fromCodePoint(codePoint), 'utf16le').swap16().toString('hex');
    return `<${(index + 1).toString(16).padStart(4, '0')}><${text}>`;
  });
  const blocks: string[] = [];
  for (let at = 0; at < entries.length; at += entriesPerBlock) {
    const block = entries.slice(at, at + entriesPerBlock);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap',
    '/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def',
    '/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><ffff>\nendcodespacerange',
    ...blocks,
    'endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend',
  ].join('\n');
}
