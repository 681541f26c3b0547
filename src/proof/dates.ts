/** 成文日期 and 印发日期 (GB/T 9704, 7.3.5.4 and 7.4.3), and days that no calendar has. */
import { dateOfHan } from './han.ts';
import { bare, spotsAt } from './paragraphs.ts';
import type { ParagraphRule, Spot } from './types.ts';

const correct = /^(?:19|20)\d{2}年(?:1[0-2]|[1-9])月(?:[12]\d|3[01]|[1-9])日$/;
const anyDate = /(\d{4}|\d{2})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?/;

export const dateForms: ParagraphRule = (paragraph) => {
  const { part } = paragraph;
  if (part.role !== 'date' && part.role !== 'printed') return [];
  const spot = (code: Spot['code'], found: string, expected: string): readonly Spot[] => [
    { code, line: paragraph.line, found, expected },
  ];
  const own = part.text.trim();
  const han = /[一二][〇○零O0一二三四五六七八九]{3}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日/.exec(
    bare(own),
  );
  if (han) return spot('proof.date-chinese', han[0], dateOfHan(han[0]) ?? '阿拉伯数字');
  const match = anyDate.exec(own.normalize('NFKC'));
  if (!match)
    return part.role === 'date' && !/年\s*月\s*日/.test(own) ? spot('proof.date-form', own, '2024年5月10日') : [];
  const [found, year = '', month = '', day = ''] = match;
  const expected = `${year.length === 2 ? `20${year}` : year}年${Number(month)}月${Number(day)}日`;
  const stands = part.role === 'date' ? own : own.slice(own.search(/\d{2,4}\s*[年./-]/)).replace(/\s*印发.*$/, '');
  if (!exists(Number(year), Number(month), Number(day))) return spot('proof.date-form', found, '日历上有的日期');
  return correct.test(stands) ? [] : spot('proof.date-form', stands, expected);
};

/** 2月30日 in a text: with its year, or in any year. */
export const impossibleDates: ParagraphRule = (paragraph) =>
  paragraph.part.role === 'date' || paragraph.part.role === 'printed'
    ? []
    : spotsAt(
        paragraph,
        'proof.date-impossible',
        /(?:(?<year>(?:19|20)\d{2})\s*年\s*)?(?<!\d)(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日/g,
      ).filter(({ found }) => {
        const match = /(?:((?:19|20)\d{2})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(found);
        return match !== null && !exists(Number(match[1] ?? 2024), Number(match[2]), Number(match[3]));
      });

function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
