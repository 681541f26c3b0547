/** A made-up seal: a plain red ring on a transparent ground, as PNG. */
import { crc32, deflateSync } from 'node:zlib';
import type { Seal } from '../../src/case/types.ts';

/** A ring as wide and high as the image, in pixels. */
export function ringPng(width = 120, height = width): Uint8Array {
  const row = 1 + width * 4;
  const pixels = Buffer.alloc(height * row);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const radius = Math.hypot((x + 0.5) / width - 0.5, (y + 0.5) / height - 0.5);
      if (radius < 0.5 && radius > 0.46) pixels.set([0xd7, 0, 0x0f, 0xff], y * row + 1 + x * 4);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 6], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [signature, chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat(parts));
}

export function ring(diameter = 42, width = 120, height = width): Seal {
  return { diameter, image: { format: 'png', width, height, bytes: ringPng(width, height) } };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
