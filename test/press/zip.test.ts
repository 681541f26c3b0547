import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type ZipPart, zipOf } from '../../src/press/zip.ts';
import { unpack } from '../../src/writers/zip.ts';

async function bytesOf(parts: readonly ZipPart[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipOf(parts)) pieces.push(Uint8Array.from(piece));
  return new Uint8Array(Buffer.concat(pieces));
}

const text = (said: string) => new Uint8Array(Buffer.from(said));

/** Pieces in two buffers by turns, each written over as soon as it may be. */
function* turns(count: number): Generator<Uint8Array> {
  const buffers = [new Uint8Array(100_000), new Uint8Array(100_000)] as const;
  for (let index = 0; index < count; index++) yield buffers[(index % 2) as 0 | 1].fill(65 + (index % 26));
}

describe('a zip written while its parts are made', () => {
  it('holds whole parts, parts in pieces and empty ones, in their order', async () => {
    const archive = await bytesOf([
      { path: '[Content_Types].xml', content: text('<Types/>') },
      { path: 'word/名.xml', content: () => [text('一'), text('二'), text('三')] },
      { path: 'one.xml', content: () => [text('一')] },
      { path: 'none.xml', content: () => [] },
    ]);
    const read = [...unpack(archive)].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]);
    expect(read).toEqual([
      ['[Content_Types].xml', '<Types/>'],
      ['word/名.xml', '一二三'],
      ['one.xml', '一'],
      ['none.xml', ''],
    ]);
  });

  it('is whole where a buffer is written over once the next but one piece is asked for', async () => {
    const read = unpack(await bytesOf([{ path: 'long', content: () => turns(60) }])).get('long') as Uint8Array;
    const expected = Buffer.concat(
      Array.from({ length: 60 }, (_, index) => new Uint8Array(100_000).fill(65 + (index % 26))),
    );
    expect(Buffer.from(read).equals(expected)).toBe(true);
  });

  it('holds a part made in strands as one, its sums those of the whole', async () => {
    const said = ['一', '二', '三'].map((word) => word.repeat(90_000));
    const halves = [0, 45_000].flatMap((from) =>
      said.map((all, strand) => ({ strand, bytes: text(all.slice(from, from + 45_000)) })),
    );
    const archive = await bytesOf([
      { path: 'strands', content: () => halves },
      { path: 'after', content: text('四') },
    ]);
    const whole = text(said.join(''));
    const read = unpack(archive);
    expect(Buffer.from(read.get('strands') as Uint8Array).equals(whole)).toBe(true);
    expect(Buffer.from(read.get('after') as Uint8Array).toString()).toBe('四');
    const entry = Buffer.from(archive).subarray(Buffer.from(archive).indexOf('PK\u0001\u0002'));
    expect([entry.readUInt32LE(16), entry.readUInt32LE(24)]).toEqual([crc32(whole), whole.length]);
  });

  it('is the same when it is written again', async () => {
    const parts = [
      { path: 'a', content: text('甲') },
      { path: 'b', content: () => turns(9) },
    ];
    expect(await bytesOf(parts)).toEqual(await bytesOf(parts));
  });

  it('tells of what goes wrong while a part is made', async () => {
    const failing = function* () {
      yield* turns(3);
      throw new Error('no more');
    };
    await expect(bytesOf([{ path: 'a', content: failing }])).rejects.toThrow('no more');
  });
});
