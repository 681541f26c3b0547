/**
 * The tables of looks: what each role looks like on each page, in each kind of table; those of a 公文 are made in
 * `gongwen-looks.ts`. Sizes, pitches and distances in pt; indents in characters (字), the first
 * line's counted from the left indent.
 */
import type { FontSlot } from '../case/types.ts';
import type { ParagraphRole, TableRole } from '../document/schema.ts';
import type { PageName } from '../document/types.ts';
import { gongwenLooks } from './gongwen-looks.ts';
import { pages } from './page.ts';
import type { TextStyle } from './types.ts';
import { mm, typeSizes } from './units.ts';

export interface Look {
  readonly slot: FontSlot;
  readonly size: number;
  readonly pitch: number;
  readonly align?: TextStyle['align'];
  readonly first?: number;
  readonly left?: number;
  readonly right?: number;
  readonly before?: number;
  readonly after?: number;
  readonly minSize?: number;
  readonly spacing?: number;
  readonly red?: boolean;
  readonly keepNext?: boolean;
  readonly balance?: boolean;
}

export type LookName = ParagraphRole | 'h1' | 'h2' | 'h3' | 'h4' | 'h5';
export type Looks = Readonly<Partial<Record<LookName, Look>>>;

const { 一号, 小一, 二号, 小二, 三号, 小三, 四号, 小四, 五号, 小五, 六号 } = typeSizes;
const plain = {
  'copy-number': { slot: '仿宋', size: 四号, pitch: 24, keepNext: true },
  secrecy: { slot: '黑体', size: 四号, pitch: 24, keepNext: true },
  urgency: { slot: '黑体', size: 四号, pitch: 24, keepNext: true },
  organ: { slot: '小标宋', size: 一号, minSize: 小三, pitch: 36, align: 'center', red: true, keepNext: true },
  number: { slot: '仿宋', size: 四号, pitch: 24, align: 'center', keepNext: true },
  'head-number': { slot: '仿宋', size: 四号, pitch: 24, keepNext: true },
  'order-number': { slot: '仿宋', size: 四号, pitch: 24, align: 'center', keepNext: true },
  signers: { slot: '仿宋', size: 四号, pitch: 24, align: 'right', right: 1, keepNext: true },
  'number-signer': { slot: '仿宋', size: 四号, pitch: 24, left: 1, right: 1, keepNext: true },
  h1: { slot: '小标宋', size: 二号, pitch: 32, align: 'center', after: 8, keepNext: true, balance: true },
  subtitle: { slot: '楷体', size: 四号, pitch: 24, align: 'center', after: 6, keepNext: true },
  h2: { slot: '黑体', size: 四号, pitch: 24, before: 6, after: 2, keepNext: true },
  h3: { slot: '楷体', size: 四号, pitch: 24, first: 2, keepNext: true },
  h4: { slot: '仿宋', size: 四号, pitch: 24, first: 2, align: 'justify' },
  h5: { slot: '仿宋', size: 四号, pitch: 24, first: 2, align: 'justify' },
  body: { slot: '仿宋', size: 四号, pitch: 24, first: 2, align: 'justify' },
  plain: { slot: '仿宋', size: 四号, pitch: 24, align: 'justify' },
  addressee: { slot: '仿宋', size: 四号, pitch: 24, align: 'justify' },
  chapter: { slot: '黑体', size: 四号, pitch: 24, align: 'center', before: 6, after: 2, keepNext: true },
  'annex-first': { slot: '仿宋', size: 四号, pitch: 24, first: 2, before: 12, align: 'justify' },
  'annex-next': { slot: '仿宋', size: 四号, pitch: 24, left: 5, align: 'justify' },
  signature: { slot: '仿宋', size: 四号, pitch: 24, align: 'right', right: 2, before: 24, keepNext: true },
  stamp: { slot: '仿宋', size: 四号, pitch: 24, align: 'right', keepNext: true },
  date: { slot: '仿宋', size: 四号, pitch: 24, align: 'right', right: 2 },
  attendance: { slot: '仿宋', size: 四号, pitch: 24, first: 2, align: 'justify' },
  note: { slot: '仿宋', size: 小四, pitch: 18, align: 'justify', before: 4 },
  'note-next': { slot: '仿宋', size: 小四, pitch: 18, align: 'justify', left: 2 },
  'annex-label': { slot: '黑体', size: 四号, pitch: 24, after: 8, keepNext: true },
  'copy-to': { slot: '仿宋', size: 小四, pitch: 20, left: 1, right: 1, align: 'justify' },
  printed: { slot: '仿宋', size: 小四, pitch: 20, left: 1, right: 1 },
  caption: { slot: '仿宋', size: 小四, minSize: 五号, pitch: 20, after: 3, keepNext: true },
  remark: { slot: '仿宋', size: 小四, pitch: 18, align: 'center', after: 6, keepNext: true },
  mark: { slot: '仿宋', size: 五号, pitch: 15, align: 'right', keepNext: true },
  cell: { slot: '仿宋', size: 小四, pitch: 16 },
  'cell-label': { slot: '仿宋', size: 四号, pitch: 17.5, minSize: 小四, align: 'center', balance: true },
  deeds: { slot: '仿宋', size: 四号, minSize: 小四, pitch: 21, before: 3, align: 'justify', first: 2 },
  opinion: { slot: '仿宋', size: 小四, minSize: 五号, pitch: 20, align: 'right', right: 0.5 },
  'certificate-title': {
    slot: '小标宋',
    size: 64,
    minSize: 40,
    pitch: 76,
    spacing: 16,
    align: 'center',
    before: 14,
    after: 16,
    red: true,
  },
  'certificate-number': { slot: '仿宋', size: 小四, pitch: 16, align: 'right' },
  'certificate-recipient': { slot: '楷体', size: 一号, minSize: 小二, pitch: 40, before: 10 },
  'certificate-body': { slot: '仿宋', size: 小一, minSize: 小二, pitch: 40, first: 2, align: 'justify' },
  'certificate-closing': { slot: '仿宋', size: 小一, pitch: 40, first: 2 },
  // Issuer and date are centred one above the other at the right, where the seal goes.
  'certificate-issuer': { slot: '仿宋', size: 小二, minSize: 四号, pitch: 30, align: 'center', left: 18.5 },
  'certificate-date': { slot: '仿宋', size: 小二, pitch: 30, align: 'center', left: 18.5 },
  total: { slot: '黑体', size: 小四, pitch: 20, before: 6, keepNext: true },
  'sign-off': { slot: '仿宋', size: 小四, pitch: 28, before: 10 },
  'page-number': { slot: '宋体', size: 小五, minSize: 六号, pitch: 12, align: 'center', before: 8 },
} as const satisfies Readonly<Record<LookName, Look>>;

const landscape: Looks = {
  h1: { ...plain.h1, size: 小二, pitch: 28, after: 6 },
  body: { ...plain.body, size: 小四, pitch: 20 },
  plain: { ...plain.plain, size: 小四, pitch: 20 },
};

const form: Looks = {
  h1: {
    slot: '小标宋',
    size: 二号,
    minSize: 三号,
    pitch: 32,
    align: 'center',
    after: 6,
    keepNext: true,
    balance: true,
  },
  note: { slot: '仿宋', size: 五号, pitch: 15, align: 'justify', before: 3 },
  'note-next': { slot: '仿宋', size: 五号, pitch: 15, align: 'justify', left: 2 },
};

const pageLooks: Readonly<Partial<Record<PageName, Looks>>> = { landscape, form };

/** The looks of a page: those of `plain`, which holds every role, and what differs from them. */
const looksByPage = new Map(
  pages.map((page) => [page.name, { ...plain, ...gongwenLooks(page), ...pageLooks[page.name] }]),
);

/** Look of a role on a page. */
export function lookOf(name: LookName, page: PageName): Look {
  return (looksByPage.get(page) ?? plain)[name];
}

/** What a table's own text looks like, which shrinks rather than break a number; other roles in its cells keep the page's look. */
interface CellLooks {
  readonly cell: Look;
  readonly head: Look;
  readonly 'cell-label'?: Look;
}

export const cellLooks: Readonly<Record<TableRole, CellLooks>> = {
  grid: {
    cell: { slot: '仿宋', size: 小四, minSize: 小五, pitch: 16 },
    head: { slot: '黑体', size: 小四, minSize: 小五, pitch: 16, align: 'center', balance: true },
    'cell-label': { slot: '仿宋', size: 小四, pitch: 16, align: 'center', balance: true },
  },
  compact: {
    cell: { slot: '仿宋', size: 五号, minSize: 六号, pitch: 13.5 },
    head: { slot: '黑体', size: 五号, minSize: 六号, pitch: 13.5, align: 'center', balance: true },
    'cell-label': { slot: '仿宋', size: 五号, pitch: 13.5, align: 'center', balance: true },
  },
  dense: {
    cell: { slot: '仿宋', size: 小五, minSize: 六号, pitch: 11.5 },
    head: { slot: '黑体', size: 小五, minSize: 六号, pitch: 11.5, align: 'center', balance: true },
    'cell-label': { slot: '仿宋', size: 小五, pitch: 11.5, align: 'center', balance: true },
  },
  form: {
    cell: { slot: '仿宋', size: 四号, minSize: 小五, pitch: 17.5 },
    // The labels of a form are set like what is filled in.
    head: { slot: '仿宋', size: 四号, minSize: 五号, pitch: 17.5, align: 'center', balance: true },
  },
  bare: {
    cell: { slot: '仿宋', size: 小四, pitch: 18 },
    head: { slot: '黑体', size: 小四, pitch: 18 },
  },
  signature: {
    cell: { slot: '仿宋', size: 小四, pitch: 20 },
    head: { slot: '黑体', size: 小四, pitch: 20 },
  },
  chart: {
    cell: { slot: '仿宋', size: 小五, pitch: 11.5 },
    head: { slot: '黑体', size: 小五, pitch: 11.5, align: 'center' },
  },
};

/** Distance of a cell's text from its rules, and the thickness of these rules (0: none), in pt. */
export const tableLooks: Readonly<
  Record<TableRole, { readonly paddingX: number; readonly paddingY: number; readonly rule: number }>
> = {
  grid: { paddingX: mm(1.2), paddingY: mm(0.6), rule: 0.5 },
  compact: { paddingX: mm(0.9), paddingY: mm(0.7), rule: 0.5 },
  dense: { paddingX: mm(0.7), paddingY: mm(0.4), rule: 0.5 },
  form: { paddingX: mm(1), paddingY: mm(0.5), rule: 0.5 },
  bare: { paddingX: mm(1), paddingY: mm(0.5), rule: 0 },
  signature: { paddingX: mm(1), paddingY: mm(2), rule: 0 },
  chart: { paddingX: mm(0.7), paddingY: mm(0.4), rule: 0.5 },
};

/** Bars of a chart one below the other, and what divides them, in pt. */
export const chartLook = {
  /** From one bar of a category to the next, and how thick a bar is. */
  barPitch: mm(3.8),
  bar: mm(2.8),
  /** Free above the bars of a category, and below them. */
  rowPadding: mm(0.9),
  /** Free beside texts and the squares of the legend. */
  gap: mm(1.5),
  legendHeight: mm(7),
  rule: 0.5,
  after: mm(3),
} as const;

/** Of the series of a chart, in order: told apart in black and white, too. */
export const seriesColors: readonly string[] = ['#404040', '#ffffff', '#bfbfbf', '#7f7f7f'];

/** Heights of the rows of an approval form, and of lists whose pages are alike. */
export const formRows = { field: mm(10.5), opinion: mm(38), list: mm(9), sign: mm(12) } as const;
/** What a form page leaves free at its foot, so that Word, whose lines differ a little, never needs a second page. */
export const formReserve = mm(3);
