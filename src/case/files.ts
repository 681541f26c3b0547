import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { message, type Result } from '../message.ts';
import type { Input, InputFile } from './types.ts';

/** No file of a case comes near this size, packed or unpacked. */
export const maximumBytes = 100 * 1024 * 1024;

/** Reads one file of the case folder. `path` is relative to `dir`, with `/`. */
export async function readInput(dir: string, path: string): Promise<Result<Input>> {
  const place = { file: path };
  try {
    const { size } = await stat(join(dir, path));
    if (size > maximumBytes) return { ok: false, messages: [tooLarge(path, size)] };
    const bytes = new Uint8Array(await readFile(join(dir, path)));
    if (bytes.length === 0) return { ok: false, messages: [message('case.file-empty', { place })] };
    return { ok: true, value: { path, bytes }, messages: [] };
  } catch (error) {
    return { ok: false, messages: [message('case.file-unreadable', { place, reason: systemCode(error) })] };
  }
}

/** Bytes of a file of the case folder; 0 where it cannot be read. */
export async function sizeOf(dir: string, path: string): Promise<number> {
  const found = await stat(join(dir, path)).catch(() => undefined);
  return found?.size ?? 0;
}

/** What is kept of a file once it is read. */
export function inputFile({ path, bytes }: Input): InputFile {
  return { path, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

export function tooLarge(file: string, bytes: number) {
  const megabytes = (count: number) => Math.ceil(count / 1024 / 1024);
  return message('case.file-too-large', {
    place: { file },
    size: megabytes(bytes),
    limit: megabytes(maximumBytes),
  });
}

/** Names in a folder in code-unit order, the same on every system; undefined where there is no such folder. */
export async function listFolder(dir: string): Promise<readonly string[] | undefined> {
  try {
    return (await readdir(dir)).filter((name) => !isByproduct(name)).sort();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error))) return undefined;
    throw error;
  }
}

/** Hidden files, the lock files of Excel (`~$`), and what Windows leaves in folders. */
function isByproduct(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || /^(thumbs\.db|desktop\.ini)$/i.test(name);
}

/** The system's error code, e.g. EACCES. An exception without one is a bug, and goes on. */
function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
