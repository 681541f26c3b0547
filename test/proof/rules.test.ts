import { expect, test } from 'vitest';
import { proofMessages } from '../../src/messages/proof.ts';
import { rules } from '../../src/proof/rules.ts';

test('only what a standard lays down is an error', () => {
  const levels = Object.entries(rules).map(([code, { strength }]) => {
    const { level } = proofMessages[code as keyof typeof proofMessages];
    return { code, right: (level === 'error') === (strength === '规定') };
  });
  expect(levels.filter(({ right }) => !right)).toEqual([]);
});

test('every finding says where its rule stands', () => {
  const hints = Object.keys(rules).map((code) => proofMessages[code as keyof typeof proofMessages].hint);
  expect(hints.filter((hint) => !hint.includes('{source}'))).toEqual([]);
});
