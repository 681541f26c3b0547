import { beforeAll, describe, expect, test } from 'vitest';
import { layTable } from '../../src/layout/grid.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { cell, freeFonts, row, table } from './build.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
});

describe('a table', () => {
  const quota = table(
    'grid',
    [1, 2, 1],
    [
      row([cell('序号', { rowspan: 2 }), cell('先进集体', { colspan: 2 })]),
      row(['单位', '保卫部门']),
      row(['1', '20', '8']),
    ],
    2,
  );

  test('fills its width by the shares of its columns', () => {
    expect(layTable(fonts, quota, 'plain', 400).columns).toEqual([100, 200, 100]);
  });
  test('sets the cells below a rowspan beside it', () => {
    const places = layTable(fonts, quota, 'plain', 400).cells.map(({ row: at, x, width }) => [at, x, width]);
    expect(places).toEqual([
      [0, 0, 100],
      [0, 100, 300],
      [1, 100, 200],
      [1, 300, 100],
      [2, 0, 100],
      [2, 100, 200],
      [2, 300, 100],
    ]);
  });
  test('makes a row as high as its longest cell', () => {
    const long = table('grid', [1, 1], [row(['短', '很长的文字'.repeat(12)]), row(['短', '短'])]);
    const [first, second] = layTable(fonts, long, 'plain', 200).rows;
    expect(first).toBeGreaterThan(3 * (second ?? 0));
  });
  test('lets the last row of a span grow when the spanning cell is higher', () => {
    const tall = table('grid', [1, 1], [row([cell('很长的文字'.repeat(8), { rowspan: 2 }), '一']), row(['二'])]);
    const { rows, cells, padding } = layTable(fonts, tall, 'plain', 200);
    expect((rows[0] ?? 0) + (rows[1] ?? 0)).toBeCloseTo((cells[0]?.textHeight ?? 0) + 2 * padding.y, 6);
  });
});

test('rows over which several cells reach are no higher than the highest of these needs', () => {
  const heightOf = (...cells: readonly { readonly rows: number; readonly length: number }[]) => {
    const spanning = cells.map(({ rows, length }) => cell('字'.repeat(length), { rowspan: rows }));
    return layTable(fonts, table('grid', [1, 1], [row(spanning), row([]), row([''])]), 'plain', 400).height;
  };
  const short = { rows: 2, length: 80 };
  const tall = { rows: 3, length: 300 };
  expect(heightOf(tall, short)).toBeCloseTo(heightOf(tall, { rows: 2, length: 1 }), 6);
  expect(heightOf(tall, short)).toBeCloseTo(heightOf(short, tall), 6);
});
