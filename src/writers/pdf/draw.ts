/** Draws documents that flow with pdfmake: lines, tables and pages are laid out before; it draws, embeds and packs. */
import type { DocumentTree } from '../../document/types.ts';
import type { ImageMark, LineMark, Marks, TextMark } from '../../layout/marks.ts';
import { pageOf } from '../../layout/page.ts';
import type { FontSet } from '../../layout/types.ts';
import { createContent } from '../../press/pdf/content.ts';
import { drawPiece, sheetOf } from '../../press/sheet.ts';
import type { WriteContext } from '../types.ts';
import { type MarkedPage, pagesOf } from './flow.ts';
import { fontBytes, fontDictionary, letteringOf, pdfmake } from './fonts.ts';

type Definition = Parameters<typeof pdfmake.createPdf>[0];

/** The bytes of the PDF. Form pages among the others are drawn by the press. */
export async function drawFlow(tree: DocumentTree, context: WriteContext): Promise<Uint8Array> {
  pdfmake.setFonts(fontDictionary(context.fonts.faces));
  const pages = pagesOf(tree, context.fonts, context.seals);
  const later = pages.some(({ form, marks }) => form !== undefined || marks.texts.some((mark) => mark.turned === true));
  const output = pdfmake.createPdf(definition(tree, pages, context), { bufferPages: later });
  if (later) {
    const document = await output.getStream();
    drawTurned(document, pages);
    drawForms(document, pages, context.fonts);
  }
  return new Uint8Array(await output.getBuffer());
}

/** pdfmake changes the definition it is given, so that each document gets a new one. */
function definition(tree: DocumentTree, pages: readonly MarkedPage[], { date, author }: WriteContext): Definition {
  const { width, height } = pageOf(tree.page);
  return {
    version: '1.7',
    language: tree.lang,
    displayTitle: true,
    compress: true,
    info: { title: tree.title, author, creator: 'neibao', producer: 'neibao', creationDate: date, modDate: date },
    pageSize: { width, height },
    pageMargins: 0,
    content: pages.map(({ page, marks }, index) => ({
      stack: pageNodes(marks),
      ...(index > 0 && { pageBreak: 'before' as const, pageOrientation: page.orientation }),
    })),
  };
}

function pageNodes({ texts, lines, images = [] }: Marks) {
  return [
    ...images.map(imageNode),
    { canvas: lines.map(vector), absolutePosition: { x: 0, y: 0 } },
    ...texts.filter((mark) => mark.turned !== true).map(textNode),
  ];
}

function imageNode({ image, x, y, width, height }: ImageMark) {
  const data = Buffer.from(image.bytes).toString('base64');
  return { image: `data:image/${image.format};base64,${data}`, width, height, absolutePosition: { x, y } };
}

/** pdfmake turns no text: it is added to its finished pages. */
function drawTurned(document: PDFKit.PDFDocument, pages: readonly MarkedPage[]): void {
  for (const [index, { marks }] of pages.entries()) {
    const turned = marks.texts.filter((mark) => mark.turned === true);
    if (turned.length > 0) document.switchToPage(index);
    for (const { run, x, y } of turned) {
      document.save().rotate(90, { origin: [x, y] });
      document.font(fontBytes(run.face)).fontSize(run.size).fillColor(run.color);
      document.text(run.text, x, y, { lineBreak: false }).restore();
    }
  }
}

/** Form pages among pages that flow have room in the finished document, where the press draws them. */
function drawForms(document: PDFKit.PDFDocument, pages: readonly MarkedPage[], fonts: FontSet): void {
  const lettering = letteringOf(document);
  for (const [index, { page, form }] of pages.entries()) {
    if (form === undefined) continue;
    document.switchToPage(index);
    const content = createContent(lettering, page.height);
    // The library has turned the page upside down.
    content.raw(`q 1 0 0 -1 0 ${page.height} cm 0 0 0 rg 0 Tc\n`);
    for (const piece of sheetOf(fonts, form, page).pieces) drawPiece(content, piece);
    content.raw('Q\n');
    document.page.write(Buffer.from(content.take()));
  }
}

function textNode({ run, x, y }: TextMark) {
  return {
    text: run.text,
    absolutePosition: { x, y },
    font: run.face.key,
    fontSize: run.size,
    color: run.color,
    characterSpacing: run.spacing,
    noWrap: true,
    preserveLeadingSpaces: true,
    preserveTrailingSpaces: true,
  };
}

function vector({ points, closed, width, color, fill }: LineMark) {
  return {
    type: 'polyline' as const,
    points: points.map(([x, y]) => ({ x, y })),
    closePath: closed,
    lineWidth: width,
    lineColor: color,
    ...(fill !== undefined && { color: fill }),
  };
}
