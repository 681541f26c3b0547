import { beforeAll, describe, expect, test } from 'vitest';
import { layParagraph } from '../../src/layout/lines.ts';
import { pageOf } from '../../src/layout/page.ts';
import { pairIndents, signatureStyles } from '../../src/layout/signature.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { freeFonts, paragraph } from './build.ts';

describe('signature and date without a seal (GB/T 9704 7.3.5.2)', () => {
  test.each([
    [15, 6.5, 2, 8.5],
    [6, 6.5, 4.5, 2],
    [8, 6.5, 2, 1.5],
  ])('a name %d and a date %d characters wide stand %d and %d in', (name, date, nameIndent, dateIndent) => {
    expect(pairIndents(name, date)).toEqual({ signature: nameIndent, date: dateIndent });
  });

  let fonts: FontSet;
  beforeAll(async () => {
    fonts = await freeFonts();
  });

  test('the date begins two characters right of the name', () => {
    const name = paragraph('signature', '上海市企事业单位治安保卫协会');
    const date = paragraph('date', '2024年12月17日');
    const { area } = pageOf('gongwen');
    const styles = signatureStyles(fonts, name, date, 'gongwen');
    const nameX = layParagraph(fonts, name, styles.signature, area.width).lines[0]?.x ?? 0;
    const dateX = layParagraph(fonts, date, styles.date, area.width).lines[0]?.x ?? 0;
    expect((dateX - nameX) / (16 - 0.207)).toBeCloseTo(2, 1);
  });
});
