import { beforeAll, describe, expect, test } from 'vitest';
import type { Block, DocumentTree, PageName } from '../../src/document/types.ts';
import { footRule, ruleStyle, styleOf } from '../../src/layout/style.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { mm } from '../../src/layout/units.ts';
import { writePdf } from '../../src/writers/pdf.ts';
import { readPdf } from '../support/pdf.ts';
import { freeFonts, heading, paragraph, text } from './build.ts';
import { type Placed, stack } from './stack.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
});

const red: Block = { type: 'rule', role: 'red' };
const line = 28.95 / mm(1);

describe('a letter (GB/T 9704 10.1)', () => {
  const page: PageName = 'gongwen-letter';
  const organ = paragraph('organ', '示例市企事业单位治安保卫协会');
  const number = paragraph('number', '示企保协函〔2024〕41号');
  const title = heading(1, '关于征求意见的函');

  test('has its mark 30 mm below the edge of the page and a double rule 4 mm below it', () => {
    for (const mark of [organ, paragraph('organ', '示例市协会')]) {
      const [place, rule] = stack(fonts, [mark, red, number], page) as [Placed, Placed];
      expect(place.top).toBeCloseTo(30, 2);
      expect(rule.top - place.bottom).toBeCloseTo(4, 2);
    }
  });
  test('has rules of 170 mm in the middle of the page, thick over thin above and thin over thick 20 mm from the foot', () => {
    const { x, length, strokes } = ruleStyle('red', page);
    expect([x / mm(1) + 28, length / mm(1)]).toEqual([expect.closeTo(20, 6), expect.closeTo(170, 6)]);
    expect((strokes[0]?.width ?? 0) > (strokes[1]?.width ?? 0)).toBe(true);
    const foot = footRule(page);
    expect(foot?.rule.strokes.map(({ width }) => width)).toEqual(strokes.map(({ width }) => width).reverse());
    expect(((foot?.top ?? 0) + (foot?.rule.height ?? 0)) / mm(1)).toBeCloseTo(277, 6);
  });
  test('has its number at the right, 7/8 of a character below the rule, and the title two lines further down', () => {
    const [, rule, own, head] = stack(fonts, [organ, red, number, title], page) as [Placed, Placed, Placed, Placed];
    expect(own.top - rule.bottom).toBeCloseTo((7 / 8) * (16 / mm(1)), 2);
    expect(own.right).toBeCloseTo(156, 0);
    expect(head.top - own.bottom).toBeGreaterThan(2 * line);
    expect(head.top - own.bottom).toBeLessThan(3 * line);
  });
  test('has number of copy beside the number, what follows below it, and the title two lines below the last', () => {
    const first = paragraph('head-number', '000001\t示企保协函〔2024〕41号');
    const blocks = [organ, red, first, paragraph('secrecy', '机密★1年'), paragraph('urgency', '特急'), title];
    const [, , own, secrecy, urgency, head] = stack(fonts, blocks, page) as Placed[] as [
      Placed,
      Placed,
      Placed,
      Placed,
      Placed,
      Placed,
    ];
    expect([own.left, secrecy.left, urgency.left]).toEqual([0, 0, 0]);
    expect(secrecy.top - own.top).toBeLessThan(line);
    expect(urgency.top - secrecy.top).toBeCloseTo(line, 6);
    expect(head.top - urgency.bottom).toBeGreaterThan(2 * line);
    expect(head.top - urgency.bottom).toBeLessThan(3 * line);
  });
  test('has no number on its first page, and one on its second', async () => {
    const tree: DocumentTree = {
      title: '函',
      lang: 'zh-CN',
      page,
      children: [organ, red, number, title, paragraph('plain', '国'.repeat(28 * 30))],
    };
    const { pages } = await readPdf(await writePdf(tree, { fonts, date: new Date(0), author: '示例协会' }));
    const texts = pages.map(({ items }) => items.map((item) => item.text).join(''));
    expect(texts).toHaveLength(2);
    expect(texts[0]).not.toMatch(/—\s*1\s*—/);
    expect(texts[1]).toMatch(/—\s*2\s*—/);
  });
});

describe('an order (GB/T 9704 10.2)', () => {
  test('has its mark 20 mm below the type area’s upper edge, and its number and text two lines below one another', () => {
    const blocks = [
      paragraph('organ', '示例市人民政府令'),
      paragraph('order-number', '第12号'),
      paragraph('body', '现予公布。'),
    ];
    for (const page of ['gongwen-order', 'gongwen-order-33476'] as const) {
      const [mark, number, body] = stack(fonts, blocks, page) as [Placed, Placed, Placed];
      expect(mark.top).toBeCloseTo(57, 2);
      expect(number.top - mark.bottom).toBeGreaterThan(2 * line);
      expect((number.left + number.right) / 2).toBeCloseTo(78, 0);
      expect(body.top - number.bottom).toBeGreaterThan(2 * line);
      expect(body.top - number.bottom).toBeLessThan(3 * line);
    }
  });
});

describe('minutes (GB/T 9704 10.3)', () => {
  const present = paragraph('attendance', text('出席：', 'hang-label'), '张三、李四、'.repeat(8));
  const excused = paragraph('attendance', text('请假：', 'hang-label'), '王五');

  test('have their mark where a paper has it', () => {
    const [mark] = stack(fonts, [paragraph('organ', '示例市协会会议纪要')], 'gongwen-minutes') as [Placed];
    expect(mark.top).toBeCloseTo(72, 2);
  });
  test('name who was present one line below the text, two characters in, and who was excused right below', () => {
    const blocks = [paragraph('plain', '会议要求抓好落实。'), present, excused];
    const [body, first, second] = stack(fonts, blocks, 'gongwen-minutes') as [Placed, Placed, Placed];
    expect(first.top - body.top).toBeCloseTo(2 * line, 2);
    expect(first.left).toBeCloseTo(2 * 5.57, 0);
    expect(second.top - first.bottom).toBeLessThan(line);
    expect(styleOf(present, 'gongwen-minutes').slot).toBe('仿宋');
  });
});
