import { beforeAll, describe, expect, test } from 'vitest';
import { layParagraph } from '../../src/layout/lines.ts';
import { pageOf } from '../../src/layout/page.ts';
import { styleOf } from '../../src/layout/style.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { freeFonts, heading, lineTexts } from './build.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
});

function lay(said: string) {
  return layParagraph(
    fonts,
    heading(1, said),
    styleOf({ level: 1, role: 'body' }, 'gongwen'),
    pageOf('gongwen').area.width,
  );
}

describe('a title', () => {
  test('that fits stands in one line', () => {
    expect(lineTexts(lay('2024年度上海内保工作先进名额分配表'))).toHaveLength(1);
  });
  test('is broken at its natural joint, in a trapezoid', () => {
    expect(lineTexts(lay('关于开展2024年度上海内保工作先进集体、先进个人评选表彰活动的通知'))).toEqual([
      '关于开展2024年度上海内保工作先进集体、',
      '先进个人评选表彰活动的通知',
    ]);
  });
  test('keeps words, book titles and numbers with their units whole', () => {
    const lines = lineTexts(lay('关于印发《内部治安保卫工作管理办法》和2024年度先进集体先进个人评选工作要点的通知'));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => line.includes('《内部治安保卫工作管理办法》'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('2024年度'))).toHaveLength(1);
  });
  test('of any length loses nothing and stays in the type area', () => {
    for (let length = 1; length < 90; length += 7) {
      const said = '关于做好全市内部治安保卫工作先进集体和先进个人推荐评选表彰有关事项的通知'
        .repeat(3)
        .slice(0, length);
      const laid = lay(said);
      expect(lineTexts(laid).join('')).toBe(said);
      for (const line of laid.lines) expect(line.width).toBeLessThanOrEqual(pageOf('gongwen').area.width + 0.01);
    }
  });
  test('has no line of one or two characters', () => {
    const lines = lineTexts(lay('关于表彰2024年度上海内保工作先进集体先进个人的决定书'));
    for (const line of lines) expect(line.length).toBeGreaterThan(4);
  });
});
