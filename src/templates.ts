/** The built-in templates and what they may say, and an office's own in their place, without a case. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { diskFault } from './disk.ts';
import { message, type Result } from './message.ts';
import { nearest } from './nearest.ts';
import { ownPacks } from './packs.ts';
import { type Entry, entriesOf, examplePacks, findEntry } from './template/catalogue.ts';
import { compileTemplate } from './template/compile.ts';
import { type FieldRow, fieldRows, readDictionary } from './template/dictionary.ts';
import { type EditorFiles, writeEditorFiles } from './template/editor.ts';
import { type Ejected, ejectTemplate as ejectEntry, ejectPack } from './template/eject.ts';
import { findTemplate, templateFolder } from './template/find.ts';
import { checkTemplates, type TemplateCheck } from './template/office.ts';

export { examplePacks } from './template/catalogue.ts';

/** A template; the view and its meaning are '' for a partial. */
export interface TemplateSummary extends Entry {
  readonly view: string;
  readonly zh: string;
}

export interface TemplateText extends TemplateSummary {
  readonly text: string;
}

export interface ViewFields {
  readonly view: string;
  readonly zh: string;
  readonly fields: readonly FieldRow[];
}

export interface CheckedFolder extends TemplateCheck {
  /** null for the built-in templates. */
  readonly dir: string | null;
}

export interface EditorSetup extends EditorFiles {
  readonly dir: string;
}

export async function listTemplates(): Promise<readonly TemplateSummary[]> {
  return Promise.all((await entriesOf()).map(summaryOf));
}

/** @param name of a template, a partial or a document. Errors: `usage.unknown-template` */
export async function showTemplate(name: string): Promise<Result<TemplateText>> {
  const found = await entryNamed(name);
  if (!found.ok) return found;
  const source = await findTemplate(found.value.name, undefined);
  return { ok: true, value: { ...(await summaryOf(found.value)), text: source?.text ?? '' }, messages: [] };
}

/** @param name of a view, a template or a document. Errors: `usage.unknown-template`; `usage.invalid` for a partial, which has no view of its own */
export async function templateFields(name: string): Promise<Result<ViewFields>> {
  const { views } = readDictionary();
  if (Object.hasOwn(views, name)) return { ok: true, value: fieldsOfView(name), messages: [] };
  const found = await entryNamed(name);
  if (!found.ok) return found;
  if (!found.value.partial) return { ok: true, value: fieldsOfView(await viewOf(found.value)), messages: [] };
  const users = await usersOf(found.value);
  const reason = `片段没有自己的数据，用的是套用它的模板的字段：${users.join('、')}`;
  return { ok: false, messages: [message('usage.invalid', { reason })] };
}

/** Where templates go when nothing else is said. */
const usualFolder = '本单位模板';

/**
 * Errors: `usage.unknown-template`, `template.exists`, `template.write-failed`.
 * @param name of a template or a document, or of a pack that comes as an example
 * @param dir a folder of own templates, or the new pack; a usual one, or one of the pack's name, when not given
 */
export async function ejectTemplate(name: string, dir?: string): Promise<Result<Ejected>> {
  if ((await examplePacks()).includes(name)) return written(dir ?? name, () => ejectPack(name, dir ?? name));
  const found = await entryNamed(name);
  if (!found.ok) return found;
  const folder = dir ?? usualFolder;
  return written(folder, () => ejectEntry(found.value, folder));
}

/** Sets VS Code up for a folder. Errors: `usage.invalid`, `template.write-failed`. */
export async function setUpEditor(dir: string): Promise<Result<EditorSetup>> {
  if (!existsSync(dir))
    return { ok: false, messages: [message('usage.invalid', { reason: `没有“${dir}”这个文件夹` })] };
  return written(dir, async () => ({ ok: true, value: { dir, ...(await writeEditorFiles(dir)) }, messages: [] }));
}

async function written<T>(dir: string, write: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await write();
  } catch (error) {
    const reason = diskFault(error);
    if (reason === undefined) throw error;
    return { ok: false, messages: [message('template.write-failed', { place: { file: dir }, reason })] };
  }
}

/** Checks as a build does before it reads a case. @param dir own templates, or an own pack; the built-in ones when not given */
export async function checkTemplateFolder(dir?: string): Promise<Result<CheckedFolder>> {
  const isPack = dir !== undefined && existsSync(join(dir, 'pack.yaml'));
  const folders = isPack ? [dir] : [];
  const examples = (await examplePacks()).map((name) => join(templateFolder, name));
  const packs = await ownPacks(dir === undefined ? examples : folders);
  if (!packs.ok) return packs;
  const checked = await checkTemplates(isPack ? undefined : dir, packs.value);
  return checked.ok ? { ...checked, value: { ...checked.value, dir: dir ?? null } } : checked;
}

async function entryNamed(name: string): Promise<Result<Entry>> {
  const entry = await findEntry(name);
  if (entry !== undefined) return { ok: true, value: entry, messages: [] };
  const names = [
    ...(await entriesOf()).flatMap((one) => [...one.documents, shortName(one)]),
    ...(await examplePacks()),
  ];
  const facts = { name, actual: name, nearest: nearest(name, names) };
  return { ok: false, messages: [message('usage.unknown-template', facts)] };
}

async function summaryOf(entry: Entry): Promise<TemplateSummary> {
  const view = entry.partial ? '' : await viewOf(entry);
  return { ...entry, view, zh: readDictionary().views[view]?.zh ?? '' };
}

/** The view that a template's first line names. */
async function viewOf({ name }: Entry): Promise<string> {
  const compiled = await compileTemplate(name, undefined);
  return compiled.ok ? compiled.value.view : '';
}

function fieldsOfView(view: string): ViewFields {
  return { view, zh: readDictionary().views[view]?.zh ?? '', fields: fieldRows(view) };
}

/** The templates that use a partial, directly or through another. */
async function usersOf(partial: Entry): Promise<readonly string[]> {
  const users: string[] = [];
  for (const entry of (await entriesOf()).filter((one) => !one.partial)) {
    const compiled = await compileTemplate(entry.name, undefined);
    if (compiled.ok && compiled.value.partials.has(shortName(partial).slice(1))) users.push(shortName(entry));
  }
  return users;
}

/** Without its pack. */
export function shortName({ name }: Pick<Entry, 'name'>): string {
  return name.slice(name.indexOf('/') + 1);
}
