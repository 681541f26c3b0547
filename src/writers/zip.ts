/** Office files are zips; here they are packed so that the same parts always give the same bytes. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { bytesOf, zipOf } from '../press/zip.ts';

/** The earliest date a zip can hold, in local time as zips keep it, so no clock and no time zone gets in. */
const pinnedTime = new Date(1980, 0, 1);

/** Parts of an Office file by path, e.g. `word/document.xml`. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** Reads a zip. Throws when the bytes are no zip. */
export function unpack(archive: Uint8Array): Parts {
  return new Map(Object.entries(unzipSync(archive)));
}

/** Writes a zip of the parts, in their order. */
export function pack(parts: Parts): Uint8Array {
  const zippable: Zippable = {};
  for (const path of [...parts.keys()].sort(partOrder)) zippable[path] = parts.get(path) as Uint8Array;
  return zipSync(zippable, { mtime: pinnedTime, level: 6 });
}

/** Packs an Office file anew with pinned times and order; `edit` may give an XML part another text. */
export async function repack(
  archive: Uint8Array,
  edit: (path: string, xml: string) => string = (_, xml) => xml,
): Promise<Uint8Array> {
  const parts = [...unpack(archive)].map(([path, bytes]): [string, Uint8Array] => {
    const isXml = path.endsWith('.xml') || path.endsWith('.rels');
    return [path, isXml ? strToU8(edit(path, strFromU8(bytes))) : bytes];
  });
  return packed(new Map(parts));
}

/** Writes a zip of the parts; what goes into several is packed once. */
export function packed(parts: Parts): Promise<Uint8Array> {
  const paths = [...parts.keys()].sort(partOrder);
  return bytesOf(zipOf(paths.map((path) => ({ path, content: parts.get(path) as Uint8Array }))));
}

/** `[Content_Types].xml` first, as Office wants it, the other parts by path. */
export function partOrder(one: string, other: string): number {
  return rank(one) - rank(other) || (one < other ? -1 : 1);
}

function rank(path: string): number {
  return path === '[Content_Types].xml' ? 0 : path === '_rels/.rels' ? 1 : 2;
}
