import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupBy, groupRepeated } from '../../src/rules/group.ts';

test('repeated groups are those of two or more, in the order of their first member', () => {
  expect(groupRepeated(['甲厂', '乙厂', '甲店', '丙厂', '乙店', '甲馆'], ([first]) => first)).toEqual([
    ['甲厂', '甲店', '甲馆'],
    ['乙厂', '乙店'],
  ]);
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 })), (items) => {
      const all = [...groupBy(items, (item) => item % 7).values()];
      expect(groupRepeated(items, (item) => item % 7)).toEqual(all.filter(({ length }) => length > 1));
    }),
  );
});
