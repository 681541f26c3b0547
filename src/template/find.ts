/** Where templates are: the user's folder first, which mirrors the package's own `templates/`. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The templates of the package; as far from `src/` as from `dist/`. */
export const templateFolder = fileURLToPath(new URL('../../templates', import.meta.url));
const extension = '.hbs';

export interface Source {
  /** As the user knows it: the path in the own folder, else `templates/…`. */
  readonly file: string;
  readonly text: string;
}

/** The template of that name, e.g. `commendation/notice`, or undefined. */
export async function findTemplate(name: string, overrides: string | undefined): Promise<Source | undefined> {
  if (!name.split('/').every(isPlainName)) return undefined;
  for (const { folder, shown } of folders(overrides)) {
    const text = await readText(join(folder, name + extension));
    if (text !== undefined) return { file: join(shown, name + extension), text };
  }
  return undefined;
}

/** A partial: `_name.hbs` in the pack's folder, else in `shared`. */
export async function findPartial(
  name: string,
  pack: string,
  overrides: string | undefined,
): Promise<Source | undefined> {
  if (!isPlainName(name)) return undefined;
  return (await findTemplate(`${pack}/_${name}`, overrides)) ?? findTemplate(`shared/_${name}`, overrides);
}

/** Names of all templates of a pack; of its partials, and the shared ones, when `partials`. */
export async function namesIn(
  pack: string,
  overrides: string | undefined,
  partials: boolean,
): Promise<readonly string[]> {
  const names = new Set<string>();
  for (const { folder } of folders(overrides)) {
    for (const part of partials ? [pack, 'shared'] : [pack]) {
      for (const file of await readdir(join(folder, part)).catch(() => [])) {
        if (file.endsWith(extension) && file.startsWith('_') === partials) names.add(file.slice(0, -extension.length));
      }
    }
  }
  return [...names].sort().map((name) => (partials ? name.slice(1) : `${pack}/${name}`));
}

export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

/** Letters, digits, - and _ only, so that a name never leads out of its folder. */
function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N}_-]+$/u.test(name);
}

function folders(overrides: string | undefined): readonly { folder: string; shown: string }[] {
  const own = overrides === undefined ? [] : [{ folder: overrides, shown: overrides }];
  return [...own, { folder: templateFolder, shown: 'templates' }];
}

/** undefined where there is no such file; other failures are not hidden. */
async function readText(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
