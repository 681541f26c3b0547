import { beforeAll, describe, expect, test } from 'vitest';
import type { Block, PageName } from '../../src/document/types.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { freeFonts, paragraph, text } from './build.ts';
import { type Placed, stack } from './stack.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
});

const organ = paragraph('organ', '示例市企事业单位治安保卫协会');
const number = paragraph('number', '示企保协〔2024〕39号');
const red: Block = { type: 'rule', role: 'red' };
const above = [paragraph('copy-number', '000001'), paragraph('secrecy', '机密★1年'), paragraph('urgency', '特急')];
const profiles: readonly PageName[] = ['gongwen', 'gongwen-33476'];

describe.each(profiles)('the head of a 公文 (GB/T 9704 7.2) on page %s', (page) => {
  const placed = (...blocks: Block[]) => stack(fonts, blocks, page);
  const last = (places: readonly Placed[]) => places.at(-1) as Placed;

  test('has the mark 72 mm below the edge of the page, whatever stands above it', () => {
    expect(last(placed(organ)).top).toBeCloseTo(72, 2);
    expect(last(placed(paragraph('organ', '示例市协会'))).top).toBeCloseTo(72, 2);
    for (let lines = 1; lines <= 3; lines++)
      expect(last(placed(...above.slice(0, lines), organ)).top).toBeCloseTo(72, 2);
  });
  test('has number of copy, secrecy and urgency on lines of their own, flush left from the first line on', () => {
    const [copy, secrecy, urgency] = placed(...above, organ) as [Placed, Placed, Placed];
    expect([copy.left, secrecy.left, urgency.left]).toEqual([0, 0, 0]);
    expect(copy.top).toBeLessThan(40);
    expect(secrecy.top - copy.top).toBeCloseTo(urgency.top - secrecy.top, 6);
  });
  test('has the number below two empty lines, and the red rule 4 mm below its characters, as wide as the type area', () => {
    const [mark, own, rule] = placed(organ, number, red) as [Placed, Placed, Placed];
    expect(own.top - mark.bottom).toBeGreaterThan(20);
    expect(own.top - mark.bottom).toBeLessThan(24);
    expect((own.left + own.right) / 2).toBeCloseTo(78, 0);
    expect(rule.top - own.bottom).toBeCloseTo(4, 2);
    expect([rule.left, rule.right]).toEqual([0, expect.closeTo(156, 6)]);
  });
  test('has further signers below the first, and the number beside the last of them', () => {
    const first = paragraph('signers', '签发人：', text('张　三　李四光', 'signer'));
    const second = paragraph('signers', text('赵　五　钱　六', 'signer'));
    const third = paragraph('number-signer', '示企保协〔2024〕39号\t', text('王五六', 'signer'));
    const one = placed(
      organ,
      paragraph('number-signer', '示企保协〔2024〕39号\t签发人：', text('王五六', 'signer')),
      red,
    );
    const [, a, b, c, rule] = placed(organ, first, second, third, red) as [Placed, Placed, Placed, Placed, Placed];
    const label = 4 * 5.57;
    expect(b.left).toBeCloseTo(a.left + label, 0);
    expect(c.right).toBeCloseTo(b.left + 3 * 5.57, 0);
    expect(b.top - a.top).toBeCloseTo(c.top - b.top, 6);
    expect(a.top).toBeCloseTo((one[1] as Placed).top, 6);
    expect(rule.top - c.bottom).toBeCloseTo(4, 2);
    expect(c.left).toBeCloseTo(5.57, 1);
  });
});
