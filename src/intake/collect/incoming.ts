/** All files of one run, read one after the other. */
import { resolve } from 'node:path';
import type { Case } from '../../case/types.ts';
import { type Message, message } from '../../message.ts';
import { type IncomingFile, readIncoming } from './file.ts';
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

/** Reads the files one by one; of each only its rows stay. */
export async function readAll(
  theCase: Case,
  ledger: Ledger,
  paths: readonly string[],
  choices: Choices & { nameOriginal(name: string, sha256: string): string },
): Promise<Incoming> {
  const { received, prefer = [], onProgress, nameOriginal } = choices;
  const found = await findSources(paths);
  const messages: Message[] = [...found.messages];
  const prefers = ({ path, name }: Source) => prefer.some((one) => one === name || resolve(one) === resolve(path));
  const districts = theCase.districts.map(({ name }) => name);
  const files: IncomingFile[] = [];
  const known: Source[] = [];
  for (const [done, path] of found.files.entries()) {
    onProgress?.(done, found.files.length, path);
    const read = await readSource(path);
    messages.push(...read.messages);
    if (!read.ok) continue;
    const { source, input } = read.value;
    const twin = files.find((one) => one.source.hash === source.hash);
    const entry = ledger.files.findLast(({ sha256, rejected }) => sha256 === source.hash && rejected === 0);
    const same = twin ? { name: twin.source.path, received } : prefers(source) ? undefined : entry;
    if (same) {
      messages.push(message('collect.known', { place: { file: path }, other: same.name, day: same.received }));
      known.push(source);
      continue;
    }
    const stored = nameOriginal(source.name, source.hash);
    const file = await readIncoming(source, input, { districts, stored, received });
    messages.push(...file.messages);
    files.push(file);
  }
  const sources = [...files.map(({ source }) => source), ...known];
  for (const name of prefer) {
    const isGiven = sources.some((one) => one.name === name || resolve(one.path) === resolve(name));
    if (!isGiven) messages.push(message('collect.prefer-unknown', { name }));
  }
  return { files, known, messages, prefers };
}
