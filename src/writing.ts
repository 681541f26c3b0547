/** Writes the files of a package while its documents are still being set. */
import type { Composed } from './compose.ts';
import type { FontSet } from './layout/types.ts';
import { openStaging, type Staging } from './package/folder.ts';
import { type ManifestFile, pagesOf, sha256 } from './package/manifest.ts';
import type { Setup } from './setup.ts';
import { openCrew } from './threads/crew.ts';
import { threadsFor } from './threads/threads.ts';
import type { PackageFile } from './views/cover.ts';
import { type FileTask, writingFiles, writingWith } from './writers/files.ts';
import type { Format } from './writers/registry.ts';

export interface WritingOptions {
  /** Names of the documents to write; all when not given. */
  readonly only?: readonly string[];
  readonly formats?: readonly string[];
  /** How many threads write; as many as the machine has cores, where that is sooner done, when not given. */
  readonly threads?: number;
  readonly onProgress?: (done: number, total: number, path: string) => void;
}

export interface Written {
  readonly file: ManifestFile;
  readonly listed: PackageFile;
}

export type FileFacts = Omit<PackageFile, 'pages'>;

export interface Writing {
  /** Takes a document that is set, and has what is wanted of it written. */
  add(composed: Composed, setup: Setup): Promise<void>;
  /** All files of the documents added, in their order. */
  finish(fonts: FontSet): Promise<readonly Written[]>;
  /** A file of bytes that are there. */
  write(file: FileFacts, bytes: Uint8Array): Promise<Written>;
  /** Where the files are, until the package is whole. */
  staging(): Promise<Staging>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** What a file takes, about: some dozens are sooner written in threads. */
const bytesPerFile = 32 * 1024;
/** Files that a whole package has, at least. */
const wholePackage = 50;
/** Files of one kind are written in a row, so that each thread has to load and to get used to few of the libraries. */
const writingOrder: readonly Format[] = ['html', 'pdf', 'xlsx', 'docx'];

/** What a package's documents are written with. */
export function contextOf({ facts: { theCase } }: Pick<Setup, 'facts'>): FileTask['context'] {
  const { issuer, notice } = theCase.settings;
  return { date: new Date(`${notice.date}T00:00:00Z`), author: issuer.name, seals: theCase.seals };
}

export function startWriting(out: string, options: WritingOptions): Writing {
  const files: FileFacts[] = [];
  let begun = 0;
  let known = false;
  let opened: Promise<Staging> | undefined;
  const staging = () => {
    opened ??= openStaging(out);
    return opened;
  };
  const write = async (file: FileFacts, bytes: Uint8Array): Promise<Written> => {
    const { path, document, format, names, part } = file;
    await (await staging()).write(path, bytes);
    const pages = format === 'pdf' ? pagesOf(bytes) : null;
    return {
      file: { path, document, format, bytes: bytes.length, sha256: sha256(bytes), pages },
      listed: { path, document, format, pages, names, ...(part && { part }) },
    };
  };
  const crew = openCrew<FileTask, Uint8Array, Written>(writingFiles, {
    threads: (tasks) => options.threads ?? threadsFor(tasks * bytesPerFile),
    expected: options.only || options.formats ? 0 : wholePackage,
    theirs: writingOrder.indexOf('xlsx'),
    onStart(index) {
      if (known) options.onProgress?.(begun, files.length, (files[index] as FileFacts).path);
      begun += 1;
    },
    keep: (bytes, index) => write(files[index] as FileFacts, bytes),
  });
  return {
    async add({ document, path, tree, view: { names, part = '' } }, setup) {
      const context = contextOf(setup);
      for (const format of wantedFormats(document, options)) {
        files.push({ path: `${path}.${format}`, document: document.name, format, names, part });
        crew.add({ tree, format, fonts: setup.fontOptions, context }, writingOrder.indexOf(format));
      }
      // Threads are sent their tasks between two documents.
      await new Promise((resolve) => setImmediate(resolve));
    },
    finish(fonts) {
      known = true;
      return crew.finish(writingWith(fonts));
    },
    write,
    staging,
    async discard() {
      await crew.dismiss();
      const folder = await opened?.catch(() => undefined);
      await folder?.discard();
    },
  };
}

function wantedFormats(
  { name, formats: all }: Composed['document'],
  { only, formats }: WritingOptions,
): readonly Format[] {
  if (!(only?.includes(name) ?? true)) return [];
  return all.filter((format) => formats?.includes(format) ?? true);
}
