/**
 * One writer at a time: a lock file beside the register that says whose it is. A lock whose process no longer runs on
 * this machine is taken over at once; of another machine's processes nothing is known, so its lock stands.
 */
import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { isRunning } from '../disk.ts';

export interface Lock {
  /** Whether nobody has taken the lock over, or deleted it, in the meantime. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

export interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** Locks of this very process: its id alone does not tell them from those of a dead one that had the same. */
const own = new Set<string>();

/** Where the lock of a register lies. */
export function lockPath(path: string): string {
  return `${path}.lock`;
}

/** The lock, or who holds it. Errors of the disk are thrown. */
export async function takeLock(path: string): Promise<Lock | Holder> {
  const place = lockPath(path);
  const token = randomBytes(8).toString('hex');
  const text = `${JSON.stringify({ 进程: process.pid, 主机: hostname(), 标记: token })}\n`;
  const aside = `${place}-${process.pid}-${token}`;
  await writeFile(aside, text, { flag: 'wx' });
  own.add(text);
  let taken = false;
  try {
    while (!(await placeLock(aside, place))) {
      const holder = await readFile(place, 'utf8').catch(unless('ENOENT'));
      if (holder === undefined) continue;
      const stale = holderOf(holder);
      if (stale.host !== hostname() || own.has(holder) || isRunning(stale.pid)) return stale;
      await removeStale(place, holder, `${aside}-stale`);
    }
    taken = true;
  } finally {
    if (!taken) own.delete(text);
    await rm(aside, { force: true });
  }
  const isHeld = async () => (await readFile(place, 'utf8').catch(() => null)) === text;
  return {
    isHeld,
    async release() {
      if (await isHeld()) await rm(place, { force: true });
      own.delete(text);
    },
  };
}

/** A hard link where the disk has them, so that the lock is there with its text or not at all. */
async function placeLock(aside: string, place: string): Promise<boolean> {
  const refused = await link(aside, place).then(() => null, codeOf);
  if (refused === null) return true;
  if (refused === 'EEXIST') return false;
  const written = await writeFile(place, await readFile(aside), { flag: 'wx' }).then(() => true, unless('EEXIST'));
  return written ?? false;
}

/** Moves a dead process's lock away. If somebody else has taken over just before, it is his: he gets it back. */
async function removeStale(place: string, text: string, aside: string): Promise<void> {
  const moved = await rename(place, aside).then(() => true, unless('ENOENT'));
  if (!moved) return;
  if ((await readFile(aside, 'utf8').catch(() => null)) !== text) await placeLock(aside, place).catch(() => false);
  await rm(aside, { force: true });
}

/** A lock that does not say whose it is counts as another machine's. */
function holderOf(text: string): Holder {
  try {
    const { 进程: pid, 主机: host } = JSON.parse(text) as { readonly 进程?: unknown; readonly 主机?: unknown };
    if (typeof pid === 'number' && typeof host === 'string') return { pid, host };
  } catch {
    // Falls through: somebody else's file.
  }
  return { pid: 0, host: '' };
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}

/** Lets one fault of the disk pass as undefined. */
function unless(code: string): (error: unknown) => undefined {
  return (error) => {
    if (codeOf(error) !== code) throw error;
  };
}
