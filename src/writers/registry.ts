/** The formats that documents can be written in. */
import type { Writer } from './types.ts';

/** Each is loaded with its libraries when something is first written with it. */
const writers = {
  docx: async (tree, context) => (await import('./docx.ts')).writeDocx(tree, context),
  pdf: async (tree, context) => (await import('./pdf.ts')).writePdf(tree, context),
  xlsx: async (tree, context) => (await import('./xlsx.ts')).writeXlsx(tree, context),
  html: async (tree, context) => (await import('./html.ts')).writeHtml(tree, context),
} satisfies Record<string, Writer>;

/** A format's name is the extension of its files. */
export type Format = keyof typeof writers;
export const formats = Object.keys(writers) as readonly Format[];

/** The writer of a format. Throws for one that there is not: what a user asks for is checked against `formats` before. */
export function writerOf(format: Format): Writer {
  if (!Object.hasOwn(writers, format)) throw new RangeError(`unknown format ${format}; known: ${formats.join(', ')}`);
  return writers[format];
}
