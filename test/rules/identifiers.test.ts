import fc from 'fast-check';
import { expect, test } from 'vitest';
import { birthOfId, codeFault, idFault, lastFour, maskId, passesLuhn, sexOfId } from '../../src/rules/identifiers.ts';
import { codeOf, idOf } from './build.ts';

test('ID numbers of the standard are valid', () => {
  expect(idFault('11010519491231002X')).toBeNull();
  expect(idFault('130701199310302288')).toBeNull();
  expect(sexOfId('440524188001010014')).toBe('男');
  expect(sexOfId('11010519491231002X')).toBe('女');
  expect(birthOfId('11010519491231002X')).toBe('1949-12');
});

test('an ID number with a wrong check digit, an impossible date or a wrong length is not', () => {
  expect(idFault('110105194912310021')).toBe('checksum');
  expect(idFault('110105194902310020')).toBe('date');
  // The standard's other example: nobody born in 1880 is nominated.
  expect(idFault('440524188001010014')).toBe('date');
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

const codeCharacters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];

/** ISO 7064 worked from left to right, as the standards describe it: no weights, which the library goes by. */
function isoRemainder(values: readonly number[], radix: number, modulus: number): number {
  return values.reduce((sum, value) => (sum * radix + value) % modulus, 0);
}

test('every ID number with the one right check character is valid, and with no other', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2024-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.integer({ min: 100_000, max: 999_999 }), day, fc.nat(999), (region, born, number) => {
      const date = born.toISOString().slice(0, 10).replaceAll('-', '');
      const front = `${region}${date}${String(number).padStart(3, '0')}`;
      const valid = [...'0123456789X'].filter((last) => idFault(front + last) === null);
      const right = [...'0123456789X'].filter((_, value) => isoRemainder([...front, value].map(Number), 2, 11) === 1);
      expect(valid).toEqual(right);
      expect(valid).toHaveLength(1);
    }),
  );
});

test('every unified social credit code with the one right check character is valid, and with no other', () => {
  const characters = (count: number) =>
    fc.array(fc.constantFrom(...codeCharacters), { minLength: count, maxLength: count });
  fc.assert(
    fc.property(characters(2), fc.nat(999_999), characters(9), (kind, region, own) => {
      const front = `${kind.join('')}${String(region).padStart(6, '0')}${own.join('')}`;
      const values = [...front].map((one) => codeCharacters.indexOf(one));
      // Weights are the powers of 3 from the left, so the remainder is worked from the right.
      const sum = isoRemainder(values.toReversed(), 3, 31);
      const right = codeCharacters[sum === 0 ? 0 : 31 - sum];
      expect(codeCharacters.filter((last) => codeFault(front + last) === null)).toEqual([right]);
    }),
  );
});

test('every bank card number has one right check digit', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{12,18}$/), (front) => {
      const doubled = (digit: number) => Math.floor(digit / 5) + ((digit * 2) % 10);
      const sum = [...front]
        .toReversed()
        .reduce((total, digit, index) => total + (index % 2 === 0 ? doubled(Number(digit)) : Number(digit)), 0);
      const passing = [...'0123456789'].filter((last) => passesLuhn(front + last));
      expect(passing).toEqual([String((10 - (sum % 10)) % 10)]);
    }),
  );
});

test('messages show little of an identifier', () => {
  expect(maskId('11010519491231002X')).toBe('110105********002X');
  expect(maskId('1234567890')).toBe('**********');
  expect(lastFour('4111111111111234')).toBe('1234');
});
