import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { textOf } from '../../src/document/text.ts';
import type { FormPage, PageName } from '../../src/document/types.ts';
import { layForm } from '../../src/layout/form.ts';
import { formReserve } from '../../src/layout/looks.ts';
import type { TextMark } from '../../src/layout/marks.ts';
import { pageOf } from '../../src/layout/page.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { type FormSheet, type Piece, sheetOf } from '../../src/press/sheet.ts';
import { freeFonts } from '../layout/build.ts';
import { marksOf } from '../support/drawn.ts';
import { anyForm } from '../support/forms.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
});

const pages: readonly PageName[] = ['form', 'form', 'certificate', 'gongwen', 'gongwen-letter', 'plain', 'landscape'];
/** By which sums of lengths may differ, as in the layout. */
const tolerance = 0.02;
/** The characters of a 公文 are set closer than one em: so far one stretch may stand in the other. */
const closeness = 0.3;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf(mark: TextMark): Box {
  const { run, x, y } = mark;
  // Spaces at the end of a line hang over it.
  const characters = [...run.text.replace(/ +$/, '')];
  const advances = characters.reduce((sum, one) => sum + run.face.advance(one.codePointAt(0) as number) * run.size, 0);
  return {
    left: x,
    right: x + advances + run.spacing * Math.max(0, characters.length - 1),
    top: y,
    bottom: y + run.size,
  };
}

function isInside(one: Box, other: Box): boolean {
  return (
    one.left >= other.left - tolerance &&
    one.right <= other.right + tolerance &&
    one.top >= other.top - tolerance &&
    one.bottom <= other.bottom + tolerance
  );
}

function overlap(one: Box, other: Box): boolean {
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return across > closeness && down > tolerance;
}

/** Where a piece's text may stand: its cell without the padding, or its part of the type area. */
function roomOf(piece: Piece, page: PageName): Box {
  const { width, height, margin } = pageOf(page);
  const foot = height - margin.bottom - formReserve;
  const bottom = Math.min(piece.end, foot);
  if (piece.type !== 'cell') return { left: margin.left, right: width - margin.right, top: piece.y, bottom };
  const { of, x, padding } = piece;
  return {
    left: x + of.x + padding.x,
    right: x + of.x + of.width - padding.x,
    top: piece.y + padding.y,
    bottom: Math.min(piece.end - padding.y, foot),
  };
}

/** What stands outside its room, be it only with an empty line. */
function outside({ pieces }: FormSheet, page: PageName): readonly string[] {
  return pieces.flatMap((piece) => {
    const room = roomOf(piece, page);
    const texts = marksOf({ pieces: [piece] }).texts.filter(
      (mark) => /[^ ]/.test(mark.run.text) && !isInside(boxOf(mark), room),
    );
    const tooHigh = piece.type === 'cell' && piece.of.textHeight > room.bottom - room.top + tolerance;
    return [...texts.map(({ run }) => run.text), ...(tooHigh ? ['too high'] : [])];
  });
}

function pairs<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
}

/** Cells that cover the same place, and stretches of a piece that do. */
function overlaps({ pieces }: FormSheet): number {
  const cells = pieces
    .filter((piece) => piece.type === 'cell')
    .map(({ of, x, y, end }) => ({ left: x + of.x, right: x + of.x + of.width, top: y, bottom: end }));
  const texts = pieces.map((piece) => marksOf({ pieces: [piece] }).texts.map(boxOf));
  return [cells, ...texts].flatMap(pairs).filter(([one, other]) => overlap(one, other)).length;
}

const bare = (text: string) => text.replace(/[\t\n]/g, '');
const drawn = (sheet: FormSheet) =>
  marksOf(sheet)
    .texts.map(({ run }) => run.text)
    .join('');
const said = (form: FormPage, page: PageName) => bare(textOf({ title: '', lang: 'zh-CN', page, children: [form] }));
const fills = ({ children }: FormPage) =>
  children.some(
    (one) => one.type === 'fill' || (one.type === 'table' && one.rows.some(({ height }) => height === 'fill')),
  );

test('random forms lose no character, nothing overlaps, and what leaves its box is found before', () => {
  let fitting = 0;
  fc.assert(
    fc.property(anyForm, fc.constantFrom(...pages), (form, page) => {
      const sheet = sheetOf(fonts, form, pageOf(page));
      expect(drawn(sheet)).toBe(said(form, page));
      expect(overlaps(sheet)).toBe(0);
      const { height, overflow } = sheet.laid;
      const room = pageOf(page).area.height - formReserve;
      const isTooFull = height > room + tolerance;
      expect(isTooFull || outside(sheet, page).length > 0).toBe(overflow);
      if (overflow) return;
      fitting += 1;
      if (fills(form)) expect(height).toBeCloseTo(room, 6);
    }),
    { numRuns: 10_000 },
  );
  // Many of them must fit, or nothing was tested.
  expect(fitting).toBeGreaterThan(3000);
});

test('a form laid like another is laid as by itself', () => {
  const plain = (value: unknown) =>
    JSON.stringify(value, (key, one) => (key === 'face' || key === 'table' ? undefined : one));
  fc.assert(
    fc.property(anyForm, anyForm, fc.constantFrom(...pages), fc.boolean(), (one, other, page, alike) => {
      // Half of the time the other differs by a block alone.
      const next = alike ? { ...one, children: [...one.children.slice(0, -1), ...other.children.slice(-1)] } : other;
      const like = layForm(fonts, one, page);
      expect(plain(layForm(fonts, next, page, like))).toBe(plain(layForm(fonts, next, page)));
    }),
    { numRuns: 1500 },
  );
});
