/** Writes a document tree as DOCX: editable text in named styles, which Word, WPS and LibreOffice lay out like the PDF. */
import {
  Document,
  DocumentGridType,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  Packer,
  PageOrientation,
  SectionType,
} from 'docx';
import { turnedPage } from '../document/profile.ts';
import type { Block, DocumentTree, FormPage, PageName, Section } from '../document/types.ts';
import { isTurned, type PageGeometry, pageOf } from '../layout/page.ts';
import { footRule } from '../layout/style.ts';
import { twips } from '../layout/units.ts';
import { createFlow, type Flow, flowHeight } from './docx/flow.ts';
import { emptyFooters, footersOf } from './docx/footer.ts';
import { frameHeader, rulesHeader } from './docx/frame.ts';
import { corePart, fontTablePart, settingsPart } from './docx/part.ts';
import { wordBlock } from './docx/piece.ts';
import { createStylesheet, type Stylesheet } from './docx/stylesheet.ts';
import { turnedFooters } from './docx/turned.ts';
import { type Pagination, paginationOf } from './pdf/flow.ts';
import type { WriteContext } from './types.ts';
import { repack } from './zip.ts';

/** Writes the tree as a DOCX file. The same tree and context give the same bytes. */
export async function writeDocx(tree: DocumentTree, context: WriteContext): Promise<Uint8Array> {
  const sheet = createStylesheet(tree.page);
  const pagination = paginationOf(tree, context.fonts, context.seals);
  const sections = partsOf(tree, pagination.imprintShared).map((part, index) =>
    wordSection(tree, part, index === 0, sheet, context, pagination),
  );
  const dashes = pageOf(tree.page).footer?.form === 'dash';
  const overrides = [
    { path: 'docProps/core.xml', data: corePart(tree.title, context) },
    { path: 'word/fontTable.xml', data: fontTablePart() },
    { path: 'word/settings.xml', data: settingsPart(dashes) },
  ];
  // The package would add its own styles, in Calibri and blue: ours take the place of the whole part.
  const document = new Document({ sections, evenAndOddHeaderAndFooters: dashes });
  overrides.push({ path: 'word/styles.xml', data: sheet.xml() });
  return repack(await Packer.pack(document, 'uint8array', undefined, overrides));
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

function wordSection(
  tree: DocumentTree,
  part: Part,
  first: boolean,
  sheet: Stylesheet,
  context: WriteContext,
  pagination: Pagination,
): ISectionOptions {
  const page = pageOf(part.type === 'pages' ? part.page : tree.page);
  const flow = createFlow(context.fonts, sheet, page.name, { seals: context.seals, pulled: pagination.pulled });
  if (part.type === 'imprint') {
    addImprint(flow, part.section, tree, context);
    return {
      // No grid of lines here: LibreOffice would centre it, and push down what must stand at the foot.
      properties: { page: pageProperties(page).page, type: SectionType.EVEN_PAGE },
      ...(page.footer && { footers: emptyFooters(page.footer) }),
      children: flow.finish().map(wordBlock),
    };
  }
  flow.add(part.blocks);
  const foot = first ? footRule(tree.page) : null;
  const framed = tree.children.some((block) => frameOf(block) !== '');
  return {
    properties: { ...pageProperties(page), type: SectionType.NEXT_PAGE, titlePage: foot !== null },
    ...(page.footer && {
      footers: {
        ...(isTurned(page) ? turnedFooters(page) : footersOf(page.footer)),
        ...(foot && { first: emptyFooters(page.footer).default }),
      },
    }),
    // A part without a header of its own would show that of the part before.
    ...(framed && { headers: { default: frameHeader(page, part.frame) } }),
    // The first page of a letter has double rules instead of a number (GB/T 9704 10.1).
    ...(foot && { headers: { first: rulesHeader(page, [...flow.drawn, foot]) } }),
    children: flow.finish().map(wordBlock),
  };
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

/** The grid fills the type area, or LibreOffice centres it and moves all lines down; lines stand by their exact pitch. */
function pageProperties(page: PageGeometry): ISectionPropertiesOptions {
  const { margin, footer, grid } = page;
  const portrait = page.orientation === 'portrait';
  return {
    page: {
      // The package turns width and height round for landscape.
      size: {
        width: twips(portrait ? page.width : page.height),
        height: twips(portrait ? page.height : page.width),
        orientation: portrait ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
      },
      margin: {
        top: twips(margin.top),
        right: twips(margin.right),
        bottom: twips(margin.bottom),
        left: twips(margin.left),
        header: 0,
        footer: isTurned(page) ? 0 : twips(footer?.bottom ?? 0),
      },
    },
    ...(grid && {
      grid: { type: DocumentGridType.LINES, linePitch: Math.floor(twips(page.area.height) / grid.lines) },
    }),
  };
}
