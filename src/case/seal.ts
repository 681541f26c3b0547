/** The user's seals: named in case.yaml, read as PNG or JPEG, and checked so that every writer can place them. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { message, type Place, type Result } from '../message.ts';
import { readInput } from './files.ts';
import type { Input, Seal, SealImage, SealSettings } from './types.ts';

/** A seal of the case, with the file its image came from. */
export interface ReadSeal {
  readonly seal: Seal;
  readonly inputs: readonly Input[];
}

/** Reads the seal that case.yaml names at `place`; without an image it is only room for one. */
export async function readSeal(
  dir: string,
  { image, diameter }: SealSettings,
  place: Place,
): Promise<Result<ReadSeal>> {
  if (image === null) return { ok: true, value: { seal: { diameter, image }, inputs: [] }, messages: [] };
  const facts = { place, name: image };
  if (!(await exists(join(dir, image)))) return { ok: false, messages: [message('case.seal-missing', facts)] };
  const input = await readInput(dir, image);
  if (!input.ok) return input;
  const read = sealImageOf(input.value.bytes);
  if (read === undefined) return { ok: false, messages: [message('case.seal-format', facts)] };
  return { ok: true, value: { seal: { diameter, image: read }, inputs: [input.value] }, messages: [] };
}

/** A whole PNG or JPEG with its size in pixels; undefined for any other bytes. */
export function sealImageOf(bytes: Uint8Array): SealImage | undefined {
  return pngOf(bytes) ?? jpegOf(bytes);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** No scan of a seal has more pixels. */
const mostPixels = 40_000_000;
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function pngOf(bytes: Uint8Array): SealImage | undefined {
  if (pngSignature.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  let head: { width: number; height: number; rowBits: number; interlaced: boolean } | undefined;
  for (let at = pngSignature.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    const start = at + 8;
    if (start + length + 4 > bytes.length) return undefined;
    if (type === 'IHDR' && length === 13) {
      const width = view.getUint32(start);
      const rowBits = width * view.getUint8(start + 8) * (channels[view.getUint8(start + 9)] ?? 0);
      head = { width, height: view.getUint32(start + 4), rowBits, interlaced: view.getUint8(start + 12) === 1 };
    }
    if (type === 'IDAT') data.push(bytes.subarray(start, start + length));
    if (type === 'IEND') break;
    at = start + length + 4;
  }
  if (head === undefined || head.rowBits === 0 || head.width * head.height > mostPixels) return undefined;
  const size = unpackedSize(data);
  const whole = head.interlaced ? size > 0 : size === head.height * (Math.ceil(head.rowBits / 8) + 1);
  return whole && head.height > 0 ? { format: 'png', width: head.width, height: head.height, bytes } : undefined;
}

/** Bytes of the pixels; 0 where they are damaged. */
function unpackedSize(data: readonly Uint8Array[]): number {
  try {
    return inflateSync(Buffer.concat(data), { maxOutputLength: mostPixels * 8 }).length;
  } catch {
    return 0;
  }
}

/** Markers of a frame, which holds the size. */
const frames = [0xc0, 0xc1, 0xc2];

function jpegOf(bytes: Uint8Array): SealImage | undefined {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(Buffer.from([0xff, 0xd9]));
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || end < 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < end && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] as number;
    if (frames.includes(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return width > 0 && height > 0 ? { format: 'jpeg', width, height, bytes } : undefined;
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
