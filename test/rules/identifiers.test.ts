import fc from 'fast-check';
import { expect, test } from 'vitest';
import { birthOfId, codeFault, idFault, lastFour, maskId, passesLuhn, sexOfId } from '../../src/rules/identifiers.ts';
import { codeOf, idOf } from './build.ts';

test('ID numbers of the standard are valid', () => {
  expect(idFault('11010519491231002X')).toBeNull();
  expect(idFault('440524188001010014')).toBeNull();
  expect(sexOfId('440524188001010014')).toBe('男');
  expect(sexOfId('11010519491231002X')).toBe('女');
  expect(birthOfId('11010519491231002X')).toBe('1949-12');
});

test('an ID number with a wrong check digit, an impossible date or a wrong length is not', () => {
  expect(idFault('110105194912310021')).toBe('checksum');
  expect(idFault('110105194902310020')).toBe('date');
  expect(idFault('110105491231002')).toBe('form');
  expect(idFault('11010519491231002x')).toBe('form');
});

test('one wrong digit in an ID number or a code never goes unnoticed', () => {
  fc.assert(
    fc.property(fc.nat(999), fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, index, shift) => {
      const wrong = (text: string) =>
        text.slice(0, index) + ((Number(text[index]) + shift) % 10) + text.slice(index + 1);
      expect(idFault(idOf(number))).toBeNull();
      expect(idFault(wrong(idOf(number)))).not.toBeNull();
      expect(codeFault(codeOf(number))).toBeNull();
      expect(codeFault(wrong(codeOf(number)))).not.toBeNull();
    }),
  );
});

test('unified social credit codes', () => {
  for (const code of ['91350100M000100Y43', '91440300708461136T', '91110108551385082Q'])
    expect(codeFault(code)).toBeNull();
  expect(codeFault('91350100M000100Y4A')).toBe('checksum');
  expect(codeFault('91350100M000100YI3')).toBe('form');
  expect(codeFault('')).toBe('form');
});

test('bank card numbers', () => {
  expect(passesLuhn('4111111111111111')).toBe(true);
  expect(passesLuhn('4539 1488 0343 6467')).toBe(true);
  expect(passesLuhn('6222021234567890123')).toBe(false);
  expect(passesLuhn('0000')).toBe(false);
});

test('messages show little of an identifier', () => {
  expect(maskId('11010519491231002X')).toBe('110105********002X');
  expect(maskId('1234567890')).toBe('**********');
  expect(lastFour('4111111111111234')).toBe('1234');
});
