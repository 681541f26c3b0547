/** What comes into `proof`, and what goes out. */
import type { OfficialText, Part } from '../gongwen/types.ts';
import type { Message, Place } from '../message.ts';
import type { Rule, RuleCode } from './rules.ts';

/** A text to be proofread. */
export interface ProofText {
  readonly text: OfficialText;
  /** The file's own lines; null where it has none. With them findings name the very line, and `fix` can repair it. */
  readonly lines: readonly string[] | null;
}

/** What a rule found at one spot. */
export interface Spot {
  readonly code: RuleCode;
  /** In the file, counting from 1; 0 where the text has no lines. */
  readonly line: number;
  readonly found: string;
  readonly expected?: string;
  /** Facts that the rule's message needs beside these. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

export interface Finding {
  readonly code: RuleCode;
  readonly rule: Rule;
  readonly place: Place;
  /** All lines with the same finding; empty where the text has no lines. */
  readonly lines: readonly number[];
  readonly found: string;
  readonly expected: string | null;
  readonly message: Message;
}

/** A change to a text: what stands from `start` to `end` becomes `after`. */
export interface Edit {
  readonly code: RuleCode;
  readonly start: number;
  readonly end: number;
  readonly after: string;
}

/** A paragraph or a table cell, as its characters stand in the file: line breaks inside it are `\n`. */
export interface Paragraph {
  readonly part: Part;
  readonly text: string;
  readonly line: number;
}

/** A rule over the characters of one paragraph that knows the repair. */
export type EditRule = (text: string, part: Part) => readonly Edit[];

/** A rule over the characters of one paragraph that only a person can repair. */
export type ParagraphRule = (paragraph: Paragraph) => readonly Spot[];

/** A rule over the whole text. */
export type TextRule = (text: ProofText) => readonly Spot[];
