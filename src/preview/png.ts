/** Pages of a PDF as images, by poppler's pdftoppm where it is installed. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { message, type Result } from '../message.ts';

const run = promisify(execFile);
/** Dots per inch: a page of A4 is 992 × 1403. */
const resolution = '120';

/**
 * Warnings: `preview.no-poppler`; then there are no images.
 * @param program where pdftoppm is, if not on the path
 */
export async function drawPages(pdf: Uint8Array, program = 'pdftoppm'): Promise<Result<readonly Uint8Array[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'neibao-pages-'));
  try {
    const file = join(folder, 'document.pdf');
    await writeFile(file, pdf);
    await run(program, ['-png', '-r', resolution, file, join(folder, 'page')]);
    // Numbers have as many digits as keep the names in order.
    const names = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
    const value = await Promise.all(names.map(async (name) => new Uint8Array(await readFile(join(folder, name)))));
    return { ok: true, value, messages: [] };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    return { ok: true, value: [], messages: [message('preview.no-poppler', { program })] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
