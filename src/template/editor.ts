/**
 * What VS Code completes with, in a folder's `.vscode`: fields of its templates as snippets, the HTML subset as custom
 * data, case.yaml, pack.yaml, the formats of bank files and the stocks of overprinting by their JSON schemas.
 */
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { templateFolder } from './find.ts';
import { snippetsOf } from './snippets.ts';

const folder = '.vscode';
/** Written by `npm run docs` into `templates/editor`. */
const copied = [
  'neibao.html-data.json',
  'case.schema.json',
  'pack.schema.json',
  'bank.schema.json',
  'stock.schema.json',
] as const;
const snippets = 'neibao.code-snippets';

/** Paths are relative to the folder that is opened. */
const settings = {
  'html.customData': [`./${folder}/neibao.html-data.json`],
  'yaml.schemas': {
    [`./${folder}/case.schema.json`]: '**/case.yaml',
    [`./${folder}/pack.schema.json`]: '**/pack.yaml',
    [`./${folder}/bank.schema.json`]: '**/bank/*.yaml',
    [`./${folder}/stock.schema.json`]: '**/stock/*.yaml',
  },
};
/** The extension that reads JSON schemas for YAML; the rest VS Code brings. */
const extensions = { recommendations: ['redhat.vscode-yaml'] };

export interface EditorFiles {
  /** What was written, and the settings that were there before and are left as they are; paths in the folder. */
  readonly files: readonly string[];
  readonly kept: readonly string[];
}

/** Written anew each time, for the fields are those of the templates that the folder has now. Errors of the disk are thrown. */
export async function writeEditorFiles(dir: string): Promise<EditorFiles> {
  await mkdir(join(dir, folder), { recursive: true });
  for (const name of copied) await copyFile(join(templateFolder, 'editor', name), join(dir, folder, name));
  await writeJson(dir, snippets, snippetsOf(await viewsIn(dir)));
  const kept: string[] = [];
  const files = [snippets, ...copied];
  for (const [name, value] of Object.entries({ 'settings.json': settings, 'extensions.json': extensions })) {
    const before = await readFile(join(dir, folder, name), 'utf8').catch(() => undefined);
    // The editor's settings are the user's: they are not touched.
    if (before !== undefined && before !== textOf(value)) kept.push(name);
    else {
      await writeJson(dir, name, value);
      files.push(name);
    }
  }
  const inFolder = (name: string) => `${folder}/${name}`;
  return { files: files.map(inFolder), kept: kept.map(inFolder) };
}

/** What a user adds to settings of an own. */
export function settingsText(): string {
  return textOf(settings);
}

async function writeJson(dir: string, name: string, value: object): Promise<void> {
  await writeFile(join(dir, folder, name), textOf(value));
}

function textOf(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Packages are as large as their documents are many, and hold no templates. */
const skipped = /^(\.|node_modules$|out$)/;

/** The views that the templates of a folder name, at most so deep as own templates of several kinds lie beside each other. */
async function viewsIn(dir: string, depth = 2): Promise<readonly string[]> {
  const views = new Set<string>();
  for (const entry of (await readdir(dir, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(dir, entry.name);
    if (entry.isDirectory() && depth > 0 && !skipped.test(entry.name)) {
      for (const view of await viewsIn(path, depth - 1)) views.add(view);
    }
    if (!entry.isFile() || !entry.name.endsWith('.hbs')) continue;
    const view = /^\ufeff?\{\{!--\s*view:\s*(\S+)\s*--\}\}/.exec(await readFile(path, 'utf8'))?.[1];
    if (view !== undefined) views.add(view);
  }
  return [...views];
}
