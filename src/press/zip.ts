/** Writes a zip while its parts are made: nothing of it is held, and packing goes on beside the making. */
import { kept } from '../layout/kept.ts';
import { deflated, deflatedWhole, type Packed, type Piece, type Sums } from './deflate.ts';

/** A file in a zip. */
export interface ZipPart {
  readonly path: string;
  /** All its bytes, packed once however many zips they go into; or pieces, which are asked for when its turn comes. */
  readonly content: Uint8Array | (() => Iterable<Piece>);
}

/** The bytes of a zip of these parts, in their order; the same parts give the same bytes. */
export async function* zipOf(parts: Iterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = [];
  let offset = 0;
  for (const { path, content } of parts) {
    const name = Buffer.from(path);
    const start = offset;
    const known = content instanceof Uint8Array ? packedOnce(content) : undefined;
    const header = localHeader(name, known?.sums);
    yield header;
    offset += header.length;
    let sums: Sums;
    if (known !== undefined) {
      yield known.bytes;
      sums = known.sums;
    } else {
      sums = yield* deflated((content as () => Iterable<Piece>)());
      yield descriptorOf(sums);
      offset += descriptorLength;
    }
    offset += sums.packed;
    if (Math.max(sums.size, offset) > mostBytes) throw new RangeError(`${path} is too large for a zip`);
    entries.push({ name, start, later: known === undefined, ...sums });
  }
  const directory = Buffer.concat(entries.map(directoryEntry));
  yield directory;
  yield endOf(entries.length, directory.length, offset);
}

/** All pieces of a file as one. */
export async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return new Uint8Array(Buffer.concat(all));
}

const mostBytes = 0xffff_ffff;

interface Entry extends Sums {
  readonly name: Buffer;
  /** Where its header begins. */
  readonly start: number;
  /** Whether its sums follow its content. */
  readonly later: boolean;
}

const packedBefore = new WeakMap<Uint8Array, Packed>();

function packedOnce(content: Uint8Array): Packed {
  return kept(packedBefore, content, () => deflatedWhole(content));
}

// The records of a zip: APPNOTE.TXT of PKWARE, 4.3.7 to 4.3.16.

const version = 20;
/** Names are in UTF-8. */
const plainFlags = 0x0800;
/** Moreover, the sums follow the content, since they are not known before. */
const laterFlags = 0x0808;
const deflateMethod = 8;
/** 1980-01-01, 0 o'clock, the earliest there is: no clock gets in. */
const [time, day] = [0, 0x0021];

function localHeader(name: Buffer, known: Sums | undefined): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(version, 4);
  header.writeUInt16LE(known === undefined ? laterFlags : plainFlags, 6);
  header.writeUInt16LE(deflateMethod, 8);
  header.writeUInt16LE(time, 10);
  header.writeUInt16LE(day, 12);
  if (known !== undefined) writeSums(header, known, 14);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function writeSums(record: Buffer, { crc, packed, size }: Sums, at: number): void {
  record.writeUInt32LE(crc, at);
  record.writeUInt32LE(packed, at + 4);
  record.writeUInt32LE(size, at + 8);
}

const descriptorLength = 16;

function descriptorOf(sums: Sums): Buffer {
  const descriptor = Buffer.alloc(descriptorLength);
  descriptor.writeUInt32LE(0x08074b50, 0);
  writeSums(descriptor, sums, 4);
  return descriptor;
}

function directoryEntry({ name, start, later, ...sums }: Entry): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(version, 4);
  entry.writeUInt16LE(version, 6);
  entry.writeUInt16LE(later ? laterFlags : plainFlags, 8);
  entry.writeUInt16LE(deflateMethod, 10);
  entry.writeUInt16LE(time, 12);
  entry.writeUInt16LE(day, 14);
  writeSums(entry, sums, 16);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(start, 42);
  return Buffer.concat([entry, name]);
}

function endOf(count: number, length: number, start: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(start, 16);
  return end;
}
