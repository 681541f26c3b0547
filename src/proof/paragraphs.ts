/** The paragraphs of a text as their characters stand in the file, and how spots in them are shown. */
import { mask } from '../case/mask.ts';
import type { Part } from '../gongwen/types.ts';
import type { Edit, Paragraph, ProofText, Spot } from './types.ts';

/** Tables longer than this are lists of names: their words are not the author's, and only their sums are checked. */
const longestReadTable = 60;

/** All paragraphs, and the cells of tables that are read, in order. */
export function paragraphsOf({ text, lines }: ProofText): readonly Paragraph[] {
  return text.parts.flatMap((part) => {
    if (part.role === 'table') return part.rows.length > longestReadTable ? [] : cellsOf(part, lines);
    return [{ part, text: sourceOf(part, lines), line: part.line }];
  });
}

function cellsOf(part: Part, lines: readonly string[] | null): readonly Paragraph[] {
  let from = part.line;
  return part.rows.flatMap((row, index) =>
    row
      .filter((cell) => cell !== '')
      .map((text) => {
        if (isLinePerRow(part) || lines === null) return { part, text, line: lineOfRow(part, index) };
        // A table taken apart by a word processor has its cells on lines of their own.
        const own = lines
          .slice(from - 1, part.lastLine)
          .findIndex((line) => line.trim() !== '' && line.includes(text.slice(0, 20)));
        from += Math.max(own, 0);
        return { part, text, line: from };
      }),
  );
}

/** Whether there is a mark to proofread in a paragraph; a cell with a name or a number has none. */
export function hasMarks({ part, text }: Paragraph): boolean {
  return part.role !== 'table' || /[^\p{Script=Han}\d\s]/u.test(text);
}

/** The line of a table's row, exact where each row has one line. */
export function lineOfRow(part: Part, row: number): number {
  return isLinePerRow(part) ? part.line + row : part.line;
}

function isLinePerRow(part: Part): boolean {
  return part.line > 0 && part.lastLine - part.line + 1 === part.rows.length;
}

/** What stands in the file, where that is the part's own text; a part taken from amid a line is its own text. */
function sourceOf(part: Part, lines: readonly string[] | null): string {
  if (lines === null || part.line === 0) return part.text;
  const source = lines.slice(part.line - 1, part.lastLine).join('\n');
  return bare(source) === bare(part.text) ? source : part.text;
}

/** The text without white space: by it things are compared. */
export function bare(text: string): string {
  return text.replace(/\s/g, '');
}

const around = 6;

/** Text from `start` to `end` with a few characters on either side, so that it can be found. */
export function excerpt(text: string, start: number, end: number): string {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  return flat(`${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`);
}

/** A paragraph's beginning. */
export function opening(text: string, length = 20): string {
  const line = flat(text.trim());
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

/** On one line, with identifiers and telephone numbers masked. */
function flat(text: string): string {
  return text
    .replace(/\s*\n\s*/g, '')
    .replace(/\t/g, ' ')
    .replace(/[\d０-９]{8,}[Xx]?/g, mask);
}

/** The line of a character of a paragraph. */
export function lineAt({ line, text }: Pick<Paragraph, 'line' | 'text'>, index: number): number {
  return line === 0 ? 0 : line + (text.slice(0, index).match(/\n/g)?.length ?? 0);
}

/** Edits of one rule nearer than this are shown together, such as the two brackets round a word. */
const near = 12;

function clustered(text: string, edits: readonly Edit[]): readonly (readonly Edit[])[] {
  const clusters: Edit[][] = [];
  for (const edit of edits) {
    const last = clusters.at(-1)?.at(-1);
    const together = last && last.code === edit.code && edit.start - last.end <= near;
    if (together && !text.slice(last.end, edit.start).includes('\n')) clusters.at(-1)?.push(edit);
    else clusters.push([edit]);
  }
  return clusters;
}

/** The text with the edits made. */
export function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toReversed()
    .reduce((kept, { start, end, after }) => kept.slice(0, start) + after + kept.slice(end), text);
}

/** A spot for each edit, or for a few that stand close: what stands there, and what should, with a few characters around. */
export function spotsOf(paragraph: Pick<Paragraph, 'text' | 'line'>, edits: readonly Edit[]): readonly Spot[] {
  const { text } = paragraph;
  return clustered(text, edits).map((cluster) => {
    const [first] = cluster;
    const { code = 'proof.half-width', start = 0 } = first ?? {};
    const end = cluster.at(-1)?.end ?? start;
    const changed = edited(text, cluster);
    return {
      code,
      line: lineAt(paragraph, start),
      found: excerpt(text, start, end),
      expected: excerpt(changed, start, end + changed.length - text.length),
    };
  });
}

/** A spot for each match of a pattern in a paragraph. */
export function spotsAt(
  paragraph: Paragraph,
  code: Spot['code'],
  pattern: RegExp,
  expected?: (match: RegExpMatchArray) => string,
  text: string = paragraph.text,
): readonly Spot[] {
  return [...text.matchAll(pattern)].map((match) => ({
    code,
    line: lineAt(paragraph, match.index),
    found: excerpt(paragraph.text, match.index, match.index + match[0].length),
    ...(expected && { expected: expected(match) }),
  }));
}
