import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FontSlot } from '../../src/case/types.ts';
import type { DocumentTree } from '../../src/document/types.ts';
import { loadFonts } from '../../src/layout/fonts.ts';
import { missingGlyphs } from '../../src/layout/missing.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { freeFonts, paragraph } from './build.ts';

const sans = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
);

let fonts: FontSet;
let dir: string;
beforeAll(async () => {
  fonts = await freeFonts();
  dir = await mkdtemp(join(tmpdir(), 'neibao-fonts-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

function nameOf(slot: FontSlot, character: string): string | undefined {
  return fonts.pick(slot, character.codePointAt(0) as number)?.name;
}

describe('the free fonts', () => {
  test('give each slot a face of its own', () => {
    expect((['小标宋', '仿宋', '楷体', '黑体', '宋体'] as const).map((slot) => nameOf(slot, '保'))).toEqual([
      'NotoSerifSC-Bold',
      'LXGWWenKai-Light',
      'LXGWWenKai-Regular',
      'NotoSansSC-Medium',
      'NotoSerifSC-Regular',
    ]);
  });
  test('set quotation marks, dashes and the dot of names one character wide', () => {
    for (const mark of '“”‘’—…·') {
      const codePoint = mark.codePointAt(0) as number;
      expect(fonts.pick('仿宋', codePoint)?.advance(codePoint)).toBe(1);
    }
  });
  test('show the rare characters of names', () => {
    for (const rare of '堃喆㛃䶮𠅤') expect(nameOf('仿宋', rare)).toBeDefined();
  });
  test('are reported once, with what to install', async () => {
    const { messages } = await loadFonts({ system: false });
    expect(messages.map(({ code, level }) => [code, level])).toEqual([['font.stand-in', 'info']]);
    expect(messages[0]?.text).toContain('小标宋用思源宋体 Bold，仿宋用霞鹜文楷 Light');
  });
});

describe('the office’s own fonts', () => {
  test('come before the free ones, a slot of the case before the folder', async () => {
    const folder = join(dir, 'own');
    await mkdir(folder);
    await cp(sans, join(folder, '仿宋_GB2312.ttf'));
    const given = await loadFonts({ folder, slots: { 小标宋: sans }, system: false });
    expect(given.ok && given.value.pick('仿宋', 0x4fdd)?.name).toBe('NotoSansSC-Medium');
    expect(given.ok && given.value.pick('小标宋', 0x4fdd)?.name).toBe('NotoSansSC-Medium');
    expect(given.messages).toEqual([]);
  });
  test('are known by the names inside them where the files’ names say nothing', async () => {
    const folder = join(dir, 'unnamed');
    await mkdir(folder);
    await cp(sans, join(folder, 'a.ttf'));
    const given = await loadFonts({ folder, system: false });
    expect(given.ok && given.value.pick('黑体', 0x4fdd)?.key).toBe('given-黑体');
  });
  test('that are in a folder without any are an error', async () => {
    const folder = join(dir, 'none');
    await mkdir(folder);
    await writeFile(join(folder, 'read me.txt'), '');
    const given = await loadFonts({ folder, system: false });
    expect(given.ok).toBe(false);
    expect(given.messages[0]).toMatchObject({ code: 'font.none-in-folder' });
  });
  test('that are missing or damaged are errors that name the path', async () => {
    const damaged = join(dir, 'damaged');
    await mkdir(damaged);
    await writeFile(join(damaged, '黑体.ttf'), 'no font');
    const codes = async (folder: string) =>
      (await loadFonts({ folder, system: false })).messages.map((one) => one.code);
    expect(await codes(join(dir, 'nowhere'))).toContain('font.not-found');
    expect(await codes(damaged)).toContain('font.unreadable');
    const slot = await loadFonts({ slots: { 楷体: join(dir, 'nowhere.ttf') }, system: false });
    expect(slot.ok).toBe(false);
    expect(slot.messages[0]?.text).toContain('nowhere.ttf');
  });
});

test('a character that no font has is reported once, with its code and the text around it', () => {
  const said = '申报人李\ue863\ue863，保卫处处长';
  const tree: DocumentTree = {
    title: '名册',
    lang: 'zh-CN',
    page: 'plain',
    children: [paragraph('body', said), paragraph('body', said)],
  };
  const found = missingGlyphs(tree, fonts);
  expect(found.map(({ code, level }) => [code, level])).toEqual([['font.glyph-missing', 'error']]);
  expect(found[0]?.text).toContain('U+E863');
  expect(found[0]?.text).toContain('申报人李');
});
