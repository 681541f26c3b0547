/** Every template checked before any data is read: those of the package, and those of an office in their place. */
import { join } from 'node:path';
import { type Message, message, type Result, resultOf } from '../message.ts';
import { nearest } from '../nearest.ts';
import { builtInPack, entriesOf, filesOf } from './catalogue.ts';
import { type CompiledTemplate, compileTemplate } from './compile.ts';
import { isFolder, namesIn } from './find.ts';
import { checkViewName } from './shape.ts';

export interface TemplateCheck {
  /** Documents' templates that were checked, and the files of the office among them and their partials. */
  readonly templates: number;
  readonly own: readonly string[];
  /** All templates and partials that are in use, as messages name them. */
  readonly used: readonly string[];
}

/**
 * Checks the templates of the built-in pack, those in `overrides` in place of its own.
 * @param packs own packs beside them: name, and the folder they lie in
 */
export async function checkTemplates(
  overrides: string | undefined,
  packs: readonly { readonly name: string; readonly parent: string }[] = [],
): Promise<Result<TemplateCheck>> {
  if (overrides !== undefined && !(await isFolder(overrides))) {
    const place = { file: overrides };
    return { ok: false, messages: [message('template.folder-missing', { place, folder: overrides })] };
  }
  const own = overrides === undefined ? [] : await filesOf(overrides);
  const messages: Message[] = [];
  const compiled: CompiledTemplate[] = [];
  const builtIn = await namesIn(builtInPack, undefined, false);
  const added = await Promise.all(
    packs.map(async ({ name, parent }) => [await namesIn(name, parent, false), parent] as const),
  );
  const all = [
    ...builtIn.map((name) => ({ name, folder: overrides })),
    ...added.flatMap(([names, folder]) => names.map((name) => ({ name, folder }))),
  ];
  for (const { name, folder } of all) {
    const read = await compileTemplate(name, folder);
    messages.push(...read.messages);
    if (!read.ok) continue;
    compiled.push(read.value);
    messages.push(...checkViewName(read.value.view, read.value.file));
  }
  if (overrides !== undefined) messages.push(...(await checkFiles(overrides, own, compiled, messages.length === 0)));
  return resultOf({ templates: all.length, own, used: filesIn(compiled) }, onceEach(messages));
}

/** Files of the office's folder that replace nothing, as far as their names say. None where there is no such folder. */
export async function unknownFiles(folder: string): Promise<readonly Message[]> {
  return (await isFolder(folder)) ? checkFiles(folder, await filesOf(folder), [], false) : [];
}

/** Every file of the office's folder replaces a built-in one, or is a partial in use, a bank's format, or a stock to print on. */
async function checkFiles(
  folder: string,
  own: readonly string[],
  compiled: readonly CompiledTemplate[],
  complete: boolean,
): Promise<readonly Message[]> {
  const names = (await entriesOf()).map(({ name }) => `${name}.hbs`);
  const used = new Set(filesIn(compiled));
  const isPartial = (file: string) => /^[^/]+\/_[^/]+\.hbs$/.test(file) && isIn([builtInPack, 'shared'], file);
  const isFormat = (file: string) =>
    (file.endsWith('.yaml') && isIn([`${builtInPack}/bank`], file)) ||
    (/\.(?:yaml|jpe?g|png)$/i.test(file) && isIn([`${builtInPack}/stock`], file));
  return (
    own
      .filter((file) => !names.includes(file) && !isFormat(file))
      // Which partials are in use is known once all templates can be read.
      .filter((file) => !isPartial(file) || (complete && !used.has(join(folder, file))))
      .map((file) => {
        const guess = nearest(file, names);
        return message('template.unknown-file', {
          place: { file: join(folder, file) },
          name: file,
          actual: file,
          expected: guess,
          nearest: guess,
        });
      })
  );
}

function filesIn(compiled: readonly CompiledTemplate[]): readonly string[] {
  return [...new Set(compiled.flatMap((one) => [one.file, ...[...one.partials.values()].map(({ file }) => file)]))];
}

function isIn(folders: readonly string[], file: string): boolean {
  return folders.some((folder) => file.startsWith(`${folder}/`));
}

/** A partial's findings are told once, whichever templates use it. */
function onceEach(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map((one) => [JSON.stringify([one.code, one.place, one.actual]), one])).values()];
}
