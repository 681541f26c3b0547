/** The four levels of an official text (GB/T 9704 7.3.3: 一、（一）1.（1）), in all the spellings that are found. */

export interface Numbered {
  readonly level: 1 | 2 | 3 | 4;
  /** Characters of the number with its mark. */
  readonly length: number;
}

const han = '[一二三四五六七八九十百零〇]';
const digits = '[\\d０-９]{1,2}';

/** 1. 1． 1、 — but not 1.5亿元; 1.2024年度 is a number and a year. */
export const arabicMark = `${digits}\\s*(?:、|[.．](?![\\d０-９])|[.．](?=(?:19|20)\\d{2}\\s*年))`;

const spellings: readonly (readonly [Numbered['level'], RegExp])[] = [
  // 一、二级企业 begins with two numbers, not with a number of ours.
  [1, new RegExp(`^${han}{1,4}\\s*[、.．](?!${han}+[、级至到])\\s*`)],
  [2, new RegExp(`^[（(]\\s*${han}{1,4}\\s*[）)]\\s*、?\\s*`)],
  [3, new RegExp(`^${arabicMark}\\s*`)],
  [4, new RegExp(`^[（(]\\s*${digits}\\s*[）)]\\s*、?\\s*`)],
  [4, /^[①-⑳㉑-㉟]\s*/],
  [4, /^\d{1,2}[）)]\s*/],
];

/** The number that a paragraph begins with. */
export function numberOf(text: string): Numbered | undefined {
  for (const [level, spelling] of spellings) {
    const found = spelling.exec(text);
    if (found !== null && found[0].length < text.length) return { level, length: found[0].length };
  }
  return undefined;
}

/** 第一条 of a regulation; group 0 is the number. */
export const article = new RegExp(`^第\\s*(?:${han}{1,6}|\\d{1,3})\\s*条(?:之${han})?`);
/** 第一章 总则, a line of its own. */
export const chapter = new RegExp(`^第\\s*(?:${han}{1,4}|\\d{1,2})\\s*[编章节](?:\\s|$|(?=[^，。；：]{1,20}$))`);
/** 一是 … 二是: a point inside a paragraph, or at its beginning. */
const point = new RegExp(`^(?:${han}{1,2}是|第${han}{1,2}[，,]|首先[，,]|其次[，,]|再次[，,]|最后[，,])`);

/** A heading at the beginning of a paragraph is one short sentence, in characters. */
const longestRunIn = 32;

/**
 * Characters of the run-in heading that a paragraph begins with: `（一）形成工作体系。各级政府…`, `一是加强领导。…`; 0 for
 * none. A heading that is the whole paragraph is none.
 */
export function runInOf(text: string): number {
  const number = numberOf(text);
  if (number === undefined && !point.test(text)) return 0;
  const end = text.indexOf('。') + 1;
  return end > 0 && end <= longestRunIn && end < text.length ? end : 0;
}

/** A heading that stands alone is no longer than this, in characters. */
export const longestHeading = 50;
