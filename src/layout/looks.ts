/**
 * The tables of looks: what each role looks like on each page, in each kind of table. A 公文 follows GB/T 9704-2012;
 * where the standard is silent, the custom of offices. Sizes, pitches and distances in pt; indents in characters (字), the first
 * line's counted from the left indent.
 */
import type { FontSlot } from '../case/types.ts';
import type { ParagraphRole, TableRole } from '../document/schema.ts';
import type { PageName } from '../document/types.ts';
import { gridPitch, gridSpacing } from './page.ts';
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
type Looks = Readonly<Partial<Record<LookName, Look>>>;

const { 一号, 小一, 二号, 小二, 三号, 小三, 四号, 小四, 五号, 小五, 六号 } = typeSizes;
/** GB/T 9704 3.2: a line is as high as its characters and 7/8 of 三号. */
const lineOf = (size: number) => size + (三号 * 7) / 8;

/** 三号 on the grid of 22 lines and 28 characters. */
const onGrid = (slot: FontSlot, rest: Partial<Look> = {}): Look => ({
  slot,
  size: 三号,
  pitch: gridPitch,
  spacing: gridSpacing,
  align: 'justify',
  ...rest,
});

const gongwen: Looks = {
  // 7.2.4: the mark's upper edge stands 35 mm below the top of the type area; as large as one line allows.
  organ: {
    slot: '小标宋',
    size: 42,
    minSize: 二号,
    pitch: 42,
    align: 'center',
    before: mm(35),
    red: true,
    keepNext: true,
  },
  number: onGrid('仿宋', { align: 'center', before: 2 * gridPitch, keepNext: true }),
  // 7.2.5 and 7.2.6: one character in from the left, and from the right.
  'number-signer': onGrid('仿宋', { align: 'left', left: 1, right: 1, before: 2 * gridPitch, keepNext: true }),
  h1: {
    slot: '小标宋',
    size: 二号,
    pitch: lineOf(二号),
    align: 'center',
    after: gridPitch,
    keepNext: true,
    balance: true,
  },
  subtitle: onGrid('楷体', { align: 'center', after: gridPitch, keepNext: true }),
  h2: onGrid('黑体', { first: 2, keepNext: true }),
  h3: onGrid('楷体', { first: 2, keepNext: true }),
  h4: onGrid('仿宋', { first: 2 }),
  h5: onGrid('仿宋', { first: 2 }),
  body: onGrid('仿宋', { first: 2 }),
  plain: onGrid('仿宋'),
  addressee: onGrid('仿宋'),
  'annex-first': onGrid('仿宋', { first: 2, before: gridPitch }),
  // The names of further annexes stand below the first: two characters of indent and the three of 附件：.
  'annex-next': onGrid('仿宋', { left: 5 }),
  signature: onGrid('仿宋', { align: 'right', right: 2, before: gridPitch, keepNext: true }),
  date: onGrid('仿宋', { align: 'right', right: 2 }),
  note: onGrid('仿宋', { first: 2 }),
  'note-next': onGrid('仿宋', { left: 4 }),
  'annex-label': onGrid('黑体', { align: 'left', after: gridPitch, keepNext: true }),
  'copy-to': { slot: '仿宋', size: 四号, pitch: lineOf(四号), align: 'justify', left: 1, right: 1 },
  printed: { slot: '仿宋', size: 四号, pitch: lineOf(四号), left: 1, right: 1 },
};

const plain = {
  organ: { slot: '小标宋', size: 一号, minSize: 小三, pitch: 36, align: 'center', red: true, keepNext: true },
  number: { slot: '仿宋', size: 四号, pitch: 24, align: 'center', keepNext: true },
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
  'annex-first': { slot: '仿宋', size: 四号, pitch: 24, first: 2, before: 12, align: 'justify' },
  'annex-next': { slot: '仿宋', size: 四号, pitch: 24, left: 5, align: 'justify' },
  signature: { slot: '仿宋', size: 四号, pitch: 24, align: 'right', right: 2, before: 24, keepNext: true },
  date: { slot: '仿宋', size: 四号, pitch: 24, align: 'right', right: 2 },
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

/** Only what differs from `plain`, which holds every role. */
export const pageLooks: Readonly<Record<PageName, Looks>> & { readonly plain: Readonly<Record<LookName, Look>> } = {
  gongwen,
  plain,
  landscape,
  form,
  certificate: {},
};

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
};

/** Heights of the rows of an approval form. */
export const formRows = { field: mm(10.5), opinion: mm(38) } as const;
/** What a form page leaves free at its foot, so that Word, whose lines differ a little, never needs a second page. */
export const formReserve = mm(3);
