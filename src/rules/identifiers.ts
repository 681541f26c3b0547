/** Check digits and contents of the identifiers of a roster, and how messages show them. Identifiers are text, letters upper case. */
import utilHelpers from 'util-helpers/dist/util-helpers.js';

const { isBankCard, isIdCard, isUnifiedIdentifier } = utilHelpers;

export type IdFault = 'form' | 'date' | 'checksum';

/** What is wrong with a resident ID number (GB 11643-1999), or null. The region is not looked up: regions come and go. */
export function idFault(id: string): IdFault | null {
  if (!/^[1-9]\d{16}[\dX]$/.test(id)) return 'form';
  if (!isDate(id.slice(6, 14))) return 'date';
  return isIdCard(id) ? null : 'checksum';
}

/** YYYYMMDD, a day of the calendar since 1900: the library knows no lengths of months. */
function isDate(text: string): boolean {
  if (!/^(19|20)/.test(text)) return false;
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

/** What is wrong with a 统一社会信用代码 (GB 32100-2015), or null. */
export function codeFault(code: string): CodeFault | null {
  if (isUnifiedIdentifier(code)) return null;
  return isUnifiedIdentifier(code, { checkCode: false }) ? 'checksum' : 'form';
}

/** Whether a bank card number has its check digit right (ISO/IEC 7812, Luhn); spaces and dashes between groups are let pass. */
export function passesLuhn(account: string): boolean {
  const digits = account.replace(/[\s-]/g, '');
  return /^\d{13,19}$/.test(digits) && isBankCard(digits, { loose: true, luhn: true });
}

/** 110105********002X */
export function maskId(id: string): string {
  return id.length < 14 ? '*'.repeat(id.length) : `${id.slice(0, 6)}${'*'.repeat(id.length - 10)}${id.slice(-4)}`;
}

/** The last four, all that a message may show of an account. */
export function lastFour(account: string): string {
  return account.slice(-4);
}
