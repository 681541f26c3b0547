/** Presses form pages into a PDF: each is laid when it is its turn, like the one before it. */
import type { FormPage } from '../document/types.ts';
import { layText } from '../layout/fit.ts';
import { formStylePage } from '../layout/form.ts';
import { type PageGeometry, pageOf } from '../layout/page.ts';
import type { FontSet } from '../layout/types.ts';
import type { PressJob } from './job.ts';
import { type PressContext, pressSheets } from './press.ts';
import { type FormSheet, sheetOf } from './sheet.ts';

/** The bytes of a PDF of all pages, in pieces; the same job and context give the same bytes. */
export function pressPdf(
  { title, lang, page, pages, copies = [] }: PressJob,
  context: PressContext,
): Generator<Uint8Array> {
  const geometry = pageOf(page);
  const { width, height, area } = geometry;
  const laid = copies.slice(1).map((mark) => layText(context.fonts, mark, formStylePage(page, mark), area.width));
  const sheets = sheetsOf(context.fonts, pages, geometry);
  return pressSheets({ title, lang, width, height, sheets, copies: laid }, context);
}

/** Each form as a sheet, laid when it is asked for. */
export function* sheetsOf(fonts: FontSet, pages: Iterable<FormPage>, page: PageGeometry): Generator<FormSheet> {
  let sheet: FormSheet | undefined;
  for (const form of pages) {
    sheet = sheetOf(fonts, form, page, sheet);
    yield sheet;
  }
}
