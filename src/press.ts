/**
 * The press by itself, for form pages of one's own: `import { loadFonts, pressPdf } from 'neibao/press'`. It loads nothing
 * that reads a case or a template.
 */
import type { PressJob } from './press/job.ts';
import type { PressContext } from './press/press.ts';

export type { FontSlot } from './case/types.ts';
export type { FormPage, Inline, PageName, Paragraph, Table } from './document/types.ts';
export { type FontOptions, loadFonts } from './layout/fonts.ts';
export type { FontSet } from './layout/types.ts';
export type { Message, Result } from './message.ts';
export type { PressJob } from './press/job.ts';
export { pressPdf } from './press/pdf.ts';
export type { PressContext } from './press/press.ts';

/**
 * The bytes of a DOCX of all pages, in pieces; the same job and context give the same bytes. The page is none of a 公文,
 * and all pages have the frame of the first: throws for another one. What writes Word files is loaded at the first call.
 */
export async function* pressDocx(job: PressJob, context: PressContext): AsyncGenerator<Uint8Array> {
  yield* (await import('./press/docx.ts')).pressDocx(job, context);
}
