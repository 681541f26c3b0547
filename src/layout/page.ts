/** The geometry of each page by its name. All lengths in pt. */
import type { FontSlot } from '../case/types.ts';
import type { PageName } from '../document/types.ts';
import { mm, typeSizes } from './units.ts';

export interface PageGeometry {
  readonly name: PageName;
  readonly orientation: 'portrait' | 'landscape';
  readonly width: number;
  readonly height: number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  /** Width and height between the margins: the type area (版心). */
  readonly area: { readonly width: number; readonly height: number };
  /** The grid of a 公文: lines per page, characters per line. */
  readonly grid: { readonly lines: number; readonly characters: number; readonly pitch: number } | null;
  readonly footer: Footer | null;
}

export interface Footer {
  /** `dash`: — 1 —, outside edge of odd and even pages (GB/T 9704 7.5); `count`: 第 1 页 共 3 页, centred. */
  readonly form: 'dash' | 'count';
  readonly slot: FontSlot;
  readonly size: number;
  /** From the bottom edge of the page to the bottom of the footer's line, which is one `size` high. */
  readonly bottom: number;
  /** From the left or right edge of the type area to the number, for `dash`. */
  readonly indent: number;
}

/** 22 lines in 225 mm, counted in whole twips as Word does: 22 × 579 twips fit, 22 × 580 do not. */
export const gridPitch = 28.95;
/** Added to each character of 三号 so that 28 of them fill 156 mm. */
export const gridSpacing = -0.207;

const a4 = { short: 210, long: 297 };

interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

function page(
  name: PageName,
  orientation: 'portrait' | 'landscape',
  margins: Margins,
  rest: Pick<PageGeometry, 'grid' | 'footer'>,
): PageGeometry {
  const [width, height] = orientation === 'portrait' ? [a4.short, a4.long] : [a4.long, a4.short];
  return {
    name,
    orientation,
    width: mm(width),
    height: mm(height),
    margin: { top: mm(margins.top), right: mm(margins.right), bottom: mm(margins.bottom), left: mm(margins.left) },
    area: { width: mm(width - margins.left - margins.right), height: mm(height - margins.top - margins.bottom) },
    ...rest,
  };
}

const count: Footer = { form: 'count', slot: '宋体', size: typeSizes.小五, bottom: mm(11), indent: 0 };

/** GB/T 9704 5.2 and 7.5: the dash of the page number stands 7 mm below the type area, one character from its edge. */
const dash: Footer = {
  form: 'dash',
  slot: '宋体',
  size: typeSizes.四号,
  bottom: mm(35 - 7) - typeSizes.四号 / 2,
  indent: typeSizes.四号,
};

const pages: Readonly<Record<PageName, PageGeometry>> = {
  gongwen: page(
    'gongwen',
    'portrait',
    { top: 37, right: 26, bottom: 35, left: 28 },
    { grid: { lines: 22, characters: 28, pitch: gridPitch }, footer: dash },
  ),
  plain: page('plain', 'portrait', { top: 25, right: 20, bottom: 22, left: 20 }, { grid: null, footer: count }),
  landscape: page(
    'landscape',
    'landscape',
    { top: 22, right: 20, bottom: 20, left: 20 },
    { grid: null, footer: count },
  ),
  form: page('form', 'portrait', { top: 20, right: 20, bottom: 16, left: 25 }, { grid: null, footer: null }),
  certificate: page(
    'certificate',
    'landscape',
    { top: 28, right: 34, bottom: 26, left: 34 },
    { grid: null, footer: null },
  ),
};

export function pageOf(name: PageName): PageGeometry {
  return pages[name];
}

/** The text of a footer. */
export function footerText(footer: Footer, pageNumber: number, pageCount: number): string {
  return footer.form === 'dash' ? `— ${pageNumber} —` : `第 ${pageNumber} 页 共 ${pageCount} 页`;
}
