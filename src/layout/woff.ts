/**
 * Unpacks WOFF fonts: read as they are, fontkit would inflate their tables again for every glyph. As unpacking takes a
 * moment with each large font, the result is kept in the user's cache folder.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { inflateSync } from 'node:zlib';

const signature = 0x774f4646;
const header = 44;
const entrySize = 20;
const sfntHeader = 12;
const sfntEntry = 16;

/**
 * What can be read of a font file: the file itself, or of a WOFF file its unpacked copy or, where none can be kept, the
 * unpacked bytes. Throws when the file cannot be read or is damaged.
 */
export function unpacked(path: string): string | Buffer {
  const size = unpackedSize(path);
  if (size === null) return path;
  const { mtimeMs } = statSync(path);
  const copy = join(cacheFolder(), `${basename(path)}-${size}-${Math.round(mtimeMs)}.ttf`);
  if (existsSync(copy) && statSync(copy).size === size) return copy;
  const sfnt = sfntOf(readFileSync(path));
  return keep(copy, sfnt) ? copy : sfnt;
}

/** The user's own, as each system has it; what looks it up, as a library, makes a short run longer by a hundredth. */
function cacheFolder(): string {
  const { platform, env } = process;
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData/Local'), 'neibao/Cache');
  if (platform === 'darwin') return join(homedir(), 'Library/Caches/neibao');
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'neibao');
}

/** Size of the sfnt in a WOFF file; null for any other file. */
function unpackedSize(path: string): number | null {
  const bytes = Buffer.alloc(header);
  const file = openSync(path, 'r');
  readSync(file, bytes, 0, header, 0);
  closeSync(file);
  return bytes.readUInt32BE(0) === signature ? bytes.readUInt32BE(16) : null;
}

/** Writes a copy in one move, as others may be reading it; false where the folder cannot be written to. */
function keep(copy: string, bytes: Buffer): boolean {
  const part = `${copy}.${process.pid}`;
  try {
    mkdirSync(join(copy, '..'), { recursive: true });
    writeFileSync(part, bytes);
    renameSync(part, copy);
    return true;
  } catch {
    return false;
  }
}

/** The sfnt (TrueType or OpenType file) inside a WOFF 1.0 file. Throws when the file is damaged. */
export function sfntOf(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const entry = header + entrySize * index;
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
