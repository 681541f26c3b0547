/** The geometry of each page by its name. All lengths in pt. */
import type { FontSlot } from '../case/types.ts';
import { gongwenFormats, pageIn, turnedPage } from '../document/profile.ts';
import type { GongwenPage, PageName, Profile } from '../document/types.ts';
import { clauses } from './gbt9704.ts';
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
  /** What only a 公文 has; null for all other pages. */
  readonly gongwen: GongwenGeometry | null;
}

/** The places on a 公文 that are the same in both profiles, counted from the edges of the page. */
export interface GongwenGeometry {
  readonly format: GongwenPage;
  /** From the upper edge of page 1 to the upper edge of the mark's characters. */
  readonly markTop: number;
  /** From the lower edge of a page to the lower edge of the type area (版心), on which the imprint's last rule lies. */
  readonly foot: number;
  /** From the lower edge of page 1 to the lower of the double rules of a letter; null for the other formats. */
  readonly doubleRuleFoot: number | null;
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

/** The pitch of a page of GB/T 9704 itself. */
export const gridPitch = clauses.pitch.value;
/** Added to each character of 三号 so that 28 of them fill 156 mm. */
export const gridSpacing = clauses.spacing.value;

const a4 = { short: clauses.paperWidth.value, long: clauses.paperHeight.value };

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
  rest: Pick<PageGeometry, 'grid' | 'footer'> & Partial<Pick<PageGeometry, 'gongwen'>>,
): PageGeometry {
  const [width, height] = orientation === 'portrait' ? [a4.short, a4.long] : [a4.long, a4.short];
  return {
    name,
    orientation,
    width: mm(width),
    height: mm(height),
    margin: { top: mm(margins.top), right: mm(margins.right), bottom: mm(margins.bottom), left: mm(margins.left) },
    area: { width: mm(width - margins.left - margins.right), height: mm(height - margins.top - margins.bottom) },
    gongwen: null,
    ...rest,
  };
}

const count: Footer = { form: 'count', slot: '宋体', size: typeSizes.小五, bottom: mm(11), indent: 0 };

/** From the lower edge of the page to the lower edge of the type area, in mm. */
const areaFoot = clauses.paperHeight.value - clauses.topMargin.value - clauses.areaHeight.value;

/** GB/T 9704 7.5: the dash of the page number stands 7 mm below the type area, one character from its edge. */
const dash: Footer = {
  form: 'dash',
  slot: clauses.folioFont.value,
  size: clauses.folioSize.value,
  bottom: mm(areaFoot - clauses.folioGap.value) - clauses.folioSize.value / 2,
  indent: clauses.folioIndent.value * clauses.folioSize.value,
};

/** Upper and lower margin in mm, and the pitch: what the two profiles differ in. */
const profiles: Readonly<Record<Profile, { readonly top: number; readonly bottom: number; readonly pitch: number }>> = {
  '9704': { top: clauses.topMargin.value, bottom: areaFoot, pitch: clauses.pitch.value },
  '33476': {
    top: clauses.displayTop.value,
    bottom: clauses.displayBottom.value,
    pitch: clauses.displayPitch.value,
  },
};

/** From the upper edge of the page to the mark, in mm. */
const markTops: Readonly<Record<GongwenPage, number>> = {
  gongwen: clauses.topMargin.value + clauses.markTop.value,
  'gongwen-letter': clauses.letterMarkTop.value,
  'gongwen-order': clauses.topMargin.value + clauses.orderMarkTop.value,
  'gongwen-minutes': clauses.topMargin.value + clauses.minutesMarkTop.value,
};

function gongwenPage(format: GongwenPage, profile: Profile): PageGeometry {
  const { top, bottom, pitch } = profiles[profile];
  const left = clauses.leftMargin.value;
  const right = clauses.paperWidth.value - left - clauses.areaWidth.value;
  const grid = { lines: clauses.lines.value, characters: clauses.characters.value, pitch };
  const doubleRuleFoot = format === 'gongwen-letter' ? mm(clauses.letterRuleFoot.value) : null;
  const gongwen = { format, markTop: mm(markTops[format]), foot: mm(areaFoot), doubleRuleFoot };
  return page(pageIn(format, profile), 'portrait', { top, right, bottom, left }, { grid, footer: dash, gongwen });
}

/**
 * A page of a 公文 for wide tables: the sheet turned so that its left edge is on top. Upright, the table's head is then
 * at the left, which is the binding edge of odd pages and the cut edge of even ones (GB/T 9704 part 8).
 */
function turned(upright: PageGeometry): PageGeometry {
  const { margin, area, grid, gongwen } = upright;
  return {
    ...upright,
    name: turnedPage(upright.name),
    orientation: 'landscape',
    width: upright.height,
    height: upright.width,
    margin: { top: margin.left, right: margin.top, bottom: margin.right, left: margin.bottom },
    area: { width: area.height, height: area.width },
    grid: grid && { ...grid, lines: Math.floor(area.width / grid.pitch) },
    gongwen: gongwen && { ...gongwen, foot: margin.right, doubleRuleFoot: null },
  };
}

/** Whether a page is one of a 公文 that is turned: its page number stands where it does on the upright sheet. */
export function isTurned(page: PageGeometry): boolean {
  return page.gongwen !== null && page.orientation === 'landscape';
}

const gongwenPages = gongwenFormats.flatMap((format) => [gongwenPage(format, '9704'), gongwenPage(format, '33476')]);

export const pages: readonly PageGeometry[] = [
  ...gongwenPages,
  ...gongwenPages.map(turned),
  page('plain', 'portrait', { top: 25, right: 20, bottom: 22, left: 20 }, { grid: null, footer: count }),
  page('landscape', 'landscape', { top: 22, right: 20, bottom: 20, left: 20 }, { grid: null, footer: count }),
  page('form', 'portrait', { top: 20, right: 20, bottom: 16, left: 25 }, { grid: null, footer: null }),
  page('certificate', 'landscape', { top: 28, right: 34, bottom: 26, left: 34 }, { grid: null, footer: null }),
];
const pagesByName = new Map(pages.map((one) => [one.name, one]));

export function pageOf(name: PageName): PageGeometry {
  const found = pagesByName.get(name);
  if (found === undefined) throw new RangeError(`unknown page ${name}`);
  return found;
}

/** The text of a footer. */
export function footerText(footer: Pick<Footer, 'form'>, pageNumber: number, pageCount: number): string {
  return footer.form === 'dash' ? `— ${pageNumber} —` : `第 ${pageNumber} 页 共 ${pageCount} 页`;
}
