/** The office's own files that a package is set from: as much its input as the case. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { filesOf } from './catalogue.ts';

export interface OwnFile {
  /** From the name of the folder that was given on, with `/`: where that folder lies is of no account. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Every file of the own templates, which all replace something, and the list and templates of the own packs.
 * @param used files of all templates and partials in use, as messages name them
 */
export async function readOwnFiles(
  overrides: string | undefined,
  packs: readonly { readonly name: string; readonly parent: string }[],
  used: readonly string[],
): Promise<readonly OwnFile[]> {
  const files = new Map<string, string>();
  if (overrides !== undefined) {
    const name = basename(resolve(overrides));
    for (const file of await filesOf(overrides)) files.set(`${name}/${file}`, join(overrides, file));
  }
  for (const { name, parent } of packs) {
    files.set(`${name}/pack.yaml`, join(parent, name, 'pack.yaml'));
    for (const folder of [name, 'shared']) {
      for (const file of used.filter((one) => one === join(parent, folder, basename(one)) && existsSync(one)))
        files.set(`${folder}/${basename(file)}`, file);
    }
  }
  return Promise.all([...files].map(async ([path, file]) => ({ path, bytes: new Uint8Array(await readFile(file)) })));
}
