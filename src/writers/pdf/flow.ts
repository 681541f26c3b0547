/** Puts a tree's blocks on pages: flowing text and tables, form pages, the imprint, page numbers. */
import { turnedPage } from '../../document/profile.ts';
import type { Block, DocumentTree, FormPage, Section } from '../../document/types.ts';
import { joined, type Marks, noMarks, ruleMarks } from '../../layout/marks.ts';
import { footerText, isTurned, type PageGeometry, pageOf } from '../../layout/page.ts';
import type { Seals } from '../../layout/seal.ts';
import { closingAt } from '../../layout/signature.ts';
import { joinedPart } from '../../layout/strips.ts';
import { footRule } from '../../layout/style.ts';
import { partMarks } from '../../layout/table-marks.ts';
import type { FontSet, LaidTable, Run } from '../../layout/types.ts';
import { type Box, boxesOf } from './boxes.ts';
import { closingBoxes, withKeptEnd } from './closing.ts';

/** A page with all that it carries. */
export interface MarkedPage {
  readonly page: PageGeometry;
  readonly marks: Marks;
  /** What the press draws on it. */
  readonly form?: FormPage | undefined;
}

/** A box at its place on a page. */
interface Placed extends Pick<Box, 'draw' | 'part'> {
  readonly x: number;
  readonly y: number;
}

interface OpenPage {
  readonly page: PageGeometry;
  readonly boxes: Placed[];
  /** Whether it carries a page number. */
  readonly numbered: boolean;
  readonly form?: FormPage;
}

/** All pages of a document, with page numbers. */
export function pagesOf(tree: DocumentTree, fonts: FontSet, seals: Seals = {}): readonly MarkedPage[] {
  const page = pageOf(tree.page);
  const flow = flowOf(fonts, page, seals);
  flow.add(tree.children);
  const pages = flow.pages();
  return pages.map((one, index) => {
    const letterFoot = index === 0 ? letterFootMarks(page) : undefined;
    const numbered = one.numbered && letterFoot === undefined;
    const marks = joined([
      ...one.boxes.map(({ draw, x, y }) => draw(x, y)),
      letterFoot ?? noMarks,
      numbered ? footerMarks(fonts, one.page, index + 1, pages.length) : noMarks,
    ]);
    return { page: one.page, marks, form: one.form };
  });
}

/** What other formats follow of where pages end here. */
export interface Pagination {
  /** Whether the imprint stands at the foot of a page of text rather than on a page of its own. */
  readonly imprintShared: boolean;
  /** The first blocks of closings that took the last lines of the text above with them to a new page. */
  readonly pulled: ReadonlySet<Block>;
  /** Tables as they were laid for this. */
  readonly tables: ReadonlyMap<Block, LaidTable>;
}

export function paginationOf(tree: DocumentTree, fonts: FontSet, seals: Seals = {}): Pagination {
  const flow = flowOf(fonts, pageOf(tree.page), seals);
  flow.add(tree.children);
  return flow.pagination();
}

/** The first page of a letter has a double rule at its foot in place of a number (GB/T 9704 10.1). */
function letterFootMarks(page: PageGeometry): Marks | undefined {
  const foot = footRule(page.name);
  return foot === null ? undefined : { texts: [], lines: ruleMarks(foot.rule, page.margin.left, foot.top) };
}

function flowOf(fonts: FontSet, upright: PageGeometry, seals: Seals) {
  /** The page of the section that is being set. */
  let page = upright;
  const pages: OpenPage[] = [];
  /** Height used on the open page. */
  let used = 0;
  /** Whether the next block begins a page of its own. */
  let fresh = true;
  /** Whether the imprint stands on a page of text. */
  let shared = false;
  const pulled = new Set<Block>();

  const open = (numbered: boolean): OpenPage => {
    const opened = { page, boxes: [], numbered };
    pages.push(opened);
    used = 0;
    return opened;
  };
  const put = (box: Box): void => {
    const boxes = pages.at(-1)?.boxes ?? [];
    const { draw, part } = box;
    const before = boxes.at(-1);
    const joint = joinedPart(before?.part, part);
    if (before === undefined || joint === undefined) {
      boxes.push({ draw, x: page.margin.left, y: page.margin.top + used, ...(part && { part }) });
    } else {
      boxes.splice(-1, 1, { ...before, part: joint, draw: (x, y) => partMarks(joint, x, y) });
    }
    used += box.height;
  };

  const flowBoxes = (boxes: readonly Box[]): void => {
    for (const [index, box] of boxes.entries()) {
      const asked = fresh;
      const turned = boxes[index - 1]?.endsPage === true;
      if (fresh) open(true);
      else if (
        turned ||
        (used > 0 && used + box.before + keptHeight(boxes, index, page.area.height) > page.area.height + tolerance)
      ) {
        open(true);
        if (box.pulledBy !== undefined) pulled.add(box.pulledBy);
        if (box.head !== null) put(box.head);
      }
      fresh = false;
      if (used > 0 || asked) used += box.before;
      put(box);
      used += box.after;
    }
  };

  const form = (block: FormPage): void => {
    pages.push({ page, boxes: [], numbered: true, form: block });
    used = page.area.height;
    fresh = true;
  };

  /**
   * The imprint stands at the foot of the last page, where this is an even one with an empty line to spare, else of an
   * even page of its own without a number; its last rule lies on the lower edge of the type area.
   */
  const imprint = (section: Section): void => {
    const boxes = flowingBoxes(fonts, section.children, page, seals);
    const top = areaFoot(page) - boxes.reduce((sum, box) => sum + box.before + box.height + box.after, 0);
    const even = pages.length % 2 === 0;
    shared = even && pages.at(-1)?.page === page && used + (page.grid?.pitch ?? 0) <= top;
    if (!shared) {
      if (even) open(false);
      open(false);
    }
    used = top;
    for (const box of boxes) {
      used += box.before;
      put(box);
      used += box.after;
    }
    fresh = true;
  };

  const add = (blocks: readonly Block[]): void => {
    for (let index = 0; index < blocks.length; ) {
      const block = blocks[index] as Block;
      const run = runLength(blocks, index);
      if (run > 0) flowBoxes(flowingBoxes(fonts, blocks.slice(index, index + run), page, seals));
      else if (block.type === 'form-page') form(block);
      else if (block.type === 'section' && block.role === 'imprint') imprint(block);
      else {
        fresh = true;
        if (block.type === 'section') {
          page = block.role === 'annex-landscape' ? pageOf(turnedPage(upright.name)) : upright;
          add(block.children);
          page = upright;
          fresh = true;
        }
      }
      index += Math.max(1, run);
    }
  };

  return {
    add,
    pagination: (): Pagination => {
      const laid = pages.flatMap(({ boxes }) => boxes.flatMap(({ part }) => (part === undefined ? [] : [part.laid])));
      return { imprintShared: shared, pulled, tables: new Map(laid.map((one) => [one.table, one])) };
    },
    /** A document without content is one empty page. */
    pages: (): readonly OpenPage[] => (pages.length > 0 ? pages : [open(true)]),
  };
}

const tolerance = 0.01;

/** From the upper margin down to the lower edge of the type area, on which an imprint ends. */
function areaFoot(page: PageGeometry): number {
  return page.height - page.margin.top - (page.gongwen?.foot ?? page.margin.bottom);
}

type Flowing = Extract<Block, { type: 'paragraph' | 'table' | 'rule' }>;

function isFlowing(block: Block | undefined): block is Flowing {
  return block?.type === 'paragraph' || block?.type === 'table' || block?.type === 'rule';
}

/** How many blocks from this one on flow without a break. */
function runLength(blocks: readonly Block[], from: number): number {
  let end = from;
  while (isFlowing(blocks[end])) end++;
  return end - from;
}

function flowingBoxes(fonts: FontSet, blocks: readonly Block[], page: PageGeometry, seals: Seals): readonly Box[] {
  let boxes: readonly Box[] = [];
  for (let index = 0; index < blocks.length; ) {
    const closing = closingAt(fonts, blocks, index, page.name, seals);
    if (closing === undefined) {
      boxes = [...boxes, ...boxesOf(fonts, blocks, index, page)];
      index++;
    } else {
      const first = blocks[index] as Block;
      index += closing.count;
      boxes = [...withKeptEnd(boxes, first), ...closingBoxes(closing, seals, isNote(blocks[index]))];
    }
  }
  return boxes;
}

function isNote(block: Block | undefined): boolean {
  return block?.type === 'paragraph' && block.role === 'note';
}

/** Height of a box together with those that must stay with it; of the box alone where no page can hold them all. */
function keptHeight(boxes: readonly Box[], index: number, page: number): number {
  let height = 0;
  for (let at = index; at < boxes.length; at++) {
    const box = boxes[at] as Box;
    height += (at > index ? box.before : 0) + box.height;
    if (!box.keepNext) break;
    height += box.after;
  }
  const { height: own = 0, head = null } = boxes[index] ?? {};
  return height > page - (head?.height ?? 0) + tolerance ? own : height;
}

function footerMarks(fonts: FontSet, page: PageGeometry, number: number, count: number): Marks {
  const { footer, margin, area } = page;
  if (footer === null) return noMarks;
  const runs: Run[] = [];
  let width = 0;
  for (const character of footerText(footer, number, count)) {
    const codePoint = character.codePointAt(0) as number;
    const face = fonts.pick(footer.slot, codePoint);
    if (face === undefined) continue;
    const advance = face.advance(codePoint) * footer.size;
    const last = runs.at(-1);
    if (last?.face === face) runs.splice(-1, 1, { ...last, text: last.text + character, width: last.width + advance });
    else
      runs.push({ text: character, x: width, width: advance, face, size: footer.size, color: '#000000', spacing: 0 });
    width += advance;
  }
  const free = (isTurned(page) ? page.area.height : area.width) - width;
  const outside = number % 2 === 1 ? free - footer.indent : footer.indent;
  if (isTurned(page)) {
    // The upper left corner of the number on the upright sheet, whose lower edge is now at the left.
    const top = margin.top + outside;
    const right = footer.bottom + footer.size;
    return { texts: runs.map((run) => ({ run, x: right, y: top + run.x, turned: true })), lines: [] };
  }
  const x = margin.left + (footer.form === 'dash' ? outside : free / 2);
  const y = page.height - footer.bottom - footer.size;
  return { texts: runs.map((run) => ({ run, x: x + run.x, y })), lines: [] };
}
