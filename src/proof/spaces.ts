/** Spaces inside Chinese text, and lines broken inside a paragraph. */
import { bare, excerpt, opening } from './paragraphs.ts';
import type { Edit, EditRule, ProofText, Spot, TextRule } from './types.ts';

/** Where blanks only part things that stand on one line. */
const blanksDivide = new Set([
  'table',
  'organ',
  'signer',
  'signature',
  'printed',
  'copy-number',
  'secrecy',
  'attendance',
]);
const han = '\\p{Script=Han}';
const before = `[${han}，。；：？！、（）《》“”‘’〔〕]`;
const after = `[${han}，。；：？！、（）《》“”‘’〔〕]`;
const blank = '[ \\u00a0\\u3000]+';
const inText = new RegExp(
  `(?<=${before})${blank}(?=${after})|(?<=${han})${blank}(?=\\d)|(?<=[\\d%％‰])${blank}(?=[${han}，。；：？！、）》”])`,
  'gu',
);

/** Blanks between Chinese characters, or between these and digits. */
export const innerSpaces: EditRule = (text, part) => {
  if (blanksDivide.has(part.role)) return [];
  // 年  月  日 and 〔2024〕 号 to be filled in, parts set off by two full-width spaces, names in a row, fields of a form: the blanks part them.
  if (/年\s{2,}月|〕\s+号|\S\u3000{2,}\S|_{2,}|\t|\S[ \u00a0\u3000]{4,}\S/.test(text)) return [];
  return [...text.matchAll(inText)]
    .filter((match) => !isMeant(text, match.index, match.index + match[0].length))
    .map(
      (match): Edit => ({
        code: 'proof.space',
        start: match.index,
        end: match.index + match[0].length,
        after: '',
      }),
    );
};

/** 第一条 and its text are parted by a space; a name of two characters may be spread out in a list. */
function isMeant(text: string, start: number, end: number): boolean {
  const left = text.slice(0, start);
  const right = text.slice(end);
  if (/^\s*第[一二三四五六七八九十百零〇\d]+[条章节编]$/.test(left)) return true;
  return /(?:^|[：、，；（\s])\p{Script=Han}$/u.test(left) && /^\p{Script=Han}(?:[、，；）\s]|$)/u.test(right);
}

/** A paragraph that goes over several lines of the file, which is one paragraph on paper. */
export const brokenLines: TextRule = ({ text, lines }) => {
  if (lines === null) return [];
  const spots = text.parts
    .filter((part) => ['body', 'heading', 'annex-list', 'addressee'].includes(part.role) && part.lastLine > part.line)
    .flatMap((part): readonly Spot[] => {
      const source = lines.slice(part.line - 1, part.lastLine);
      const own = source
        .map((line, index) => ({ line: line.trim(), number: part.line + index }))
        .filter(({ line }) => line !== '');
      return own.slice(0, 1).flatMap((first) => {
        const next = own[1];
        if (next === undefined) return [];
        const joined = `${first.line}⏎${next.line}`;
        return [
          {
            code: 'proof.broken-line' as const,
            line: first.number,
            found: excerpt(joined, first.line.length, first.line.length + 1),
            expected: excerpt(first.line + next.line, first.line.length, first.line.length),
          },
        ];
      });
    });
  return [...(isWrapped({ text, lines }) ? spots.slice(0, 1) : spots), ...openEnded({ text, lines })];
};

/** Whether the whole text is wrapped at one width, as mail is. */
function isWrapped({ text }: ProofText): boolean {
  const bodies = text.parts.filter((part) => part.role === 'body');
  return bodies.length > 3 && bodies.filter((part) => part.lastLine > part.line).length > bodies.length / 2;
}

/** A bracket opened in one paragraph and closed in the next: one paragraph in two. */
function openEnded({ text }: ProofText): readonly Spot[] {
  const bodies = text.parts.filter((part) => part.role === 'body');
  return bodies.flatMap((part, index): readonly Spot[] => {
    const next = bodies[index + 1];
    if (next === undefined || next.line - part.lastLine > 2 || part.line === 0) return [];
    const opened = /[（(][^（()）]*$/.test(part.text);
    const closed = /^[^（()）]*[）)]/.test(next.text) && !/^\s*\d+[）)]/.test(next.text);
    if (!opened || !closed || bare(part.text) === '') return [];
    return [
      {
        code: 'proof.broken-line',
        line: part.lastLine,
        found: `…${part.text.slice(-8)}⏎${opening(next.text, 8)}`,
        expected: `…${part.text.slice(-8)}${opening(next.text, 8)}`,
      },
    ];
  });
}
