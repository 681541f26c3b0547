/**
 * Identifiers that pass every checksum and belong to no one: region codes begin with 99, which GB/T 2260 does not assign,
 * bank cards with 629999, fixed telephones with 021-5550, mobiles with 1990000.
 */

const codeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The two characters that begin the codes of enterprises (91) and of public institutions (12). */
export const registrations = { enterprise: '91', institution: '12' };

/** 组织机构代码 (GB 11714) of eight digits: its check character. */
function organisationCheck(digits) {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const value = 11 - (weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0) % 11);
  return value === 10 ? 'X' : value === 11 ? '0' : String(value);
}

/** 统一社会信用代码 (GB 32100), 18 characters. */
export function creditCode(random, registration, region) {
  const organisation = digitsOf(random, 8);
  const body = `${registration}${region}${organisation}${organisationCheck(organisation)}`;
  const sum = [...body].reduce((total, char, index) => total + codeAlphabet.indexOf(char) * (3 ** index % 31), 0);
  return body + codeAlphabet[(31 - (sum % 31)) % 31];
}

/** 身份证号 (GB 11643), 18 characters; `birth` as YYYYMMDD, an odd sequence number for 男. */
export function idNumber(random, region, birth, sex) {
  const sequence = random.int(0, 499) * 2 + (sex === '男' ? 1 : 0);
  const body = `${region}${birth}${String(sequence).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + '10X98765432'[sum % 11];
}

/** A bank card of 16 or 19 digits whose last digit is Luhn's. */
export function personalAccount(random) {
  return luhn(`629999${digitsOf(random, random.chance(0.5) ? 9 : 12)}`);
}

/** A corporate account of 19 digits. Banks need no Luhn digit there; the sample has one, so that no warning hides another. */
export function corporateAccount(random) {
  return luhn(`9900${digitsOf(random, 14)}`);
}

function luhn(body) {
  const sum = [...body].reverse().reduce((total, char, index) => {
    const digit = Number(char) * (index % 2 === 0 ? 2 : 1);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

function digitsOf(random, length) {
  return Array.from({ length }, () => random.int(0, 9)).join('');
}

/** Numbers of four digits behind a fixed beginning, none twice. */
export function phonesOf(random, beginning) {
  const ends = random.shuffle(Array.from({ length: 10_000 }, (_, index) => String(index).padStart(4, '0')));
  return () => beginning + ends.pop();
}
