import { beforeAll, describe, expect, test } from 'vitest';
import type { Block, Paragraph } from '../../src/document/types.ts';
import { pageOf } from '../../src/layout/page.ts';
import type { Seals } from '../../src/layout/seal.ts';
import { closingAt, type LaidClosing, pairIndents } from '../../src/layout/signature.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { mm } from '../../src/layout/units.ts';
import { ring } from '../support/seal.ts';
import { freeFonts, lineTexts, paragraph } from './build.ts';

const pitch = 28.95;
const character = 16 - 0.207;
const { width } = pageOf('gongwen').area;
let fonts: FontSet;

beforeAll(async () => {
  fonts = await freeFonts();
});

function closing(names: readonly Paragraph[], date = '2024年12月17日', seals: Seals = { seal: ring() }): LaidClosing {
  const blocks: Block[] = [...names, paragraph('date', date), paragraph('note', '（此件公开发布）')];
  const laid = closingAt(fonts, blocks, 0, 'gongwen', seals);
  if (laid === undefined) throw new Error('no closing');
  return laid;
}

const named = (name: string): Paragraph => paragraph('signature', name);
const sealed = (name: string): Paragraph => ({ ...named(name), seal: 'seal' });

/** Left and right end of the text of a row. */
function ends(laid: LaidClosing, row: number): { readonly left: number; readonly right: number } {
  const runs = laid.rows[row]?.laid.lines[0]?.runs ?? [];
  const last = runs.at(-1);
  return { left: runs[0]?.x ?? 0, right: (last?.x ?? 0) + (last?.width ?? 0) - (last?.spacing ?? 0) };
}

/** Top of each row, from the end of the text above. */
function tops({ rows }: LaidClosing): readonly number[] {
  let top = 0;
  return rows.map(({ laid }) => {
    const own = top + laid.before;
    top += laid.height;
    return own;
  });
}

/** Places of the seals, from the end of the text above. */
function seats(laid: LaidClosing): readonly { readonly left: number; readonly top: number; readonly middle: number }[] {
  const date = tops(laid).at(-1) ?? 0;
  return laid.seals.map(({ x, y, width: side, height }) => ({
    left: x,
    top: date + y,
    middle: date + y + height / 2,
    centre: x + side / 2,
  }));
}

describe('without a seal (GB/T 9704 7.3.5.2)', () => {
  test.each([
    [15, 6.5, 2, 8.5],
    [6, 6.5, 4.5, 2],
    [8, 6.5, 2, 1.5],
  ])('a name %d and a date %d characters wide stand %d and %d in', (name, date, nameIndent, dateIndent) => {
    expect(pairIndents(name, date)).toEqual({ signature: nameIndent, date: dateIndent });
  });

  test('the date begins two characters right of the name, which stands two characters in', () => {
    const laid = closing([named('上海市企事业单位治安保卫协会')]);
    expect((ends(laid, 1).left - ends(laid, 0).left) / character).toBeCloseTo(2, 1);
    expect((width - ends(laid, 0).right) / character).toBeCloseTo(2, 1);
    expect(laid.seals).toEqual([]);
  });

  test('joint names stand below each other, as wide as the longest, lead organ first', () => {
    const laid = closing([named('上海市公安局'), named('上海市企业保卫协会'), named('市总工会')]);
    expect(laid.rows.map((row) => lineTexts(row.laid).join(''))).toEqual([
      '上海市公安局',
      '上海市企业保卫协会',
      '市总工会',
      '2024年12月17日',
    ]);
    for (const row of [0, 2]) {
      expect(ends(laid, row).left).toBeCloseTo(ends(laid, 1).left, 1);
      expect(ends(laid, row).right).toBeCloseTo(ends(laid, 1).right, 1);
    }
    expect(tops(laid).map((top) => Math.round((top / pitch) * 100) / 100)).toEqual([1, 2, 3, 4]);
  });
});

describe('with a seal (GB/T 9704 7.3.5.1)', () => {
  test('the date stands four characters in, the name in the middle above it', () => {
    const laid = closing([sealed('上海市公安局治安总队')]);
    const [name, date] = [ends(laid, 0), ends(laid, 1)];
    expect((width - date.right) / character).toBeCloseTo(4, 1);
    expect((name.left + name.right) / 2).toBeCloseTo((date.left + date.right) / 2, 0);
  });

  test('a name too long for that moves the date to the left rather than leave the type area', () => {
    const laid = closing([sealed('上海市某某区企业事业单位内部治安保卫工作联合会')]);
    expect(ends(laid, 0).right).toBeLessThanOrEqual(width + 0.5);
    expect((width - ends(laid, 1).right) / character).toBeGreaterThan(4);
  });

  test.each([30, 38, 40, 42, 45, 50, 60])(
    'a seal of %d mm begins within a line below the text, name and date a little below its middle',
    (diameter) => {
      const laid = closing([sealed('上海市公安局治安总队')], '2024年12月7日', { seal: ring(diameter) });
      const [seat] = seats(laid);
      const [name = 0, date = 0] = tops(laid);
      expect(laid.seals[0]?.width).toBeCloseTo(mm(diameter), 5);
      expect(seat?.top).toBeGreaterThanOrEqual(0);
      expect(seat?.top).toBeLessThanOrEqual(pitch);
      const below = name + pitch / 2 - (seat?.middle ?? 0);
      expect(below).toBeGreaterThan(0);
      expect(below).toBeLessThan(pitch / 2);
      // It presses both.
      expect(date + pitch / 2).toBeLessThan((seat?.middle ?? 0) + mm(diameter) / 2);
    },
  );

  test('an oblong image keeps its shape, its longer side as long as the diameter', () => {
    const [seal] = closing([sealed('上海市公安局')], undefined, { seal: ring(42, 200, 100) }).seals;
    expect(seal?.width).toBeCloseTo(mm(42), 5);
    expect(seal?.height).toBeCloseTo(mm(21), 5);
  });

  test('to be pressed by hand, the same room is left without an image', () => {
    const [byHand, printed] = [closing([sealed('上海市公安局')], undefined, {}), closing([sealed('上海市公安局')])];
    expect(tops(byHand)).toEqual(tops(printed));
  });

  test.each([
    [2, [2]],
    [3, [3]],
    [4, [2, 2]],
    [5, [3, 2]],
    [7, [3, 2, 2]],
  ])('%d joint names stand in rows of %j; seals neither touch nor leave the type area', (count, rows) => {
    const names = [
      '市公安局',
      '市总工会',
      '市应急管理局',
      '市教育委员会',
      '市交通委员会',
      '市卫生健康委员会',
      '市司法局',
    ];
    const laid = closing(names.slice(0, count).map(sealed));
    expect(laid.rows.slice(0, -1).map(({ middles }) => Math.max(1, middles.length))).toEqual(rows);
    const said = laid.rows.flatMap(({ paragraph: one }) =>
      one.children.map((part) => ('text' in part ? part.text.trim() : '')),
    );
    expect(said).toEqual([...names.slice(0, count), '2024年12月17日']);
    const places = seats(laid);
    for (const [index, one] of laid.seals.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width).toBeLessThanOrEqual(width);
      for (const [at, other] of laid.seals.entries()) {
        if (at === index) continue;
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.width);
      }
    }
    expect(places[0]?.top).toBeLessThanOrEqual(pitch);
    // The date stands below the last name.
    const [last] = laid.seals.slice(-1);
    const date = ends(laid, laid.rows.length - 1);
    expect((date.left + date.right) / 2).toBeCloseTo((last?.x ?? 0) + (last?.width ?? 0) / 2, 0);
  });

  test('the seals of a large diameter stand in rows of two', () => {
    const laid = closing(['甲局', '乙局', '丙局'].map(sealed), undefined, { seal: ring(60) });
    expect(laid.rows.slice(0, -1).map(({ middles }) => Math.max(1, middles.length))).toEqual([2, 1]);
  });
});

describe('a signature stamp (GB/T 9704 7.3.5.3)', () => {
  test('stands four characters in below two blank lines, the title two characters left of it, the date a line below', () => {
    const title: Paragraph = { ...paragraph('stamp', '市长'), seal: 'signer' };
    const laid = closing([title], '2024年12月7日', { signer: ring(40, 200, 80) });
    const [stamp] = laid.seals;
    const [seat] = seats(laid);
    const [right, left] = [(stamp?.x ?? 0) + (stamp?.width ?? 0), stamp?.x ?? 0];
    expect((width - right) / character).toBeCloseTo(4, 5);
    expect((left - ends(laid, 0).right) / character).toBeCloseTo(2, 1);
    expect((width - ends(laid, 1).right) / character).toBeCloseTo(4, 1);
    const [titleTop = 0, dateTop = 0] = tops(laid);
    expect(seat?.middle).toBeCloseTo(titleTop + pitch / 2, 5);
    expect(seat?.top).toBeGreaterThanOrEqual(2 * pitch);
    expect(dateTop - (seat?.top ?? 0) - (stamp?.height ?? 0)).toBeGreaterThanOrEqual(pitch);
    expect(dateTop % pitch).toBeCloseTo(0, 5);
  });
});

test('names without a date below them are no closing', () => {
  expect(closingAt(fonts, [named('上海市公安局'), paragraph('body', '正文')], 0, 'gongwen')).toBeUndefined();
});
