/** The lists of documents there are: the built-in pack's, and those of the office's own packs. */
import { join } from 'node:path';
import type { Result } from './message.ts';
import { type ReadPack, readPacks } from './pack/read.ts';
import { builtInPack } from './template/catalogue.ts';
import { templateFolder } from './template/find.ts';
import { type Pack, type PackDocument, readPack } from './template/pack.ts';

/** The cover lists the others, so it is no entry of the pack's own list. */
export const cover: PackDocument = { name: 'cover', template: 'cover', path: 'index', formats: ['html'] };

let builtIn: Promise<Pack> | undefined;

/** The built-in pack, read once. */
export function packOf(): Promise<Pack> {
  builtIn ??= readPack(join(templateFolder, builtInPack));
  return builtIn;
}

/** The office's own packs. Names of their documents are unlike those of the built-in one. */
export async function ownPacks(folders: readonly string[] = []): Promise<Result<readonly ReadPack[]>> {
  if (folders.length === 0) return { ok: true, value: [], messages: [] };
  const { documents, bankFiles } = await packOf();
  return readPacks(
    folders,
    [...documents, bankFiles, cover].map(({ name }) => name),
  );
}
