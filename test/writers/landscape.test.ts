import { beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/document/parse.ts';
import type { DocumentTree } from '../../src/document/types.ts';
import { writeDocx } from '../../src/writers/docx.ts';
import { writeHtml } from '../../src/writers/html.ts';
import { writePdf } from '../../src/writers/pdf.ts';
import type { WriteContext } from '../../src/writers/types.ts';
import { freeFonts } from '../layout/build.ts';
import { find, findAll, readDocx } from '../support/docx.ts';
import { officeMissing, renderOffice } from '../support/office.ts';
import { type Pdf, type PdfPage, readPdf } from '../support/pdf.ts';

let context: WriteContext;

beforeAll(async () => {
  context = { fonts: await freeFonts(), date: new Date('2024-12-17T00:00:00Z'), author: '协会' };
}, 60_000);

const rows = Array.from(
  { length: 60 },
  (_, index) => `<tr><td>${index + 1}</td><td>浦东新区</td><td>第${index + 1}行</td></tr>`,
);
const table = `<table role="grid"><colgroup><col width="1"/><col width="2"/><col width="5"/></colgroup>
  <thead><tr><th>序号</th><th>区</th><th>单位</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;

const tree = (): DocumentTree => {
  const parsed =
    parseDocument(`<article title="通知" page="gongwen"><h1>通知</h1><p>正文。</p><hr role="page" /><p>第二页。</p>
    <section role="annex-landscape"><p role="annex-label">附件</p><h1>名额分配表</h1>${table}</section>
    <section role="annex"><p role="annex-label">附件2</p><p>直排的附件。</p></section></article>`);
  if (!parsed.ok) throw new Error(parsed.messages.map((one) => one.text).join('\n'));
  return parsed.value;
};

/** Where the dash before a page's number begins on the upright sheet, in mm from its left and upper edge. */
function folio(page: PdfPage): { readonly x: number; readonly y: number } {
  const dash = page.items.find((item) => item.text.includes('—'));
  if (dash === undefined) throw new Error('a page has no number');
  return page.width > page.height ? { x: dash.y, y: 297 - dash.x } : { x: dash.x, y: dash.y };
}

function expectFolios({ pages }: Pdf, tolerance: number): void {
  const at = pages.map(folio);
  for (const [index, one] of at.entries()) {
    // Upright pages 1 and 2 show where the numbers of odd and even pages stand.
    const upright = at[index % 2];
    expect(Math.abs(one.x - (upright?.x ?? 0))).toBeLessThan(tolerance);
    expect(Math.abs(one.y - (upright?.y ?? 0))).toBeLessThan(tolerance);
  }
}

describe('a wide table in an annex of a 公文 (GB/T 9704 part 8)', () => {
  test('stands on turned pages, its label and title on the first, its head on each, all rows in order', async () => {
    const { pages } = await readPdf(await writePdf(tree(), context));
    const turned = pages.filter((page) => page.width > page.height);
    expect(turned.map((page) => [page.width, page.height])).toEqual(turned.map(() => [297, 210]));
    expect(turned.length).toBeGreaterThan(2);
    expect(turned[0]?.lines.slice(0, 2)).toEqual(['附件', '名额分配表']);
    for (const page of turned) expect(page.lines.some((one) => one.includes('序号'))).toBe(true);
    const said = turned.flatMap((page) => page.items.map((item) => item.text)).filter((one) => /^第\d+行$/.test(one));
    expect(said).toEqual(rows.map((_, index) => `第${index + 1}行`));
    expect(pages.at(-1)?.width).toBe(210);
  });

  test('keeps the numbers where they are on the upright sheet, at the left edge of the turned one', async () => {
    expectFolios(await readPdf(await writePdf(tree(), context)), 0.6);
  });

  test('has a landscape section of its own in Word, with the margins turned and the number in a box', async () => {
    const docx = readDocx(await writeDocx(tree(), context));
    const sections = findAll(docx.xml('word/document.xml'), 'w:sectPr');
    expect(sections.map((one) => find(one, 'w:pgSz')?.attributes['w:orient'])).toEqual([
      'portrait',
      'landscape',
      'portrait',
    ]);
    const margins = sections.map((one) => find(one, 'w:pgMar')?.attributes);
    expect(margins[1]?.['w:top']).toBe(margins[0]?.['w:left']);
    expect(margins[1]?.['w:right']).toBe(margins[0]?.['w:top']);
    expect(
      docx.parts.some((part) => part.startsWith('word/footer') && docx.part(part).includes('layout-flow:vertical')),
    ).toBe(true);
    // Its styles are those of the upright annexes.
    expect(new Set(docx.paragraphs.map((one) => one.style))).not.toContain('表单内附件标识');
  });

  test.skipIf(officeMissing)(
    'looks so when LibreOffice sets the Word file',
    async () => {
      const rendered = await renderOffice(await writeDocx(tree(), context), 'docx');
      const office = await readPdf(new Uint8Array(rendered));
      const own = await readPdf(await writePdf(tree(), context));
      expect(office.pages.map((page) => [page.width, page.height])).toEqual(
        own.pages.map((page) => [page.width, page.height]),
      );
      expectFolios(office, 1.5);
    },
    120_000,
  );

  test('prints in landscape from HTML too', async () => {
    const html = new TextDecoder().decode(await writeHtml(tree(), context));
    expect(html).toContain('<section class="page turned">');
    expect(html).toContain('@page turned { size: 841.89pt 595.28pt');
  });
});
