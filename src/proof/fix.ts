/** Repairs what needs no thought, in the lines of a plain text; no Chinese character changes. */
import type { Part } from '../gongwen/types.ts';
import { editRules } from './check.ts';
import { edited, spotsOf } from './paragraphs.ts';
import type { RuleCode } from './rules.ts';
import type { Edit, ProofText } from './types.ts';

export interface Repair {
  readonly code: RuleCode;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

export interface Fixed {
  readonly lines: readonly string[];
  readonly repairs: readonly Repair[];
}

/** @param text with lines; a text without any has nothing to repair */
export function fix({ text, lines }: ProofText): Fixed {
  const fixed = [...(lines ?? [])];
  const repairs: Repair[] = [];
  const done = new Set<number>();
  for (const part of text.parts) {
    if (part.line === 0 || done.has(part.line)) continue;
    const source = fixed.slice(part.line - 1, part.lastLine);
    for (let line = part.line; line <= part.lastLine; line += 1) done.add(line);
    const repaired =
      part.role === 'table'
        ? source.map((row, index) => fixRow(row, part, part.line + index, repairs))
        : fixParagraph(source.join('\n'), part, part.line, repairs).split('\n');
    fixed.splice(part.line - 1, source.length, ...repaired);
  }
  return { lines: fixed, repairs: repairs.toSorted((one, other) => one.line - other.line) };
}

/** One repair makes the next one possible: in 安全,,? the first mark is Chinese, then the second. Text has no longer chains. */
const mostRounds = 100;

function fixParagraph(source: string, part: Part, line: number, repairs: Repair[]): string {
  let text = source;
  for (let round = 0; round < mostRounds; round += 1) {
    const before = text;
    for (const rule of editRules) {
      const edits = rule(text, part).toSorted((one, other) => one.start - other.start);
      repairs.push(...repairsOf(text, line, edits));
      text = edited(text, edits);
    }
    if (text === before) return text;
  }
  return text;
}

/** The cells of a row in a text stand between tabs or upright strokes. */
function fixRow(row: string, part: Part, line: number, repairs: Repair[]): string {
  return row
    .split(/([\t|])/)
    .map((cell) => fixParagraph(cell, part, line, repairs))
    .join('');
}

function repairsOf(text: string, line: number, edits: readonly Edit[]): readonly Repair[] {
  return spotsOf({ text, line }, edits).map((spot) => ({
    code: spot.code,
    line: spot.line,
    before: spot.found,
    after: spot.expected ?? '',
  }));
}
