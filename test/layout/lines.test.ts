import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { mayBreakBefore } from '../../src/layout/breaks.ts';
import { layParagraph } from '../../src/layout/lines.ts';
import { pageOf } from '../../src/layout/page.ts';
import { styleOf } from '../../src/layout/style.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { freeFonts, lineTexts, paragraph, text } from './build.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
});

/** Where a text may be broken, shown by bars. */
function bars(said: string): string {
  return [...said].map((character, index) => (mayBreakBefore(said, index) ? `|${character}` : character)).join('');
}

/** A page body in 三号, so many characters wide. */
function wrap(said: string, characters: number): string[] {
  const style = { ...styleOf({ level: 0, role: 'plain' }, 'gongwen'), spacing: 0 };
  return lineTexts(layParagraph(fonts, paragraph('plain', said), style, characters * style.size));
}

describe('where a line may break', () => {
  test('closing marks stay with what stands before them, opening marks with what follows', () => {
    expect(bars('甲，乙（丙）。')).toBe('甲，|乙|（丙）。');
    expect(bars('《条例》、“规定”')).toBe('《条|例》、|“规|定”');
  });
  test('a number, a code or an address is not torn, and keeps its percent sign', () => {
    expect(bars('占20.5%的，见www.a.cn')).toBe('占|20.5%|的，|见|www.a.cn');
    expect(bars('电话54732857-12，A4纸')).toBe('电|话|54732857-12，|A4|纸');
  });
  test('dashes and ellipses are whole and begin no line, in Word neither', () => {
    expect(bars('甲——乙……丙')).toBe('甲——|乙……|丙');
    expect(bars('2021—2025年')).toBe('2021—|2025|年');
  });
  test('a minority name may break behind its dot, not before it', () => {
    expect(bars('阿依·买买')).toBe('阿|依·|买|买');
  });
});

describe('lines of Chinese text', () => {
  test('a mark that has no room takes its character along to the next line', () => {
    expect(wrap('一二三四五六，七', 6)).toEqual(['一二三四五', '六，七']);
    expect(wrap('一二三四五（六）', 6)).toEqual(['一二三四五', '（六）']);
  });
  test('a word longer than the line is broken all the same', () => {
    expect(wrap('A'.repeat(12), 4).join('')).toBe('A'.repeat(12));
  });
  test('a character outside the basic plane is one character', () => {
    expect(wrap('𠅤𠅤𠅤𠅤', 3)).toEqual(['𠅤𠅤𠅤', '𠅤']);
  });
  test('28 characters fill a line of a 公文, and the 29th begins the next', () => {
    const { area } = pageOf('gongwen');
    const laid = layParagraph(
      fonts,
      paragraph('plain', '国'.repeat(29)),
      styleOf({ level: 0, role: 'plain' }, 'gongwen'),
      area.width,
    );
    expect(lineTexts(laid).map((line) => line.length)).toEqual([28, 1]);
    expect(laid.lines[0]?.runs).toHaveLength(1);
  });
  test('every line of a justified paragraph but the last reaches the right edge', () => {
    const { area } = pageOf('gongwen');
    const said = '健全治安保卫责任体系，开展应急演练24场、参演3200人次；'.repeat(4);
    const laid = layParagraph(
      fonts,
      paragraph('body', said),
      styleOf({ level: 0, role: 'body' }, 'gongwen'),
      area.width,
    );
    for (const line of laid.lines.slice(0, -1)) {
      const last = line.runs.at(-1);
      const end = (last?.x ?? 0) + (last?.width ?? 0) - (last?.spacing ?? 0);
      expect(Math.abs(end - area.width)).toBeLessThan(0.3);
    }
    expect(laid.lines[0]?.x).toBeCloseTo(2 * (16 - 0.207), 3);
    expect(laid.lines[1]?.x).toBe(0);
  });
  test('further lines hang on the text behind the label', () => {
    const first = paragraph(
      'annex-first',
      text('附件：1. ', 'hang'),
      '上海内保工作先进集体、先进个人评选表彰范围和标准',
    );
    const next = paragraph('annex-next', text('2. ', 'hang'), '评分指标');
    const { area } = pageOf('gongwen');
    const laid = layParagraph(fonts, first, styleOf(first, 'gongwen'), area.width);
    const label = layParagraph(
      fonts,
      paragraph('plain', '附件：1. '),
      styleOf(paragraph('plain'), 'gongwen'),
      area.width,
    );
    const labelEnd = label.lines[0]?.runs[0]?.width ?? 0;
    expect(laid.lines[1]?.x).toBeCloseTo(2 * (16 - 0.207) + labelEnd, 3);
    const laidNext = layParagraph(fonts, next, styleOf(next, 'gongwen'), area.width);
    expect(laidNext.lines[0]?.x).toBeCloseTo(5 * (16 - 0.207), 3);
  });
  test('a tab sets one part at the left and one at the right', () => {
    const printed = paragraph('printed', '市企保协会\t2024年12月17日印发');
    const { area } = pageOf('gongwen');
    const laid = layParagraph(fonts, printed, styleOf(printed, 'gongwen'), area.width);
    const last = laid.lines[0]?.runs.at(-1);
    expect(laid.lines).toHaveLength(1);
    expect(laid.lines[0]?.runs[0]?.x).toBe(14);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(area.width - 14, 3);
  });
});

describe('whatever the text', () => {
  const signs = fc.constantFrom(...'国保安甲乙丙，。、；：（）《》“”—…·1234AB%. 䶮𠅤');
  const said = fc.array(signs, { minLength: 1, maxLength: 120 }).map((characters) => characters.join(''));
  const width = fc.integer({ min: 6, max: 30 });

  test('no character is lost', () => {
    fc.assert(fc.property(said, width, (some, characters) => wrap(some, characters).join('') === some));
  });
  test('no line is wider than its box', () => {
    const style = styleOf({ level: 0, role: 'body' }, 'plain');
    fc.assert(
      fc.property(said, width, (some, characters) => {
        const box = characters * style.size;
        const { lines } = layParagraph(fonts, paragraph('body', some), style, box);
        return lines.every((line) => line.x + line.width <= box + 0.02);
      }),
    );
  });
  test('no line begins with a closing mark or ends with an opening one, unless marks alone fill a line', () => {
    const starts = /^[，。、；：）》”·%]/;
    const ends = /[（《“]$/;
    fc.assert(
      fc.property(said, width, (some, characters) => {
        const lines = wrap(some, characters);
        return lines.every((line, index) => {
          const before = lines[index - 1] ?? '';
          const torn = before.split('').every((_, at) => at === 0 || !mayBreakBefore(before, at));
          return index === 0 || torn || !(starts.test(line) || ends.test(before));
        });
      }),
    );
  });
});

describe('parts of a line to be signed', () => {
  const starts = (...parts: readonly string[]) => {
    const style = styleOf({ level: 0, role: 'sign-off' }, 'form');
    const { lines } = layParagraph(fonts, paragraph('sign-off', parts.join('\t')), style, 30 * style.size);
    return lines.map(({ runs }) => runs.map(({ x }) => Math.round(x / style.size)));
  };
  test('share it evenly', () => {
    expect(starts('制表：', '审核：', '负责人：')).toEqual([[0, 10, 20]]);
  });
  test('stand behind each other where one is longer than its share', () => {
    expect(starts('制表人和联系电话及日期：', '审核：', '负责人：')).toEqual([[0, 18, 26]]);
  });
});
