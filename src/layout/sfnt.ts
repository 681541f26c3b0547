/** Unpacks a WOFF font: read as it is, fontkit would inflate its tables again for every glyph. */
import { inflateSync } from 'node:zlib';

const woffSignature = 0x774f4646;
const woffHeader = 44;
const woffEntry = 20;
const sfntHeader = 12;
const sfntEntry = 16;

export function isWoff(bytes: Buffer): boolean {
  return bytes.length > woffHeader && bytes.readUInt32BE(0) === woffSignature;
}

/** The sfnt (TrueType or OpenType file) inside a WOFF 1.0 file. Throws when the file is damaged. */
export function sfntOf(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = woffHeader + woffEntry * index;
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number];
    const stored = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(entry, entry + 4),
      checksum: woff.readUInt32BE(entry + 16),
      bytes: packed < length ? inflateSync(stored) : stored,
    };
  });
  const padded = (length: number) => (length + 3) & ~3;
  const start = sfntHeader + sfntEntry * count;
  const size = tables.reduce((sum, table) => sum + padded(table.bytes.length), start);
  const sfnt = Buffer.alloc(size);
  const power = Math.floor(Math.log2(count));
  woff.copy(sfnt, 0, 4, 8);
  sfnt.writeUInt16BE(count, 4);
  sfnt.writeUInt16BE(2 ** power * 16, 6);
  sfnt.writeUInt16BE(power, 8);
  sfnt.writeUInt16BE(count * 16 - 2 ** power * 16, 10);
  let offset = start;
  for (const [index, table] of tables.entries()) {
    const entry = sfntHeader + sfntEntry * index;
    table.tag.copy(sfnt, entry);
    sfnt.writeUInt32BE(table.checksum, entry + 4);
    sfnt.writeUInt32BE(offset, entry + 8);
    sfnt.writeUInt32BE(table.bytes.length, entry + 12);
    table.bytes.copy(sfnt, offset);
    offset += padded(table.bytes.length);
  }
  return sfnt;
}
