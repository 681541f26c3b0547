/**
 * Appends to the register in one step: all new lines are in it, or none, whenever the process or the machine stops.
 * The old content is copied to a file beside it, the new lines follow, the disk confirms, and that file takes its place.
 */
import { access, constants, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { diskFault } from '../disk.ts';
import { type Message, message, type Result } from '../message.ts';
import { busyReasons } from '../messages/register.ts';
import { encodeLine } from './codec.ts';
import { readJournal } from './journal.ts';
import { type Lock, lockPath, takeLock } from './lock.ts';
import { addEntries, withOpening } from './state.ts';
import type { Entry, Register } from './types.ts';

/**
 * @param register as it was read when the entries were made; if somebody has appended since, nothing is written
 * Errors: `register.busy`, `register.write-failed`, and those of `readRegister`. Entries that the register's rules
 * forbid are a bug of the caller, and thrown.
 */
export async function appendEntries(
  path: string,
  register: Register,
  entries: readonly Entry[],
): Promise<Result<Register>> {
  if (entries.length === 0) return { ok: true, value: register, messages: [] };
  let lock: Lock | undefined;
  try {
    // A register that is a link is replaced where it lies.
    const place = await realpath(path).catch(() => path);
    const taken = await takeLock(place);
    if ('pid' in taken) return failed(busy(path, busyReasons.held(taken)));
    lock = taken;
    const journal = await readJournal(place);
    if (!journal.ok) return journal;
    if (journal.value.register.head !== register.head) return failed(busy(path, busyReasons.changed));
    const { next, parts } = extend(register, entries);
    await sweep(place);
    const written = await replace(place, [journal.value.bytes ?? new Uint8Array(), ...parts], lock);
    return written ? { ok: true, value: next, messages: [] } : failed(busy(path, busyReasons.changed));
  } catch (error) {
    const reason = diskFault(error);
    if (reason === undefined) throw error;
    return failed(message('register.write-failed', { file: path, reason }));
  } finally {
    await lock?.release().catch(() => {});
  }
}

/** Lines turned into bytes at a time: a hundred thousand as one text would need hundreds of megabytes. */
const portion = 1000;

/** The register with the entries, and their lines in UTF-8. */
function extend(
  register: Register,
  entries: readonly Entry[],
): { readonly next: Register; readonly parts: readonly Uint8Array[] } {
  const state = addEntries(register, entries);
  const added = withOpening(register, entries);
  const parts: Uint8Array[] = [];
  let { head } = register;
  for (let start = 0; start < added.length; start += portion) {
    const lines = added.slice(start, start + portion).map((entry, index) => {
      const { text, hash } = encodeLine(entry, register.lines + start + index + 1, head);
      head = hash;
      return `${text}\n`;
    });
    parts.push(Buffer.from(lines.join('')));
  }
  return { next: { ...state, head }, parts };
}

/** Writes the parts beside the place and moves the file there. False where the lock was lost meanwhile: then nothing is changed. */
async function replace(place: string, parts: readonly Uint8Array[], lock: Lock): Promise<boolean> {
  const beside = `${place}.writing-${process.pid}`;
  try {
    const mode = await modeOf(place);
    const file = await open(beside, 'wx', mode);
    try {
      for (const part of parts) await file.writeFile(part);
      if (mode !== undefined) await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    if (!(await lock.isHeld())) return false;
    await rename(beside, place);
  } finally {
    await rm(beside, { force: true });
  }
  await syncFolder(dirname(place));
  return true;
}

/** The permissions of the register that is there. One that may not be written is not replaced either. */
async function modeOf(place: string): Promise<number | undefined> {
  const found = await stat(place).catch(() => undefined);
  if (found) await access(place, constants.W_OK);
  return found && found.mode & 0o777;
}

/** Makes the move itself last. Windows and some network disks know no such thing. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}

/** Removes what killed writers left. What is being written belongs to the holder of the lock, which is us. */
async function sweep(place: string): Promise<void> {
  const folder = dirname(place);
  for (const name of await readdir(folder)) {
    const left = join(folder, name);
    const abandoned =
      name.startsWith(`${basename(place)}.writing-`) ||
      (name.startsWith(`${basename(lockPath(place))}-`) && (await isOld(left)));
    if (abandoned) await rm(left, { force: true });
  }
}

/** A lock is in the making for less than a second. */
async function isOld(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > 60_000;
}

function busy(path: string, reason: string): Message {
  return message('register.busy', { file: path, lock: lockPath(path), reason });
}

function failed(problem: Message): Result<never> {
  return { ok: false, messages: [problem] };
}
