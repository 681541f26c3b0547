/** What a page carries once everything has its place: runs of text and straight lines. Lengths in pt from the page's upper left corner. */
import type { LaidParagraph, Run } from '../../layout/types.ts';

export interface TextMark {
  readonly run: Run;
  readonly x: number;
  /** Top of the characters' box, which is one size high. */
  readonly y: number;
}

export interface LineMark {
  /** Joined by straight lines. */
  readonly points: readonly (readonly [number, number])[];
  readonly closed: boolean;
  readonly width: number;
  readonly color: string;
}

export interface Marks {
  readonly texts: readonly TextMark[];
  readonly lines: readonly LineMark[];
}

export const noMarks: Marks = { texts: [], lines: [] };

export function joined(marks: readonly Marks[]): Marks {
  return { texts: marks.flatMap((one) => one.texts), lines: marks.flatMap((one) => one.lines) };
}

/** One line of a paragraph whose box begins at x; the characters stand in the middle of the line's height. */
export function lineMarks(laid: LaidParagraph, index: number, x: number, y: number): TextMark[] {
  const line = laid.lines[index];
  return (line?.runs ?? [])
    .filter((run) => run.text !== '')
    .map((run) => ({ run, x: x + run.x, y: y + (laid.pitch - run.size) / 2 }));
}

/** All lines of a paragraph; y is the top of its box, above the distance before it. */
export function paragraphMarks(laid: LaidParagraph, x: number, y: number): TextMark[] {
  const top = y + laid.before;
  return laid.lines.flatMap((_, index) => lineMarks(laid, index, x, top + index * laid.pitch));
}

export function horizontalLine(x: number, y: number, length: number, width: number, color: string): LineMark {
  return {
    points: [
      [x, y],
      [x + length, y],
    ],
    closed: false,
    width,
    color,
  };
}
