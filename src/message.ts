/** How anything that went wrong is said: a place in the user's own files, a message with a code, a result with messages. */
import { bankMessages } from './messages/bank.ts';
import { caseMessages } from './messages/case.ts';
import { caseFileMessages } from './messages/case-files.ts';
import { collectMessages } from './messages/collect.ts';
import { fontMessages } from './messages/font.ts';
import { gongwenMessages } from './messages/gongwen.ts';
import { initMessages } from './messages/init.ts';
import { intakeMessages } from './messages/intake.ts';
import { issueMessages } from './messages/issue.ts';
import { measureMessages } from './messages/measure.ts';
import { packMessages } from './messages/pack.ts';
import { packageMessages } from './messages/package.ts';
import { papersMessages } from './messages/papers.ts';
import { previewMessages } from './messages/preview.ts';
import { printMessages } from './messages/print.ts';
import { proofMessages } from './messages/proof.ts';
import { registerMessages } from './messages/register.ts';
import { rosterMessages } from './messages/roster.ts';
import { ruleMessages } from './messages/rule.ts';
import { scoringMessages } from './messages/scoring.ts';
import { stockMessages } from './messages/stock.ts';
import { templateMessages } from './messages/template.ts';
import type { MessageText, Severity } from './messages/text.ts';
import { typesetMessages } from './messages/typeset.ts';
import { usageMessages } from './messages/usage.ts';

/** A place in the user's own files. Rows and lines count from 1, as spreadsheets and editors show them. */
export interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly row?: number;
  /** The column's header as the user wrote it. */
  readonly column?: string;
  readonly line?: number;
  /** Of a line of a template: counts from 1. */
  readonly character?: number;
}

export type { Severity };

export interface Message {
  readonly code: MessageCode;
  readonly level: Severity;
  readonly text: string;
  readonly place?: Place;
  /** The district that a finding without a place is about. */
  readonly district?: string;
  readonly actual?: string;
  readonly expected?: string;
  readonly hint?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly messages: readonly Message[] }
  | { readonly ok: false; readonly messages: readonly Message[] };

/** A result to look at: where errors stand, it may show what was computed all the same, never to act on. */
export interface Shown<T> {
  readonly ok: boolean;
  readonly messages: readonly Message[];
  readonly value?: T | undefined;
}

/** Every message the product can give. The lists hold all wording; code gives the facts. */
export const messageTexts = {
  ...usageMessages,
  ...stockMessages,
  ...printMessages,
  ...caseFileMessages,
  ...caseMessages,
  ...bankMessages,
  ...rosterMessages,
  ...ruleMessages,
  ...issueMessages,
  ...scoringMessages,
  ...templateMessages,
  ...fontMessages,
  ...packageMessages,
  ...packMessages,
  ...previewMessages,
  ...intakeMessages,
  ...collectMessages,
  ...initMessages,
  ...papersMessages,
  ...gongwenMessages,
  ...typesetMessages,
  ...proofMessages,
  ...registerMessages,
  ...measureMessages,
} as const satisfies Record<string, MessageText>;

export type MessageCode = keyof typeof messageTexts;

/** What a message is about: the facts for its sentences, its place, and what was found there. */
export interface MessageFacts {
  readonly place?: Place;
  readonly actual?: string;
  readonly expected?: string;
  readonly [name: string]: string | number | Place | undefined;
}

/** Builds the message of a code. A fact that a sentence needs and does not get is a bug, and throws. */
export function message(code: MessageCode, facts: MessageFacts = {}): Message {
  const entry: MessageText = messageTexts[code];
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
      const fact = facts[name];
      if (fact === undefined) throw new Error(`message ${code} needs the fact "${name}"`);
      return String(fact);
    });
  const expected = facts.expected ?? (entry.expected === undefined ? undefined : fill(entry.expected));
  return {
    code,
    level: entry.level,
    text: fill(entry.text),
    ...(facts.place && { place: facts.place }),
    ...(!facts.place && typeof facts.district === 'string' && { district: facts.district }),
    ...(facts.actual !== undefined && { actual: facts.actual }),
    ...(expected !== undefined && { expected }),
    hint: fill(entry.hint),
  };
}

export function hasErrors(messages: readonly Message[]): boolean {
  return messages.some((one) => one.level === 'error');
}

/** A result that is good unless one of its messages is an error. */
export function resultOf<T>(value: T, messages: readonly Message[]): Result<T> {
  return hasErrors(messages) ? { ok: false, messages } : { ok: true, value, messages };
}
