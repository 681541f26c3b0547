/** Two years' cases side by side. */
import { basename, resolve } from 'node:path';
import { readFacts } from './facts.ts';
import type { Message, Shown } from './message.ts';
import { compareYears, type YearComparison } from './rules/years.ts';

/** Errors of either case are said with the case's folder before the file; what is only a warning is left to `check`. */
export async function diff(oldDir: string, newDir: string): Promise<Shown<YearComparison>> {
  const [old, next] = [await readFacts(oldDir), await readFacts(newDir)];
  const messages = [...errorsOf(oldDir, old.messages), ...errorsOf(newDir, next.messages)];
  const value = old.facts && next.facts && compareYears(old.facts, next.facts);
  return { ok: messages.length === 0, messages, value };
}

function errorsOf(dir: string, messages: readonly Message[]): readonly Message[] {
  const folder = basename(resolve(dir));
  return (
    messages
      // What the prose of a notice states has no part in the comparison.
      .filter(({ level, code }) => level === 'error' && code !== 'quota.stated-differs')
      .map((one) => (one.place ? { ...one, place: { ...one.place, file: `${folder}/${one.place.file}` } } : one))
  );
}
