/** Reads a register and verifies it wholly: form, numbering, hash chain, batches, reversals, certificates. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { diskFault } from '../disk.ts';
import { type Message, message, type Result } from '../message.ts';
import { registerCuts, registerFaults } from '../messages/register.ts';
import { hashOfLine, noHash } from './codec.ts';
import { decodeLine } from './decode.ts';
import { emptyState, type Fault, foldOf } from './state.ts';
import type { Entry, Register } from './types.ts';

/** Where there is no file yet, an empty register. Errors: `register.unreadable`, `register.broken`, `register.cut`. */
export async function readRegister(path: string): Promise<Result<Register>> {
  const read = await readJournal(path);
  return read.ok ? { ...read, value: read.value.register } : read;
}

/** The register with the bytes that it was read from; without bytes where there is no file. */
export async function readJournal(
  path: string,
  onEntry?: OnEntry,
): Promise<Result<{ readonly register: Register; readonly bytes: Uint8Array | null }>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { ok: true, value: { register: emptyRegister(), bytes: null }, messages: [] };
    }
    const reason = diskFault(error);
    if (reason === undefined) throw error;
    return { ok: false, messages: [message('register.unreadable', { file: path, reason })] };
  }
  const { register, messages } = verify(bytes, path, onEntry);
  return messages.length === 0 ? { ok: true, value: { register, bytes }, messages } : { ok: false, messages };
}

function emptyRegister(): Register {
  return { ...emptyState(randomBytes(16).toString('hex')), head: noHash };
}

/** More faults than this are not listed one by one: a file that was sorted or saved anew has one in each line. */
const mostFaults = 20;

/** Told each entry as it is read. */
export type OnEntry = (entry: Entry, line: number) => void;

/** Reads the bytes of a register. The messages name every line that is not as it was written. @param file its name in messages */
export function verify(
  bytes: Buffer,
  file: string,
  onEntry?: OnEntry,
): { readonly register: Register; readonly messages: readonly Message[] } {
  const found: { fault: Fault; line: number; actual?: string; expected?: string }[] = [];
  const fold = foldOf(emptyState(''));
  /** Where the next line must follow on; null behind a line that could not be read. */
  let last: { readonly number: number; readonly hashes: readonly string[] } | null = { number: 0, hashes: [noHash] };
  let line = 0;
  for (const bytesOfLine of linesOf(bytes)) {
    line += 1;
    const read = decodeLine(bytesOfLine.toString());
    if (read === null) {
      found.push({ fault: 'form', line });
      fold.skip();
      last = null;
      continue;
    }
    const hash = hashOfLine(bytesOfLine);
    if (last && read.number !== last.number + 1) {
      found.push({ fault: 'number', line, actual: `序号${read.number}`, expected: `序号${last.number + 1}` });
    } else if (last && !last.hashes.includes(read.previous)) {
      found.push({ fault: 'chain', line });
    }
    if (read.hash !== hash) found.push({ fault: 'hash', line });
    const fault = fold.add(read.entry);
    if (fault) found.push({ fault, line });
    onEntry?.(read.entry, line);
    last = { number: read.number, hashes: [read.hash, hash] };
  }
  const rest = bytes.length > 0 && bytes.at(-1) !== newline;
  const cut = cutOf(bytes, rest, fold.isOpen() || line === 1);
  const altered = found.filter(({ fault }) => isAlteration(fault));
  const messages = (altered.length > 0 ? altered : found)
    .slice(0, mostFaults + 1)
    .map(({ fault, line, ...detail }, index) => {
      const reason = registerFaults[index === mostFaults ? 'more' : fault];
      return message('register.broken', { place: { file, line }, reason, ...(index < mostFaults && detail) });
    });
  if (cut !== null) {
    const place = { file, line: Math.max(1, line + Number(rest)) };
    messages.push(message('register.cut', { place, reason: registerCuts[cut] }));
  }
  return { register: { ...fold.state(), head: last?.hashes[0] ?? noHash }, messages };
}

/** The line itself was altered. What then does not fit on other lines follows from it, and is not said. */
function isAlteration(fault: Fault): boolean {
  return ['form', 'number', 'chain', 'hash'].includes(fault);
}

/** @param open whether lines must follow: the payments of a batch, or the first step behind the opening */
function cutOf(bytes: Buffer, rest: boolean, open: boolean): keyof typeof registerCuts | null {
  if (bytes.length === 0) return 'empty';
  if (rest) return 'line';
  return open ? 'step' : null;
}

/** The lines without their ends; what stands behind the last end is no line. */
function* linesOf(bytes: Buffer): Generator<Buffer> {
  let start = 0;
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
}

const newline = 10;
