import { beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/document/parse.ts';
import type { DocumentTree } from '../../src/document/types.ts';
import { pageOf } from '../../src/layout/page.ts';
import { mm } from '../../src/layout/units.ts';
import { writeDocx } from '../../src/writers/docx.ts';
import { writeHtml } from '../../src/writers/html.ts';
import { pagesOf } from '../../src/writers/pdf/flow.ts';
import { writePdf } from '../../src/writers/pdf.ts';
import type { WriteContext } from '../../src/writers/types.ts';
import { freeFonts } from '../layout/build.ts';
import { find, findAll, readDocx } from '../support/docx.ts';
import { officeMissing, renderOffice } from '../support/office.ts';
import { readPdf } from '../support/pdf.ts';
import { type Picture, picturesOf } from '../support/pixels.ts';
import { ring } from '../support/seal.ts';
import { toolMissing } from '../support/tools.ts';

let context: WriteContext;

beforeAll(async () => {
  context = {
    fonts: await freeFonts(),
    date: new Date('2024-12-17T00:00:00Z'),
    author: '上海市企事业单位治安保卫协会',
    seals: { issuer: ring(), other: ring() },
  };
}, 60_000);

const head =
  '<p role="organ">上海市企事业单位治安保卫协会</p><p role="number">沪企保协〔2024〕39号</p><hr role="red" />' +
  '<h1>关于开展评选表彰活动的通知</h1><p role="addressee">各会员单位：</p>';
const line = '各会员单位认真落实治安保卫责任，全年没有发生重大案件，';

function treeOf(content: string, before = head): DocumentTree {
  const parsed = parseDocument(`<article title="通知" page="gongwen">${before}${content}</article>`);
  if (!parsed.ok) throw new Error(parsed.messages.map((one) => one.text).join('\n'));
  return parsed.value;
}

const closing = '<p role="signature" seal="issuer">上海市企事业单位治安保卫协会</p><p role="date">2024年12月17日</p>';
const note = '<p role="note">（此件公开发布）</p>';
const text = (sentences: number) => `<p>${line.repeat(sentences)}</p>`;

/** Pages as their lines of text, without page numbers. */
function pageTexts(tree: DocumentTree): readonly string[] {
  return pagesOf(tree, context.fonts, context.seals).map(({ marks }) =>
    marks.texts.map(({ run }) => run.text).join(''),
  );
}

describe('a paper with a seal', () => {
  test('has the image behind name and date in the PDF, in its size', () => {
    const [page] = pagesOf(treeOf(text(3) + closing + note), context.fonts, context.seals);
    const [image] = page?.marks.images ?? [];
    const name = page?.marks.texts.filter(({ run }) => run.size === 16 && run.text.includes('治安保卫协会')).at(-1);
    const date = page?.marks.texts.find(({ run }) => run.text.includes('12'));
    expect(image?.width).toBeCloseTo(mm(42), 5);
    for (const mark of [name, date]) {
      expect(mark?.y).toBeGreaterThan(image?.y ?? 0);
      expect((mark?.y ?? 0) + 16).toBeLessThan((image?.y ?? 0) + mm(42));
    }
    const { area, margin } = pageOf('gongwen');
    expect((image?.x ?? 0) + mm(42)).toBeLessThanOrEqual(margin.left + area.width);
  });

  test('says the same in every format as without one, and gives the same bytes each time', async () => {
    const tree = treeOf(text(3) + closing + note);
    for (const write of [writePdf, writeDocx, writeHtml]) {
      expect(await write(tree, context)).toEqual(await write(tree, context));
    }
    const withSeal = (await readPdf(await writePdf(tree, context))).pages.map((page) => page.lines);
    const byHand = (await readPdf(await writePdf(tree, { ...context, seals: {} }))).pages.map((page) => page.lines);
    expect(withSeal).toEqual(byHand);
  });

  test('embeds the image once in the PDF and in the DOCX, and in the HTML without a link', async () => {
    const tree = treeOf(text(2) + closing);
    const pdf = Buffer.from(await writePdf(tree, context)).toString('latin1');
    // The image and its transparency.
    expect(pdf.match(/\/Subtype\/Image/g)).toHaveLength(2);
    const docx = readDocx(await writeDocx(tree, context));
    expect(docx.parts.filter((part) => part.startsWith('word/media/'))).toHaveLength(1);
    const html = new TextDecoder().decode(await writeHtml(tree, context));
    expect(html).toContain('<img alt="印章" src="data:image/png;base64,');
  });

  test.skipIf(toolMissing('pdftoppm'))('lets the paper and the text be seen through it in the PDF', async () => {
    const tree = treeOf(text(3) + closing);
    const [sealed] = (await picturesOf(await writePdf(tree, context))) as [Picture];
    const [plain] = (await picturesOf(await writePdf(tree, { ...context, seals: {} }))) as [Picture];
    let red = 0;
    for (let at = 0; at < plain.points.length; at += 3) {
      const [r = 0, g = 0, b = 0] = sealed.points.subarray(at, at + 3);
      // Beside a picture, the reader smooths edges of characters a little otherwise.
      if (plain.points.subarray(at, at + 3).every((value, part) => Math.abs(value - ([r, g, b][part] ?? 0)) < 16))
        continue;
      expect(r, `${r} ${g} ${b}`).toBeGreaterThan(Math.max(g, b));
      if (r > 200 && g < 50) red += 1;
    }
    // A ring 42 mm wide, a twenty-fifth of that thick, at 100 points to the inch.
    expect(red).toBeGreaterThan(1000);
  });

  test('has the picture behind the text in Word, at a place that counts from the date', async () => {
    const document = readDocx(await writeDocx(treeOf(text(3) + closing + note), context)).xml('word/document.xml');
    const date = findAll(document, 'w:p').find((one) => find(one, 'wp:anchor') !== undefined);
    const anchor = date && find(date, 'wp:anchor');
    expect(anchor?.attributes.behindDoc).toBe('1');
    expect(anchor && find(anchor, 'wp:positionV')?.attributes.relativeFrom).toBe('paragraph');
    expect(anchor && find(anchor, 'wp:positionH')?.attributes.relativeFrom).toBe('margin');
    expect(Number(anchor && find(anchor, 'wp:extent')?.attributes.cx)).toBeCloseTo(42 * 36_000, -4);
    expect(
      date &&
        findAll(date, 'w:t')
          .flatMap((one) => one.children)
          .join(''),
    ).toBe('2024年12月17日');
  });
});

test('a note stands on the line below the date, two characters in (GB/T 9704 7.3.6)', () => {
  const [page] = pagesOf(treeOf(text(3) + closing + note), context.fonts, context.seals);
  const date = page?.marks.texts.find(({ run }) => run.text.includes('17'));
  const remark = page?.marks.texts.find(({ run }) => run.text.includes('此件'));
  expect((remark?.y ?? 0) - (date?.y ?? 0)).toBeCloseTo(28.95, 5);
  expect((remark?.x ?? 0) - pageOf('gongwen').margin.left).toBeCloseTo(2 * (16 - 0.207), 1);
});

describe('a closing that does not fit on the page', () => {
  /** Sentences after which the text ends so low that the closing has no room. */
  const overfull = Array.from({ length: 20 }, (_, index) => index + 6);

  test('takes two lines of text with it, with a seal and without, and its note stays with it', () => {
    for (const sentences of overfull) {
      for (const content of [closing, closing.replace(' seal="issuer"', '')]) {
        const pages = pageTexts(treeOf(text(sentences) + content + note));
        const last = pages.find((page) => page.includes('2024年12月17日')) ?? '';
        expect(last).toContain('（此件公开发布）');
        const [before = ''] = last.split('上海市企事业单位治安保卫协会').slice(-2);
        expect(before.length).toBeGreaterThan(28);
      }
    }
  });
});

describe('the same closing in Word', () => {
  test.skipIf(officeMissing)(
    'ends where it ends in the PDF, joint names in their columns',
    async () => {
      const names = ['上海市公安局', '上海市总工会', '上海市企业保卫协会', '上海市应急管理局'];
      const joint = names.map((name) => `<p role="signature" seal="other">${name}</p>`).join('');
      const mark = `<p role="organ">${names.slice(0, 2).join('<br/>')}<span role="suffix">文件</span></p>`;
      const tree = treeOf(
        `${text(3)}<hr role="page" />${text(3)}${joint}<p role="date">二〇二四年十二月</p>${note}`,
        head.replace(/^<p role="organ">.*?<\/p>/, mark),
      );
      const [pdf, office] = await Promise.all([
        readPdf(await writePdf(tree, context)),
        writeDocx(tree, context).then((docx) =>
          renderOffice(docx, 'docx').then((bytes) => readPdf(new Uint8Array(bytes))),
        ),
      ]);
      const place = (read: typeof pdf, said: string) => {
        for (const [page, { items }] of read.pages.entries()) {
          const item = items.findLast((one) => one.text.includes(said));
          if (item !== undefined) return { page, x: item.x, y: item.y };
        }
        throw new Error(`${said} is nowhere`);
      };
      for (const said of ['总工会', '企业保卫', '应急', '二〇', '此件', '文件']) {
        const [own, words] = [place(pdf, said), place(office, said)];
        expect(words.page).toBe(own.page);
        expect(Math.abs(words.y - own.y)).toBeLessThan(1.5);
      }
      const [own, words] = [place(pdf, '二〇'), place(office, '二〇')];
      expect(Math.abs(words.x - own.x)).toBeLessThan(1.5);
    },
    120_000,
  );
});
