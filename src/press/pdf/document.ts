/** What a PDF says of itself as a whole, the same way in every file: title, language, properties, the size of its pages. */
import type { PdfFile, Ref } from './file.ts';

export interface DocumentProperties {
  readonly title: string;
  readonly lang: string;
  readonly author: string;
  /** Stands in place of the clock. */
  readonly date: Date;
}

/** In pt. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Ends a file: what its pages inherit is their size, unless they have one of their own, and the resources. */
export function endDocument(file: PdfFile, properties: DocumentProperties, size: Size, resources: Ref): void {
  file.end({
    pages: `/MediaBox${boxOf(size)}/Resources ${resources} 0 R`,
    catalog: `/Lang(${properties.lang})/ViewerPreferences<</DisplayDocTitle true>>`,
    info: infoOf(properties),
  });
}

function infoOf({ title, author, date }: DocumentProperties): string {
  const day = `(D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`;
  return `<</Title${textString(title)}/Author${textString(author)}/Creator(neibao)/Producer(neibao)/CreationDate${day}/ModDate${day}>>`;
}

/** A text for readers, in UTF-16 with its byte order mark. */
function textString(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** The box of a page or a drawing. */
export function boxOf({ width, height }: Size): string {
  return `[0 0 ${round(width)} ${round(height)}]`;
}

function round(length: number): number {
  return Math.round(length * 1000) / 1000;
}
