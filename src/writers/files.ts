/** Writes one file of a document; in a thread, too, which opens the fonts for itself. */
import type { DocumentTree } from '../document/types.ts';
import { type FontOptions, loadFonts } from '../layout/fonts.ts';
import type { FontSet } from '../layout/types.ts';
import type { Work } from '../threads/threads.ts';
import { type Format, writerOf } from './registry.ts';
import type { WriteContext } from './types.ts';

/** What a thread is sent: everything but the fonts themselves. */
export interface FileTask {
  readonly tree: DocumentTree;
  readonly format: Format;
  readonly fonts: FontOptions;
  readonly context: Omit<WriteContext, 'fonts'>;
}

export function writingFiles(fonts: FontSet): Work<FileTask, Uint8Array> {
  return {
    module: import.meta.url,
    name: 'writeFile',
    run: ({ tree, format, context }) => writerOf(format)(tree, { ...context, fonts }),
  };
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
