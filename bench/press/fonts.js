/** The five fonts of the product as plain TrueType files, as a user of the peers would have them. */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';

/** By slot: the file's name without its ending, the family's and the style's names, and where the package has it. */
export const fonts = {
  小标宋: { file: 'serif-bold', module: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf' },
  仿宋: { file: 'kai-light', module: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-300-normal.woff' },
  楷体: { file: 'kai', module: '@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff' },
  黑体: { file: 'sans', module: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf' },
  宋体: { file: 'serif', module: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf' },
};

export const fontFile = (folder, slot) => join(folder, `${fonts[slot].file}.ttf`);

export async function writeFonts(folder) {
  await mkdir(folder, { recursive: true });
  const { resolve } = createRequire(import.meta.url);
  for (const [slot, { module }] of Object.entries(fonts)) {
    const path = resolve(module);
    if (module.endsWith('.woff')) await writeFile(fontFile(folder, slot), inflated(await readFile(path)));
    else await copyFile(path, fontFile(folder, slot));
  }
}

/** For Typst, which would look through all fonts of a Linux system otherwise: a configuration that names none. */
export async function writeFontConfig(folder) {
  const [path, empty] = [join(folder, 'fonts.conf'), join(folder, 'no-fonts')];
  await mkdir(empty);
  await writeFile(path, `<?xml version="1.0"?><fontconfig><dir>${empty}</dir></fontconfig>`);
  return path;
}

/** WOFF 1 → sfnt: the same tables, each inflated. */
function inflated(woff) {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = 44 + index * 20;
    const [offset, packed, size] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field));
    const data = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(at, at + 4),
      sum: woff.readUInt32BE(at + 16),
      data: packed < size ? inflateSync(data) : data,
    };
  });
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  head.writeUInt32BE(woff.readUInt32BE(4), 0);
  [count, 16 * 2 ** power, power, 16 * (count - 2 ** power)].forEach((value, at) => {
    head.writeUInt16BE(value, 4 + at * 2);
  });
  let offset = head.length;
  const parts = [head];
  tables.forEach(({ tag, sum, data }, index) => {
    tag.copy(head, 12 + index * 16);
    [sum, offset, data.length].forEach((value, at) => {
      head.writeUInt32BE(value, 16 + index * 16 + at * 4);
    });
    const filler = Buffer.alloc(-data.length & 3);
    parts.push(data, filler);
    offset += data.length + filler.length;
  });
  return Buffer.concat(parts);
}
