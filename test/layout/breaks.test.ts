import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { groupsIn, isInside, mayBreakBefore, notAtEnd, notAtStart } from '../../src/layout/breaks.ts';
import { layParagraph } from '../../src/layout/lines.ts';
import { styleOf } from '../../src/layout/style.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { freeFonts, lineTexts, paragraph } from './build.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
});

/** Body text of a 公文, so many characters wide. */
function wrap(said: string, characters: number): string[] {
  const style = { ...styleOf({ level: 0, role: 'plain' }, 'gongwen'), spacing: 0 };
  return lineTexts(layParagraph(fonts, paragraph('plain', said), style, characters * style.size));
}

/** What may not be divided, each in brackets. */
function grouped(said: string): string {
  const groups = groupsIn(said);
  return [...said]
    .map((character, at) => {
      const opens = !isInside(groups, at) && isInside(groups, at + 1) ? '[' : '';
      const closes = isInside(groups, at) && !isInside(groups, at + 1) ? ']' : '';
      return `${opens}${character}${closes}`;
    })
    .join('');
}

describe('what stays in one piece', () => {
  test.each([
    ['奖金2000元、3.5万元', '奖金[2000元]、[3.5万元]'],
    ['占20%，满分85分', '占[20%]，满分[85分]'],
    ['于2024年12月30日前', '于[2024年][12月][30日]前'],
    ['自2021—2025年', '自[2021—2025年]'],
    ['15%～30%，25～30克', '[15%～30%]，[25～30克]'],
    ['建筑面积1200平方米，5个工作日', '建筑面积[1200平方米]，[5个工作日]'],
    ['（沪企保协〔2024〕39号）', '（沪企保协[〔2024〕39号]）'],
    ['按附件3和第12条办理', '按[附件3和][第12条]办理'],
    ['定于9：30开始', '定于[9：30]开始'],
    ['二〇二四年第三条', '[二〇二四年][第三条]'],
    ['联系人：张三、李思明；', '联系人：[张三]、李思明；'],
    ['王　五', '[王　五]'],
  ])('%s', (said, expected) => {
    expect(grouped(said)).toBe(expected);
  });
  test('a line ends before a number rather than between it and its unit', () => {
    expect(wrap('一二三四五六2000元整', 9)).toEqual(['一二三四五六', '2000元整']);
    expect(wrap('联系人：张三丰、李四', 9)).toEqual(['联系人：张三丰、', '李四']);
  });
  test('but a group longer than the line is divided where it may be', () => {
    expect(wrap('一二三2021年—2025年', 4).join('')).toBe('一二三2021年—2025年');
  });
  test('an address that fits a line is never torn', () => {
    expect(wrap('电子版发送至shqbxh@163.com邮箱', 10)).toContain('shqbxh@163.com邮');
  });
});

describe('whatever the text', () => {
  const words = fc.constantFrom(
    ...['国', '保卫', '工作', '，', '。', '、', '；', '：', '（', '）', '《', '》', '“', '”', '——', '……', '·', '/'],
    ...['2000元', '3.5万元', '85分', '20%', '2024年', '〔2024〕39号', '5473-2857', 'a@b.cn', '附件1', '𠅤'],
  );
  const said = fc.array(words, { minLength: 1, maxLength: 60 }).map((some) => some.join(''));
  const width = fc.integer({ min: 8, max: 28 });

  /** Lines, each with the index of its first character. */
  const linesWithStarts = (some: string, characters: number) => {
    let start = 0;
    return wrap(some, characters).map((line) => {
      const placed = { line, start };
      start += line.length;
      return placed;
    });
  };

  test('no character is lost', () => {
    fc.assert(fc.property(said, width, (some, characters) => wrap(some, characters).join('') === some));
  });
  test('no line begins with a mark that belongs to the line above, or ends with one that belongs to the next', () => {
    fc.assert(
      fc.property(said, width, (some, characters) => {
        return linesWithStarts(some, characters).every(({ start }, index, lines) => {
          const before = lines[index - 1];
          if (before === undefined || mayBreakBefore(some, start)) return true;
          // Only where nothing in the whole line may be divided.
          return some
            .slice(before.start, start)
            .split('')
            .every((_, at) => at === 0 || !mayBreakBefore(some, before.start + at));
        });
      }),
    );
  });
  test('no group is divided that would have fitted a line', () => {
    fc.assert(
      fc.property(said, width, (some, characters) => {
        const groups = groupsIn(some);
        return linesWithStarts(some, characters).every(({ start }, index, lines) => {
          const before = lines[index - 1];
          if (before === undefined || !isInside(groups, start)) return true;
          // The line above then holds no place outside groups at which it could have ended.
          return some
            .slice(before.start, start)
            .split('')
            .every(
              (_, at) => at === 0 || isInside(groups, before.start + at) || !mayBreakBefore(some, before.start + at),
            );
        });
      }),
    );
  });
  test('the lists for Word name each mark once', () => {
    for (const list of [notAtStart, notAtEnd]) expect(new Set(list).size).toBe([...list].length);
  });
});
