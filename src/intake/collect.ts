/**
 * Files that came back from the districts → the rosters of the case. Everything is read and decided first; then it is
 * written in one move, or not at all.
 */
import { readCase } from '../case/read.ts';
import { diskFault } from '../disk.ts';
import { hasErrors, type Message, message, type Shown } from '../message.ts';
import { type CollectSummary, decide, summaryOf } from './collect/decide.ts';
import { type Choices, readAll } from './collect/incoming.ts';
import { originalNames, readLedger } from './collect/ledger.ts';
import { shelve } from './collect/shelf.ts';
import { store } from './collect/store.ts';

export type { CollectSummary } from './collect/decide.ts';

export interface CollectOptions extends Choices {
  /** The files complete what has come in before, and do not replace it. */
  readonly add?: boolean;
  /** The files may replace rows of which they have none. */
  readonly replace?: boolean;
  /** Leave out what has errors and take the rest. */
  readonly partial?: boolean;
}

/** Collects files and folders into a case. With errors nothing is written, and the value shows what was found. */
export async function collect(
  dir: string,
  paths: readonly string[],
  options: CollectOptions,
): Promise<Shown<CollectSummary>> {
  const read = await readCase(dir);
  const ledger = await readLedger(dir);
  const before = [...read.messages.filter(({ code }) => code !== 'roster.none'), ...ledger.messages];
  if (!read.ok || !ledger.ok) return { ok: false, messages: before };
  const theCase = read.value;
  const nameOriginal = await originalNames(dir);
  const incoming = await readAll(theCase, ledger.value, paths, { ...options, nameOriginal });
  const decision = decide(theCase, incoming, options);
  const found = [...incoming.messages, ...decision.messages];
  const messages = [...before, ...(options.partial ? found.map(asWarning) : found)];
  const shown = (written: boolean) => ({ ...summaryOf(incoming, decision), written });
  if (hasErrors(messages)) return { ok: false, messages, value: shown(false) };
  if (decision.collected.length === 0) return { ok: true, messages, value: shown(false) };
  try {
    const shelf = await shelve(dir, theCase, decision, nameOriginal);
    const takenOver = await store(dir, ledger.value, decision.collected, shelf, options.received);
    return { ok: true, messages: [...messages, ...takenOver], value: shown(true) };
  } catch (error) {
    const reason = diskFault(error);
    if (reason === undefined) throw error;
    const failed = message('collect.write-failed', { place: { file: dir }, reason });
    return { ok: false, messages: [...messages, failed], value: shown(false) };
  }
}

/** What is left out is no longer in the way of the rest. */
function asWarning(one: Message): Message {
  return one.level === 'error' ? { ...one, level: 'warning' } : one;
}
