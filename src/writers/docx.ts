/** Writes a document tree as DOCX: editable text in named styles, which Word, WPS and LibreOffice lay out like the PDF. */
import { turnedPage } from '../document/profile.ts';
import type { Block, DocumentTree, FormPage, PageName, Section } from '../document/types.ts';
import { setsOf } from '../layout/copies.ts';
import { pageOf } from '../layout/page.ts';
import { pressDocx } from '../press/docx.ts';
import { bytesOf } from '../press/zip.ts';
import { createFlow, type Flow, flowHeight } from './docx/flow.ts';
import { corePart, corePath } from './docx/part.ts';
import { packageParts, type SetSection } from './docx/skeleton.ts';
import { createStylesheet, type Stylesheet } from './docx/stylesheet.ts';
import { type Pagination, paginationOf } from './pdf/flow.ts';
import type { WriteContext } from './types.ts';
import { packed } from './zip.ts';

/** Writes the tree as a DOCX file. The same tree and context give the same bytes. */
export async function writeDocx(tree: DocumentTree, context: WriteContext): Promise<Uint8Array> {
  const pages = formPagesOf(tree);
  return pages === undefined ? writeFlow(tree, context) : bytesOf(pressDocx({ ...tree, ...setsOf(pages) }, context));
}

/** The pages of a document of form pages alone, which one header serves; those of a 公文 have more in theirs. */
function formPagesOf({ page, children }: DocumentTree): readonly FormPage[] | undefined {
  const pages = children.filter((block) => block.type === 'form-page');
  const [first] = pages;
  const alike = pages.length === children.length && pages.every(({ frame }) => frame === first?.frame);
  return alike && first !== undefined && pageOf(page).gongwen === null ? pages : undefined;
}

async function writeFlow(tree: DocumentTree, context: WriteContext): Promise<Uint8Array> {
  const sheet = createStylesheet(tree.page);
  const pagination = paginationOf(tree, context.fonts, context.seals);
  const sections = partsOf(tree, pagination.imprintShared).map((part, index) =>
    setSection(tree, part, index === 0, sheet, context, pagination),
  );
  const parts = new Map(await packageParts(tree.page, sections));
  // The package would add its own styles, in Calibri and blue: ours take the place of the whole part.
  parts.set('word/styles.xml', Buffer.from(sheet.xml()));
  parts.set(corePath, Buffer.from(corePart(tree.title, context)));
  return packed(parts);
}

/** A part of the document with footers of its own: the flow of the pages, or an imprint. */
type Part =
  | {
      readonly type: 'pages';
      readonly blocks: readonly Block[];
      readonly page: PageName;
      readonly frame: FormPage['frame'];
    }
  | { readonly type: 'imprint'; readonly section: Section };

/** An imprint that shares the last page of text is a part of its flow. */
function partsOf({ children, page }: DocumentTree, shared: boolean): readonly Part[] {
  const parts: Part[] = [];
  let pages: Block[] = [];
  const endPages = () => {
    const [first] = pages;
    if (first !== undefined) parts.push({ type: 'pages', blocks: pages, page, frame: frameOf(first) });
    pages = [];
  };
  for (const block of children) {
    if (block.type === 'section' && block.role === 'imprint' && !shared) {
      endPages();
      parts.push({ type: 'imprint', section: block });
    } else if (block.type === 'section' && block.role === 'annex-landscape') {
      endPages();
      parts.push({ type: 'pages', blocks: [block], page: turnedPage(page), frame: '' });
    } else {
      // A frame stands in the header, which is the same on all pages of a part.
      if (pages[0] !== undefined && frameOf(pages[0]) !== frameOf(block)) endPages();
      pages.push(block);
    }
  }
  endPages();
  return parts.length > 0 ? parts : [{ type: 'pages', blocks: [], page, frame: '' }];
}

/** The frame round the pages of a block. */
function frameOf(block: Block): FormPage['frame'] {
  if (block.type === 'form-page') return block.frame;
  const inside = block.type === 'section' ? block.children[0] : undefined;
  return inside?.type === 'form-page' ? inside.frame : '';
}

function setSection(
  tree: DocumentTree,
  part: Part,
  first: boolean,
  sheet: Stylesheet,
  context: WriteContext,
  pagination: Pagination,
): SetSection {
  const page = part.type === 'pages' ? part.page : tree.page;
  const flow = createFlow(context.fonts, sheet, page, { ...pagination, seals: context.seals });
  if (part.type === 'imprint') {
    addImprint(flow, part.section, tree, context);
    return { place: { imprint: page }, pieces: flow.finish() };
  }
  flow.add(part.blocks);
  const framed = tree.children.some((block) => frameOf(block) !== '');
  const place = { document: tree.page, page, first, frame: part.frame, framed, drawn: flow.drawn };
  return { place, pieces: flow.finish() };
}

/** The imprint stands at the foot of the type area: what is above it is an empty space of exact height. */
function addImprint(flow: Flow, section: Section, tree: DocumentTree, context: WriteContext): void {
  // Word rounds every line to a twip; half a point keeps the last rule on the page.
  const rounding = 0.5;
  const height = flowHeight(context.fonts, tree.page, section.children);
  const { height: pageHeight, margin, gongwen } = pageOf(tree.page);
  flow.space(pageHeight - margin.top - (gongwen?.foot ?? margin.bottom) - height - rounding);
  flow.add(section.children);
}
