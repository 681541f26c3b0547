import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { FormPage, PageName, Paragraph } from '../../src/document/types.ts';
import { layForm } from '../../src/layout/form.ts';
import { pageOf } from '../../src/layout/page.ts';
import type { FontSet, LaidParagraph } from '../../src/layout/types.ts';
import { type FormSheet, type Piece, sheetOf } from '../../src/press/sheet.ts';
import { freeFonts } from '../layout/build.ts';
import { anyForm } from '../support/forms.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
});

const pages: readonly PageName[] = ['form', 'certificate'];
const tolerance = 0.05;

function paragraphsOf({ children }: FormPage): readonly Paragraph[] {
  return children.flatMap((block) => {
    if (block.type === 'paragraph') return [block];
    return block.type === 'table' ? block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.children)) : [];
  });
}

const said = (paragraph: Paragraph) => paragraph.children.map((one) => (one.type === 'text' ? one.text : '')).join('');
const drawn = ({ lines }: LaidParagraph) => lines.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
const laidIn = (piece: Piece): readonly LaidParagraph[] =>
  piece.type === 'lines' ? [] : piece.type === 'paragraph' ? [piece.of] : piece.of.paragraphs;

/** What stands outside its box, on a sheet of which nothing was found to be too long. */
function outside({ pieces, laid }: FormSheet, page: PageName): readonly string[] {
  const { width, height, margin } = pageOf(page);
  return pieces.flatMap((piece) => {
    if (piece.type === 'lines') return [];
    const inset = piece.type === 'cell' ? piece.padding.x : 0;
    const [left, right] =
      piece.type === 'cell'
        ? [piece.x + piece.of.x, piece.x + piece.of.x + piece.of.width]
        : [margin.left, width - margin.right];
    const text = laidIn(piece).reduce((sum, one) => sum + one.height, 0);
    const wide = laidIn(piece).some(({ lines }) =>
      lines.some((line) => line.x < -tolerance || left + 2 * inset + line.x + line.width > right + tolerance),
    );
    const high = piece.end - piece.y < text - tolerance || piece.end > height - margin.bottom + tolerance;
    return wide || high ? [`${laidIn(piece).map(drawn).join('')} ${wide} ${high} ${laid.overflow}`] : [];
  });
}

/** Cells of one table that cover the same place. */
function overlaps({ pieces }: FormSheet): number {
  const cells = pieces.filter((piece) => piece.type === 'cell');
  const boxes = cells.map(({ of, x, y, end }) => ({ left: x + of.x, right: x + of.x + of.width, top: y, bottom: end }));
  let count = 0;
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (across > tolerance && down > tolerance) count += 1;
    }
  }
  return count;
}

test('random forms lose no character, and nothing overlaps or leaves its box unless it was found before', () => {
  let fitting = 0;
  fc.assert(
    fc.property(anyForm, fc.constantFrom(...pages), (form, page) => {
      const sheet = sheetOf(fonts, form, pageOf(page));
      expect(sheet.pieces.flatMap(laidIn).map(drawn)).toEqual(paragraphsOf(form).map(said));
      expect(overlaps(sheet)).toBe(0);
      if (sheet.laid.overflow) return;
      fitting += 1;
      expect(outside(sheet, page)).toEqual([]);
    }),
    { numRuns: 10_000 },
  );
  // Most of them must fit, or nothing was tested.
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
      expect(plain(layForm(fonts, next, page, like).blocks)).toBe(plain(layForm(fonts, next, page).blocks));
    }),
    { numRuns: 1500 },
  );
});
