/** Copies a built-in template, and the partials it uses, into an office's folder, with comments that say what may be changed. */
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Message, message, type Result } from '../message.ts';
import { builtInPack, type Entry } from './catalogue.ts';
import { compileTemplate } from './compile.ts';
import { fieldRows, readDictionary } from './dictionary.ts';
import { type EditorFiles, writeEditorFiles } from './editor.ts';
import { templateFolder } from './find.ts';

export interface Ejected {
  readonly dir: string;
  /** Whether it is a pack, which a build adds, and no templates, which replace built-in ones. */
  readonly pack: boolean;
  /** What was written, and the partials that were there already and are left as they are; paths in the folder. */
  readonly files: readonly string[];
  readonly kept: readonly string[];
  readonly editor: EditorFiles;
}

/** Nothing is written over. Errors: `template.exists`; those of the disk are thrown. */
export async function ejectTemplate({ name, partial }: Entry, dir: string): Promise<Result<Ejected>> {
  const compiled = partial ? undefined : await compileTemplate(name, undefined);
  const view = compiled?.ok ? compiled.value.view : '';
  const partials = compiled?.ok ? [...compiled.value.partials.keys()].map((one) => `${builtInPack}/_${one}`) : [];
  const target = (one: string) => join(dir, `${one}.hbs`);
  if (await exists(target(name))) {
    const wrong: Message = message('template.exists', { place: { file: target(name) }, name: `${name}.hbs` });
    return { ok: false, messages: [wrong] };
  }
  const kept: string[] = [];
  const files: string[] = [];
  for (const one of [name, ...partials]) {
    if (await exists(target(one))) {
      kept.push(`${one}.hbs`);
      continue;
    }
    const text = await readFile(join(templateFolder, `${one}.hbs`), 'utf8');
    const isMain = one === name && view !== '';
    await mkdir(dirname(target(one)), { recursive: true });
    await writeFile(target(one), isMain ? withFields(text, name, view) : withNote(text, one));
    files.push(`${one}.hbs`);
  }
  return { ok: true, value: { dir, pack: false, files, kept, editor: await writeEditorFiles(dir) }, messages: [] };
}

/** Copies a pack that comes as an example, to be changed. Nothing is written over. Errors: `template.exists`; those of the disk are thrown. */
export async function ejectPack(name: string, dir: string): Promise<Result<Ejected>> {
  const files = (await readdir(join(templateFolder, name))).sort();
  for (const file of files) {
    if (!(await exists(join(dir, file)))) continue;
    return { ok: false, messages: [message('template.exists', { place: { file: join(dir, file) }, name: file })] };
  }
  await mkdir(dir, { recursive: true });
  for (const file of files) await copyFile(join(templateFolder, name, file), join(dir, file));
  return { ok: true, value: { dir, pack: true, files, kept: [], editor: await writeEditorFiles(dir) }, messages: [] };
}

/** After the first line, which names the view: what the template may say. */
function withFields(text: string, name: string, view: string): string {
  const [first = '', ...rest] = text.split('\n');
  const rows = fieldRows(view)
    .filter(({ path }) => path.split('.').length <= 3)
    .map(({ path, zh, unit }) => `  ${'  '.repeat(path.split('.').length)}${path}　${zh}${unit ? `（${unit}）` : ''}`);
  const comment = [
    '{{!--',
    `  ${readDictionary().views[view]?.zh ?? ''}：内置模板 ${name} 的副本，用 --templates 指明它所在的文件夹，就替换内置的那一份。`,
    '  第一行写明用哪一份数据，不要改动。改好后运行：neibao template check 文件夹',
    '  列表写作 名称[]：用 {{#each 名称}}…{{/each}} 逐项显示，里面直接写各项自己的字段，外层的字段前面加 ../。',
    '  每页放固定几项时写 {{#each (inGroups 名称 6)}}{{#each this}}{{#if this}}…{{/if}}{{/each}}{{/each}}。',
    '  金额（分）写 {{yuan 名称}} 或 {{capital 名称}}，日期（YYYY-MM-DD）写 {{longDate 名称}}。',
    `  可用的字段（全部说明见 neibao template fields ${name.split('/').at(-1)}）：`,
    ...rows,
    '--}}',
  ];
  return [first, ...comment, ...rest].join('\n');
}

function withNote(text: string, name: string): string {
  return `{{!-- 片段：内置 ${name} 的副本，凡用到它的模板都随之改变。不需要改动时可以删去，仍用内置的那一份。 --}}\n${text}`;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}
