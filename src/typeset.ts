/**
 * One text of an office, set as a 公文: file → lines → parts (`gongwen`) → document tree → writers. The files are written
 * beside their places and moved there when all are done.
 */
import { mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { sealImageOf } from './case/seal.ts';
import type { SealImage } from './case/types.ts';
import { diskFault } from './disk.ts';
import { withProfile } from './document/profile.ts';
import type { Block, DocumentTree, FormPage, Profile } from './document/types.ts';
import { readSource } from './gongwen/read.ts';
import { recognise } from './gongwen/recognise.ts';
import { sealName, treeOf } from './gongwen/tree.ts';
import type { DocumentKind, OfficialText } from './gongwen/types.ts';
import { loadFonts } from './layout/fonts.ts';
import { layForm } from './layout/form.ts';
import { clauses } from './layout/gbt9704.ts';
import { missingGlyphs } from './layout/missing.ts';
import type { FontSet } from './layout/types.ts';
import { hasErrors, type Message, message, type Result } from './message.ts';
import { pagesOf } from './package/manifest.ts';
import { type Format, writerOf } from './writers/registry.ts';

export const typesetFormats = ['docx', 'pdf'] as const satisfies readonly Format[];
export type TypesetFormat = (typeof typesetFormats)[number];

export interface TypesetOptions {
  /** A folder, or the one file to write (.docx or .pdf); `out` when not given. */
  readonly out?: string;
  /** What the text is, in place of what its title ends with. */
  readonly kind?: DocumentKind;
  /** Both when not given; those that `out` names, when it is a file. */
  readonly formats?: readonly TypesetFormat[];
  readonly fonts?: string;
  readonly profile?: Profile;
  /** Image of the seal to be pressed on the signature. */
  readonly seal?: string;
}

export interface TypesetSummary {
  readonly official: OfficialText;
  readonly files: readonly { readonly path: string; readonly format: TypesetFormat; readonly pages: number | null }[];
}

/** Sets the text of a file. Errors: `gongwen.file-…`, fonts, and `typeset.overwrites-input`, `typeset.write-failed`. */
export async function typeset(file: string, options: TypesetOptions = {}): Promise<Result<TypesetSummary>> {
  const source = await readSource(file);
  if (!source.ok) return source;
  const targets = targetsOf(file, options);
  for (const { path } of targets) {
    if (await isSameFile(path, file)) return failed(message('typeset.overwrites-input', { file: path }));
  }
  const image = options.seal === undefined ? undefined : await sealOf(options.seal);
  if (image?.ok === false) return image;
  const fonts = await loadFonts({ system: true, ...(options.fonts !== undefined && { folder: options.fonts }) });
  if (!fonts.ok) return { ok: false, messages: fonts.messages };
  const official = recognise(source.value, options.kind === undefined ? {} : { kind: options.kind });
  const { tree, messages: setting } = fittingTree(official, fonts.value, options);
  const messages = [...official.messages, ...setting, ...fonts.messages, ...missingGlyphs(tree, fonts.value)];
  if (hasErrors(messages)) return { ok: false, messages };

  const context = {
    fonts: fonts.value,
    date: dateOf(official),
    author: authorOf(official),
    ...(image && { seals: { [sealName]: { diameter: clauses.sealDiameter.value, image: image.value } } }),
  };
  const written: { readonly path: string; readonly format: TypesetFormat; readonly bytes: Uint8Array }[] = [];
  for (const { path, format } of targets) written.push({ path, format, bytes: await writerOf(format)(tree, context) });
  const fault = await writeTogether(written);
  if (fault !== undefined) return { ok: false, messages: [...messages, fault] };
  const files = written.map(({ path, format, bytes }) => ({
    path,
    format,
    pages: format === 'pdf' ? pagesOf(bytes) : null,
  }));
  return { ok: true, value: { official, files }, messages };
}

function failed(one: Message): Result<never> {
  return { ok: false, messages: [one] };
}

interface Target {
  readonly path: string;
  readonly format: TypesetFormat;
}

function targetsOf(file: string, { out = 'out', formats = typesetFormats }: TypesetOptions): readonly Target[] {
  const own = typesetFormats.find((format) => extname(out).toLowerCase() === `.${format}`);
  if (own !== undefined) return [{ path: out, format: own }];
  const stem = basename(file, extname(file));
  return typesetFormats
    .filter((format) => formats.includes(format))
    .map((format) => ({ path: join(out, `${stem}.${format}`), format }));
}

async function sealOf(path: string): Promise<Result<SealImage>> {
  const wrong = (reason: string) => failed(message('typeset.seal-image', { name: path, reason }));
  try {
    const image = sealImageOf(new Uint8Array(await readFile(path)));
    return image === undefined ? wrong('不是完好的 PNG 或 JPEG 图片') : { ok: true, value: image, messages: [] };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? '不存在' : diskFault(error);
    if (reason === undefined) throw error;
    return wrong(reason);
  }
}

async function isSameFile(path: string, input: string): Promise<boolean> {
  const [one, other] = await Promise.all([path, input].map((name) => realpath(name).catch(() => resolve(name))));
  return one === other;
}

/** The tree with each form on a page of its own; where one has too much to say, its table flows. */
function fittingTree(
  official: OfficialText,
  fonts: FontSet,
  { profile = '9704', seal }: TypesetOptions,
): { readonly tree: DocumentTree; readonly messages: readonly Message[] } {
  const set = (forms: boolean) => treeOf(official, { forms, seal: seal !== undefined });
  const filled = set(true);
  const tree = withProfile(filled.tree, profile);
  const tooLong = formsIn(tree.children).some((form) => layForm(fonts, form, tree.page).overflow);
  if (!tooLong) return { tree, messages: filled.messages };
  const flowing = set(false);
  const table = official.parts.find((part) => part.role === 'table');
  const line = table?.line ?? 1;
  const note = message('typeset.form-too-long', { place: { file: official.file, line }, line });
  return { tree: withProfile(flowing.tree, profile), messages: [...flowing.messages, note] };
}

function formsIn(blocks: readonly Block[]): readonly FormPage[] {
  return blocks.flatMap((block) =>
    block.type === 'form-page' ? [block] : block.type === 'section' ? formsIn(block.children) : [],
  );
}

/** The date of the text stands for the clock, so that the same text gives the same bytes. */
function dateOf({ parts }: OfficialText): Date {
  const text = parts.find((part) => part.role === 'date')?.text ?? '';
  const [, year, month, day] = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return Number.isNaN(date.getTime()) ? new Date(Date.UTC(2000, 0, 1)) : date;
}

function authorOf({ parts }: OfficialText): string {
  return (
    parts.find((part) => part.role === 'signature')?.text ?? parts.find((part) => part.role === 'organ')?.text ?? ''
  );
}

/** Writes all files or none: each beside its place, then all are moved. */
async function writeTogether(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): Promise<Message | undefined> {
  const staged: { readonly beside: string; readonly path: string }[] = [];
  let current = '';
  try {
    for (const { path, bytes } of files) {
      current = path;
      await mkdir(dirname(path), { recursive: true });
      if ((await stat(path).catch(() => null))?.isDirectory())
        return message('typeset.write-failed', { file: path, reason: '此处是文件夹' });
      const beside = join(dirname(path), `.${basename(path)}.writing-${process.pid}`);
      staged.push({ beside, path });
      await writeFile(beside, bytes);
    }
    for (const { beside, path } of staged) {
      current = path;
      await rename(beside, path);
    }
    return undefined;
  } catch (error) {
    const reason = diskFault(error);
    if (reason === undefined) throw error;
    return message('typeset.write-failed', { file: current, reason });
  } finally {
    for (const { beside } of staged) await rm(beside, { force: true });
  }
}
