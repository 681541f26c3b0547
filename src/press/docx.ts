/**
 * Presses form pages into a DOCX: what pages have in common is made once with the `docx` package, their text is filled
 * in, and pages go out as they are laid. Memory does not grow with the number of pages, but for the texts that a further
 * set of them takes over.
 */
import { Document, Packer } from 'docx';
import type { FormPage, PageName } from '../document/types.ts';
import { marked } from '../layout/copies.ts';
import { kept } from '../layout/kept.ts';
import type { FontSet } from '../layout/types.ts';
import { createFlow } from '../writers/docx/flow.ts';
import { corePart, corePath, fixedParts, hasDashes } from '../writers/docx/part.ts';
import { sectionOptions } from '../writers/docx/section.ts';
import { createStylesheet, type Stylesheet } from '../writers/docx/stylesheet.ts';
import { type Parts, partOrder, unpack } from '../writers/zip.ts';
import { createInk } from './docx/ink.ts';
import { createPageWriter, type KeptPage } from './docx/pages.ts';
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

/** The document's XML: that of an empty one, with all pages put in. */
function* documentXml(
  { page, copies = [] }: PressJob,
  fonts: FontSet,
  sheet: Stylesheet,
  empty: Parts,
  pages: Iterable<FormPage>,
): Generator<Uint8Array> {
  const xml = Buffer.from(empty.get('word/document.xml') as Uint8Array);
  const body = xml.lastIndexOf('<w:sectPr');
  const ink = createInk(1 << 16);
  const flow = createFlow(fonts, sheet, page);
  const writer = createPageWriter();
  ink.raw(xml.subarray(0, body));
  let first: FormPage | undefined;
  const others: KeptPage[] = [];
  for (const form of pages) {
    flow.add([form]);
    if (copies.length > 1 && first !== undefined) others.push(writer.writeAndKeep(flow.take(), ink));
    else writer.write(flow.take(), ink);
    first ??= form;
    if (ink.length >= pieceLength) yield ink.take();
  }
  for (const mark of copies.slice(1)) {
    if (first === undefined) break;
    // The document's first page is the only one before which no page ends.
    flow.add([marked(first, mark)]);
    writer.write(flow.take(), ink);
    for (const other of others) {
      writer.again(other, ink);
      if (ink.length >= pieceLength) yield ink.take();
    }
  }
  writer.write(flow.finish(), ink);
  ink.raw(xml.subarray(body));
  yield ink.take();
}
