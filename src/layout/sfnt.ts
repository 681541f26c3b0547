/** Font files as tables (sfnt: TrueType and OpenType), each read when it is asked for. */
import { openSync, readSync } from 'node:fs';

/** An open font file. Throws from `table` and `slice` where it has no such table or ends too soon. */
export interface Sfnt {
  has(tag: string): boolean;
  /** A whole table, read once. */
  table(tag: string): Buffer;
  /** Bytes of a table from `from` to before `to`, read anew. */
  slice(tag: string, from: number, to: number): Buffer;
}

const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** The numbers of 32 bits that a table is made of, its end filled up with zeros. */
export function wordsOf(table: Uint8Array): Uint32Array {
  const words = new Uint32Array(Math.ceil(table.length / 4));
  const bytes = Buffer.from(words.buffer);
  bytes.set(table);
  if (isLittleEndian) bytes.swap32();
  return words;
}

const sfntHeader = 12;
const sfntEntry = 16;

/** Opens a file or its bytes; a file stays open, as the process needs glyphs of it to the end. Throws when it is no sfnt. */
export function openSfnt(source: string | Buffer): Sfnt {
  const read = typeof source === 'string' ? fileReader(source) : bytesReader(source);
  const count = read(0, sfntHeader).readUInt16BE(4);
  const directory = read(sfntHeader, count * sfntEntry);
  const places = new Map<string, { readonly offset: number; readonly length: number }>();
  for (let entry = 0; entry < directory.length; entry += sfntEntry) {
    const place = { offset: directory.readUInt32BE(entry + 8), length: directory.readUInt32BE(entry + 12) };
    places.set(directory.toString('latin1', entry, entry + 4), place);
  }
  const tables = new Map<string, Buffer>();
  const placeOf = (tag: string) => {
    const place = places.get(tag);
    if (place === undefined) throw new RangeError(`the font has no table ${tag}`);
    return place;
  };
  return {
    has: (tag) => places.has(tag),
    table(tag) {
      let table = tables.get(tag);
      if (table === undefined) {
        const { offset, length } = placeOf(tag);
        table = read(offset, length);
        tables.set(tag, table);
      }
      return table;
    },
    slice(tag, from, to) {
      const { offset, length } = placeOf(tag);
      if (from < 0 || to > length || to < from) throw new RangeError(`outside table ${tag}`);
      return to === from ? Buffer.alloc(0) : read(offset + from, to - from);
    },
  };
}

function fileReader(path: string): (offset: number, length: number) => Buffer {
  const file = openSync(path, 'r');
  return (offset, length) => {
    const bytes = Buffer.allocUnsafe(length);
    if (readSync(file, bytes, 0, length, offset) < length) throw new RangeError('the font file ends too soon');
    return bytes;
  };
}

function bytesReader(bytes: Buffer): (offset: number, length: number) => Buffer {
  return (offset, length) => {
    if (offset + length > bytes.length) throw new RangeError('the font file ends too soon');
    return bytes.subarray(offset, offset + length);
  };
}
