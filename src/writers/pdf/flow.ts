/** Puts a tree's blocks on pages: flowing text and tables, form pages, the imprint, page numbers. */
import type { Block, DocumentTree, FormPage, Section } from '../../document/types.ts';
import { type LaidFormBlock, layForm } from '../../layout/form.ts';
import { certificateFrame } from '../../layout/frame.ts';
import { footerText, type PageGeometry, pageOf } from '../../layout/page.ts';
import { ruleStyle } from '../../layout/style.ts';
import type { FontSet, Run } from '../../layout/types.ts';
import { mm } from '../../layout/units.ts';
import { type Box, boxesOf } from './boxes.ts';
import { horizontalLine, joined, type LineMark, type Marks, noMarks, paragraphMarks } from './marks.ts';
import { groupMarks } from './table.ts';

interface OpenPage {
  readonly marks: Marks[];
  /** Whether it carries a page number. */
  readonly numbered: boolean;
}

/** All pages of a document, with page numbers. */
export function pagesOf(tree: DocumentTree, fonts: FontSet): readonly Marks[] {
  const page = pageOf(tree.page);
  const flow = flowOf(fonts, page);
  flow.add(tree.children);
  const pages = flow.pages();
  return pages.map((one, index) =>
    joined([...one.marks, one.numbered ? footerMarks(fonts, page, index + 1, pages.length) : noMarks]),
  );
}

function flowOf(fonts: FontSet, page: PageGeometry) {
  const { margin, area } = page;
  const pages: OpenPage[] = [];
  /** Height used on the open page. */
  let used = 0;
  /** Whether the next block begins a page of its own. */
  let fresh = true;

  const open = (numbered: boolean): OpenPage => {
    const opened = { marks: [], numbered };
    pages.push(opened);
    used = 0;
    return opened;
  };
  const put = (box: Box): void => {
    pages.at(-1)?.marks.push(box.draw(margin.left, margin.top + used));
    used += box.height;
  };

  const flowBoxes = (boxes: readonly Box[]): void => {
    for (const [index, box] of boxes.entries()) {
      const asked = fresh;
      if (fresh) open(true);
      else if (used > 0 && used + box.before + keptHeight(boxes, index) > area.height + tolerance) {
        open(true);
        if (box.head !== null) put(box.head);
      }
      fresh = false;
      if (used > 0 || asked) used += box.before;
      put(box);
      used += box.after;
    }
  };

  const form = (block: FormPage): void => {
    const { marks } = open(true);
    if (block.frame === 'certificate') marks.push({ texts: [], lines: frameLines });
    marks.push(formMarks(fonts, block, page));
    fresh = true;
  };

  /** The imprint stands at the foot of an even page of its own, whose last rule lies on the type area's lower edge. */
  const imprint = (section: Section): void => {
    if (pages.length % 2 === 0) open(false);
    const boxes = flowingBoxes(fonts, section.children, page);
    const height = boxes.reduce((sum, box) => sum + box.before + box.height + box.after, 0);
    open(false);
    used = area.height - height;
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
      if (run > 0) flowBoxes(flowingBoxes(fonts, blocks.slice(index, index + run), page));
      else if (block.type === 'form-page') form(block);
      else if (block.type === 'section' && block.role === 'imprint') imprint(block);
      else {
        fresh = true;
        if (block.type === 'section') add(block.children);
      }
      index += Math.max(1, run);
    }
  };

  return {
    add,
    /** A document without content is one empty page. */
    pages: (): readonly OpenPage[] => (pages.length > 0 ? pages : [open(true)]),
  };
}

const tolerance = 0.01;

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

function flowingBoxes(fonts: FontSet, blocks: readonly Block[], page: PageGeometry): readonly Box[] {
  return blocks.flatMap((block, index) =>
    isFlowing(block) ? boxesOf(fonts, block, { previous: blocks[index - 1], next: blocks[index + 1] }, page) : [],
  );
}

/** Height of a box together with those that must stay with it. */
function keptHeight(boxes: readonly Box[], index: number): number {
  let height = 0;
  for (let at = index; at < boxes.length; at++) {
    const box = boxes[at] as Box;
    height += (at > index ? box.before : 0) + box.height;
    if (!box.keepNext) break;
    height += box.after;
  }
  return height;
}

const frameLines: readonly LineMark[] = certificateFrame.map((stroke) => ({
  ...stroke,
  points: stroke.points.map(([x, y]): [number, number] => [mm(x), mm(y)]),
  width: mm(stroke.width),
}));

function formMarks(fonts: FontSet, form: FormPage, page: PageGeometry): Marks {
  const x = page.margin.left;
  let y = page.margin.top;
  const marks: Marks[] = [];
  for (const block of layForm(fonts, form, page.name).blocks) {
    marks.push(formBlockMarks(block, page, x, y));
    y += 'laid' in block ? block.laid.height : block.height;
  }
  return joined(marks);
}

function formBlockMarks(block: LaidFormBlock, page: PageGeometry, x: number, y: number): Marks {
  switch (block.type) {
    case 'paragraph':
      return { texts: paragraphMarks(block.laid, x, y), lines: [] };
    case 'table':
      return groupMarks(block.laid, { from: 0, to: block.laid.rows.length }, x, y);
    case 'rule': {
      const { width, color, before } = ruleStyle(block.rule.role);
      return { texts: [], lines: [horizontalLine(x, y + before + width / 2, page.area.width, width, color)] };
    }
    case 'fill':
      return noMarks;
  }
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
  const free = area.width - width;
  const outside = number % 2 === 1 ? free - footer.indent : footer.indent;
  const x = margin.left + (footer.form === 'dash' ? outside : free / 2);
  const y = page.height - footer.bottom - footer.size;
  return { texts: runs.map((run) => ({ run, x: x + run.x, y })), lines: [] };
}
