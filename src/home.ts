/**
 * Where the package lies, for what it reads of itself. `src/`, `build/` (compiled module by module) and `dist/` (bundled)
 * lie side by side in its folder, and this module, or the bundle that holds it, right in one of them.
 */
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of a file or folder of the package. */
export function inHome(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

/** What runs in threads: `thread.ts`, as it is compiled or bundled. */
export const threadFile = fileURLToPath(new URL(`./thread${extname(import.meta.url)}`, import.meta.url));
