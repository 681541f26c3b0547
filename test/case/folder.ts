import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const base = fileURLToPath(new URL('../errors/_base', import.meta.url));

/** A copy of the small valid case with files added or replaced, and without those that are null. Removed after the test. */
export async function caseFolder(files: Readonly<Record<string, string | Uint8Array | null>> = {}): Promise<string> {
  const work = await mkdtemp(join(tmpdir(), 'neibao-case-'));
  onTestFinished(() => rm(work, { recursive: true, force: true }));
  const dir = join(work, 'case');
  await cp(base, dir, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    if (content === null) await rm(join(dir, path), { recursive: true });
    else {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), content);
    }
  }
  return dir;
}
