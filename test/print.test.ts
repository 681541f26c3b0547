import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { calibrate } from '../src/calibrate.ts';
import { print } from '../src/print.ts';
import { baseCase, temporaryFolder } from './support/package.ts';
import { type Pdf, pathsOf, readPdf } from './support/pdf.ts';

const sample = fileURLToPath(new URL('../data/shanghai-2024', import.meta.url));

let root: string;
beforeAll(async () => {
  root = await temporaryFolder('print');
});

async function printed(dir: string, name: string, options: Parameters<typeof print>[2]) {
  const out = join(root, name);
  const result = await print(dir, 'certificates', { out, systemFonts: false, ...options });
  if (!result.ok) throw new Error(JSON.stringify(result.messages));
  const pdfs = new Map<string, Pdf>();
  for (const { path } of result.value.files) pdfs.set(path, await readPdf(await readFile(join(out, path))));
  return { out, files: result.value.files, pdfs };
}

const numbersIn = (pdf: Pdf) =>
  pdf.pages.flatMap(
    ({ items }) =>
      items
        .map(({ text }) => text)
        .join('')
        .match(/证\d{4}号/g) ?? [],
  );

describe('a print run', () => {
  test('has every certificate once, one file for each district, and says which', async () => {
    const { out, files, pdfs } = await printed(sample, 'districts', { by: 'district' });
    expect(files.map(({ path }) => path).slice(0, 3)).toEqual(['01浦东.pdf', '02黄浦.pdf', '03徐汇.pdf']);
    const all = files.flatMap(({ path }) => numbersIn(pdfs.get(path) as Pdf));
    expect(all).toHaveLength(589);
    expect(new Set(all).size).toBe(589);
    for (const { path, count, pages, from, to } of files) {
      const own = numbersIn(pdfs.get(path) as Pdf);
      expect([own.length, pdfs.get(path)?.pages.length]).toEqual([count, pages]);
      expect([from, to].map((number) => number.slice(-6))).toEqual([own[0], own.at(-1)]);
    }
    const list = await readPdf(await readFile(join(out, '00印制清单.pdf')));
    const text = list.pages.flatMap(({ items }) => items.map((item) => item.text)).join('');
    for (const { path, from } of files) {
      expect(text).toContain(path);
      expect(text).toContain(from.slice(-6));
    }
  });

  test('is divided by a number, in order', async () => {
    const { files, pdfs } = await printed(sample, 'hundreds', { by: '250' });
    expect(files.map(({ path, count }) => [path, count])).toEqual([
      ['01第1—250份.pdf', 250],
      ['02第251—500份.pdf', 250],
      ['03第501—589份.pdf', 89],
    ]);
    const all = files.flatMap(({ path }) => numbersIn(pdfs.get(path) as Pdf));
    expect(all).toEqual(Array.from({ length: 589 }, (_, index) => `证${String(index + 1).padStart(4, '0')}号`));
  });

  test('puts as many on a larger paper as it holds, side by side and not over each other', async () => {
    const { pdfs, files } = await printed(baseCase, 'sheets', { paper: 'A3' });
    const [pdf] = [...pdfs.values()];
    const [page] = pdf?.pages ?? [];
    expect([page?.width, page?.height]).toEqual([297, 420]);
    expect(pdf?.pages).toHaveLength(Math.ceil((files[0]?.count ?? 0) / 2));
    const titles = page?.items.filter(({ text }) => text.startsWith('荣')) ?? [];
    expect(titles).toHaveLength(2);
    expect((titles[1]?.y ?? 0) - (titles[0]?.y ?? 0)).toBeCloseTo(210, 0);
  });

  test('for printers of both sides leaves every back blank', async () => {
    const { out, pdfs, files } = await printed(baseCase, 'backs', { duplex: true });
    const [pdf] = [...pdfs.values()];
    expect(pdf?.pages).toHaveLength(2 * (files[0]?.count ?? 0));
    const paths = await pathsOf(await readFile(join(out, files[0]?.path ?? '')));
    expect(pdf?.pages.every(({ items }, index) => (items.length === 0) === (index % 2 === 1))).toBe(true);
    expect(paths.every((count, index) => (count === 0) === (index % 2 === 1))).toBe(true);
  });

  test('of forms has both copies of each', async () => {
    const out = join(root, 'forms');
    const result = await print(baseCase, 'forms', { out, systemFonts: false });
    expect(result.ok && result.value.files.map(({ count, from }) => [count % 2, from])).toEqual([[0, '']]);
  });

  test('takes the place of the run before, and of no other folder', async () => {
    await printed(baseCase, 'again', {});
    await printed(baseCase, 'again', { by: 'district' });
    expect((await readdir(join(root, 'again'))).toSorted()).toEqual([
      '00印制清单.pdf',
      '01东湖.pdf',
      '02西岭.pdf',
      '03市属处.pdf',
      'manifest.json',
    ]);
  });
});

describe('the calibration page', () => {
  test('has its cross at 20 mm, and rulers with figures in their places', async () => {
    const out = join(root, '校准页.pdf');
    expect((await calibrate({ out, systemFonts: false })).ok).toBe(true);
    const [page] = (await readPdf(await readFile(out))).pages;
    expect([page?.width, page?.height]).toEqual([210, 297]);
    const end = page?.items.find(({ text, x }) => text === '200' && x < 40);
    // The figure stands in the middle of its tick, whose place is 20 mm and 200 mm from the upper edge.
    expect(Math.abs((end?.y ?? 0) - 220)).toBeLessThan(2);
    expect(page?.lines.join('')).toContain('应为200毫米');
    const [paths] = await pathsOf(await readFile(out));
    expect(paths).toBeGreaterThan(400);
  });

  test('is moved by the values of a case when it is asked to', async () => {
    const out = join(root, '复查页.pdf');
    expect((await calibrate({ out, applied: baseCase, systemFonts: false })).ok).toBe(true);
    expect((await readPdf(await readFile(out))).pages[0]?.lines.join('')).toContain('都相符的，可以套打');
  });
});
