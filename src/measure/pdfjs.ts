/** Loads the PDF reader. It is made for browsers: what it wants for drawing is not needed to read, and is not asked for. */

import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';

export type PdfReader = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

let loading: Promise<PdfReader> | undefined;

export function pdfReader(): Promise<PdfReader> {
  loading ??= load();
  return loading;
}

/** Without a canvas (an optional package) the reader warns, and fails unless these names of the browser exist. */
async function load(): Promise<PdfReader> {
  const { warn } = console;
  const names = ['DOMMatrix', 'ImageData', 'Path2D'].filter((name) => !(name in globalThis));
  for (const name of names) Object.assign(globalThis, { [name]: class {} });
  console.warn = () => {};
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}

/** Tables that the reader needs for fonts a file names and does not hold: Chinese encodings, the standard fonts. */
export function readerTables(): { readonly cMapUrl: string; readonly standardFontDataUrl: string } {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return { cMapUrl: join(folder, 'cmaps') + sep, standardFontDataUrl: join(folder, 'standard_fonts') + sep };
}
