/** Brackets, quotation marks and book-title marks: in pairs, and nested as GB/T 15834 wants them. */
import { masked } from './mask.ts';
import { excerpt, lineAt } from './paragraphs.ts';
import type { ParagraphRule, Spot } from './types.ts';

const pairs: Readonly<Record<string, string>> = {
  '（': '）',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '〔': '〕',
  '【': '】',
  '［': '］',
  '「': '」',
};
const closing = new Set(Object.values(pairs));
/** Half-width brackets are told elsewhere; here they count as what they stand for. */
const asFull: Readonly<Record<string, string>> = { '(': '（', ')': '）', '﹙': '（', '﹚': '）' };

/** A mark without its partner, and quotation marks in quotation marks of the same kind. */
export const pairedMarks: ParagraphRule = (paragraph) => {
  const { text } = paragraph;
  const seen = masked(text);
  const spots: Spot[] = [];
  const report = (code: Spot['code'], index: number, facts?: Spot['facts'], expected?: string) =>
    spots.push({
      code,
      line: lineAt(paragraph, index),
      found: excerpt(text, index, index + 1),
      ...(expected !== undefined && { expected }),
      ...(facts && { facts }),
    });
  const open: { readonly mark: string; readonly index: number }[] = [];
  for (let index = 0; index < seen.length; index += 1) {
    const mark = asFull[seen[index] ?? ''] ?? seen[index] ?? '';
    if (pairs[mark] !== undefined) {
      const outer = open.at(-1)?.mark;
      // An opening mark in its own pair: either the inner kind is wrong, or the one before never closed.
      if (outer === mark && closes(seen, index, mark)) {
        if (mark === '“') report('proof.nested-quotes', index, undefined, '‘ ’');
        if (mark === '《') report('proof.nested-book-titles', index, undefined, '〈 〉');
      }
      open.push({ mark, index });
    } else if (closing.has(mark)) {
      const at = open.findLastIndex((one) => pairs[one.mark] === mark);
      // An apostrophe in a Latin word, and the bracket of 1) are no pair.
      if (at === -1) {
        if (!/^[\s\d]*$|[A-Za-z]$/.test(seen.slice(0, index)))
          report('proof.unpaired', index, { mark: seen[index] ?? '' });
      } else {
        for (const one of open.splice(at).slice(1))
          report('proof.unpaired', one.index, { mark: seen[one.index] ?? '' });
      }
    }
  }
  // A quotation over several paragraphs opens anew in each and closes in the last (GB/T 15834, 4.8.3.5).
  const first = seen.search(/\S/);
  const left = open.filter(({ mark, index }) => !('“‘'.includes(mark) && index === first));
  for (const one of left) report('proof.unpaired', one.index, { mark: seen[one.index] ?? '' });
  return spots;
};

/** Whether two closing marks of the kind follow, one for the inner and one for the outer. */
function closes(text: string, index: number, mark: string): boolean {
  const rest = text.slice(index + 1);
  const count = (one: string) => rest.split(one).length - 1;
  return count(pairs[mark] ?? '') >= count(mark) + 2;
}
