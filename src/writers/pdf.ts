/** Writes a tree as PDF 1.7: subset fonts, searchable text, title and language set, the same bytes for the same tree. */
import type { DocumentTree } from '../document/types.ts';
import { pageOf } from '../layout/page.ts';
import { pagesOf } from './pdf/flow.ts';
import { fontDictionary, pdfmake } from './pdf/fonts.ts';
import type { LineMark, Marks, TextMark } from './pdf/marks.ts';
import type { WriteContext } from './types.ts';

type Definition = Parameters<typeof pdfmake.createPdf>[0];

/** The bytes of the PDF. Lines, tables and pages are laid out before; pdfmake draws, embeds and packs. */
export async function writePdf(tree: DocumentTree, context: WriteContext): Promise<Uint8Array> {
  pdfmake.setFonts(fontDictionary(context.fonts.faces));
  return new Uint8Array(await pdfmake.createPdf(definition(tree, context)).getBuffer());
}

/** pdfmake changes the definition it is given, so that each document gets a new one. */
function definition(tree: DocumentTree, { fonts, date, author }: WriteContext): Definition {
  const page = pageOf(tree.page);
  return {
    version: '1.7',
    language: tree.lang,
    displayTitle: true,
    compress: true,
    info: { title: tree.title, author, creator: 'neibao', producer: 'neibao', creationDate: date, modDate: date },
    pageSize: { width: page.width, height: page.height },
    pageMargins: 0,
    content: pagesOf(tree, fonts).map((marks, index) => ({
      stack: pageNodes(marks),
      ...(index > 0 && { pageBreak: 'before' as const }),
    })),
  };
}

function pageNodes({ texts, lines }: Marks) {
  return [{ canvas: lines.map(vector), absolutePosition: { x: 0, y: 0 } }, ...texts.map(textNode)];
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

function vector({ points, closed, width, color }: LineMark) {
  return {
    type: 'polyline' as const,
    points: points.map(([x, y]) => ({ x, y })),
    closePath: closed,
    lineWidth: width,
    lineColor: color,
  };
}
