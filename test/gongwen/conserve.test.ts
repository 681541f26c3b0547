import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/document/text.ts';
import { recogniseText } from '../../src/gongwen/recognise.ts';
import { treeOf } from '../../src/gongwen/tree.ts';
import type { OfficialText, Part } from '../../src/gongwen/types.ts';

const bare = (text: string) => text.replace(/[\s\u200b-\u200f\u2060\ufeff\u00ad]/g, '');
const textOfPart = (part: Part) => (part.role === 'table' ? part.rows.flat().join('') : part.text);
const textOfParts = (parts: readonly Part[]) => bare(parts.map(textOfPart).join(''));

/** What reading is said to change, done to the input. */
function asSaid(text: string): string {
  return text.replace(/<input[^>]*>/g, '□').replace(/^\s*[-*+]\s+(?=\S)/gm, '');
}

/** The text of the tree, with what was moved at the place where it stood. */
function expectWhole(official: OfficialText): void {
  const { tree, messages } = treeOf(official);
  const moved = (part: Part) => part.role === 'copy-to' || part.role === 'printed';
  const kept = official.parts.filter((part) => !moved(part));
  const repeated = new Set(
    messages.filter(({ code }) => code === 'typeset.head-repeated').map(({ place }) => place?.line),
  );
  const expected = kept
    .map((part) => (repeated.has(part.line) ? part.rows.slice(1).flat().join('') : textOfPart(part)))
    .join('');
  const imprint =
    textOfParts(official.parts.filter((part) => part.role === 'copy-to')) +
    textOfParts(official.parts.filter((part) => part.role === 'printed'));
  expect(bare(textOf(tree))).toBe(bare(expected) + imprint);
}

describe('the four texts of real offices', () => {
  test.each(['notice', 'opinion', 'standard', 'plan'])('%s: not one character is lost or added', (name) => {
    const text = readFileSync(new URL(`sources/${name}.txt`, import.meta.url), 'utf8');
    const official = recogniseText(`${name}.txt`, text);
    expect(textOfParts(official.parts)).toBe(bare(asSaid(text)));
    expectWhole(official);
  });
});

describe('generated texts', () => {
  const words = fc.constantFrom(
    ...'关于开展评选的通知 某某市公安局文件 某公〔2024〕5号 各单位： 一、总体要求 （一）工作目标 1.加强领导 （1）建立制度 ① 第一条 附件 附件1 附件： 附件：1.名单 2.表 2024年5月6日 某某协会 主动公开 抄送： 印发 （联系人：张三） 注：1. 签发人：张三 机密★1年 000123 正文。 工作，落实； （试行） 《办法 》 “平安 ” _____ 加强管理 二是 a b 12 3.5 % ‰ □'.split(
      ' ',
    ),
    '\t',
    ' ',
    '　',
    '\u00a0',
    '\u200b',
  );
  const line = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(''));
  const end = fc.constantFrom('\n', '\r\n', '\n\n', '\r', '\f', '\u2028');
  const text = fc.array(fc.tuple(line, end), { maxLength: 25 }).map((lines) => lines.flat().join(''));

  test('not one character is lost or added, whatever the lines are', () => {
    fc.assert(
      fc.property(text, (input) => {
        const official = recogniseText('文稿.txt', input);
        expect(textOfParts(official.parts)).toBe(bare(asSaid(input)));
      }),
      { numRuns: 400 },
    );
  });

  test('and the tree holds all of it', () => {
    fc.assert(
      fc.property(text, (input) => {
        const official = recogniseText('文稿.txt', input);
        const { tree, messages } = treeOf(official);
        fc.pre(!messages.some(({ code }) => code === 'typeset.head-repeated'));
        // What is moved, the imprint and notes above the date, is said; the characters are the same.
        expect([...bare(textOf(tree))].sort().join('')).toBe([...textOfParts(official.parts)].sort().join(''));
      }),
      { numRuns: 400 },
    );
  });

  test('the parts stand in the order of their lines', () => {
    fc.assert(
      fc.property(text, (input) => {
        const lines = recogniseText('文稿.txt', input).parts.map((part) => part.line);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });
});
