/** The part of a TrueType font that a file needs: the glyphs asked for, under new numbers, and what they are made of. */
import { kept } from '../../layout/kept.ts';
import { type Sfnt, wordsOf } from '../../layout/sfnt.ts';

/** Flags of the parts of a composite glyph (OpenType, glyf). */
const wordArguments = 0x0001;
const scaled = 0x0008;
const more = 0x0020;
const scaledTwice = 0x0040;
const matrix = 0x0080;

/** Tables that are taken over whole, where there are any: instructions for small sizes on screens. */
const hinting = ['cvt ', 'fpgm', 'prep'] as const;

/**
 * A font file with just these glyphs, numbered in the order given; glyphs that they are composed of stand behind them.
 * @param glyphs numbers in the font; the first is .notdef, 0
 */
export function subsetOf(sfnt: Sfnt, glyphs: readonly number[]): Uint8Array {
  const head = Buffer.from(sfnt.table('head'));
  const long = head.readInt16BE(50) === 1;
  const loca = sfnt.table('loca');
  const placeOf = (glyph: number) => (long ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph));

  const all = [...glyphs];
  /** New numbers of glyphs, by which composites refer to their parts. */
  const numbers = new Map(glyphs.map((glyph, index) => [glyph, index]));
  const numberOf = (glyph: number): number => {
    let number = numbers.get(glyph);
    if (number === undefined) {
      number = all.length;
      all.push(glyph);
      numbers.set(glyph, number);
    }
    return number;
  };
  const outlineOf = outlinesFor(sfnt, glyphs, placeOf);
  const outlines: Buffer[] = [];
  const places = [0];
  let end = 0;
  for (let index = 0; index < all.length; index++) {
    const outline = renumbered(outlineOf(all[index] as number), numberOf);
    outlines.push(outline);
    end = (end + outline.length + 3) & ~3;
    places.push(end);
  }
  const glyf = Buffer.alloc(end);
  for (let index = 0; index < outlines.length; index++) glyf.set(outlines[index] as Buffer, places[index]);

  head.writeInt16BE(1, 50);
  const maxp = Buffer.from(sfnt.table('maxp'));
  maxp.writeUInt16BE(all.length, 4);
  const hhea = Buffer.from(sfnt.table('hhea'));
  const measured = hhea.readUInt16BE(34);
  hhea.writeUInt16BE(all.length, 34);
  const metrics = Buffer.alloc(4 * all.length);
  const hmtx = sfnt.table('hmtx');
  for (const [index, glyph] of all.entries()) {
    metrics.writeUInt16BE(hmtx.readUInt16BE(4 * Math.min(glyph, measured - 1)), 4 * index);
    const bearing = glyph < measured ? 4 * glyph + 2 : 4 * measured + 2 * (glyph - measured);
    if (bearing + 2 <= hmtx.length) metrics.writeInt16BE(hmtx.readInt16BE(bearing), 4 * index + 2);
  }
  const index = Buffer.alloc(4 * places.length);
  for (const [at, place] of places.entries()) index.writeUInt32BE(place, 4 * at);

  return sfntFile(
    new Map([
      ['head', head],
      ['hhea', hhea],
      ['maxp', maxp],
      ['hmtx', metrics],
      ['loca', index],
      ['glyf', glyf],
      ...hinting.filter((tag) => sfnt.has(tag)).map((tag) => [tag, sfnt.table(tag)] as const),
    ]),
  );
}

/** A few thousand glyphs of some hundred bytes: each is read once, however many files it goes into. */
const outlinesRead = new WeakMap<Sfnt, Map<number, Buffer>>();
/** To read so many one by one takes longer than to read the whole table, of ten megabytes. */
const many = 150;

/** @param placeOf where the outline of a glyph begins in its table, and that of the one before it ends */
function outlinesFor(sfnt: Sfnt, glyphs: readonly number[], placeOf: (glyph: number) => number) {
  const known = kept(outlinesRead, sfnt, () => new Map<number, Buffer>());
  const missing = glyphs.filter((glyph) => !known.has(glyph));
  if (missing.length > many) {
    const from = placeOf(0);
    const table = sfnt.slice('glyf', from, placeOf(Math.max(...missing) + 1));
    for (const glyph of missing)
      known.set(glyph, Buffer.from(table.subarray(placeOf(glyph) - from, placeOf(glyph + 1) - from)));
  }
  return (glyph: number) => kept(known, glyph, () => sfnt.slice('glyf', placeOf(glyph), placeOf(glyph + 1)));
}

/** The outline of a glyph; of a composite one with the new numbers of its parts. */
function renumbered(outline: Buffer, numberOf: (glyph: number) => number): Buffer {
  const composite = outline.length > 0 && outline.readInt16BE(0) < 0;
  if (!composite) return outline;
  const copy = Buffer.from(outline);
  let flags = more;
  for (let at = 10; (flags & more) !== 0; ) {
    flags = copy.readUInt16BE(at);
    copy.writeUInt16BE(numberOf(copy.readUInt16BE(at + 2)), at + 2);
    at += 4 + ((flags & wordArguments) !== 0 ? 4 : 2);
    if ((flags & scaled) !== 0) at += 2;
    else if ((flags & scaledTwice) !== 0) at += 4;
    else if ((flags & matrix) !== 0) at += 8;
  }
  return copy;
}

/** Tables as a font file. */
function sfntFile(tables: ReadonlyMap<string, Buffer>): Uint8Array {
  const tags = [...tables.keys()].sort();
  const power = Math.floor(Math.log2(tags.length));
  const directory = Buffer.alloc(12 + 16 * tags.length);
  directory.writeUInt32BE(0x00010000, 0);
  directory.writeUInt16BE(tags.length, 4);
  directory.writeUInt16BE(2 ** power * 16, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(tags.length * 16 - 2 ** power * 16, 10);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  for (const [index, tag] of tags.entries()) {
    const table = tables.get(tag) as Buffer;
    const entry = 12 + 16 * index;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksumOf(table), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(table.length, entry + 12);
    const padding = Buffer.alloc(-table.length & 3);
    parts.push(table, padding);
    offset += table.length + padding.length;
  }
  return Buffer.concat(parts);
}

function checksumOf(table: Buffer): number {
  const words = wordsOf(table);
  let sum = 0;
  for (let at = 0; at < words.length; at++) sum = (sum + (words[at] as number)) | 0;
  return sum >>> 0;
}
