/** Writes a tree as PDF 1.7: subset fonts, searchable text, title and language set, the same bytes for the same tree. */
import type { DocumentTree } from '../document/types.ts';
import type { ImageMark, LineMark, Marks, TextMark } from '../layout/marks.ts';
import { pageOf } from '../layout/page.ts';
import { type MarkedPage, pagesOf } from './pdf/flow.ts';
import { fontBytes, fontDictionary, pdfmake } from './pdf/fonts.ts';
import type { WriteContext } from './types.ts';

type Definition = Parameters<typeof pdfmake.createPdf>[0];

/** The bytes of the PDF. Lines, tables and pages are laid out before; pdfmake draws, embeds and packs. */
export async function writePdf(tree: DocumentTree, context: WriteContext): Promise<Uint8Array> {
  pdfmake.setFonts(fontDictionary(context.fonts.faces));
  const pages = pagesOf(tree, context.fonts, context.seals);
  const turned = pages.some(({ marks }) => marks.texts.some((mark) => mark.turned === true));
  const output = pdfmake.createPdf(definition(tree, pages, context), { bufferPages: turned });
  if (turned) drawTurned(await output.getStream(), pages);
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
