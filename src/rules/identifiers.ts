/** Check digits and contents of the identifiers of a roster, and how messages show them. Identifiers are text, letters upper case. */

export type IdFault = 'form' | 'date' | 'checksum';

/** What is wrong with a resident ID number (GB 11643-1999, MOD 11-2), or null. The region is not looked up: regions come and go. */
export function idFault(id: string): IdFault | null {
  if (!/^\d{17}[\dX]$/.test(id)) return 'form';
  if (!isDate(id.slice(6, 14))) return 'date';
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return '10X98765432'[sum % 11] === id[17] ? null : 'checksum';
}

/** YYYYMMDD, a day of the calendar. */
function isDate(text: string): boolean {
  const [year, month, day] = [text.slice(0, 4), text.slice(4, 6), text.slice(6)].map(Number) as [
    number,
    number,
    number,
  ];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Sex by the last digit of the sequence number: odd is male. */
export function sexOfId(id: string): '男' | '女' {
  return Number(id[16]) % 2 === 1 ? '男' : '女';
}

/** Birth month as YYYY-MM. */
export function birthOfId(id: string): string {
  return `${id.slice(6, 10)}-${id.slice(10, 12)}`;
}

export type CodeFault = 'form' | 'checksum';

/** No I, O, S, V, Z. */
const codeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** What is wrong with a 统一社会信用代码 (GB 32100-2015, MOD 31), or null. */
export function codeFault(code: string): CodeFault | null {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return 'form';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((total, weight, index) => total + weight * codeAlphabet.indexOf(code.charAt(index)), 0);
  return codeAlphabet[(31 - (sum % 31)) % 31] === code[17] ? null : 'checksum';
}

/** Whether a bank card number has its check digit right (ISO/IEC 7812, Luhn); spaces and dashes between groups are let pass. */
export function passesLuhn(account: string): boolean {
  const digits = account.replace(/[\s-]/g, '');
  if (!/^\d{13,19}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** 110105********002X */
export function maskId(id: string): string {
  return id.length < 14 ? '*'.repeat(id.length) : `${id.slice(0, 6)}${'*'.repeat(id.length - 10)}${id.slice(-4)}`;
}

/** The last four, all that a message may show of an account. */
export function lastFour(account: string): string {
  return account.slice(-4);
}
