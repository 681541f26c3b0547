/**
 * Where the package lies, for what it reads of itself. `src/` and `dist/` lie side by side in its folder, and this module
 * right in one of them.
 */
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of a file or folder of the package. */
export function inHome(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** What runs in threads: `thread.ts`, or what it is compiled to. */
export const threadFile = fileURLToPath(new URL(`./thread${extname(import.meta.url)}`, import.meta.url));
