/** Which templates there are: those of the package, and what an office's folder makes of them. */
import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { namesIn, templateFolder } from './find.ts';

/** The pack whose templates an office may replace; the others that come with it are examples to copy. */
export const builtInPack = 'commendation';

export interface Entry {
  /** `commendation/notice`, of a partial `commendation/_date`. */
  readonly name: string;
  readonly partial: boolean;
  /** Documents of the pack that it sets. */
  readonly documents: readonly string[];
}

/** The templates of a pack of the package, then its partials. */
export async function entriesOf(pack: string = builtInPack): Promise<readonly Entry[]> {
  const documents = await documentsOf(pack);
  const templates = (await namesIn(pack, undefined, false)).map((name) => ({
    name,
    partial: false,
    documents: documents.filter(({ template }) => `${pack}/${template}` === name).map((one) => one.name),
  }));
  const partials = await namesIn(pack, undefined, true);
  return [...templates, ...partials.map((name) => ({ name: `${pack}/_${name}`, partial: true, documents: [] }))];
}

const documentList = z.object({ documents: z.array(z.object({ name: z.string(), template: z.string() })) });

async function documentsOf(pack: string): Promise<z.infer<typeof documentList>['documents']> {
  const text = await readFile(join(templateFolder, pack, 'pack.yaml'), 'utf8');
  return documentList.parse(parse(text)).documents;
}

/** The template that a name means: its own, with or without the pack, or that of a document. */
export async function findEntry(name: string): Promise<Entry | undefined> {
  const entries = await entriesOf();
  const plain = name.replace(/\.hbs$/, '');
  return (
    entries.find((one) => one.name === plain || one.name === `${builtInPack}/${plain}`) ??
    entries.find(({ documents }) => documents.includes(plain))
  );
}

/** Names of the packs that come as examples. */
export async function examplePacks(): Promise<readonly string[]> {
  const folders = (await readdir(templateFolder, { withFileTypes: true })).filter((one) => one.isDirectory());
  const packs: string[] = [];
  for (const { name } of folders) {
    const files = await readdir(join(templateFolder, name));
    if (name !== builtInPack && files.includes('pack.yaml')) packs.push(name);
  }
  return packs.sort();
}

/** What is not for us: what systems and editors leave behind, and what people note down. */
const ignored = /^(\.|~\$|README|Thumbs\.db$|desktop\.ini$)/i;

/** Every file of an office's folder, paths with `/`. What lies deeper than any template does is named by its folder. */
export async function filesOf(folder: string, depth = 2): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !ignored.test(name));
  const files = await Promise.all(
    entries.toSorted(byName).map(async (entry) => {
      if (!entry.isDirectory() || depth === 0) return [entry.name];
      const inside = await filesOf(join(folder, entry.name), depth - 1);
      return inside.map((file) => `${entry.name}/${file}`);
    }),
  );
  return files.flat();
}

function byName(one: Dirent, other: Dirent): number {
  return one.name < other.name ? -1 : 1;
}
