import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FormPage } from '../../src/document/types.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { pressPdf } from '../../src/press/pdf.ts';
import type { PressContext } from '../../src/press/press.ts';
import { freeFonts } from '../layout/build.ts';
import { pdfText, readPdf } from '../support/pdf.ts';
import { certificatePages, formPagesOf } from '../support/press.ts';
import { toolMissing } from '../support/tools.ts';

const run = promisify(execFile);
let fonts: FontSet;
let context: PressContext;
let folder: string;
beforeAll(async () => {
  fonts = await freeFonts();
  context = { fonts, date: new Date('2024-12-17T00:00:00Z'), author: '市企保协会' };
  folder = await mkdtemp(join(tmpdir(), 'neibao-press-'));
});
afterAll(() => rm(folder, { recursive: true }));

function pressed(pages: readonly FormPage[], page: 'form' | 'certificate'): Uint8Array {
  return new Uint8Array(Buffer.concat([...pressPdf({ title: '题〈&', lang: 'zh-CN', page, pages }, context)]));
}

async function saved(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

const samples: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ['one form', async () => pressed((await formPagesOf(1)).slice(0, 1), 'form')],
  ['forms in duplicate', async () => pressed(await formPagesOf(60), 'form')],
  ['certificates', async () => pressed(await certificatePages(130), 'certificate')],
  ['certificates of the other frame', async () => pressed(await certificatePages(3, 'lines'), 'certificate')],
  [
    'forms and certificates with nothing in common',
    async () => pressed([...(await certificatePages(2)), ...(await formPagesOf(2))], 'form'),
  ],
  ['no page', async () => pressed([], 'form')],
];

describe.each(samples)('a PDF of %s', (name, made) => {
  test.skipIf(toolMissing('qpdf'))('is without fault to qpdf', async () => {
    const { stdout } = await run('qpdf', ['--check', await saved('check.pdf', await made())]);
    expect(stdout).toContain('No syntax or stream encoding errors');
  });
  test.skipIf(toolMissing('pdftotext'))('says to poppler what it says to pdf.js, page by page', async () => {
    const bytes = await made();
    const path = await saved('text.pdf', bytes);
    const { stdout } = await run('pdftotext', ['-raw', path, '-']);
    const bare = (text: string) => [...text.replace(/\s/g, '')].sort().join('');
    expect(bare(stdout)).toBe(bare(pdfText(await readPdf(bytes))));
    const { stderr } = await run('pdftoppm', ['-r', '20', '-l', '3', '-png', path, join(folder, name)]);
    expect(stderr).toBe('');
  });
  test.skipIf(toolMissing('pdffonts'))('embeds a part of each font, with what its characters mean', async () => {
    const { stdout } = await run('pdffonts', [await saved('fonts.pdf', await made())]);
    const fonts = stdout.trim().split('\n').slice(2);
    expect(fonts.every((line) => /[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/.test(line))).toBe(true);
  });
});

test('the same pages give the same bytes, and other pages do not', async () => {
  const pages = await certificatePages(20);
  expect(pressed(pages, 'certificate')).toEqual(pressed(pages, 'certificate'));
  expect(pressed(pages.slice(1), 'certificate')).not.toEqual(pressed(pages, 'certificate'));
});

test('title, author and language are those of the document', async () => {
  const { title, author, language } = await readPdf(pressed(await certificatePages(1), 'certificate'));
  expect([title, author, language]).toEqual(['题〈&', '市企保协会', 'zh-CN']);
});

test('the second copy of a form shares the content of the first, and differs by its mark alone', async () => {
  const pages = await formPagesOf(40);
  const [both, first] = [pressed(pages, 'form'), pressed(pages.slice(0, 40), 'form')];
  // Forty more pages of some hundred characters would be ten times as much.
  expect(both.length - first.length).toBeLessThan(40 * 120);
  const { pages: read } = await readPdf(both);
  const texts = read.map(({ items }) => items.map(({ text }) => text).join(''));
  expect(texts.slice(40)).toEqual(texts.slice(0, 40).map((text) => text.replace('第1份', '第2份')));
});

test('what pages have in common is written once', async () => {
  const sizes = [100, 200].map(async (count) => pressed(await certificatePages(count), 'certificate').length);
  const [hundred = 0, more = 0] = await Promise.all(sizes);
  expect((more - hundred) / 100).toBeLessThan(700);
});

test('memory does not grow with the number of pages', async () => {
  const some = await certificatePages(100);
  const heapAfter = (repeats: number) => {
    const pages = function* () {
      for (let repeat = 0; repeat < repeats; repeat++) yield* some;
    };
    let most = 0;
    for (const _ of pressPdf({ title: '', lang: 'zh-CN', page: 'certificate', pages: pages() }, context)) {
      most = Math.max(most, process.memoryUsage().heapUsed);
    }
    return most / 2 ** 20;
  };
  const few = heapAfter(10);
  expect(heapAfter(300) - few).toBeLessThan(100);
});
