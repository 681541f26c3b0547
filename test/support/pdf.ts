/** Reads a PDF back as a reader would: text per page and line, page sizes, properties. */
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfPage {
  /** Millimetres, rounded. */
  readonly width: number;
  readonly height: number;
  /** Lines from top to bottom; stretches of text that stand apart, as in a table, are divided by " | ". */
  readonly lines: readonly string[];
  readonly items: readonly PdfText[];
}

/** A stretch of text, in the order it was written. Lengths in mm from the page's upper left corner. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly width: number;
  /** Font size in pt. */
  readonly size: number;
}

export interface Pdf {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  readonly pages: readonly PdfPage[];
}

const toMm = (points: number) => (points / 72) * 25.4;

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const document = await loading.promise;
  const { info } = await document.getMetadata();
  const properties = info as { Title?: string; Author?: string; Language?: string };
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item): PdfText[] => {
      if (!('str' in item) || item.str === '') return [];
      const [, , , size, x, y] = item.transform as number[];
      return [
        { text: item.str, x: toMm(x ?? 0), y: toMm(height - (y ?? 0)), width: toMm(item.width), size: size ?? 0 },
      ];
    });
    pages.push({
      width: Math.round(toMm(width)),
      height: Math.round(toMm(height)),
      lines: linesOf(texts),
      items: texts,
    });
  }
  await loading.destroy();
  return {
    title: properties.Title ?? '',
    author: properties.Author ?? '',
    language: properties.Language ?? '',
    pages,
  };
}

/** Everything a document says, without white space, for comparison with the tree's text. */
export function pdfText(pdf: Pdf): string {
  return pdf.pages
    .map((page) => page.items.map((item) => item.text).join(''))
    .join('')
    .replace(/\s/g, '');
}

/** Pages and lines as one text, for golden files. */
export function pdfTranscript(pdf: Pdf): string {
  const pages = pdf.pages.map((page, index) =>
    [`== page ${index + 1} (${page.width}×${page.height} mm)`, ...page.lines].join('\n'),
  );
  return `title: ${pdf.title}\npages: ${pdf.pages.length}\n${pages.join('\n')}\n`;
}

/** Space between stretches of text that divides cells rather than words, in mm. */
const cellGap = 1.5;

function linesOf(texts: readonly PdfText[]): readonly string[] {
  const lines: PdfText[][] = [];
  for (const text of [...texts].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.find((one) => Math.abs((one[0] as PdfText).y - text.y) < 0.3);
    if (line === undefined) lines.push([text]);
    else line.push(text);
  }
  return lines.map(lineText).filter((line) => line !== '');
}

function lineText(line: readonly PdfText[]): string {
  let end = Number.NaN;
  let said = '';
  for (const { text, x, width } of [...line].sort((a, b) => a.x - b.x)) {
    // The reader puts spaces of its own where text stands apart.
    if (text.trim() === '' && (width === 0 || width > cellGap)) continue;
    said += x - end > cellGap ? ` | ${text}` : text;
    end = x + width;
  }
  return said.trim();
}

/** The number of lines and figures that each page draws. */
export async function pathsOf(bytes: Uint8Array): Promise<readonly number[]> {
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const document = await loading.promise;
  const counts: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { fnArray } = await (await document.getPage(number)).getOperatorList();
    counts.push(fnArray.filter((operator) => operator === OPS.constructPath).length);
  }
  await loading.destroy();
  return counts;
}
