/** Packages for tests: the small valid case, and what a build wrote, read into memory. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import type { DocumentTree } from '../../src/document/types.ts';
import { sha256 } from '../../src/package/manifest.ts';
import { type Prepared, prepare } from '../../src/prepare.ts';

/** A small case in which everything is right. */
export const baseCase = fileURLToPath(new URL('../errors/_base', import.meta.url));
export const sampleCase = fileURLToPath(new URL('../../data/shanghai-2024', import.meta.url));
/** The compiled command line; `npm test` compiles it first. */
export const compiledCli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** Path with `/` → bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A temporary folder that is gone after the tests of the file. */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `neibao-${name}-`));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** All files below a folder, in the order of their paths. */
export async function readFiles(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, Uint8Array>();
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).replaceAll('\\', '/'), new Uint8Array(await readFile(path)));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Path → SHA-256, for comparing whole folders byte for byte. */
export function hashesOf(files: Files): Readonly<Record<string, string>> {
  return Object.fromEntries([...files].map(([path, bytes]) => [path, sha256(bytes)]));
}

/** A document of a package: its path without the format's ending, and its tree. */
export interface SetDocument {
  readonly path: string;
  readonly tree: DocumentTree;
}

/** Everything of the small case before it is written, with the free fonts, which are on every machine the same. */
export async function prepareBase(): Promise<Prepared> {
  const prepared = await prepare(baseCase, { systemFonts: false });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.messages, null, 1));
  return prepared.value;
}
