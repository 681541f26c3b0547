/** Marks in half width and straight quotation marks in Chinese text (GB/T 15834, 4.8 and 5.1). */

import { masked } from './mask.ts';
import type { Edit, EditRule } from './types.ts';

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
  '(': '（',
  ')': '）',
  '﹐': '，',
  '﹑': '、',
  '﹒': '。',
  '﹔': '；',
  '﹕': '：',
  '﹖': '？',
  '﹗': '！',
  '﹙': '（',
  '﹚': '）',
  '﹝': '〔',
  '﹞': '〕',
  '､': '、',
  '｡': '。',
  '｢': '「',
  '｣': '」',
};
/** What may stand before or after a mark in Chinese text. */
const chinese = /[\p{Script=Han}，。；：？！、（）《》〈〉“”‘’〔〕【】…％‰]/u;

export const halfWidthMarks: EditRule = (text, part) => {
  const seen = masked(text);
  const edits: Edit[] = [];
  const replace = (index: number) =>
    edits.push({ code: 'proof.half-width', start: index, end: index + 1, after: fullWidth[seen[index] ?? ''] ?? '' });
  for (const index of brackets(seen)) replace(index);
  for (let index = 0; index < seen.length; index += 1) {
    const mark = seen[index] ?? '';
    if ('()'.includes(mark) || fullWidth[mark] === undefined) continue;
    // 附件: is a matter of GB/T 9704.
    if (mark === ':' && part.role === 'annex-list' && /^\s*附\s*件\s*$/.test(seen.slice(0, index))) continue;
    if (/[﹐-﹞､｡｢｣]/.test(mark) || isChineseMark(seen, index)) replace(index);
  }
  return edits.toSorted((one, other) => one.start - other.start);
};

/** Whether a half-width mark stands in Chinese text: not in 1,000 or 12:30, A.1 or a row of dots. */
function isChineseMark(text: string, index: number): boolean {
  const mark = text[index] ?? '';
  const before = text[index - 1] ?? '';
  const after = text.slice(index + 1).trimStart()[0] ?? '';
  if (mark === '.') return chinese.test(before) && (after === '' || chinese.test(after)) && text[index + 1] !== '.';
  if (chinese.test(before)) return true;
  return chinese.test(after) && /\d/.test(before) && mark !== ':';
}

/** Half-width brackets round or beside Chinese text; one whose partner is full width counts too. */
function brackets(text: string): readonly number[] {
  const open: number[] = [];
  const found: number[] = [];
  const touches = (index: number) => chinese.test(text[index - 1] ?? '') || chinese.test(text[index + 1] ?? '');
  for (let index = 0; index < text.length; index += 1) {
    const mark = text[index] ?? '';
    if (mark === '(' || mark === '（') open.push(index);
    if (mark !== ')' && mark !== '）') continue;
    const start = open.pop();
    if (start === undefined) {
      if (mark === ')' && touches(index)) found.push(index);
      continue;
    }
    const half = [start, index].filter((one) => '()'.includes(text[one] ?? ''));
    const mixed = half.length === 1;
    const inside = /\p{Script=Han}/u.test(text.slice(start, index));
    if (mixed || inside || touches(start) || touches(index)) found.push(...half);
  }
  found.push(...open.filter((index) => text[index] === '(' && touches(index)));
  return found;
}

export const straightQuotes: EditRule = (text) => {
  const seen = masked(text);
  if (!/\p{Script=Han}/u.test(seen)) return [];
  const edits: Edit[] = [];
  // Inches, seconds and apostrophes are no quotation marks.
  const places = (pattern: RegExp) => [...seen.matchAll(pattern)].map((match) => match.index);
  const pair = (indexes: readonly number[], marks: readonly [string, string]) => {
    if (indexes.length % 2 !== 0) return;
    for (const [order, start] of indexes.entries()) {
      edits.push({ code: 'proof.straight-quotes', start, end: start + 1, after: marks[order % 2] ?? '' });
    }
  };
  pair(places(/(?<!\d)["＂]|["＂](?=[\p{Script=Han}，。；：、）])/gu), ['“', '”']);
  pair(places(/(?<![\w\d])['＇](?=[\p{Script=Han}“"])|(?<=[\p{Script=Han}”"])['＇]/gu), ['‘', '’']);
  return edits.toSorted((one, other) => one.start - other.start);
};
