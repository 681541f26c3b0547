/** The formats that documents can be written in. */
import { writeDocx } from './docx.ts';
import { writeHtml } from './html.ts';
import { writePdf } from './pdf.ts';
import type { Writer } from './types.ts';
import { writeXlsx } from './xlsx.ts';

const writers = { docx: writeDocx, pdf: writePdf, xlsx: writeXlsx, html: writeHtml } satisfies Record<string, Writer>;

/** A format's name is the extension of its files. */
export type Format = keyof typeof writers;
export const formats = Object.keys(writers) as readonly Format[];

/** The writer of a format. Throws for one that there is not: what a user asks for is checked against `formats` before. */
export function writerOf(format: Format): Writer {
  if (!Object.hasOwn(writers, format)) throw new RangeError(`unknown format ${format}; known: ${formats.join(', ')}`);
  return writers[format];
}
