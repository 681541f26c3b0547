/**
 * Writes sheets as the pages of a PDF: each goes out as it comes, what many of them have in common is written once, the
 * fonts last. Memory does not grow with the number of pages, but for the numbers of what a further set of them takes over;
 * nor does the time that each of them takes.
 */
import { hash } from 'node:crypto';
import { kept } from '../layout/kept.ts';
import type { FontSet, LaidParagraph } from '../layout/types.ts';
import { type Arrangement, matrixOf, onePerPage } from './arrange.ts';
import { createContent } from './pdf/content.ts';
import { boxOf, endDocument } from './pdf/document.ts';
import { createFile, type PdfFile, type Ref } from './pdf/file.ts';
import { createFonts } from './pdf/fonts.ts';
import { imageObject, type PressImage } from './pdf/image.ts';
import { createShared, type SharedRun } from './shared.ts';
import { drawPiece, isCopyMark, type Piece, type Sheet } from './sheet.ts';

/** Sheets of one size to be written into one file. Lengths in pt. */
export interface SheetJob {
  readonly title: string;
  readonly lang: 'zh-CN';
  readonly width: number;
  readonly height: number;
  readonly sheets: Iterable<Sheet>;
  /** How sheets stand on the pages; each on one of its own when not given. */
  readonly arrangement?: Arrangement | undefined;
  /** The marks of further sets of the sheets, each in place of the one that they have: one to a page. */
  readonly copies?: readonly LaidParagraph[];
  /** Stands behind each sheet, as large as it. */
  readonly background?: PressImage | undefined;
}

export interface PressContext {
  readonly fonts: FontSet;
  /** Stands in the document's properties in place of the clock. */
  readonly date: Date;
  readonly author: string;
}

/** The bytes of a PDF, in pieces; the same job and context give the same bytes. */
export function* pressSheets(job: SheetJob, context: PressContext): Generator<Uint8Array> {
  const arrangement = job.arrangement ?? onePerPage(job);
  const { copies = [] } = job;
  const file = createFile();
  const fonts = createFonts();
  const content = createContent(fonts, job.height);
  const resources = file.reserve();
  const once = writtenOnce(file);
  const objects: string[] = [];
  const named = (ref: Ref): string => {
    const name = `X${objects.length}`;
    objects.push(`/${name} ${ref} 0 R`);
    return name;
  };
  const shared = createShared(content, (drawing) => {
    const box = boxOf(job);
    return named(file.stream(drawing, `/Type/XObject/Subtype/Form/BBox${box}/Resources ${resources} 0 R`));
  });
  const behind = job.background && named(imageObject(file, job.background));

  /** Streams of the open page, and the mark among them. */
  let streams: Ref[] = [];
  let mark: { readonly piece: Piece; readonly at: number } | undefined;
  let filled = 0;
  /** Those of the first set, where there are others. */
  const firstSet: { readonly streams: readonly Ref[]; readonly mark: typeof mark }[] = [];
  const writePage = (refs: readonly Ref[]): void => {
    file.page(`/Contents[${refs.map((ref) => `${ref} 0 R`).join(' ')}]`);
    if (arrangement.duplex) file.page('');
  };
  const endPage = (): void => {
    writePage(streams);
    if (copies.length > 0) firstSet.push({ streams, mark });
    streams = [];
    mark = undefined;
    filled = 0;
  };
  const press = ({ pieces }: Sheet, runs: ReadonlyMap<number, SharedRun>): void => {
    const parted = pieces.some(isCopyMark);
    const matrix = matrixOf(arrangement, filled);
    // Further sets of the sheets take over the streams of the first; where none are told of, another page may be alike.
    const end = (shared = parted && copies.length === 0) => {
      const bytes = content.take();
      if (bytes.length > 0) streams.push(shared ? once(bytes) : file.stream(bytes));
    };
    if (matrix !== '') {
      content.raw(`q ${matrix} cm\n`);
      if (parted) end();
    }
    if (behind !== undefined) content.raw(`q ${job.width} 0 0 ${job.height} 0 0 cm /${behind} Do Q\n`);
    for (let index = 0; index < pieces.length; ) {
      const piece = pieces[index] as Piece;
      const run = runs.get(index);
      if (run !== undefined) content.show(run.name);
      else {
        // Which copy it is stands in a stream of its own: the rest is that of the other copies.
        if (isCopyMark(piece)) {
          end();
          mark = { piece, at: streams.length };
        }
        drawPiece(content, piece);
        if (isCopyMark(piece)) end(true);
      }
      index = run?.to ?? index + 1;
    }
    if (matrix !== '') {
      if (parted) end();
      content.restore();
    }
    end();
    filled += 1;
    if (filled === arrangement.perPage) endPage();
  };

  let sheet: Sheet | undefined;
  for (const next of job.sheets) {
    if (sheet !== undefined) press(sheet, shared.runsOf(sheet, next));
    sheet = next;
    yield* file.take();
  }
  if (sheet !== undefined) press(sheet, shared.runsOf(sheet, undefined));
  if (filled > 0 || file.pageCount === 0) endPage();
  for (const of of copies) {
    const written = new Map<string, Ref>();
    for (const page of firstSet) {
      if (page.mark === undefined) throw new Error('a page of several sets has no mark');
      const { piece, at } = page.mark;
      const ref = kept(written, `${piece.x} ${piece.y}`, () => {
        drawPiece(content, { ...piece, of } as Piece);
        return file.stream(content.take());
      });
      writePage(page.streams.with(at, ref));
      yield* file.take();
    }
  }

  file.object(`<</Font<<${fonts.end(file)}>>/XObject<<${objects.join('')}>>>>`, resources);
  endDocument(file, { ...context, title: job.title, lang: job.lang }, arrangement, resources);
  yield* file.take(true);
}

/** Writes streams of one content as one object, so that the second copy of a form shares the content of the first. */
function writtenOnce(file: PdfFile): (bytes: Uint8Array) => Ref {
  const written = new Map<string, Ref>();
  return (bytes) => {
    const key = hash('sha256', bytes, 'base64');
    const known = written.get(key);
    if (known !== undefined) return known;
    const ref = file.stream(bytes);
    written.set(key, ref);
    return ref;
  };
}
