/** What a section of a Word document has beside its blocks: its page, its headers and footers. */
import {
  DocumentGridType,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  PageOrientation,
  SectionType,
} from 'docx';
import type { FormPage, PageName } from '../../document/types.ts';
import { isTurned, type PageGeometry, pageOf } from '../../layout/page.ts';
import { footRule } from '../../layout/style.ts';
import { twips } from '../../layout/units.ts';
import { emptyFooters, footersOf } from './footer.ts';
import { type DrawnRule, frameHeader, rulesHeader } from './frame.ts';
import { turnedFooters } from './turned.ts';

export type SectionOptions = Omit<ISectionOptions, 'children'>;

export interface SectionPlace {
  /** Page of the document, and of this section where it is another. */
  readonly document: PageName;
  readonly page: PageName;
  /** Whether it is the first of the document. */
  readonly first: boolean;
  /** The frame round its pages. */
  readonly frame: FormPage['frame'];
  /** Whether any page of the document has a frame. */
  readonly framed: boolean;
  /** Rules drawn on its first page. */
  readonly drawn?: readonly DrawnRule[];
}

/** A section of pages one after the other. */
export function sectionOptions(place: SectionPlace): SectionOptions {
  const page = pageOf(place.page);
  const foot = place.first ? footRule(place.document) : null;
  return {
    properties: { ...pageProperties(page), type: SectionType.NEXT_PAGE, titlePage: foot !== null },
    ...(page.footer && {
      footers: {
        ...(isTurned(page) ? turnedFooters(page) : footersOf(page.footer)),
        ...(foot && { first: emptyFooters(page.footer).default }),
      },
    }),
    // A part without a header of its own would show that of the part before.
    ...(place.framed && { headers: { default: frameHeader(page, place.frame) } }),
    // The first page of a letter has double rules instead of a number (GB/T 9704 10.1).
    ...(foot && { headers: { first: rulesHeader(page, [...(place.drawn ?? []), foot]) } }),
  };
}

/** A section of one even page, without a number. */
export function imprintOptions(name: PageName): SectionOptions {
  const page = pageOf(name);
  return {
    // No grid of lines here: LibreOffice would centre it, and push down what must stand at the foot.
    properties: { page: pageProperties(page).page, type: SectionType.EVEN_PAGE },
    ...(page.footer && { footers: emptyFooters(page.footer) }),
  };
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
