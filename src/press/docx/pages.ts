/** Pages one after the other as XML: what they have in common is copied whole, and only the rest written for each. */
import type { PlannedParagraph } from '../../writers/docx/paragraph.ts';
import type { Piece } from '../../writers/docx/piece.ts';
import { createInk, type Ink } from './ink.ts';
import { gridStencil, writeParagraph } from './stencils.ts';

/** The paragraphs of a cell, or one outside tables: the same object where a page has what the page before it has. */
type Text = readonly PlannedParagraph[] | PlannedParagraph;

/** A page taken apart: its texts, and the XML before, between and behind them. */
interface Page {
  readonly texts: readonly Text[];
  readonly between: readonly Uint8Array[];
  /** Which of its texts says which copy it is; -1 where none does. */
  readonly mark: number;
}

/** The bytes of a page, parted at what says which copy it is. */
export interface MarkedPage {
  readonly before: Buffer;
  readonly mark: Buffer;
  readonly after: Buffer;
}

/** What the pages so far have in common. */
interface Common {
  /** Whether each text is the same on all of them; none is, as long as there is but one page. */
  readonly same: readonly boolean[];
  /** The others, and the XML before, between and behind them. */
  readonly differing: readonly number[];
  readonly between: readonly Uint8Array[];
}

export interface PageWriter {
  /** Writes the blocks of a page; returns it as it stands in the ink, where it has a mark. */
  write(pieces: readonly Piece[], ink: Ink): MarkedPage | undefined;
}

export function createPageWriter(): PageWriter {
  const aside = createInk(1 << 14);
  let before: Page | undefined;
  let single = true;
  let common: Common = { same: [], differing: [], between: [] };

  function compare(page: Page): void {
    if (before === undefined || !sameShape(page, before)) {
      single = true;
      common = commonOf(page, () => false);
      return;
    }
    const { texts } = before;
    const isKept = (index: number) => page.texts[index] === texts[index];
    if (single) common = commonOf(page, isKept);
    else if (!common.same.every((same, index) => !same || isKept(index))) {
      const { same } = common;
      common = commonOf(page, (index) => same[index] === true && isKept(index));
    }
    single = false;
  }

  /** A mark is held to be the page's own, so that it can be replaced. */
  function commonOf({ texts, between, mark }: Page, isSame: (index: number) => boolean): Common {
    const same = texts.map((_, index) => index !== mark && isSame(index));
    const parts: Uint8Array[] = [];
    for (const [index, text] of texts.entries()) {
      aside.raw(between[index] as Uint8Array);
      if (same[index]) writeText(text, aside);
      else parts.push(Buffer.from(aside.take()));
    }
    aside.raw(between.at(-1) as Uint8Array);
    parts.push(Buffer.from(aside.take()));
    return { same, differing: [...texts.keys()].filter((index) => !same[index]), between: parts };
  }

  return {
    write(pieces, ink) {
      const page = pageOf(pieces);
      compare(page);
      before = page;
      const { texts, mark } = page;
      const { differing, between } = common;
      const begin = ink.length;
      let [from, to] = [begin, begin];
      ink.raw(between[0] as Uint8Array);
      for (let at = 0; at < differing.length; at++) {
        const index = differing[at] as number;
        const isMark = index === mark;
        if (isMark) from = ink.length;
        writeText(texts[index] as Text, ink);
        if (isMark) to = ink.length;
        ink.raw(between[at + 1] as Uint8Array);
      }
      if (mark < 0) return undefined;
      return { before: ink.part(begin, from), mark: ink.part(from, to), after: ink.part(to, ink.length) };
    },
  };
}

function writeText(text: Text, ink: Ink): void {
  if ('look' in text) writeParagraph(text, ink);
  else for (const paragraph of text) writeParagraph(paragraph, ink);
}

function sameShape(one: Page, other: Page): boolean {
  return one.between.length === other.between.length && one.between.every((bytes, at) => bytes === other.between[at]);
}

const nothing = new Uint8Array(0);

function pageOf(pieces: readonly Piece[]): Page {
  const texts: Text[] = [];
  const between: Uint8Array[] = [nothing];
  let mark = -1;
  for (const piece of pieces) {
    if (piece.type === 'paragraph') {
      if (piece.copyMark) mark = texts.length;
      texts.push(piece.of);
      between.push(nothing);
    } else if (piece.type === 'table') {
      const [first, ...rest] = gridStencil(piece.of.grid);
      // Between two tables there is a paragraph.
      between[between.length - 1] = first as Uint8Array;
      texts.push(...piece.of.cells);
      between.push(...rest);
    } else throw new Error('a form page has a block that no form page has');
  }
  return { texts, between, mark };
}
