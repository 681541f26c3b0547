/** Folders of templates for tests: templates are compiled once per process, so that each call gets a folder of its own. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './package.ts';

/** Writes files by their paths, e.g. `pack/test.hbs`. */
export async function templateFolderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder('templates');
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return folder;
}

/** A template of a plain page, its body from line 3 on. */
export function plainTemplate(body: string): string {
  return `{{!-- view: test --}}\n<article title="题" page="plain">\n${body}\n</article>\n`;
}
