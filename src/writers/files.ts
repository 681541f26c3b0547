/** Writes one file of a document; in a thread, too, which opens the fonts for itself. */
import type { DocumentTree } from '../document/types.ts';
import { threadFile } from '../home.ts';
import { type FontOptions, loadFonts } from '../layout/fonts.ts';
import type { FontSet } from '../layout/types.ts';
import type { ThreadWork, Work } from '../threads/threads.ts';
import { type Format, writerOf } from './registry.ts';
import type { WriteContext } from './types.ts';

/** What a thread is sent: everything but the fonts themselves. */
export interface FileTask {
  readonly tree: DocumentTree;
  readonly format: Format;
  readonly fonts: FontOptions;
  readonly context: Omit<WriteContext, 'fonts'>;
}

export const writingFiles: ThreadWork = {
  file: threadFile,
  name: 'writeFile',
  warmUp: 'loadWriters',
};

/** Writes a file in a thread whose fonts are open. */
export function writingWith(fonts: FontSet): Work<FileTask, Uint8Array>['run'] {
  return ({ tree, format, context }) => writerOf(format)(tree, { ...context, fonts });
}

/** Loads the writers of most files, whose libraries take longest. */
export async function loadWriters(): Promise<null> {
  await Promise.all([import('./docx.ts'), import('./xlsx.ts')]);
  return null;
}

/** The fonts of this thread, opened for its first task: those of all tasks are the same. */
let own: Promise<FontSet> | undefined;

/** One task in a thread. Fonts that could be opened once can be opened again: anything else is a fault. */
export async function writeFile({ tree, format, fonts, context }: FileTask): Promise<Uint8Array> {
  own ??= loadFonts(fonts).then((loaded) => {
    if (!loaded.ok) throw new Error('fonts that were there before and now are not');
    return loaded.value;
  });
  return writerOf(format)(tree, { ...context, fonts: await own });
}
