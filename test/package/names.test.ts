import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathOf, safeName } from '../../src/package/names.ts';

test('a pattern takes the names of the document', () => {
  expect(
    pathOf('03审批表/{number}{district}/{kind}{form}', { number: '01', district: '浦东', kind: '02', form: '审批表' }),
  ).toBe('03审批表/01浦东/02审批表');
});

test('a name never leads out of its folder', () => {
  expect(pathOf('名册/{district}', { district: '../../etc' })).toBe('名册/..／..／etc');
  expect(pathOf('名册/{district}', { district: '..' })).toBe('名册/未命名');
});

test('every name is one that Windows takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const safe = safeName(name);
      expect(safe).not.toMatch(/[/\\:*?"<>|\p{Cc}]|[. ]$|^$/u);
      expect([...safe].length).toBeLessThanOrEqual(80);
    }),
  );
});
