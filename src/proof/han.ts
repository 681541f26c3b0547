/** Chinese numerals of headings and dates. */

const digits = '〇一二三四五六七八九';

/** 二十三 → 23; NaN for what is no number below 1000. */
export function numberOfHan(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const match = /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!match || text === '') return Number.NaN;
  const [, hundreds, tens, ten, ones] = match;
  const value = (digit: string | undefined) => (digit === undefined ? 0 : digits.indexOf(digit));
  return value(hundreds) * 100 + (ten === undefined ? 0 : Math.max(1, value(tens)) * 10) + value(ones);
}

/** 23 → 二十三 */
export function hanOfNumber(value: number): string {
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor((value % 100) / 10), value % 10];
  const digit = (one: number) => (one === 0 ? '' : (digits[one] ?? ''));
  const ten =
    tens === 0 ? (hundreds > 0 && ones > 0 ? '零' : '') : `${tens === 1 && hundreds === 0 ? '' : digit(tens)}十`;
  return `${hundreds > 0 ? `${digit(hundreds)}百` : ''}${ten}${digit(ones)}`;
}

/** 二〇二四年十二月十七日 → 2024年12月17日; null for what is no date. */
export function dateOfHan(text: string): string | null {
  const match = /^([一二][〇○零O0一二三四五六七八九]{3})年([一二三四五六七八九十]+)月([一二三四五六七八九十]+)日$/.exec(
    text,
  );
  if (!match) return null;
  const [, year = '', month = '', day = ''] = match;
  const figures = [...year].map((one) => ('○零O0'.includes(one) ? 0 : digits.indexOf(one))).join('');
  return `${figures}年${numberOfHan(month)}月${numberOfHan(day)}日`;
}
