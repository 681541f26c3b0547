/** All files of one run. */
import { resolve } from 'node:path';
import { rowsIn } from '../../case/held.ts';
import type { Case } from '../../case/types.ts';
import { type Message, message } from '../../message.ts';
import { inThreads, threadsFor } from '../../threads/threads.ts';
import { type IncomingFile, readingFiles } from './file.ts';
import type { Ledger } from './ledger.ts';
import { findSources, readSource, type Source } from './sources.ts';

export interface Choices {
  /** ISO date on which the files came in. */
  readonly received: string;
  /** Names or paths of files whose rows count where files of this run disagree, and which are read even if known. */
  readonly prefer?: readonly string[];
  readonly onProgress?: (done: number, total: number, path: string) => void;
}

export interface Incoming {
  readonly files: readonly IncomingFile[];
  /** Files whose content has come in before. */
  readonly known: readonly Source[];
  readonly messages: readonly Message[];
  prefers(source: Source): boolean;
}

/** Reads the files; of each only its rows stay. */
export async function readAll(
  theCase: Case,
  ledger: Ledger,
  paths: readonly string[],
  choices: Choices & { nameOriginal(name: string, sha256: string): string },
): Promise<Incoming> {
  const { received, prefer = [], onProgress, nameOriginal } = choices;
  const found = await findSources(paths);
  const prefers = ({ path, name }: Source) => prefer.some((one) => one === name || resolve(one) === resolve(path));
  const entries = await sort(found.files, ledger, choices, prefers);
  const fresh = entries.flatMap(({ fresh }) => fresh ?? []);
  const known = entries.flatMap(({ known }) => known ?? []);
  const districts = theCase.districts.map(({ name }) => name);
  const threads = threadsFor(fresh.reduce((sum, { bytes }) => sum + bytes, 0));
  const tasks = fresh.map((source) => ({
    source,
    stored: nameOriginal(source.name, source.hash),
    received,
    districts,
    packs: threads > 0,
  }));
  const files = await inThreads(readingFiles, tasks, threads, {
    onStart: (index) => onProgress?.(index, tasks.length, tasks[index]?.source.path ?? ''),
    keep: (file): IncomingFile => ({ ...file, nominees: rowsIn(file.nominees) }),
  });
  const saidOf = new Map(files.map(({ source, messages }) => [source.path, messages]));
  const messages = [
    ...found.messages,
    ...entries.flatMap(({ path, messages }) => [...messages, ...(saidOf.get(path) ?? [])]),
  ];
  const sources = [...fresh, ...known];
  for (const name of prefer) {
    const isGiven = sources.some((one) => one.name === name || resolve(one.path) === resolve(name));
    if (!isGiven) messages.push(message('collect.prefer-unknown', { name }));
  }
  return { files, known, messages, prefers };
}

/** A path under which there is something to read, something that is known already, or nothing that can be read. */
interface Entry {
  readonly path: string;
  readonly fresh?: Source;
  readonly known?: Source;
  readonly messages: readonly Message[];
}

/** Which files are new: not in the ledger, and not twice in this run. */
async function sort(
  paths: readonly string[],
  ledger: Ledger,
  { received }: Choices,
  prefers: (source: Source) => boolean,
): Promise<readonly Entry[]> {
  const first = new Map<string, string>();
  const entries: Entry[] = [];
  for (const path of paths) {
    const read = await readSource(path);
    if (!read.ok) {
      entries.push({ path, messages: read.messages });
      continue;
    }
    const { value: source, messages } = read;
    const twin = first.get(source.hash);
    const entry = ledger.files.findLast(({ sha256, rejected }) => sha256 === source.hash && rejected === 0);
    const same = twin !== undefined ? { name: twin, received } : prefers(source) ? undefined : entry;
    if (same) {
      const said = message('collect.known', { place: { file: path }, other: same.name, day: same.received });
      entries.push({ path, known: source, messages: [...messages, said] });
    } else {
      first.set(source.hash, path);
      entries.push({ path, fresh: source, messages });
    }
  }
  return entries;
}
