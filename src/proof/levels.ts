/** 结构层次序数: their order and their numbers without gaps (GB/T 9704, 7.3.3; GB/T 15834, B.3). */
import type { Part } from '../gongwen/types.ts';
import { hanOfNumber, numberOfHan } from './han.ts';
import { opening } from './paragraphs.ts';
import type { Spot, TextRule } from './types.ts';

type Level = 1 | 2 | 3 | 4 | 5 | 'article';

interface Numbered {
  readonly part: Part;
  readonly level: Level;
  readonly number: number;
  /** How a number of this level is written. */
  readonly write: (number: number) => string;
}

const shapes: readonly (readonly [RegExp, Level, (number: number) => string])[] = [
  [/^([一二三四五六七八九十百零]+)、/, 1, (n) => `${hanOfNumber(n)}、`],
  [/^[（(]([一二三四五六七八九十百零]+)[）)]/, 2, (n) => `（${hanOfNumber(n)}）`],
  [/^(\d+)(?:[.．](?!\d)|、)/, 3, (n) => `${n}.`],
  [/^[（(](\d+)[）)]/, 4, (n) => `（${n}）`],
  [/^([①-⑳])/, 5, (n) => String.fromCodePoint(0x2460 + n - 1)],
  [/^第([一二三四五六七八九十百零]+)条/, 'article', (n) => `第${hanOfNumber(n)}条`],
];

/** The number that a part begins with. */
export function numberOfPart(part: Part): Numbered | null {
  const text = part.text.normalize('NFKC').replace(/^[\s#>*-]*(?:注\s*:\s*)?/, '');
  // NFKC turns （ into ( and ① into 1, so circled numbers are read from the text itself.
  for (const [pattern, level, write] of shapes) {
    const match = pattern.exec(level === 5 ? part.text.trim() : text);
    if (!match?.[1]) continue;
    const number = level === 5 ? (match[1].codePointAt(0) ?? 0) - 0x2460 + 1 : numberOfHan(match[1]);
    if (!Number.isNaN(number)) return { part, level, number, write };
  }
  return null;
}

/** Runs of numbered parts: the main text and each annex has its own. */
function runsOf(parts: readonly Part[]): readonly (readonly Numbered[])[] {
  const runs: Numbered[][] = [[]];
  let before: Part | undefined;
  for (const part of parts) {
    const starts = part.role === 'title' || part.annex !== (before?.annex ?? part.annex);
    if (starts) runs.push([]);
    const numbered = part.role === 'heading' || part.role === 'body' ? numberOfPart(part) : null;
    if (numbered) runs.at(-1)?.push(numbered);
    before = part;
  }
  return runs;
}

export const levelGaps: TextRule = ({ text }) =>
  runsOf(text.parts).flatMap((run) => {
    const last = new Map<Level, number>();
    return run.flatMap((one): readonly Spot[] => {
      const before = last.get(one.level);
      last.set(one.level, one.number);
      // A list may begin anew, and （一） may count on over several 一、.
      if (one.number === 1 || one.number === (before ?? 0) + 1) return [];
      const expected = one.write((before ?? 0) + 1);
      return [{ code: 'proof.level-gap', line: one.part.line, found: opening(one.part.text), expected }];
    });
  });

export const levelOrder: TextRule = ({ text }) =>
  runsOf(text.parts).flatMap((run) => {
    let path: number[] = [];
    return run.flatMap((one): readonly Spot[] => {
      if (one.level === 'article') {
        path = [];
        return [];
      }
      const { level } = one;
      const left = path.filter((open) => open >= level);
      path = path.filter((open) => open < level);
      const parent = path.at(-1) ?? 0;
      path.push(level);
      // 1. came first where （一） belongs, as （一） is now below or beside it.
      const upside = level > 1 && left.length > 0 && Math.min(...left) > level;
      // 一、→1. is accepted; a text of one level only may use any.
      const skipped = parent > 0 && level - parent > 2;
      if (!upside && !skipped) return [];
      return [
        {
          code: 'proof.level-order',
          line: one.part.line,
          found: opening(one.part.text),
          expected: '一、→（一）→1.→（1）→①',
        },
      ];
    });
  });

/** 一是…三是 in one paragraph. */
export const countedItems: TextRule = ({ text }) =>
  text.parts
    .filter((part) => part.role === 'body')
    .flatMap((part): readonly Spot[] => {
      const numbers = [...part.text.matchAll(/(?<=^|[。；：])\s*([一二三四五六七八九十])是/g)].map((match) =>
        numberOfHan(match[1] ?? ''),
      );
      const wrong = numbers.findIndex(
        (number, index) => index > 0 && number !== 1 && number !== (numbers[index - 1] ?? 0) + 1,
      );
      if (wrong === -1) return [];
      const [found, before] = [numbers[wrong] ?? 0, numbers[wrong - 1] ?? 0];
      return [
        {
          code: 'proof.level-gap',
          line: part.line,
          found: `${hanOfNumber(found)}是（前面是“${hanOfNumber(before)}是”）`,
          expected: `${hanOfNumber(before + 1)}是`,
        },
      ];
    });
