import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentTree, FormPage } from '../../src/document/types.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { pressPdf } from '../../src/press/pdf.ts';
import type { PressContext } from '../../src/press/press.ts';
import { renderTemplate } from '../../src/template/render.ts';
import { writePdf } from '../../src/writers/pdf.ts';
import { freeFonts, paragraph } from '../layout/build.ts';
import { pdfText, readPdf } from '../support/pdf.ts';

const run = promisify(execFile);
const missing = (tool: string) => {
  if (process.env.NEIBAO_NO_SKIP) return false;
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
};

let fonts: FontSet;
let context: PressContext;
let folder: string;
beforeAll(async () => {
  fonts = await freeFonts();
  context = { fonts, date: new Date('2024-12-17T00:00:00Z'), author: '市企保协会' };
  folder = await mkdtemp(join(tmpdir(), 'neibao-press-'));
});
afterAll(() => rm(folder, { recursive: true }));

const surnames = '赵钱孙李周吴郑王冯陈堃';

/** Forms in duplicate, all first copies before the second ones, as the product sets them. */
async function forms(count: number): Promise<readonly FormPage[]> {
  const form = (index: number, copy: number) => ({
    label: '',
    title: '审批表',
    collective: false,
    copy: `第${copy}份`,
    unit: `示例第${index}厂`,
    name: `${surnames[index % surnames.length]}示例`,
    sex: index % 3 === 0 ? '女' : '男',
    birth: '1975年3月',
    politics: '群众',
    idNumber: '990101197503150119',
    phone: '19900000000',
    post: '保卫处处长',
    deeds: `第${index}号事迹：${'坚持每日巡查，及时消除隐患。'.repeat(3 + (index % 20))}`,
    deedsAttached: false,
    districtReviewer: '东湖区企保协会',
    cityReviewer: '市企保协会',
    ...Object.fromEntries(['recipient', 'address', 'headcount', 'head'].map((key) => [key, ''])),
  });
  const all = [1, 2].flatMap((copy) => Array.from({ length: count }, (_, index) => form(index, copy)));
  return pagesOf('forms', { title: '审批表', forms: all });
}

async function certificates(count: number, frame = 'certificate'): Promise<readonly FormPage[]> {
  const all = Array.from({ length: count }, (_, index) => ({
    number: `证${String(index + 1).padStart(4, '0')}号`,
    year: 2024,
    recipient: `${surnames[index % surnames.length]}示例`,
    person: true,
    unit: `示例第${index}厂`,
    post: '科长',
    honour: '先进保卫干部',
    subject: '内保工作',
    issuer: '治安总队',
    date: '二〇二五年一月十六日',
  }));
  const pages = await pagesOf('certificates', { title: '证书', certificates: all });
  return pages.map((page) => ({ ...page, frame: frame as FormPage['frame'] }));
}

async function pagesOf(name: string, view: object): Promise<readonly FormPage[]> {
  const made = await renderTemplate(`commendation/${name}`, view);
  if (!made.ok) throw new Error(JSON.stringify(made.messages));
  return made.value.children as readonly FormPage[];
}

function pressed(pages: readonly FormPage[], page: 'form' | 'certificate'): Uint8Array {
  return new Uint8Array(Buffer.concat([...pressPdf({ title: '题〈&', lang: 'zh-CN', page, pages }, context)]));
}

async function saved(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

const samples: readonly (readonly [string, () => Promise<Uint8Array>])[] = [
  ['one form', async () => pressed((await forms(1)).slice(0, 1), 'form')],
  ['forms in duplicate', async () => pressed(await forms(60), 'form')],
  ['certificates', async () => pressed(await certificates(130), 'certificate')],
  ['certificates of the other frame', async () => pressed(await certificates(3, 'lines'), 'certificate')],
  [
    'forms and certificates with nothing in common',
    async () => pressed([...(await certificates(2)), ...(await forms(2))], 'form'),
  ],
  ['no page', async () => pressed([], 'form')],
];

describe.each(samples)('a PDF of %s', (name, made) => {
  test.skipIf(missing('qpdf'))('is without fault to qpdf', async () => {
    const { stdout } = await run('qpdf', ['--check', await saved('check.pdf', await made())]);
    expect(stdout).toContain('No syntax or stream encoding errors');
  });
  test.skipIf(missing('pdftotext'))('says to poppler what it says to pdf.js, page by page', async () => {
    const bytes = await made();
    const path = await saved('text.pdf', bytes);
    const { stdout } = await run('pdftotext', ['-raw', path, '-']);
    const bare = (text: string) => [...text.replace(/\s/g, '')].sort().join('');
    expect(bare(stdout)).toBe(bare(pdfText(await readPdf(bytes))));
    const { stderr } = await run('pdftoppm', ['-r', '20', '-l', '3', '-png', path, join(folder, name)]);
    expect(stderr).toBe('');
  });
  test.skipIf(missing('pdffonts'))('embeds a part of each font, with what its characters mean', async () => {
    const { stdout } = await run('pdffonts', [await saved('fonts.pdf', await made())]);
    const fonts = stdout.trim().split('\n').slice(2);
    expect(fonts.every((line) => /[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes/.test(line))).toBe(true);
  });
});

test('the same pages give the same bytes, and other pages do not', async () => {
  const pages = await certificates(20);
  expect(pressed(pages, 'certificate')).toEqual(pressed(pages, 'certificate'));
  expect(pressed(pages.slice(1), 'certificate')).not.toEqual(pressed(pages, 'certificate'));
});

test('title, author and language are those of the document', async () => {
  const { title, author, language } = await readPdf(pressed(await certificates(1), 'certificate'));
  expect([title, author, language]).toEqual(['题〈&', '市企保协会', 'zh-CN']);
});

test('the second copy of a form shares the content of the first, and differs by its mark alone', async () => {
  const pages = await forms(40);
  const [both, first] = [pressed(pages, 'form'), pressed(pages.slice(0, 40), 'form')];
  // Forty more pages of some hundred characters would be ten times as much.
  expect(both.length - first.length).toBeLessThan(40 * 120);
  const { pages: read } = await readPdf(both);
  const texts = read.map(({ items }) => items.map(({ text }) => text).join(''));
  expect(texts.slice(40)).toEqual(texts.slice(0, 40).map((text) => text.replace('第1份', '第2份')));
});

test('what pages have in common is written once', async () => {
  const sizes = [100, 200].map(async (count) => pressed(await certificates(count), 'certificate').length);
  const [hundred = 0, more = 0] = await Promise.all(sizes);
  expect((more - hundred) / 100).toBeLessThan(700);
});

test('memory does not grow with the number of pages', async () => {
  const some = await certificates(100);
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

test.skipIf(missing('pdftoppm'))('a form among pages that flow looks as one that is pressed', async () => {
  const [form] = (await forms(1)) as readonly [FormPage];
  const tree: DocumentTree = {
    title: '题',
    lang: 'zh-CN',
    page: 'form',
    children: [form, paragraph('plain', '另起一页')],
  };
  const images = await Promise.all(
    [pressed([form], 'form'), await writePdf(tree, context)].map(async (bytes, index) => {
      const path = await saved(`look-${index}.pdf`, bytes);
      await run('pdftoppm', ['-r', '100', '-gray', '-l', '1', path, join(folder, `look-${index}`)]);
      const [name] = (await readdir(folder)).filter((one) => one.startsWith(`look-${index}-`) && one.endsWith('.pgm'));
      return readFile(join(folder, name ?? ''));
    }),
  );
  const [one, other] = images as [Buffer, Buffer];
  expect(one.length).toBe(other.length);
  // Within anti-aliasing: no pixel turns from paper to ink.
  const different = [...one].filter((value, at) => Math.abs(value - (other[at] as number)) > 100).length;
  expect(different).toBe(0);
  expect([...one].filter((value) => value < 100).length).toBeGreaterThan(3000);
});
