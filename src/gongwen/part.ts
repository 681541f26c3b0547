/** What the steps of recognition share. */
import type { MessageCode } from '../message.ts';
import type { SourceLine } from './source.ts';
import type { Part, PartRole } from './types.ts';

/** The walk through the lines: where it is, and what it has seen. */
export interface Walk {
  readonly lines: readonly SourceLine[];
  /** Number of the annex the walk is in, 0 before the first. */
  annex: number;
  /** Whether the text has come to its end: date, imprint. What follows is a note, an annex, or another text. */
  closed: boolean;
  readonly findings: Finding[];
}

/** Parts that a step of recognition has found, and the line at which the next step begins. */
export interface Found {
  readonly parts: readonly Part[];
  /** Index of the line behind the parts. */
  readonly end: number;
}

export interface Finding {
  readonly code: MessageCode;
  readonly line: number;
  readonly [fact: string]: string | number;
}

export function partOf(walk: Walk, role: PartRole, line: SourceLine, rest: Partial<Part> = {}): Part {
  return {
    role,
    text: line.text,
    level: 0,
    runIn: 0,
    rows: line.rows,
    ...(line.spans && { spans: line.spans }),
    annex: walk.annex,
    line: line.line,
    lastLine: line.lastLine,
    ...rest,
  };
}
