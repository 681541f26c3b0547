/** Draws documents that flow: pages are laid out before; pdfmake opens them, embeds fonts and images, and packs. */
import type { DocumentTree } from '../../document/types.ts';
import type { ImageMark } from '../../layout/marks.ts';
import { pageOf } from '../../layout/page.ts';
import type { FontSet } from '../../layout/types.ts';
import { createContent } from '../../press/pdf/content.ts';
import { drawPiece, sheetOf } from '../../press/sheet.ts';
import type { WriteContext } from '../types.ts';
import { type MarkedPage, pagesOf } from './flow.ts';
import { fontDictionary, letteringOf, pdfmake } from './fonts.ts';

type Definition = Parameters<typeof pdfmake.createPdf>[0];

/** The bytes of the PDF. Text and lines are drawn by the press, as those of form pages are. */
export async function drawFlow(tree: DocumentTree, context: WriteContext): Promise<Uint8Array> {
  pdfmake.setFonts(fontDictionary(context.fonts.faces));
  const pages = pagesOf(tree, context.fonts, context.seals);
  const output = pdfmake.createPdf(definition(tree, pages, context), { bufferPages: true });
  drawPages(await output.getStream(), pages, context.fonts);
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
    content: pages.map(({ page, marks: { images = [] } }, index) => ({
      stack: images.map(imageNode),
      ...(index > 0 && { pageBreak: 'before' as const, pageOrientation: page.orientation }),
    })),
  };
}

function imageNode({ image, x, y, width, height }: ImageMark) {
  const data = Buffer.from(image.bytes).toString('base64');
  return { image: `data:image/${image.format};base64,${data}`, width, height, absolutePosition: { x, y } };
}

function drawPages(document: PDFKit.PDFDocument, pages: readonly MarkedPage[], fonts: FontSet): void {
  const lettering = letteringOf(document);
  for (const [index, { page, marks, form }] of pages.entries()) {
    document.switchToPage(index);
    const content = createContent(lettering, page.height);
    // The library has turned the page upside down.
    content.raw(`q 1 0 0 -1 0 ${page.height} cm 0 0 0 rg 0 Tc\n`);
    content.lines(marks.lines);
    for (const mark of marks.texts) content.text(mark);
    if (form !== undefined) for (const piece of sheetOf(fonts, form, page).pieces) drawPiece(content, piece);
    content.restore();
    document.page.write(Buffer.from(content.take()));
  }
}
