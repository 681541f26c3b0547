/** What a page carries once everything has its place: runs of text and straight lines. Lengths in pt from the page's upper left corner. */
import type { SealImage } from '../case/types.ts';
import type { RuleStyle } from './style.ts';
import type { LaidParagraph, Run } from './types.ts';

export interface TextMark {
  readonly run: Run;
  readonly x: number;
  /** Top of the characters' box, which is one size high. */
  readonly y: number;
  /** Turned by a quarter to the right about that corner. */
  readonly turned?: boolean;
}

/** An image, behind everything else. */
export interface ImageMark {
  readonly image: SealImage;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LineMark {
  /** Joined by straight lines. */
  readonly points: readonly (readonly [number, number])[];
  readonly closed: boolean;
  readonly width: number;
  readonly color: string;
  /** Colour inside a closed one; none where it is empty. */
  readonly fill?: string;
}

export interface Marks {
  readonly texts: readonly TextMark[];
  readonly lines: readonly LineMark[];
  readonly images?: readonly ImageMark[];
}

export const noMarks: Marks = { texts: [], lines: [] };

export function joined(marks: readonly Marks[]): Marks {
  return {
    texts: marks.flatMap((one) => one.texts),
    lines: marks.flatMap((one) => one.lines),
    images: marks.flatMap((one) => one.images ?? []),
  };
}

/** One line of a paragraph whose box begins at x; the characters stand in the middle of the line's height. */
export function lineMarks(laid: LaidParagraph, index: number, x: number, y: number): TextMark[] {
  const marks: TextMark[] = [];
  addLine(marks, laid, index, x, y);
  return marks;
}

/** All lines of a paragraph; y is the top of its box, above the distance before it. */
export function paragraphMarks(laid: LaidParagraph, x: number, y: number): TextMark[] {
  const marks: TextMark[] = [];
  addParagraph(marks, laid, x, y);
  return marks;
}

/** Adds all lines of a paragraph; y is the top of its box, above the distance before it. */
export function addParagraph(marks: TextMark[], laid: LaidParagraph, x: number, y: number): void {
  for (let index = 0; index < laid.lines.length; index++)
    addLine(marks, laid, index, x, y + laid.before + index * laid.pitch);
}

function addLine(marks: TextMark[], { lines, pitch }: LaidParagraph, index: number, x: number, y: number): void {
  const runs = lines[index]?.runs ?? [];
  for (let at = 0; at < runs.length; at++) {
    const run = runs[at] as Run;
    if (run.text !== '') marks.push({ run, x: x + run.x, y: y + (run.drop ?? 0) + (pitch - run.size) / 2 });
  }
}

/** The strokes of a rule whose top is at y, on a type area that begins at x. */
export function ruleMarks({ strokes, x: offset, length, color }: RuleStyle, x: number, y: number): LineMark[] {
  const left = x + offset;
  return strokes.map((stroke) => ({
    points: [
      [left, y + stroke.y],
      [left + length, y + stroke.y],
    ],
    closed: false,
    width: stroke.width,
    color,
  }));
}
