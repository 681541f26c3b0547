import { expect, test } from 'vitest';
import { nearest } from '../src/nearest.ts';

test('the nearest name is the one with the fewest slips, the first of equals, and none where there are none', () => {
  expect(nearest('districtt', ['unit', 'district', 'districts'])).toBe('district');
  expect(nearest('ab', ['ac', 'ad'])).toBe('ac');
  expect(nearest('a', [])).toBe('');
});
