/** Writes the files of one document, each in a format of its own; in a thread, too, which opens the fonts for itself. */
import type { DocumentTree } from '../document/types.ts';
import { type FontOptions, loadFonts } from '../layout/fonts.ts';
import type { FontSet } from '../layout/types.ts';
import type { Work } from '../threads/threads.ts';
import { type Format, writerOf } from './registry.ts';
import type { WriteContext } from './types.ts';

/** What a thread is sent: everything but the fonts themselves. */
export interface FilesTask {
  readonly tree: DocumentTree;
  readonly formats: readonly Format[];
  readonly fonts: FontOptions;
  readonly context: Omit<WriteContext, 'fonts'>;
}

/** The bytes in the order of the formats. */
export function writingFiles(fonts: FontSet): Work<FilesTask, readonly Uint8Array[]> {
  return { module: import.meta.url, name: 'writeFiles', run: (task) => write(task, fonts) };
}

/** The fonts of this thread, opened for its first task: those of all tasks are the same. */
let own: Promise<FontSet> | undefined;

/** One task in a thread. Fonts that could be opened once can be opened again: anything else is a fault. */
export async function writeFiles(task: FilesTask): Promise<readonly Uint8Array[]> {
  own ??= loadFonts(task.fonts).then((loaded) => {
    if (!loaded.ok) throw new Error('fonts that were there before and now are not');
    return loaded.value;
  });
  return write(task, await own);
}

async function write({ tree, formats, context }: FilesTask, fonts: FontSet): Promise<readonly Uint8Array[]> {
  const files: Uint8Array[] = [];
  for (const format of formats) files.push(await writerOf(format)(tree, { ...context, fonts }));
  return files;
}
