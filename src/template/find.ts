/** Where templates are: the user's folder first, which mirrors the package's own `templates/`. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { inHome } from '../home.ts';
import { type Message, message } from '../message.ts';
import { templateFaults } from '../messages/template.ts';

/** The templates of the package. */
export const templateFolder = inHome('templates');
const extension = '.hbs';

export interface Source {
  /** As the user knows it: the path in the own folder, else `templates/…`. */
  readonly file: string;
  readonly text: string;
  /** Why it cannot be taken for a template; `text` is then not to be used. */
  readonly fault?: TemplateFault;
}

/** A folder or device; too large; a link that leads out of the folder of templates; not UTF-8. */
export type TemplateFault = 'kind' | 'size' | 'outside' | 'encoding';

/** The finding about a file that cannot be taken for a template or a format; undefined for one that can. */
export function faultOf({ file, fault }: Source): Message | undefined {
  return fault && message('template.unreadable', { place: { file }, reason: templateFaults[fault] });
}

/** Bytes: some hundred pages of text. */
const largest = 256 * 1024;

/** The template of that name, e.g. `commendation/notice`, or undefined. */
export async function findTemplate(name: string, overrides: string | undefined): Promise<Source | undefined> {
  if (!name.split('/').every(isPlainName)) return undefined;
  for (const { folder, shown } of folders(overrides)) {
    const read = await readText(folder, name + extension);
    if (read !== undefined) return { file: join(shown, name + extension), ...read };
  }
  return undefined;
}

/** All files of a folder that end so, in the order of their names; an own one replaces the one of the same name. */
export async function findAll(
  folder: string,
  ending: string,
  overrides: string | undefined,
): Promise<readonly Source[]> {
  const found = new Map<string, Source>();
  for (const { folder: root, shown } of folders(overrides)) {
    for (const name of await readdir(join(root, folder)).catch(() => [])) {
      if (!name.endsWith(ending) || found.has(name)) continue;
      const read = await readText(root, join(folder, name));
      if (read !== undefined) found.set(name, { file: join(shown, folder, name), ...read });
    }
  }
  return [...found].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, source]) => source);
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

/** Letters, digits, - and _ only, so that a name never leads out of its folder, and no name that every object knows. */
function isPlainName(name: string): boolean {
  return /^[\p{L}\p{N}_-]+$/u.test(name) && !(name in {});
}

function folders(overrides: string | undefined): readonly { folder: string; shown: string }[] {
  const own = overrides === undefined ? [] : [{ folder: overrides, shown: overrides }];
  return [...own, { folder: templateFolder, shown: 'templates' }];
}

/**
 * undefined where there is no such file; other failures are not hidden. A template from someone else may be a link:
 * what it shows must lie in the folder that was given.
 */
async function readText(root: string, path: string): Promise<Pick<Source, 'text' | 'fault'> | undefined> {
  const file = join(root, path);
  const found = await stat(file).catch(absent);
  if (found === undefined) return undefined;
  if (!found.isFile()) return { text: '', fault: 'kind' };
  if (found.size > largest) return { text: '', fault: 'size' };
  if (!(await realpath(file)).startsWith((await realpath(root)) + sep)) return { text: '', fault: 'outside' };
  const bytes = await readFile(file).catch(absent);
  if (bytes === undefined) return undefined;
  const text = bytes.toString('utf8');
  // What is no UTF-8 does not come back as it was.
  if (!Buffer.from(text, 'utf8').equals(bytes)) return { text, fault: 'encoding' };
  return { text: text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n') };
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}
