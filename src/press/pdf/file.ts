/**
 * A PDF file that is written as it is made: objects go out as soon as they are known, the small ones packed by the
 * hundred, so that a file of any length needs no more memory than its table of objects.
 */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** The number of an object. */
export type Ref = number;

export interface PdfFile {
  /** Takes a number for an object that is written later. */
  reserve(): Ref;
  /** Writes a small object: a dictionary, an array. */
  object(body: string, ref?: Ref): Ref;
  /** Writes a stream, deflated where that makes it smaller. */
  stream(bytes: Uint8Array, entries?: string, ref?: Ref): Ref;
  /** Writes a stream whose entries name a filter of their own. */
  packedStream(bytes: Uint8Array, entries: string): Ref;
  /** Adds a page; what all pages share is inherited. */
  page(entries: string): void;
  /** What has been written since the last call, in pieces that are worth sending; with `all`, also what is not. */
  take(all?: boolean): readonly Uint8Array[];
  /** Writes page tree, catalogue and table of objects. No more can be added. */
  end(parts: { readonly catalog: string; readonly pages: string; readonly info: string }): void;
  readonly pageCount: number;
}

const pieceSize = 256 * 1024;
const packed = 100;
const pagesPerNode = 50;
/**
 * Less than this is written as it is. A page's own text is less, once what it shares is apart: to deflate some hundred
 * bytes of it away takes as long as to lay the page.
 */
const smallest = 2048;
/** Outlines of glyphs, the bulk of a file, get hardly smaller at a higher level, which takes half as long again. */
const level = 3;
/** In longer stretches, with fewer tables of codes: a sixth sooner done, and a little smaller. */
const memLevel = 9;

export function createFile(): PdfFile {
  const pieces: Uint8Array[] = [];
  let piece = Buffer.allocUnsafe(pieceSize);
  let filled = 0;
  /** Of the next byte in the file. */
  let offset = 0;
  let next = 1;
  /** Of each object: where it begins, or the number of its pack and its place in there. */
  let offsets = new Float64Array(1024);
  let packs = new Uint32Array(1024);
  const pending: { readonly ref: Ref; readonly body: string }[] = [];
  /** The open node of each level of the page tree, from the leaves up, as numbers of its children. */
  const levels: (TreeNode | undefined)[] = [];
  let pageCount = 0;

  const flush = (): void => {
    if (filled > 0) pieces.push(piece.subarray(0, filled));
    piece = Buffer.allocUnsafe(pieceSize);
    filled = 0;
  };
  const send = (part: string | Uint8Array): void => {
    const { length } = part;
    if (filled + length > pieceSize) flush();
    if (length > pieceSize) pieces.push(typeof part === 'string' ? Buffer.from(part, 'latin1') : part.slice());
    else {
      if (typeof part === 'string') piece.write(part, filled, 'latin1');
      else piece.set(part, filled);
      filled += length;
    }
    offset += length;
  };
  const reserve = (): Ref => {
    if (next >= offsets.length) {
      const [moreOffsets, morePacks] = [new Float64Array(2 * next), new Uint32Array(2 * next)];
      moreOffsets.set(offsets);
      morePacks.set(packs);
      offsets = moreOffsets;
      packs = morePacks;
    }
    return next++;
  };
  const packedStream = (bytes: Uint8Array, entries: string, ref = reserve()): Ref => {
    offsets[ref] = offset;
    send(`${ref} 0 obj\n<<${entries}/Length ${bytes.length}>>stream\n`);
    send(bytes);
    send('\nendstream\nendobj\n');
    return ref;
  };
  const stream = (bytes: Uint8Array, entries = '', ref?: Ref): Ref => {
    const packed = bytes.length < smallest ? bytes : deflateSync(bytes, { level, memLevel });
    return packed.length < bytes.length
      ? packedStream(packed, `${entries}/Filter/FlateDecode`, ref)
      : packedStream(bytes, entries, ref);
  };
  const pack = (): void => {
    if (pending.length === 0) return;
    const own = reserve();
    let index = '';
    let bodies = '';
    for (const [place, { ref, body }] of pending.entries()) {
      index += `${ref} ${bodies.length} `;
      bodies += `${body}\n`;
      offsets[ref] = place;
      packs[ref] = own;
    }
    const entries = `/Type/ObjStm/N ${pending.length}/First ${index.length}`;
    stream(Buffer.from(index + bodies, 'latin1'), entries, own);
    pending.length = 0;
  };
  const object = (body: string, ref = reserve()): Ref => {
    pending.push({ ref, body });
    if (pending.length === packed) pack();
    return ref;
  };

  const levelAt = (depth: number): TreeNode => {
    let level = levels[depth];
    if (level === undefined) {
      level = { ref: reserve(), kids: [], count: 0 };
      levels[depth] = level;
    }
    return level;
  };
  /** Writes the open node of a level. */
  const closeNode = (depth: number): void => {
    const { ref, kids, count } = levelAt(depth);
    const parent = levelAt(depth + 1);
    object(`<</Type/Pages/Parent ${parent.ref} 0 R${kidsOf(kids, count)}>>`, ref);
    parent.kids.push(ref);
    parent.count += count;
    levels[depth] = undefined;
    if (parent.kids.length === pagesPerNode) closeNode(depth + 1);
  };

  send('%PDF-1.7\n%\u00e4\u00f6\u00fc\u00df\n');
  return {
    reserve,
    object,
    stream,
    packedStream: (bytes, entries) => packedStream(bytes, entries),
    page(entries) {
      const leaf = levelAt(0);
      leaf.kids.push(object(`<</Type/Page/Parent ${leaf.ref} 0 R${entries}>>`));
      leaf.count += 1;
      pageCount += 1;
      if (leaf.kids.length === pagesPerNode) closeNode(0);
    },
    take(all = false) {
      if (all) flush();
      return pieces.splice(0);
    },
    get pageCount() {
      return pageCount;
    },
    end({ catalog, pages, info }) {
      // Nodes that are not full are closed from the leaves up, to the root.
      for (let depth = 0; depth < levels.length - 1; depth++) if (levels[depth] !== undefined) closeNode(depth);
      const root = levelAt(Math.max(0, levels.length - 1));
      // Not packed: whoever counts the pages of a file finds the number as it is.
      offsets[root.ref] = offset;
      send(`${root.ref} 0 obj\n<</Type/Pages${kidsOf(root.kids, root.count)}${pages}>>\nendobj\n`);
      const catalogRef = object(`<</Type/Catalog/Pages ${root.ref} 0 R${catalog}>>`);
      const infoRef = object(info);
      pack();
      const own = reserve();
      offsets[own] = offset;
      const start = offset;
      const id = createHash('sha256').update(`${info} ${pageCount} ${next} ${start}`).digest('hex').slice(0, 32);
      const entries = `/Type/XRef/Size ${next}/W[1 4 2]/Root ${catalogRef} 0 R/Info ${infoRef} 0 R/ID[<${id}><${id}>]`;
      stream(table(offsets, packs, next), entries, own);
      send(`startxref\n${start}\n%%EOF\n`);
    },
  };
}

/** A node of the page tree, with the pages and nodes below it. */
interface TreeNode {
  readonly ref: Ref;
  readonly kids: Ref[];
  count: number;
}

function kidsOf(kids: readonly Ref[], count: number): string {
  return `/Count ${count}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]`;
}

const rowSize = 7;

/** The table of objects (ISO 32000-1 7.5.8): of each its kind, its offset or pack, its place in the pack. */
function table(offsets: Float64Array, packs: Uint32Array, count: number): Uint8Array {
  const bytes = Buffer.alloc(count * rowSize);
  bytes.writeUInt16BE(0xffff, 5);
  for (let ref = 1; ref < count; ref++) {
    const at = ref * rowSize;
    const pack = packs[ref] as number;
    bytes[at] = pack > 0 ? 2 : 1;
    bytes.writeUInt32BE(pack > 0 ? pack : (offsets[ref] as number), at + 1);
    bytes.writeUInt16BE(pack > 0 ? (offsets[ref] as number) : 0, at + 5);
  }
  return bytes;
}
