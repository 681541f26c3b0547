/** Packs the bytes of a file while they are made: on Node's pool of threads, several strands of the file at once. */
import { constants, crc32, createGzip, deflateRawSync } from 'node:zlib';
import { joinedCrc } from './crc.ts';

/** Bytes of a strand of a file: strands are made side by side, and stand in the file one after the other. */
export interface StrandPiece {
  /** Its number: the first pieces of the strands come in the order of these, from 0. */
  readonly strand: number;
  readonly bytes: Uint8Array;
}

/** Bytes of a file that is one strand, or of one of several. They may be written over once its next piece but one is asked for. */
export type Piece = Uint8Array | StrandPiece;

/** Of a file: the CRC-32 of its bytes, and how many they are before and after packing. */
export interface Sums {
  readonly crc: number;
  readonly size: number;
  readonly packed: number;
}

export interface Packed {
  readonly bytes: Uint8Array;
  readonly sums: Sums;
}

const level = 6;

/** Packs a file here and now. */
export function deflatedWhole(bytes: Uint8Array): Packed {
  const packed = deflateRawSync(bytes, { level });
  return { bytes: packed, sums: { crc: crc32(bytes), size: bytes.length, packed: packed.length } };
}

/**
 * The bytes of a file, packed, each piece while the next are made: those of the first strand go out as they come, those of
 * the others once all are made. Returns the file's sums.
 */
export async function* deflated(pieces: Iterable<Piece>): AsyncGenerator<Uint8Array, Sums> {
  const strands: Strand[] = [];
  let first: StrandPiece | undefined;
  try {
    for (const piece of pieces) {
      const next = piece instanceof Uint8Array ? { strand: 0, bytes: piece } : piece;
      if (first === undefined) first = next;
      else {
        if (strands.length === 0) await add(first);
        await add(next);
        yield* (strands[0] as Strand).take();
      }
    }
    if (strands.length === 0) {
      // A single piece is sooner packed here and now.
      const { bytes, sums } = deflatedWhole(first?.bytes ?? new Uint8Array(0));
      yield bytes;
      return sums;
    }
    let sums: Sums = { crc: 0, size: 0, packed: 0 };
    for (const strand of strands) {
      const own = await strand.end(strand === strands.at(-1));
      yield* strand.take();
      sums = { crc: joinedCrc(sums.crc, own), size: sums.size + own.size, packed: sums.packed + own.packed };
    }
    return sums;
  } finally {
    for (const strand of strands) strand.drop();
  }

  function add({ strand, bytes }: StrandPiece): Promise<void> {
    strands[strand] ??= createStrand();
    return strands[strand].add(bytes);
  }
}

interface Strand {
  /** Has bytes packed; resolves once those before them are. */
  add(bytes: Uint8Array): Promise<void>;
  /** What has been packed since it was last taken. */
  take(): readonly Uint8Array[];
  /** Resolves to the sums of all bytes once they are packed. @param last whether no other strand follows */
  end(last: boolean): Promise<Sums>;
  drop(): void;
}

/** What gzip writes before deflated bytes; and behind them the CRC, which is so reckoned up on the pool too, and their size. */
const headLength = 10;
const tailLength = 8;

function createStrand(): Strand {
  const gzip = createGzip({ level, chunkSize: 1 << 17 });
  let packed: Uint8Array[] = [];
  let packedLength = -headLength;
  let size = 0;
  let writing: Promise<void> = Promise.resolve();
  gzip.on('data', (bytes: Uint8Array) => {
    packed.push(packedLength < 0 ? bytes.subarray(headLength) : bytes);
    packedLength += bytes.length;
  });
  const take = () => packed.splice(0);
  return {
    async add(bytes) {
      await writing;
      size += bytes.length;
      writing = new Promise((resolve, reject) => {
        gzip.write(bytes, (error) => (error ? reject(error) : resolve()));
      });
    },
    take,
    async end(last) {
      await writing;
      // The next strand begins with a byte of its own, and the file's last block is that of the last one.
      if (!last) await new Promise<void>((resolve) => gzip.flush(constants.Z_SYNC_FLUSH, resolve));
      const [body, length] = [take(), packedLength];
      await new Promise<void>((resolve, reject) => {
        gzip.once('end', resolve).once('error', reject).end();
      });
      const rest = Buffer.concat(take());
      const tail = rest.length - tailLength;
      packed = last ? [...body, rest.subarray(0, tail)] : body;
      return { crc: rest.readUInt32LE(tail), size, packed: last ? length + tail : length };
    },
    drop() {
      gzip.destroy();
    },
  };
}
