import { describe, expect, test } from 'vitest';
import type { ParagraphRole } from '../../src/document/schema.ts';
import { clauses } from '../../src/layout/gbt9704.ts';
import { ruleStyle, styleOf } from '../../src/layout/style.ts';
import { mm } from '../../src/layout/units.ts';

const ofRole = (role: ParagraphRole) => styleOf({ level: 0, role }, 'gongwen');
const ofLevel = (level: 1 | 2 | 3 | 4 | 5) => styleOf({ level, role: 'plain' }, 'gongwen');

describe('the looks of a 公文 (GB/T 9704)', () => {
  test('a title is 小标宋 of 22 pt in the middle, one line above the addressees', () => {
    const title = ofLevel(1);
    expect([title.slot, title.size, title.align, title.after]).toEqual(['小标宋', 22, 'center', clauses.pitch.value]);
  });
  test('text and the four levels are of one size, each level in its font, two characters in', () => {
    const styles = [ofRole('body'), ofLevel(2), ofLevel(3), ofLevel(4), ofLevel(5)];
    expect(styles.map(({ slot }) => slot)).toEqual(['仿宋', '黑体', '楷体', '仿宋', '仿宋']);
    for (const style of styles) {
      expect(style.size).toBe(16);
      expect(style.firstIndent).toBeCloseTo(2 * (16 + clauses.spacing.value), 6);
      expect([style.leftIndent, style.rightIndent, style.before]).toEqual([0, 0, 0]);
    }
  });
  test('28 characters fill the 156 mm of a line', () => {
    const { size, spacing } = ofRole('body');
    expect(28 * (size + spacing)).toBeCloseTo(mm(156), 0);
  });
  test('addressees are flush left, and black as all text but the mark', () => {
    expect([ofRole('addressee').leftIndent, ofRole('addressee').firstIndent]).toEqual([0, 0]);
    expect([ofRole('addressee').color, ofRole('organ').color]).toEqual(['#000000', '#d7000f']);
  });
  test('secrecy and urgency are 黑体, the number of the copy is not', () => {
    expect((['copy-number', 'secrecy', 'urgency'] as const).map((role) => ofRole(role).slot)).toEqual([
      '仿宋',
      '黑体',
      '黑体',
    ]);
  });
  test('the list of annexes stands one line below the text', () => {
    expect(ofRole('annex-first').before).toBe(clauses.pitch.value);
    expect(ofRole('annex-next').before).toBe(0);
  });
  test('an annex has its label on line 1 and its title on line 3', () => {
    const label = ofRole('annex-label');
    expect([label.slot, label.leftIndent, label.before]).toEqual(['黑体', 0, 0]);
    expect((label.pitch + label.after) / clauses.pitch.value).toBe(2);
  });
  test('an imprint is 14 pt, one character in, between rules of 0.35 and 0.25 mm as wide as the type area', () => {
    for (const role of ['copy-to', 'printed'] as const) {
      const { size, leftIndent, rightIndent, slot } = ofRole(role);
      expect([slot, size, leftIndent, rightIndent]).toEqual(['仿宋', 14, 14, 14]);
    }
    for (const [role, height] of [
      ['thick', 0.35],
      ['thin', 0.25],
    ] as const) {
      const rule = ruleStyle(role, 'gongwen');
      expect([rule.height, rule.length]).toEqual([expect.closeTo(mm(height), 6), expect.closeTo(mm(156), 6)]);
    }
  });
});
