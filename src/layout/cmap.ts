/** Which glyph shows a character: the cmap table of a font, formats 4 and 12. */

import { wordsOf } from './sfnt.ts';

/** The number of the glyph of a code point; 0 where the font has none. */
export type Cmap = (codePoint: number) => number;

/** Encodings by platform and encoding number, best first: those that know all of Unicode, then those of its first plane. */
const encodings: readonly (readonly [number, number])[] = [
  [3, 10],
  [0, 6],
  [0, 4],
  [3, 1],
  [0, 3],
  [0, 2],
  [0, 1],
  [0, 0],
];

/** Reads a cmap table; undefined where it has no subtable of a kind that is known here. */
export function readCmap(table: Buffer): Cmap | undefined {
  const subtables = Array.from({ length: table.readUInt16BE(2) }, (_, index) => {
    const at = 4 + 8 * index;
    return { platform: table.readUInt16BE(at), encoding: table.readUInt16BE(at + 2), at: table.readUInt32BE(at + 4) };
  });
  for (const [platform, encoding] of encodings) {
    const found = subtables.find((one) => one.platform === platform && one.encoding === encoding);
    if (found === undefined) continue;
    const format = table.readUInt16BE(found.at);
    if (format === 12) return groups(table, found.at);
    if (format === 4) return segments(table, found.at);
  }
  return undefined;
}

/** Format 12: groups of consecutive characters with consecutive glyphs, each its first and last character and first glyph. */
function groups(table: Buffer, at: number): Cmap {
  const count = table.readUInt32BE(at + 12);
  const words = wordsOf(table.subarray(at + 16, at + 16 + 12 * count));
  return (codePoint) => {
    let low = 0;
    let high = count - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const start = words[3 * middle] as number;
      if (codePoint < start) high = middle - 1;
      else if (codePoint > (words[3 * middle + 1] as number)) low = middle + 1;
      else return (words[3 * middle + 2] as number) + codePoint - start;
    }
    return 0;
  };
}

/** Format 4: segments of the first plane, each with a distance to its glyphs or a list of them. */
function segments(table: Buffer, at: number): Cmap {
  const size = table.readUInt16BE(at + 6);
  const [ends, starts, deltas, offsets] = [14, 16 + size, 16 + 2 * size, 16 + 3 * size].map((from) => at + from) as [
    number,
    number,
    number,
    number,
  ];
  return (codePoint) => {
    let low = 0;
    let high = size / 2 - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (table.readUInt16BE(ends + 2 * middle) < codePoint) low = middle + 1;
      else high = middle;
    }
    const start = table.readUInt16BE(starts + 2 * low);
    if (codePoint < start || codePoint > table.readUInt16BE(ends + 2 * low)) return 0;
    const delta = table.readUInt16BE(deltas + 2 * low);
    const offset = table.readUInt16BE(offsets + 2 * low);
    if (offset === 0) return (codePoint + delta) & 0xffff;
    const glyph = table.readUInt16BE(offsets + 2 * low + offset + 2 * (codePoint - start));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}
