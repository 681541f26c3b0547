/** An office's own pack: a folder with pack.yaml and the templates that it names. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { readInput } from '../case/files.ts';
import { readYaml } from '../case/read-yaml.ts';
import { type Message, message, type Place, type Result, resultOf } from '../message.ts';
import { nearest } from '../nearest.ts';
import { pathNames } from '../views/own.ts';
import { packSchema, plainName } from './schema.ts';
import type { OwnDocument, OwnPack } from './types.ts';

export interface ReadPack {
  /** The pack's name and the folder it lies in: a template is found as in a folder of own templates. */
  readonly name: string;
  readonly parent: string;
  readonly pack: OwnPack;
  /** Where something in pack.yaml stands. */
  placeOf(path: readonly PropertyKey[]): Place;
}

/** Reads packs and holds them against each other and the built-in documents. Errors: `case.*` of a YAML file, `pack.*`. */
export async function readPacks(
  folders: readonly string[],
  builtIn: readonly string[],
): Promise<Result<readonly ReadPack[]>> {
  const packs: ReadPack[] = [];
  const messages: Message[] = [];
  const names = [...builtIn];
  for (const folder of folders) {
    const read = await readPack(folder);
    messages.push(...read.messages);
    if (!read.ok) continue;
    const { pack, placeOf } = read.value;
    if (packs.some((other) => other.pack.folder === pack.folder))
      messages.push(message('pack.folder-twice', { place: placeOf(['folder']), name: pack.folder }));
    for (const [index, { name }] of pack.documents.entries()) {
      if (names.includes(name))
        messages.push(message('pack.name-twice', { place: placeOf(['documents', index, 'name']), name }));
      names.push(name);
    }
    packs.push(read.value);
  }
  return resultOf(packs, messages);
}

async function readPack(folder: string): Promise<Result<ReadPack>> {
  const file = join(folder, 'pack.yaml');
  if (!existsSync(file))
    return { ok: false, messages: [message('pack.folder-missing', { place: { file: folder }, folder })] };
  // `.` has no name of its own.
  const whole = basename(folder) === '.' || basename(folder) === '..' ? resolve(folder) : folder;
  const name = basename(whole);
  if (!plainName.test(name))
    return { ok: false, messages: [message('pack.folder-name', { place: { file: folder }, name, actual: name })] };
  const input = await readInput(folder, 'pack.yaml');
  if (!input.ok) return input;
  const yaml = readYaml({ ...input.value, path: file }, packSchema);
  if (!yaml.ok) return yaml;
  const { value: pack, placeOf } = yaml.value;
  const templates = (await readdir(folder))
    .filter((one) => one.endsWith('.hbs') && !one.startsWith('_'))
    .map((one) => one.slice(0, -'.hbs'.length));
  const messages: Message[] = [];
  for (const [index, document] of pack.documents.entries()) {
    const placeIn = (key: string) => placeOf(['documents', index, key]);
    messages.push(...checkPath(document, placeIn('path')));
    if (templates.includes(document.template)) messages.push(...(await checkView(document, folder)));
    else {
      const guess = nearest(document.template, templates) || '—';
      messages.push(
        message('pack.template-missing', { place: placeIn('template'), name: document.template, nearest: guess }),
      );
    }
  }
  return resultOf({ name, parent: dirname(whole), pack, placeOf }, messages);
}

function checkPath({ for: subject, path, copies }: OwnDocument, place: Place): readonly Message[] {
  const known = pathNames[subject];
  const used = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name);
  const unknown = used
    .filter((name) => !known.includes(name))
    .map((name) =>
      message('pack.path-name', {
        place,
        name: `{${name}}`,
        actual: path,
        nearest: `{${nearest(name, known)}}`,
        subject,
        known: known.map((one) => `{${one}}`).join(' '),
      }),
    );
  const missing = copies > 1 && !used.includes('copy');
  return missing
    ? [...unknown, message('pack.path-copy', { place, copies, actual: path, example: `${path}{copy}` })]
    : unknown;
}

/** The template's first line names what the pack says; that it names something at all is asked when it is compiled. */
async function checkView({ template, for: subject }: OwnDocument, folder: string): Promise<readonly Message[]> {
  const file = join(folder, `${template}.hbs`);
  const named = /^\ufeff?\s*\{\{!--\s*view:\s*(\S+)\s*--\}\}/.exec(await readFile(file, 'utf8'))?.[1];
  if (named === undefined || named === subject) return [];
  return [message('pack.view-other', { place: { file, line: 1 }, actual: named, wanted: subject })];
}
