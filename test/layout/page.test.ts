import { describe, expect, test } from 'vitest';
import { withProfile } from '../../src/document/profile.ts';
import { pageNames } from '../../src/document/schema.ts';
import { gridPitch, pageOf } from '../../src/layout/page.ts';
import { eighths, mm, twips } from '../../src/layout/units.ts';

describe('the page of a 公文 (GB/T 9704)', () => {
  const { width, height, margin, area, footer } = pageOf('gongwen');

  test('is A4 with a type area of 156 by 225 mm', () => {
    expect([width, height].map(twips)).toEqual([11906, 16838]);
    expect([margin.top, margin.right, margin.bottom, margin.left].map(twips)).toEqual([2098, 1474, 1984, 1587]);
    expect([area.width / mm(1), area.height / mm(1)]).toEqual([expect.closeTo(156, 6), expect.closeTo(225, 6)]);
  });
  test('holds 22 lines and no 23rd, in Word’s whole twips too', () => {
    expect(Math.floor(area.height / gridPitch)).toBe(22);
    expect(22 * twips(gridPitch)).toBeLessThanOrEqual(16838 - 2098 - 1984);
  });
  test('has the dash of its number 7 mm below the type area', () => {
    const middle = (footer?.bottom ?? 0) + (footer?.size ?? 0) / 2;
    expect((margin.bottom - middle) / mm(1)).toBeCloseTo(7, 6);
  });
});

describe('the two profiles of a 公文', () => {
  const display = pageOf('gongwen-33476');

  test('the one for word processors has 34.58 and 32.58 mm of margin and 29.45 pt of pitch', () => {
    expect([display.margin.top / mm(1), display.margin.bottom / mm(1)]).toEqual([
      expect.closeTo(34.58, 6),
      expect.closeTo(32.58, 6),
    ]);
    expect(display.grid?.pitch).toBe(29.45);
  });
  test('holds 22 lines and no 23rd too', () => {
    expect(Math.floor(display.area.height / 29.45)).toBe(22);
  });
  test('marks, numbers of pages and the lower edge of the type area stand at the same places in both', () => {
    expect(display.gongwen).toEqual({ ...pageOf('gongwen').gongwen });
    expect(display.footer).toEqual(pageOf('gongwen').footer);
    expect((display.gongwen?.foot ?? 0) / mm(1)).toBeCloseTo(35, 6);
  });
  test('a tree moves to the other profile with its format, and what is no 公文 stays', () => {
    const tree = { title: '', lang: 'zh-CN', page: 'gongwen-letter', children: [] } as const;
    expect(withProfile(tree, '33476').page).toBe('gongwen-letter-33476');
    expect(withProfile(withProfile(tree, '33476'), '9704').page).toBe('gongwen-letter');
    expect(withProfile({ ...tree, page: 'plain' }, '33476').page).toBe('plain');
  });
});

test('every page leaves room for text', () => {
  for (const name of pageNames) expect(pageOf(name).area.height).toBeGreaterThan(mm(150));
});

test('the rules of the imprint are 8 and 6 eighths of a point thick', () => {
  expect([mm(0.35), mm(0.25)].map(eighths)).toEqual([8, 6]);
});
