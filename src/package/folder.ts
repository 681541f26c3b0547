/**
 * The package's folder, replaced as a whole. A build writes into a folder beside the place; only a finished one is
 * moved there. Whatever happens before leaves the last good package as it was.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isRunning } from '../disk.ts';
import { type Message, message } from '../message.ts';
import { type Manifest, sha256 } from './manifest.ts';

export interface Staging {
  write(path: string, bytes: Uint8Array | string): Promise<void>;
  /** Moves the finished package to its place. */
  commit(): Promise<readonly Message[]>;
  discard(): Promise<void>;
}

/** Messages for a place that must not be replaced: a folder that is no package of ours, or a file. */
export async function checkTarget(target: string): Promise<readonly Message[]> {
  const place = resolve(target);
  if (!existsSync(place)) return [];
  const entries = await readdir(place).catch(() => null);
  if (entries === null) return [message('package.target-is-file', { dir: target })];
  const ours =
    entries.length === 0 || entries.includes('manifest.json') || entries.every((name) => name === '.gitkeep');
  return ours ? [] : [message('package.target-foreign', { dir: target })];
}

export async function openStaging(target: string): Promise<Staging> {
  const place = resolve(target);
  const parent = dirname(place);
  const beside = (kind: string, id: number | string) => join(parent, `.${basename(place)}.${kind}-${id}`);
  await mkdir(parent, { recursive: true });
  await recover(place);
  const staging = beside('writing', process.pid);
  await mkdir(staging, { recursive: true });
  const folders = new Set<string>();
  return {
    async write(path, bytes) {
      const file = join(staging, path);
      const folder = dirname(file);
      if (!folders.has(folder)) {
        await mkdir(folder, { recursive: true });
        folders.add(folder);
      }
      await writeFile(file, bytes);
    },
    async commit() {
      if (!existsSync(place)) {
        await rename(staging, place);
        return [];
      }
      const kept = (await changedByHand(place)) ? nextFree(place) : null;
      const old = kept ?? beside('old', process.pid);
      await rename(place, old);
      await rename(staging, place).catch(async (error: unknown) => {
        await rename(old, place);
        throw error;
      });
      if (kept !== null) return [message('package.kept', { dir: kept })];
      await rm(old, { recursive: true });
      return [];
    },
    async discard() {
      await rm(staging, { recursive: true, force: true });
    },
  };
}

/** Clears what killed builds left, and puts the last good package back if one was killed between its two moves. */
async function recover(place: string): Promise<void> {
  const parent = dirname(place);
  const leftover = new RegExp(`^\\.${escapeForPattern(basename(place))}\\.(writing|old)-(\\d+)$`);
  for (const name of await readdir(parent)) {
    const [, kind, id] = leftover.exec(name) ?? [];
    if (kind === undefined || isRunning(Number(id))) continue;
    if (kind === 'old' && !existsSync(place)) await rename(join(parent, name), place);
    else await rm(join(parent, name), { recursive: true, force: true });
  }
}

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Whether somebody has edited or added files since the package was written: such work is never thrown away. */
async function changedByHand(place: string): Promise<boolean> {
  const text = await readFile(join(place, 'manifest.json'), 'utf8').catch(() => null);
  if (text === null) return false;
  const known = hashesOf(text);
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(place.length + 1).replaceAll('\\', '/');
    if (path === 'manifest.json' || entry.name === '.DS_Store' || entry.name === 'Thumbs.db') continue;
    if (known.get(path) !== sha256(await readFile(file))) return true;
  }
  return false;
}

/** Path → SHA-256; empty when the manifest cannot be read, so that every file counts as changed. */
function hashesOf(manifest: string): ReadonlyMap<string, string> {
  try {
    return new Map((JSON.parse(manifest) as Manifest).files.map((file) => [file.path, file.sha256]));
  } catch {
    return new Map();
  }
}

function nextFree(place: string): string {
  for (let number = 1; ; number += 1) {
    const candidate = `${place}-旧稿${number}`;
    if (!existsSync(candidate)) return candidate;
  }
}
