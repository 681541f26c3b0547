import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultFont, fontSlots } from '../../src/layout/font-files.ts';
import { openFont } from '../../src/layout/program.ts';
import { sfntOf, unpacked } from '../../src/layout/woff.ts';

describe.each(fontSlots)('the free font of %s', (slot) => {
  const program = openFont(defaultFont(slot));
  const font = program.fontkit();
  test('has the glyphs and advances that fontkit finds', () => {
    for (const codePoint of font.characterSet) {
      const { id, advanceWidth } = font.glyphForCodePoint(codePoint);
      const found = program.glyphOf(codePoint);
      if (found === id && program.advanceOf(found) === advanceWidth) continue;
      expect([codePoint, found, program.advanceOf(found)]).toEqual([codePoint, id, advanceWidth]);
    }
  });
  test('has no glyph for characters that fontkit does not find', () => {
    for (const codePoint of [0, 0x0e01, 0xe000, 0x1f600, 0x10ffff]) {
      expect(program.glyphOf(codePoint) !== 0).toBe(font.hasGlyphForCodePoint(codePoint));
    }
  });
  test('has the names that fontkit finds', () => {
    expect(program.name).toBe(font.postscriptName);
    expect(program.names).toContain(font.familyName);
  });
});

describe('a WOFF font', () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'neibao-cache-'));
    vi.stubEnv('XDG_CACHE_HOME', join(home, 'cache'));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await rm(home, { recursive: true });
  });
  const woff = defaultFont('楷体').path;

  test.runIf(process.platform === 'linux')('is unpacked once, and the copy is used from then on', async () => {
    const copy = unpacked(woff) as string;
    expect(copy.startsWith(join(home, 'cache'))).toBe(true);
    expect((await readFile(copy)).equals(sfntOf(await readFile(woff)))).toBe(true);
    await writeFile(copy, Buffer.alloc((await readFile(copy)).length, 1));
    expect(unpacked(woff)).toBe(copy);
    expect(await readdir(join(copy, '..'))).toHaveLength(1);
  });
  test.runIf(process.platform === 'linux')('whose copy was cut off is unpacked again', async () => {
    const copy = unpacked(woff) as string;
    await writeFile(copy, 'cut');
    expect(unpacked(woff)).toBe(copy);
    expect((await readFile(copy)).equals(sfntOf(await readFile(woff)))).toBe(true);
  });
  test.runIf(process.platform === 'linux')('is unpacked into memory where no copy can be kept', async () => {
    await writeFile(join(home, 'cache'), 'a file where the folder should be');
    expect((unpacked(woff) as Buffer).equals(sfntOf(await readFile(woff)))).toBe(true);
  });
  test('that is damaged is an error', async () => {
    const damaged = join(home, 'damaged.woff');
    await cp(woff, damaged);
    await writeFile(damaged, (await readFile(damaged)).subarray(0, 5000));
    expect(() => openFont({ path: damaged })).toThrow();
  });
});
