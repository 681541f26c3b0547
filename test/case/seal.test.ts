import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFrame } from '../../src/case/read.ts';
import { sealImageOf } from '../../src/case/seal.ts';
import { init } from '../../src/init.ts';
import { ringPng } from '../support/seal.ts';
import { caseFolder } from './folder.ts';

/** The head of a JPEG: a comment, then a frame of 300 × 200 pixels. */
const jpeg = Uint8Array.from([
  ...[0xff, 0xd8, 0xff, 0xfe, 0, 4, 65, 66],
  ...[0xff, 0xc2, 0, 11, 8, 0, 200, 1, 44, 1, 1, 0x11, 0, 0xff, 0xd9],
]);

describe('the image of a seal', () => {
  test('is a PNG or a JPEG, with its size in pixels', () => {
    expect(sealImageOf(ringPng(30, 20))).toMatchObject({ format: 'png', width: 30, height: 20 });
    expect(sealImageOf(jpeg)).toMatchObject({ format: 'jpeg', width: 300, height: 200 });
  });

  test('is nothing else, whatever its file is called', () => {
    expect(sealImageOf(new TextEncoder().encode('GIF89a'))).toBeUndefined();
    expect(sealImageOf(new Uint8Array())).toBeUndefined();
  });

  test('is whole: a file that was cut anywhere, or damaged, is refused', () => {
    const png = ringPng(40);
    for (const share of [0.02, 0.1, 0.5, 0.9]) {
      expect(sealImageOf(png.slice(0, png.length * share))).toBeUndefined();
    }
    const damaged = png.slice();
    damaged.fill(0, 60, 80);
    expect(sealImageOf(damaged)).toBeUndefined();
    expect(sealImageOf(jpeg.slice(0, -2))).toBeUndefined();
  });
});

describe('the seals of a case', () => {
  /** The small case with these lines under its issuer and its conferrer. */
  async function caseWith(issuer: string, conferrer = ''): Promise<string> {
    const dir = await caseFolder({ '公章.png': ringPng(50) });
    const path = join(dir, 'case.yaml');
    const yaml = await readFile(path, 'utf8');
    const sealed = yaml
      .replace(/^ {2}code: .*$/m, (line) => line + issuer)
      .replace(/^ {2}shortName: 治安总队$/m, (line) => line + conferrer);
    await writeFile(path, sealed);
    return dir;
  }

  test('are an image of a diameter, room to press one by hand, or none', async () => {
    const image = await readFrame(await caseWith('\n  seal:\n    image: 公章.png\n    diameter: 40'));
    expect(image).toMatchObject({
      ok: true,
      value: { seals: { issuer: { diameter: 40, image: { format: 'png', width: 50, height: 50 } } } },
    });
    const byHand = await readFrame(await caseWith('', '\n  seal:\n    space: true'));
    expect(byHand.ok && byHand.value.seals).toEqual({ conferrer: { diameter: 42, image: null } });
    const none = await readFrame(await caseWith('\n  seal:'));
    expect(none.ok && none.value.seals).toEqual({});
  });

  test('of one image for both bodies are one file of the case', async () => {
    const seal = '\n  seal:\n    image: 公章.png';
    const read = await readFrame(await caseWith(seal, seal));
    expect(read.ok && read.value.inputs.filter(({ path }) => path === '公章.png')).toHaveLength(1);
  });

  test('are found from next year’s case too', async () => {
    const dir = await caseWith('\n  seal:\n    image: 公章.png');
    const next = join(dir, '..', 'next');
    expect((await init(next, dir)).ok).toBe(true);
    const read = await readFrame(next);
    expect(read.ok && read.value.seals.issuer?.image?.width).toBe(50);
  });
});
