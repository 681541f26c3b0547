/**
 * Presses form pages into a DOCX: what pages have in common is made once with the `docx` package, their text is filled
 * in, and pages go out as they are laid. Memory does not grow with the number of pages, but for those of further sets,
 * which are held, packed, until the first is out.
 */
import { Document, Packer } from 'docx';
import type { FormPage, PageName } from '../document/types.ts';
import { kept } from '../layout/kept.ts';
import type { FontSet } from '../layout/types.ts';
import { createFlow } from '../writers/docx/flow.ts';
import { corePart, corePath, fixedParts, hasDashes } from '../writers/docx/part.ts';
import { sectionOptions } from '../writers/docx/section.ts';
import { createStylesheet, type Stylesheet } from '../writers/docx/stylesheet.ts';
import { type Parts, partOrder, unpack } from '../writers/zip.ts';
import type { StrandPiece } from './deflate.ts';
import { createInk, type Ink } from './docx/ink.ts';
import { createPageWriter } from './docx/pages.ts';
import { createFurtherSet } from './docx/sets.ts';
import type { PressJob } from './job.ts';
import type { PressContext } from './press.ts';
import { type ZipPart, zipOf } from './zip.ts';

/**
 * The bytes of a DOCX of all pages, in pieces; the same job and context give the same bytes. The page is none of a 公文,
 * and all pages have the frame of the first, which stands in the header.
 */
export async function* pressDocx(job: PressJob, context: PressContext): AsyncGenerator<Uint8Array> {
  const pages = job.pages[Symbol.iterator]();
  const first = pages.next();
  const frame = first.done ? '' : first.value.frame;
  const empty = await emptyParts(job.page, frame);
  const sheet = createStylesheet(job.page);
  const written: Readonly<Record<string, ZipPart['content']>> = {
    [corePath]: Buffer.from(corePart(job.title, context)),
    'word/document.xml': () => documentXml(job, context.fonts, sheet, empty, followed(first, pages, frame)),
    // After the document, whose styles it holds.
    'word/styles.xml': () => [Buffer.from(sheet.xml())],
  };
  const paths = [...empty.keys()].sort(partOrder);
  yield* zipOf(paths.map((path) => ({ path, content: written[path] ?? (empty.get(path) as Uint8Array) })));
}

/** The parts of a document of no page, made once for all documents with this page and frame. */
function emptyParts(page: PageName, frame: FormPage['frame']): Promise<Parts> {
  return kept(empties, `${page} ${frame}`, async () => {
    const options = sectionOptions({ document: page, page, first: true, frame, framed: frame !== '' });
    const sections = [{ ...options, children: [] }];
    const document = new Document({ sections, evenAndOddHeaderAndFooters: hasDashes(page) });
    return unpack(await Packer.pack(document, 'uint8array', undefined, fixedParts(page)));
  });
}

const empties = new Map<string, Promise<Parts>>();

function* followed(
  first: IteratorResult<FormPage>,
  rest: Iterator<FormPage>,
  frame: FormPage['frame'],
): Generator<FormPage> {
  for (let next = first; !next.done; next = rest.next()) {
    if (next.value.frame !== frame) throw new Error('the pages of one DOCX have several frames');
    yield next.value;
  }
}

/** Pieces of so many bytes are packed beside the pages that follow. */
const pieceLength = 1 << 19;

/** The document's XML: that of an empty one, with all pages put in. Sets of them are strands; short ones are one. */
function* documentXml(
  { page, copies = [] }: PressJob,
  fonts: FontSet,
  sheet: Stylesheet,
  empty: Parts,
  pages: Iterable<FormPage>,
): Generator<StrandPiece> {
  const xml = Buffer.from(empty.get('word/document.xml') as Uint8Array);
  const body = xml.lastIndexOf('<w:sectPr');
  const flow = createFlow(fonts, sheet, page);
  const writer = createPageWriter();
  const first = createInk(1 << 16);
  const others = copies.slice(1).map((mark) => createFurtherSet(mark, flow, writer));
  const inks = [first, ...others.map(({ ink }) => ink)];
  const last = inks.at(-1) as Ink;
  let short = true;
  first.raw(xml.subarray(0, body));
  for (const form of pages) {
    flow.add([form]);
    const written = writer.write(flow.take(), first);
    for (const set of others) {
      if (written === undefined) throw new Error('a page of several sets has no mark');
      set.add(form, written);
    }
    if (first.length < pieceLength) continue;
    for (const [strand, ink] of inks.entries()) yield { strand, bytes: ink.take() };
    short = false;
  }
  const end = flow.finish();
  for (const ink of inks) if (ink === last || others[0]?.tableFirst) writer.write(end, ink);
  last.raw(xml.subarray(body));
  if (short) for (const { ink } of others) first.raw(ink.take());
  for (const [strand, ink] of (short ? [first] : inks).entries()) yield { strand, bytes: ink.take() };
}
