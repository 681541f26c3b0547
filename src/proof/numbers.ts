/** 发文字号: 机关代字〔年份〕序号号, in the head and wherever a text refers to one (GB/T 9704, 7.2.5). */
import { bare, excerpt, lineAt } from './paragraphs.ts';
import type { Edit, EditRule, ParagraphRule, Spot } from './types.ts';

const correct = /^\p{Script=Han}+〔(?:19|20)\d{2}〕[1-9]\d*号$/u;
/** Whatever stands for a document number: a code, a year in some bracket, a serial number. */
const anyNumber =
  /\p{Script=Han}{2,}\s*(?<open>[（([［【〔﹝])\s*(?<year>[\d０-９]{2,4})\s*年?\s*(?<close>[）)\]］】〕﹞])\s*(?<serial>第?\s*[\d０-９]+\s*号)/gu;

/** The six-angle brackets round the year; the only repair that is mechanical. */
export const numberBrackets: EditRule = (text) =>
  [...text.matchAll(anyNumber)].flatMap((match): readonly Edit[] => {
    const { open = '', close = '', year = '' } = match.groups ?? {};
    if (open === '〔' && close === '〕') return [];
    const start = match.index + match[0].indexOf(open);
    const end = match.index + match[0].indexOf(close, match[0].indexOf(year)) + 1;
    const inside = text.slice(start + 1, end - 1);
    return [{ code: 'proof.number-brackets', start, end, after: `〔${inside}〕` }];
  });

/** Year of two digits, 第, zero before the serial number, and whatever else is no document number. */
export const numberForm: ParagraphRule = (paragraph) => {
  const { text, part } = paragraph;
  const matches = [...text.matchAll(anyNumber)];
  const spots = matches.flatMap((match): readonly Spot[] => {
    const { year = '', serial = '' } = match.groups ?? {};
    const spot = (code: Spot['code'], expected: string): Spot => ({
      code,
      line: lineAt(paragraph, match.index),
      found: excerpt(text, match.index, match.index + match[0].length),
      expected,
    });
    const digits = serial.normalize('NFKC').replace(/\D/g, '');
    return [
      ...(year.normalize('NFKC').length === 4 ? [] : [spot('proof.number-year', '四位数年份')]),
      ...(/年/.test(match[0]) ? [spot('proof.number-form', bare(match[0]).replace('年', ''))] : []),
      ...(/第/.test(serial) || /^0/.test(digits) ? [spot('proof.number-serial', `${Number(digits)}号`)] : []),
    ];
  });
  // A number may be left to be filled in.
  if (part.role !== 'number' || /^\s*$|〕[\s_＿×]+号/.test(part.text)) return spots;
  const own = bare(part.text).replace(/签发人.*$/, '');
  if (correct.test(own) || matches.length > 0) return spots;
  return [{ code: 'proof.number-form', line: paragraph.line, found: own, expected: '机关代字〔2024〕5号' }];
};
