/** Fonts of the kinds that offices have and that no package brings, made from those that pdf.js brings. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

type Tables = ReadonlyMap<string, Buffer>;

const folder = join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'standard_fonts');

function tablesOf(font: Buffer): Tables {
  return new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
      const entry = 12 + 16 * index;
      const offset = font.readUInt32BE(entry + 8);
      const table = font.subarray(offset, offset + font.readUInt32BE(entry + 12));
      return [font.toString('latin1', entry, entry + 4), Buffer.from(table)];
    }),
  );
}

/** A table of contents and the tables behind it, as they stand from `start` on in a file. */
function fontFile(kind: string, tables: Tables, start = 0): Buffer {
  const tags = [...tables.keys()].sort();
  const contents = Buffer.alloc(12 + 16 * tags.length);
  contents.write(kind, 'latin1');
  contents.writeUInt16BE(tags.length, 4);
  const parts: Buffer[] = [contents];
  let offset = contents.length;
  for (const [index, tag] of tags.entries()) {
    const table = tables.get(tag) as Buffer;
    const entry = 12 + 16 * index;
    contents.write(tag, entry, 'latin1');
    contents.writeUInt32BE(start + offset, entry + 8);
    contents.writeUInt32BE(table.length, entry + 12);
    const padding = Buffer.alloc(-table.length & 3);
    parts.push(table, padding);
    offset += table.length + padding.length;
  }
  return Buffer.concat(parts);
}

const trueType = '\u0000\u0001\u0000\u0000';

/** A collection of Liberation Sans, first in bold, then as it is. */
export async function collection(): Promise<Buffer> {
  const members = await Promise.all(
    ['Bold', 'Regular'].map(async (style) => tablesOf(await readFile(join(folder, `LiberationSans-${style}.ttf`)))),
  );
  const head = Buffer.alloc(12 + 4 * members.length);
  head.write('ttcf', 'latin1');
  head.writeUInt32BE(0x00010000, 4);
  head.writeUInt32BE(members.length, 8);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (const [index, tables] of members.entries()) {
    const member = fontFile(trueType, tables, offset);
    head.writeUInt32BE(offset, 12 + 4 * index);
    parts.push(member);
    offset += member.length;
  }
  return Buffer.concat(parts);
}

const firstCharacter = 0x20;
const lastCharacter = 0x7e;
const glyphCount = 230;

/** An OpenType font with PostScript outlines: ASCII, each character 600 units wide. */
export async function postScriptFont(): Promise<Buffer> {
  const outlines = await readFile(join(folder, 'FoxitSerif.pfb'));
  const like = tablesOf(await readFile(join(folder, 'LiberationSans-Regular.ttf')));
  const tables = new Map(['head', 'hhea', 'OS/2', 'name'].map((tag) => [tag, like.get(tag) as Buffer]));
  tables.get('head')?.writeUInt16BE(1000, 18);
  tables.get('hhea')?.writeUInt16BE(1, 34);
  const maxp = Buffer.alloc(6);
  maxp.writeUInt32BE(0x00005000);
  maxp.writeUInt16BE(glyphCount, 4);
  const post = Buffer.alloc(32);
  post.writeUInt32BE(0x00030000);
  const hmtx = Buffer.alloc(4 + 2 * (glyphCount - 1));
  hmtx.writeUInt16BE(600);
  tables.set('CFF ', outlines).set('maxp', maxp).set('post', post).set('hmtx', hmtx).set('cmap', asciiMap());
  return fontFile('OTTO', tables);
}

/** Format 4: the space has glyph 1, and so on in the order of ASCII. */
function asciiMap(): Buffer {
  const map = Buffer.alloc(12 + 32);
  const fields = [0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 4, 1, 0, lastCharacter, 0xffff, 0, firstCharacter, 0xffff];
  const glyphs = [0x10000 + 1 - firstCharacter, 1, 0, 0];
  for (const [index, value] of [...fields, ...glyphs].entries()) map.writeUInt16BE(value, 2 * index);
  return map;
}
