/** Sheets as pdfmake draws them, mark by mark: what the press must look like. */
import type { LineMark, TextMark } from '../../src/layout/marks.ts';
import type { FontSet } from '../../src/layout/types.ts';
import type { Content } from '../../src/press/pdf/content.ts';
import { drawPiece, type Sheet } from '../../src/press/sheet.ts';
import { fontDictionary, pdfmake } from './pdfmake.ts';

/** The marks of a sheet in the order in which they are drawn. */
export function marksOf({ pieces }: Sheet): {
  readonly texts: readonly TextMark[];
  readonly lines: readonly LineMark[];
} {
  const texts: TextMark[] = [];
  const lines: LineMark[] = [];
  const recorder = {
    text: (mark: TextMark) => texts.push(mark),
    lines: (marks: readonly LineMark[]) => lines.push(...marks),
  };
  for (const piece of pieces) drawPiece(recorder as unknown as Content, piece);
  return { texts, lines };
}

export async function drawnByPdfmake(
  sheets: readonly Sheet[],
  size: { readonly width: number; readonly height: number },
  fonts: FontSet,
): Promise<Uint8Array> {
  pdfmake.setFonts(fontDictionary(fonts.faces));
  const content = sheets.map((sheet, index) => {
    const { texts, lines } = marksOf(sheet);
    return {
      stack: [{ canvas: lines.map(vector), absolutePosition: { x: 0, y: 0 } }, ...texts.map(textNode)],
      ...(index > 0 && { pageBreak: 'before' as const }),
    };
  });
  const { width, height } = size;
  const output = pdfmake.createPdf({ version: '1.7', pageSize: { width, height }, pageMargins: 0, content });
  return new Uint8Array(await output.getBuffer());
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
