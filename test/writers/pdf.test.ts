import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../../src/document/text.ts';
import type { Block, DocumentTree, FormPage, PageName } from '../../src/document/types.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { writePdf } from '../../src/writers/pdf.ts';
import { cell, freeFonts, heading, paragraph, row, table, text } from '../layout/build.ts';
import { type Pdf, pdfText, readPdf } from '../support/pdf.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
});

function tree(page: PageName, ...children: Block[]): DocumentTree {
  return { title: '关于评选表彰的通知', lang: 'zh-CN', page, children };
}

function write(document: DocumentTree): Promise<Uint8Array> {
  return writePdf(document, { fonts, date: new Date('2024-12-17T00:00:00Z'), author: '示例协会' });
}

async function pdfOf(page: PageName, ...children: Block[]): Promise<Pdf> {
  return readPdf(await write(tree(page, ...children)));
}

const sentence = '全年组织安全检查96次，排查整改隐患143处，整改率达100%；';
const imprint: Block = {
  type: 'section',
  role: 'imprint',
  name: '',
  children: [
    { type: 'rule', role: 'thick' },
    paragraph('copy-to', text('抄送：', 'hang'), '各区公安分局治安支队。'),
    { type: 'rule', role: 'thin' },
    paragraph('printed', '示例协会办公室\t2024年12月17日印发'),
    { type: 'rule', role: 'thick' },
  ],
};

function form(deeds: string): FormPage {
  return {
    type: 'form-page',
    frame: '',
    children: [
      paragraph('mark', '第1份'),
      heading(1, '先进单位审批表'),
      table(
        'form',
        [3, 13],
        [
          row([cell('单位名称', { head: true }), '示例单位'], 'field'),
          row([cell('主要事迹', { head: true }), cell(paragraph('deeds', deeds))], 'fill'),
          row([cell('本单位意见', { head: true }), cell(paragraph('opinion', '年　　月　　日'))], 'opinion'),
        ],
      ),
    ],
  };
}

const notice = tree(
  'gongwen',
  paragraph('organ', '示例市企事业单位治安保卫协会'),
  paragraph('number', '示企保协〔2024〕39号'),
  { type: 'rule', role: 'red' },
  heading(1, '关于开展2024年度先进集体、先进个人评选表彰活动的通知'),
  paragraph('addressee', '各会员单位：'),
  paragraph('body', sentence),
  heading(2, '一、先进名额'),
  paragraph('body', '姓名准确无误：阿依古丽·买买提、堃喆㛃䶮𠅤——“内保”……'),
  paragraph('signature', '示例市企事业单位治安保卫协会'),
  paragraph('date', '2024年12月17日'),
);

describe('a PDF', () => {
  test('carries the tree’s text, searchable, rare characters too', async () => {
    const pdf = await readPdf(await write(notice));
    const said = pdfText(pdf).replace(/—\d—/g, '');
    expect(said).toBe(textOf(notice).replace(/\s/g, ''));
  });
  test('has title, author and language', async () => {
    expect(await readPdf(await write(notice))).toMatchObject({
      title: '关于评选表彰的通知',
      author: '示例协会',
      language: 'zh-CN',
    });
  });
  test('has the same bytes when written again, after other documents and among them', async () => {
    const first = await write(notice);
    const [again] = await Promise.all([write(notice), write(tree('form', form(sentence)))]);
    expect(Buffer.compare(first, again)).toBe(0);
  });
  test('of a document without content is one page', async () => {
    expect((await pdfOf('plain')).pages).toHaveLength(1);
  });
});

describe('a 公文', () => {
  test('has 22 lines of 28 characters on a page', async () => {
    const pdf = await pdfOf('gongwen', paragraph('plain', '国'.repeat(28 * 23)));
    expect(pdf.pages.map((page) => page.lines.length)).toEqual([23, 2]);
    expect(pdf.pages[0]?.lines[0]).toHaveLength(28);
  });
  test('numbers odd pages at the right and even pages at the left, 28 mm above the edge', async () => {
    const pdf = await pdfOf('gongwen', paragraph('plain', '国'.repeat(28 * 30)));
    const numbers = pdf.pages.map((page) => page.items.filter((item) => item.y > 262 && item.text.trim() !== ''));
    expect(pdf.pages.map((page) => page.lines.at(-1))).toEqual(['— 1 —', '— 2 —']);
    const [odd, even] = numbers;
    const last = odd?.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(210 - 26 - 4.94, 0);
    expect(even?.[0]?.x).toBeCloseTo(28 + 4.94, 0);
  });
  test('has its imprint at the foot of the last page where this is an even one with room, which keeps its number', async () => {
    const shared = await pdfOf('gongwen', paragraph('plain', '国'.repeat(28 * 30)), imprint);
    expect(shared.pages.map((page) => page.lines.length)).toEqual([23, 8 + 2 + 1]);
    const printed = shared.pages[1]?.items.find(({ text }) => text.includes('印发'));
    expect(297 - (printed?.y ?? 0)).toBeGreaterThan(35);
    expect(297 - (printed?.y ?? 0)).toBeLessThan(35 + 10);
  });
  test('has its imprint on an even page of its own else, at the foot, without a number', async () => {
    const even = await pdfOf('gongwen', paragraph('body', '正文'), imprint);
    expect(even.pages.map((page) => page.lines.at(-1))).toEqual(['— 1 —', '示例协会办公室 | 2024年12月17日印发']);
    const long = await pdfOf('gongwen', paragraph('plain', '国'.repeat(28 * 42)), imprint);
    expect(long.pages.map((page) => page.lines.length)).toEqual([23, 21, 0, 2]);
    const printed = long.pages[3]?.items.at(-1);
    expect(297 - (printed?.y ?? 0)).toBeGreaterThan(35);
    expect(297 - (printed?.y ?? 0)).toBeLessThan(35 + 10);
  });
  test('never leaves a heading or a signature alone at the foot of a page', async () => {
    const lines = paragraph('plain', '国'.repeat(28 * 21));
    const headed = await pdfOf('gongwen', lines, heading(2, '一、名额'), paragraph('body', '正文'));
    expect(headed.pages[1]?.lines[0]).toBe('一、名额');
    const signed = await pdfOf('gongwen', lines, paragraph('signature', '示例协会'), paragraph('date', '2024年1月2日'));
    // Two lines of the text come with it.
    expect(signed.pages[0]?.lines).toHaveLength(19 + 1);
    expect(signed.pages[1]?.lines.slice(2, 4)).toEqual(['示例协会', '2024年1月2日']);
  });
});

describe('a table over several pages', () => {
  test('repeats its head and keeps every row whole', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => row([`${index + 1}`, '示例单位'.repeat(12)]));
    const head = row([cell('序号', { head: true }), cell('单位', { head: true })]);
    const pdf = await pdfOf('landscape', heading(1, '名册'), table('compact', [1, 6], [head, ...rows], 1));
    expect(pdf.pages.length).toBeGreaterThan(3);
    for (const [index, page] of pdf.pages.entries()) {
      expect(page.lines[index === 0 ? 1 : 0]).toBe('序号 | 单位');
      expect(page.lines.at(-1)).toBe(`第 ${index + 1} 页 共 ${pdf.pages.length} 页`);
    }
  });
});

describe('form pages', () => {
  test('are one page each, with short deeds and with long ones', async () => {
    const document = tree('form', form(''), form(sentence.repeat(2)), form(sentence.repeat(20)));
    const pdf = await readPdf(await write(document));
    expect(pdf.pages.map((page) => page.lines[1])).toEqual(['先进单位审批表', '先进单位审批表', '先进单位审批表']);
    expect(pdfText(pdf)).toBe(textOf(document).replace(/\s/g, ''));
  });
  test('of a certificate are A4 in landscape, without a page number', async () => {
    const certificate: FormPage = {
      type: 'form-page',
      frame: 'certificate',
      children: [paragraph('certificate-title', '荣誉证书'), paragraph('certificate-recipient', '李喆同志：')],
    };
    const { pages } = await pdfOf('certificate', certificate, certificate);
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [297, 210],
      [297, 210],
    ]);
    expect(pages[1]?.lines.map((line) => line.replace(/[ |]/g, ''))).toEqual(['荣誉证书', '李喆同志：']);
  });
});

describe('as printed', () => {
  const missing = !poppler() && process.env.NEIBAO_NO_SKIP === undefined;

  test.skipIf(missing)('the red mark begins 72 mm below the edge, and its rule is 156 mm wide', async () => {
    const { at, width, height } = raster(await write(notice), 1);
    const red = (x: number, y: number) => {
      const [r, g, b] = at(x, y);
      return r > 150 && g < 90 && b < 90;
    };
    const rows = Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => red(x, y)));
    const top = rows.findIndex((line) => line.some(Boolean));
    expect(Math.abs(toMm(top) - 72)).toBeLessThan(1);
    const longest = Math.max(...rows.map((line) => line.lastIndexOf(true) - line.indexOf(true)));
    expect(Math.abs(toMm(longest) - 156)).toBeLessThan(1);
  });
  test.skipIf(missing)('the last rule of the imprint lies on the lower edge of the type area', async () => {
    const { at, width, height } = raster(await write(tree('gongwen', paragraph('body', '正文'), imprint)), 2);
    const dark = Array.from({ length: height }, (_, y) => at(Math.floor(width / 2), y)[0] < 128);
    expect(Math.abs(297 - toMm(dark.lastIndexOf(true)) - 35)).toBeLessThan(0.6);
  });
  test.skipIf(missing)('every glyph is drawn, not only said', async () => {
    const said = '䶮㛃堃“内保”';
    const { at } = raster(await write(tree('plain', paragraph('plain', said))), 1);
    const size = (14 / 72) * dpi;
    const [left, top] = [(20 / 25.4) * dpi, (25 / 25.4) * dpi];
    const inks = [...said].map((_, index) => {
      let ink = 0;
      for (let y = 0; y < 2 * size; y++) {
        for (let x = 0; x < size; x++) if (at(Math.round(left + index * size + x), Math.round(top + y))[0] < 160) ink++;
      }
      return ink;
    });
    for (const ink of inks) expect(ink).toBeGreaterThan(8);
  });
});

const dpi = 100;
const toMm = (pixels: number) => (pixels / dpi) * 25.4;

function poppler(): boolean {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A page as pixels. */
function raster(bytes: Uint8Array, page: number) {
  const dir = mkdtempSync(join(tmpdir(), 'neibao-pdf-'));
  try {
    const file = join(dir, 'a.pdf');
    writeFileSync(file, bytes);
    execFileSync('pdftoppm', ['-r', `${dpi}`, '-f', `${page}`, '-l', `${page}`, '-singlefile', file, join(dir, 'a')]);
    const image = readFileSync(join(dir, 'a.ppm'));
    const header = /^P6\s+(\d+)\s+(\d+)\s+\d+\s/.exec(image.subarray(0, 40).toString('latin1'));
    const [width, height] = [Number(header?.[1]), Number(header?.[2])];
    const start = header?.[0].length ?? 0;
    const at = (x: number, y: number): [number, number, number] => {
      const offset = start + (y * width + x) * 3;
      return [image[offset] ?? 0, image[offset + 1] ?? 0, image[offset + 2] ?? 0];
    };
    return { width, height, at };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
