import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capital } from '../../src/template/capital.ts';

/** Amount and capital numerals; the pairs of the bank's and the accounts' rules, 整 written after 角 as both allow. */
const pairs: readonly (readonly [string, string])[] = [
  ['0.01', '壹分'],
  ['0.10', '壹角整'],
  ['10', '壹拾元整'],
  ['10.01', '壹拾元零壹分'],
  ['10.10', '壹拾元零壹角整'],
  ['15', '壹拾伍元整'],
  ['101', '壹佰零壹元整'],
  ['110', '壹佰壹拾元整'],
  ['325.04', '叁佰贰拾伍元零肆分'],
  ['1000.05', '壹仟元零伍分'],
  ['1001', '壹仟零壹元整'],
  ['1010', '壹仟零壹拾元整'],
  ['1100', '壹仟壹佰元整'],
  ['1409.50', '壹仟肆佰零玖元伍角整'],
  ['1680.32', '壹仟陆佰捌拾元零叁角贰分'],
  ['6007.14', '陆仟零柒元壹角肆分'],
  ['10001', '壹万零壹元整'],
  ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ['20003.40', '贰万零叁元肆角整'],
  ['100001', '壹拾万零壹元整'],
  ['107000.53', '壹拾万柒仟元零伍角叁分'],
  ['1000000', '壹佰万元整'],
  ['1200003.05', '壹佰贰拾万零叁元零伍分'],
  ['10010001', '壹仟零壹万零壹元整'],
  ['30000500', '叁仟万零伍佰元整'],
  ['100000001', '壹亿零壹元整'],
  ['100010000', '壹亿零壹万元整'],
  ['600000000.60', '陆亿元零陆角整'],
  ['99999999.99', '玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ['1000000000000', '壹万亿元整'],
];

function fenOf(amount: string): number {
  const [yuan, cents = ''] = amount.split('.');
  return Number(`${yuan}${cents.padEnd(2, '0')}`);
}

test.each(pairs)('%s is %s', (amount, words) => {
  expect(capital(fenOf(amount))).toBe(words);
});

test('nothing is 零元整, a reversal begins with 负', () => {
  expect(capital(0)).toBe('零元整');
  expect(capital(-200000)).toBe('负贰仟元整');
});

test('part of a fen is refused', () => {
  expect(() => capital(0.5)).toThrow(RangeError);
});

test('two amounts never read alike, no 零 is doubled, and 整 follows all but 分', () => {
  const amount = fc.integer({ min: 1, max: 10 ** 13 });
  fc.assert(
    fc.property(amount, amount, (a, b) => {
      const words = capital(a);
      expect(words === capital(b)).toBe(a === b);
      expect(words).not.toMatch(/零零|零元|零万|^零|亿万/);
      expect(words.endsWith('整')).toBe(a % 10 === 0);
    }),
  );
});
