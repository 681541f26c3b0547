/** Watches folders of templates by looking at them: events get lost on network drives, and when editors save by renaming. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds between two looks. */
const every = 150;

/**
 * Calls `changed`, and waits for it, whenever a template or pack.yaml in these folders changes, comes or goes, until the
 * signal.
 * @param seen the state of the folders that is known already
 */
export async function watchFolders(
  folders: readonly string[],
  seen: string,
  changed: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  let before = seen;
  while (!signal.aborted) {
    await pause(signal);
    const now = await stateOf(folders);
    if (now === before || signal.aborted) continue;
    before = now;
    await changed();
  }
}

/** Names, times and sizes of all files that matter, as one text. */
export async function stateOf(folders: readonly string[]): Promise<string> {
  const states = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true }).catch(() => []);
      const names = entries.filter((name) => /\.(hbs|yaml)$/.test(name)).sort();
      const files = names.map(async (name) => {
        const found = await stat(join(folder, name)).catch(() => undefined);
        return `${name} ${found?.mtimeMs} ${found?.size}`;
      });
      return Promise.all(files);
    }),
  );
  return states.flat().join('\n');
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, every);
    signal.addEventListener('abort', done);
  });
}
