import { expect, test } from 'vitest';
import { inRosterOrder } from '../../src/rules/order.ts';

test('a roster follows the industry order, then the order given; unknown industries come last', () => {
  const given = ['金融', '', '国资', '教育', '国资', '农业'].map((industry, row) => ({ industry, row }));
  expect(inRosterOrder(given, ['教育', '国资', '金融']).map((one) => one.row)).toEqual([3, 2, 4, 0, 1, 5]);
});
