/** A preview for the user to see: as files, or on a page that follows every change. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskFault } from '../disk.ts';
import { message, type Result } from '../message.ts';
import type { Preview, Rendered } from '../preview.ts';
import { documentPage, errorPage, imageName } from './page.ts';
import { type Page, startServer } from './server.ts';
import { stateOf, watchFolders } from './watch.ts';

/** Where a preview was written. */
export interface PreviewFiles {
  readonly html: string;
  readonly images: readonly string[];
}

/** Writes a preview into a folder, a new one of the user's own in the system's temporary folder when not given. Errors: `preview.write-failed`. */
export async function writePreview(
  { name }: Preview,
  { html }: Rendered,
  pages: readonly Uint8Array[],
  out: string | undefined,
): Promise<Result<PreviewFiles>> {
  try {
    const folder = out ?? (await mkdtemp(join(tmpdir(), 'neibao-preview-')));
    await mkdir(folder, { recursive: true });
    const file = join(folder, `${name}.html`);
    const images = pages.map((_, index) => join(folder, `${name}-${imageName(index)}`));
    await writeFile(file, html);
    for (const [index, image] of pages.entries()) await writeFile(images[index] ?? '', image);
    return { ok: true, value: { html: file, images }, messages: [] };
  } catch (error) {
    const reason = diskFault(error);
    if (reason === undefined) throw error;
    return { ok: false, messages: [message('preview.write-failed', { dir: out ?? tmpdir(), reason })] };
  }
}

export interface WatchOptions {
  /** Whether to draw the pages of the PDF below the document; they come when they are ready. */
  readonly png?: boolean;
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Once the page can be opened. */
  onReady(url: string, result: Result<Rendered>): void;
  /** After each change. */
  onRender(result: Result<Rendered>): void;
}

/** Serves a preview on this machine, sets it anew on every change and tells the browser, until the signal. */
export async function watchPreview(preview: Preview, { png, signal, onReady, onRender }: WatchOptions): Promise<void> {
  // What is saved while the first one is being set is not missed.
  const seen = await stateOf(preview.folders);
  let latest = await preview.render();
  const server = await startServer(pageOf(latest, []));
  const draw = async (result: Result<Rendered>) => {
    if (!png || !result.ok) return;
    const drawn = await result.value.draw();
    const current = result === latest && !signal.aborted;
    if (drawn.ok && drawn.value.length > 0 && current) server.show(pageOf(result, drawn.value));
  };
  const change = async () => {
    latest = await preview.render();
    server.show(pageOf(latest, []));
    onRender(latest);
    await draw(latest);
  };
  onReady(server.url, latest);
  await Promise.all([draw(latest), watchFolders(preview.folders, seen, change, signal)]);
  await server.close();
}

function pageOf(result: Result<Rendered>, images: readonly Uint8Array[]): Page {
  return (script) =>
    result.ok
      ? { html: documentPage(result.value.html, images.length, script), images }
      : { html: errorPage(result.messages, script), images: [] };
}
