/** Presses form pages into a PDF: each is laid when it is its turn, like the one before it. */
import type { FormPage } from '../document/types.ts';
import { type PageGeometry, pageOf } from '../layout/page.ts';
import type { FontSet } from '../layout/types.ts';
import type { PressJob } from './job.ts';
import { type PressContext, pressSheets } from './press.ts';
import { type FormSheet, sheetOf } from './sheet.ts';

/** The bytes of a PDF of all pages, in pieces; the same job and context give the same bytes. */
export function pressPdf({ title, lang, page, pages }: PressJob, context: PressContext): Generator<Uint8Array> {
  const geometry = pageOf(page);
  const { width, height } = geometry;
  return pressSheets({ title, lang, width, height, sheets: sheetsOf(context.fonts, pages, geometry) }, context);
}

/** Each form as a sheet, laid when it is asked for. */
export function* sheetsOf(fonts: FontSet, pages: Iterable<FormPage>, page: PageGeometry): Generator<FormSheet> {
  let sheet: FormSheet | undefined;
  for (const form of pages) {
    sheet = sheetOf(fonts, form, page, sheet);
    yield sheet;
  }
}
