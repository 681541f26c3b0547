/**
 * Presses form pages into a PDF: pages go out as they are laid, what many of them have in common is written once, the
 * fonts last. Memory does not grow with the number of pages, nor does the time that each of them takes.
 */
import { createHash } from 'node:crypto';
import type { FormPage, PageName } from '../document/types.ts';
import { pageOf } from '../layout/page.ts';
import type { FontSet } from '../layout/types.ts';
import { createContent } from './pdf/content.ts';
import { createFile, type PdfFile, type Ref } from './pdf/file.ts';
import { createFonts } from './pdf/fonts.ts';
import { createShared, type SharedRun } from './shared.ts';
import { drawPiece, isCopyMark, type Piece, type Sheet, sheetOf } from './sheet.ts';

/** Form pages to be pressed into one file. */
export interface PressJob {
  readonly title: string;
  readonly lang: 'zh-CN';
  /** A page without a footer. */
  readonly page: PageName;
  readonly pages: Iterable<FormPage>;
}

export interface PressContext {
  readonly fonts: FontSet;
  /** Stands in the document's properties in place of the clock. */
  readonly date: Date;
  readonly author: string;
}

/** The bytes of a PDF of all pages, in pieces; the same job and context give the same bytes. */
export function* pressPdf(job: PressJob, context: PressContext): Generator<Uint8Array> {
  const page = pageOf(job.page);
  const file = createFile();
  const fonts = createFonts();
  const content = createContent(fonts, page.height);
  const resources = file.reserve();
  const box = `[0 0 ${round(page.width)} ${round(page.height)}]`;
  const once = writtenOnce(file);
  const forms: Ref[] = [];
  const shared = createShared(content, (drawing) => {
    forms.push(file.stream(drawing, `/Type/XObject/Subtype/Form/BBox${box}/Resources ${resources} 0 R`));
    return `X${forms.length - 1}`;
  });

  const press = ({ pieces }: Sheet, runs: ReadonlyMap<number, SharedRun>): void => {
    const copies = pieces.some(isCopyMark);
    const streams: Ref[] = [];
    const end = () => streams.push(copies ? once(content.take()) : file.stream(content.take()));
    for (let index = 0; index < pieces.length; ) {
      const piece = pieces[index] as Piece;
      const run = runs.get(index);
      if (run !== undefined) content.show(run.name);
      else {
        // Which copy it is stands in a stream of its own: the rest is that of the other copies.
        if (isCopyMark(piece) && index > 0) end();
        drawPiece(content, piece);
        if (isCopyMark(piece)) end();
      }
      index = run?.to ?? index + 1;
    }
    end();
    file.page(`/Contents[${streams.map((ref) => `${ref} 0 R`).join(' ')}]`);
  };

  let sheet: Sheet | undefined;
  for (const form of job.pages) {
    const next = sheetOf(context.fonts, form, page, sheet);
    if (sheet !== undefined) press(sheet, shared.runsOf(sheet, next));
    sheet = next;
    yield* file.take();
  }
  if (sheet !== undefined) press(sheet, shared.runsOf(sheet, undefined));
  else file.page('');

  const named = forms.map((ref, index) => `/X${index} ${ref} 0 R`).join('');
  file.object(`<</Font<<${fonts.end(file)}>>/XObject<<${named}>>>>`, resources);
  file.end({
    pages: `/MediaBox${box}/Resources ${resources} 0 R`,
    catalog: `/Lang(${job.lang})/ViewerPreferences<</DisplayDocTitle true>>`,
    info: infoOf(job.title, context),
  });
  yield* file.take(true);
}

/** Writes streams of one content as one object, so that the second copy of a form shares the content of the first. */
function writtenOnce(file: PdfFile): (bytes: Uint8Array) => Ref {
  const written = new Map<string, Ref>();
  return (bytes) => {
    const key = createHash('sha256').update(bytes).digest('base64');
    const known = written.get(key);
    if (known !== undefined) return known;
    const ref = file.stream(bytes);
    written.set(key, ref);
    return ref;
  };
}

function infoOf(title: string, { author, date }: PressContext): string {
  const day = `(D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`;
  return `<</Title${textString(title)}/Author${textString(author)}/Creator(neibao)/Producer(neibao)/CreationDate${day}/ModDate${day}>>`;
}

/** A text for readers, in UTF-16 with its byte order mark. */
function textString(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

function round(length: number): number {
  return Math.round(length * 1000) / 1000;
}
