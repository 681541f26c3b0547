/** A file → what is found in it, and a repaired copy where that is asked for. */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { decodeText } from '../case/decode.ts';
import { diskFault } from '../disk.ts';
import { readSource } from '../gongwen/read.ts';
import { recognise } from '../gongwen/recognise.ts';
import { hasErrors, type Message, message, type Shown } from '../message.ts';
import { proofread } from './check.ts';
import { fix, type Repair } from './fix.ts';
import { settled } from './settle.ts';
import type { Finding } from './types.ts';

export interface ProofOptions {
  /** Whether to write a repaired copy. */
  readonly fix?: boolean;
  /** Where the copy goes; beside the file as `<stem>-fixed` when not given. */
  readonly out?: string;
}

export interface Proof {
  readonly file: string;
  readonly findings: readonly Finding[];
  readonly repairs: readonly Repair[];
  /** The repaired copy; null where none was asked for, or nothing was to repair. */
  readonly fixed: string | null;
}

const lineEnd = /(\r\n|[\n\r\v\u0085\u2028\u2029])/;

/** Proofreads an official text. Not ok where a rule that a standard lays down is broken, or the file cannot be read. */
export async function proof(file: string, options: ProofOptions = {}): Promise<Shown<Proof>> {
  const source = await readSource(file);
  if (!source.ok) return { ok: false, messages: source.messages };
  const text = settled(recognise(source.value));
  const raw = await rawText(file);
  const pieces = raw?.split(lineEnd) ?? null;
  const lines = pieces?.filter((_, index) => index % 2 === 0) ?? null;
  const findings = proofread({ text, lines });
  // Of a Word file, what was not read matters here too: revisions that are not settled, numbers that were lost.
  const unread = isWord(file) ? source.value.messages.filter((one) => one.level === 'warning') : [];
  const messages: Message[] = [...unread, ...findings.map((one) => one.message)];
  const proofed = (repairs: readonly Repair[], fixed: string | null): Shown<Proof> => ({
    ok: !hasErrors(messages),
    messages,
    value: { file, findings, repairs, fixed },
  });
  if (!options.fix) return proofed([], null);
  if (lines === null || pieces === null) {
    messages.push(message('proof.fix-word-file', { file: basename(file) }));
    return proofed([], null);
  }
  const out = options.out ?? join(dirname(file), `${basename(file, extname(file))}-fixed${extname(file)}`);
  if (await isSameFile(file, out)) {
    return { ok: false, messages: [message('proof.fix-same-file', { file })] };
  }
  const { lines: fixed, repairs } = fix({ text, lines });
  if (repairs.length === 0) return proofed([], null);
  const ends = pieces.filter((_, index) => index % 2 === 1);
  const refused = await write(out, fixed.map((line, index) => line + (ends[index] ?? '')).join(''));
  return refused ? { ok: false, messages: [refused] } : proofed(repairs, out);
}

function isWord(file: string): boolean {
  return extname(file).toLowerCase() === '.docx';
}

/** The characters of a plain text or Markdown file; null for a Word file, which has none of its own. */
async function rawText(file: string): Promise<string | null> {
  if (isWord(file)) return null;
  const decoded = decodeText(new Uint8Array(await readFile(file)), file);
  return decoded.ok ? decoded.value : null;
}

async function isSameFile(file: string, out: string): Promise<boolean> {
  const [from, to] = await Promise.all([file, out].map((path) => realpath(path).catch(() => resolve(path))));
  return from === to;
}

/** Writes the whole text or nothing; what is wrong with the disk comes back as a message. */
async function write(path: string, text: string): Promise<Message | null> {
  const dir = dirname(path);
  const unfinished = join(dir, `.${basename(path)}.${randomUUID()}`);
  try {
    await mkdir(dir, { recursive: true });
    await writeFile(unfinished, text);
    await rename(unfinished, path);
    return null;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {});
    const reason = diskFault(error);
    if (reason === undefined) throw error;
    return message('package.write-failed', { dir: path, reason });
  }
}
