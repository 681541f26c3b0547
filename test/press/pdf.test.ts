import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../../src/document/text.ts';
import type { FormPage, PageName } from '../../src/document/types.ts';
import { layForm } from '../../src/layout/form.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { pressPdf } from '../../src/press/pdf.ts';
import type { PressContext } from '../../src/press/press.ts';
import { freeFonts } from '../layout/build.ts';
import { anyForm } from '../support/forms.ts';
import { readPdf } from '../support/pdf.ts';
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

function pressed(pages: readonly FormPage[], page: PageName): Uint8Array {
  return new Uint8Array(Buffer.concat([...pressPdf({ title: '题〈&', lang: 'zh-CN', page, pages }, context)]));
}

interface Sample {
  readonly page: PageName;
  readonly pages: readonly FormPage[];
}

const samples: Readonly<Record<string, () => Promise<Sample>>> = {
  'one form': async () => ({ page: 'form', pages: (await formPagesOf(1)).slice(0, 1) }),
  'forms in duplicate': async () => ({ page: 'form', pages: await formPagesOf(60) }),
  '250 certificates': async () => ({ page: 'certificate', pages: await certificatePages(250) }),
  'certificates of the other frame': async () => ({ page: 'certificate', pages: await certificatePages(3, 'lines') }),
  'forms and certificates with little in common': async () => ({
    page: 'form',
    pages: [...(await certificatePages(2)), ...(await formPagesOf(2))],
  }),
  'random forms': async () => {
    // What runs off the page is found before, and no reader shows it.
    const fonts = await freeFonts();
    const pages = fc
      .sample(anyForm, { numRuns: 150, seed: 7 })
      .filter((form) => !layForm(fonts, form, 'form').overflow);
    return { page: 'form', pages };
  },
  'no form': async () => ({ page: 'form', pages: [] }),
};

const bare = (text: string) => text.replace(/\s/g, '');
/** Readers put lines in an order of their own. */
const characters = (text: string) => [...bare(text)].sort().join('');
const said = ({ page, pages }: Sample) =>
  pages.map((form) => bare(textOf({ title: '', lang: 'zh-CN', page, children: [form] })));

describe.each(Object.keys(samples))('a PDF of %s', (name) => {
  let sample: Sample;
  let bytes: Uint8Array;
  let path: string;
  beforeAll(async () => {
    sample = await (samples[name] as () => Promise<Sample>)();
    bytes = pressed(sample.pages, sample.page);
    path = join(folder, `${name}.pdf`);
    await writeFile(path, bytes);
  });

  test.skipIf(toolMissing('qpdf'))('is without fault to qpdf', async () => {
    const { stdout } = await run('qpdf', ['--check', path]);
    expect(stdout).toContain('No syntax or stream encoding errors');
  });
  test('says to pdf.js what the forms say, page by page and in their order', async () => {
    const { pages } = await readPdf(bytes);
    // A file has a page even where there is none to press.
    const expected = sample.pages.length === 0 ? [''] : said(sample);
    expect(pages.map(({ items }) => bare(items.map(({ text }) => text).join('')))).toEqual(expected);
  });
  test.skipIf(toolMissing('pdftotext'))('says the same to poppler, which draws it without complaint', async () => {
    const { stdout } = await run('pdftotext', ['-raw', path, '-']);
    expect(characters(stdout)).toBe(characters(said(sample).join('')));
    const { stderr } = await run('pdftoppm', ['-r', '20', '-l', '3', '-png', path, join(folder, name)]);
    expect(stderr).toBe('');
  });
  test.skipIf(toolMissing('mutool'))('says the same to mupdf, which draws it without complaint', async () => {
    const { stdout, stderr } = await run('mutool', ['draw', '-q', '-F', 'txt', path], { maxBuffer: 1 << 26 });
    expect(characters(stdout)).toBe(characters(said(sample).join('')));
    const drawn = await run('mutool', ['draw', '-q', '-r', '20', '-o', join(folder, 'mupdf%d.png'), path, '1-3']);
    expect(`${stderr}${drawn.stderr}`.replace(/^warning: ICC support is not available\n/gm, '')).toBe('');
  });
  test.skipIf(toolMissing('pdffonts'))('embeds a part of each font, with what its characters mean', async () => {
    const { stdout } = await run('pdffonts', [path]);
    const fonts = stdout.trim().split('\n').slice(2);
    expect(fonts.length > 0).toBe(sample.pages.length > 0);
    for (const line of fonts) expect(line).toMatch(/[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/);
  });
});

describe.skipIf(toolMissing('soffice') || toolMissing('pdftotext'))('LibreOffice Draw opens', () => {
  test.each(['forms in duplicate', 'certificates of the other frame'])('a PDF of %s', async (name) => {
    const sample = await (samples[name] as () => Promise<Sample>)();
    const some = { ...sample, pages: sample.pages.slice(0, 3) };
    const source = join(folder, 'office.pdf');
    await writeFile(source, pressed(some.pages, some.page));
    const out = join(folder, 'office');
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const convert = ['--infilter=draw_pdf_import', '--convert-to', 'pdf', '--outdir', out, source];
    await run('soffice', [profile, '--headless', ...convert]);
    const { stdout } = await run('pdftotext', ['-raw', join(out, 'office.pdf'), '-']);
    expect(characters(stdout)).toBe(characters(said(some).join('')));
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

test('the second copies of forms add their pages alone to what the first ones are made of', async () => {
  const pages = await formPagesOf(40);
  const [both, first] = [pressed(pages, 'form'), pressed(pages.slice(0, 40), 'form')];
  // Beside the pages one object for the mark of them all, and few for the tree of pages and the packs of small objects.
  expect(objectsIn(both) - objectsIn(first)).toBeLessThanOrEqual(40 + 1 + 3);
  // Forty more pages of some hundred characters would be ten times as much.
  expect(both.length - first.length).toBeLessThan(40 * 120);
  const { pages: read } = await readPdf(both);
  const texts = read.map(({ items }) => items.map(({ text }) => text).join(''));
  expect(texts.slice(40)).toEqual(texts.slice(0, 40).map((text) => text.replace('第1份', '第2份')));
});

/** As the file's own table of objects has it. */
function objectsIn(pdf: Uint8Array): number {
  return Number(/\/Type\/XRef\/Size (\d+)/.exec(Buffer.from(pdf).toString('latin1'))?.[1]);
}

test('what pages have in common is written once', async () => {
  const sizes = [100, 200].map(async (count) => pressed(await certificatePages(count), 'certificate').length);
  const [hundred = 0, more = 0] = await Promise.all(sizes);
  expect((more - hundred) / 100).toBeLessThan(700);
});

test.each([
  ['certificates', 'certificate', certificatePages],
  ['forms', 'form', formPagesOf],
] as const)('memory does not grow with the number of %s', async (_, page, made) => {
  const some = await made(50);
  /** Megabytes in use after so many pages, of which nothing is kept. */
  const used: number[] = [];
  const pages = function* () {
    for (let count = 0; count <= 5000; count++) {
      if (count === 500 || count === 5000) {
        collectGarbage();
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        used.push((heapUsed + arrayBuffers) / 2 ** 20);
      }
      yield some[count % some.length] as FormPage;
    }
  };
  let length = 0;
  for (const piece of pressPdf({ title: '', lang: 'zh-CN', page, pages: pages() }, context)) length += piece.length;
  const [few = 0, many = 0] = used;
  expect(many - few).toBeLessThan(10);
  expect(length).toBeGreaterThan(100_000);
});

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
