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
import type { Block, DocumentTree, Section } from '../document/types.ts';
import { type PageGeometry, pageOf } from '../layout/page.ts';
import { twips } from '../layout/units.ts';
import { createFlow, type Flow, flowHeight } from './docx/flow.ts';
import { emptyFooters, footersOf } from './docx/footer.ts';
import { frameHeader } from './docx/frame.ts';
import { corePart, fontTablePart, settingsPart } from './docx/part.ts';
import { createStylesheet, type Stylesheet } from './docx/stylesheet.ts';
import type { WriteContext } from './types.ts';
import { repack } from './zip.ts';

/** Writes the tree as a DOCX file. The same tree and context give the same bytes. */
export async function writeDocx(tree: DocumentTree, context: WriteContext): Promise<Uint8Array> {
  const sheet = createStylesheet(tree.page);
  const sections = partsOf(tree.children).map((part) => wordSection(tree, part, sheet, context));
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
  | { readonly type: 'pages'; readonly blocks: readonly Block[] }
  | { readonly type: 'imprint'; readonly section: Section };

function partsOf(blocks: readonly Block[]): readonly Part[] {
  const parts: Part[] = [];
  let pages: Block[] = [];
  const endPages = () => {
    if (pages.length > 0) parts.push({ type: 'pages', blocks: pages });
    pages = [];
  };
  for (const block of blocks) {
    if (block.type === 'section' && block.role === 'imprint') {
      endPages();
      parts.push({ type: 'imprint', section: block });
    } else {
      pages.push(block);
    }
  }
  endPages();
  return parts.length > 0 ? parts : [{ type: 'pages', blocks: [] }];
}

function wordSection(tree: DocumentTree, part: Part, sheet: Stylesheet, context: WriteContext): ISectionOptions {
  const page = pageOf(tree.page);
  const flow = createFlow(context.fonts, sheet, tree.page);
  if (part.type === 'imprint') {
    addImprint(flow, part.section, tree, context);
    return {
      // No grid of lines here: LibreOffice would centre it, and push down what must stand at the foot.
      properties: { page: pageProperties(page).page, type: SectionType.EVEN_PAGE },
      ...(page.footer && { footers: emptyFooters(page.footer) }),
      children: flow.finish(),
    };
  }
  flow.add(part.blocks);
  const framed = part.blocks.some((block) => block.type === 'form-page' && block.frame === 'certificate');
  return {
    properties: { ...pageProperties(page), type: SectionType.NEXT_PAGE },
    ...(page.footer && { footers: footersOf(page.footer) }),
    ...(framed && { headers: { default: frameHeader(page) } }),
    children: flow.finish(),
  };
}

/** The imprint stands at the foot of the type area: what is above it is an empty space of exact height. */
function addImprint(flow: Flow, section: Section, tree: DocumentTree, context: WriteContext): void {
  // Word rounds every line to a twip; half a point keeps the last rule on the page.
  const rounding = 0.5;
  const height = flowHeight(context.fonts, tree.page, section.children);
  flow.space(pageOf(tree.page).area.height - height - rounding);
  flow.add(section.children);
}

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
        footer: twips(footer?.bottom ?? 0),
      },
    },
    ...(grid && { grid: { type: DocumentGridType.LINES, linePitch: twips(grid.pitch) } }),
  };
}
