/** Packages for tests: cases to build, and what a build wrote, read into memory. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';
import { type Manifest, sha256 } from '../../src/package/manifest.ts';
import { type Prepared, prepare } from '../../src/prepare.ts';
import { type Pdf, pdfText, readPdf } from './pdf.ts';
import { readXlsx } from './xlsx.ts';

/** A small case in which everything is right. */
export const baseCase = fileURLToPath(new URL('../errors/_base', import.meta.url));
export const sampleCase = fileURLToPath(new URL('../../data/shanghai-2024', import.meta.url));
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));

/** Path with `/` → bytes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The command line as a program of its own, compiled from what the sources say now; `npm test` has done so already. */
export function compileCli(): string {
  execFileSync('npm', ['run', '-s', 'compile'], { cwd: projectFolder, stdio: 'inherit' });
  return join(projectFolder, 'dist', 'cli.js');
}

const temporary: string[] = [];

afterAll(async () => {
  for (const folder of temporary) await rm(folder, { recursive: true, force: true });
});

/** A temporary folder that is gone after the tests of the file. */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `neibao-${name}-`));
  temporary.push(folder);
  return folder;
}

/** All files below a folder, in the order of their paths. */
export async function readFiles(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const files = new Map<string, Uint8Array>();
  for (const path of paths.sort()) {
    files.set(relative(folder, path).replaceAll('\\', '/'), new Uint8Array(await readFile(path)));
  }
  return files;
}

/** Path → SHA-256, for comparing whole folders byte for byte. */
export function hashesOf(files: Files): Readonly<Record<string, string>> {
  return Object.fromEntries([...files].map(([path, bytes]) => [path, sha256(bytes)]));
}

/** A package with all its PDFs read. Paths are those of its files; a `start` may be a folder or a path's beginning. */
export interface Package {
  readonly files: Files;
  readonly manifest: Manifest;
  readonly pdfs: ReadonlyMap<string, Pdf>;
  bytesOf(path: string): Uint8Array;
  pdfOf(path: string): Pdf;
  pathsOf(start: string, format: string): readonly string[];
  /** Texts of all pages of the PDFs there, without white space. */
  pagesOf(start: string): readonly string[];
  /** Rows of a workbook's first sheet, or of the one named. */
  rowsOf(path: string, sheet?: string): readonly SheetRow[];
}

/** What stands in each column, by its letter; formulas as `=SUM(E4:E9) → 9000`. */
export type SheetRow = Readonly<Record<string, string | number>>;

export async function readPackage(files: Files): Promise<Package> {
  const bytesOf = (path: string) => found(files.get(path), path);
  const pathsOf = (start: string, format: string) =>
    [...files.keys()].filter((path) => path.startsWith(start) && path.endsWith(`.${format}`));
  const pdfs = new Map<string, Pdf>();
  for (const path of pathsOf('', 'pdf')) pdfs.set(path, await readPdf(bytesOf(path)));
  const sheets = new Map(pathsOf('', 'xlsx').map((path) => [path, sheetRows(bytesOf(path))]));
  return {
    files,
    manifest: JSON.parse(new TextDecoder().decode(bytesOf('manifest.json'))),
    pdfs,
    bytesOf,
    pathsOf,
    pdfOf: (path) => found(pdfs.get(path), path),
    pagesOf: (start) =>
      [...pdfs]
        .filter(([path]) => path.startsWith(start))
        .flatMap(([, pdf]) => pdf.pages.map((page) => pdfText({ ...pdf, pages: [page] }))),
    rowsOf: (path, sheet) => {
      const own = found(sheets.get(path), path);
      return found(sheet === undefined ? [...own.values()][0] : own.get(sheet), `${path} ${sheet}`);
    },
  };
}

function found<T>(value: T | undefined, path: string): T {
  if (value === undefined) throw new Error(`${path} is not in the package`);
  return value;
}

function sheetRows(bytes: Uint8Array): ReadonlyMap<string, readonly SheetRow[]> {
  return new Map(readXlsx(bytes).map(({ name, lines }) => [name, rowsOf(lines)]));
}

function rowsOf(lines: readonly string[]): readonly SheetRow[] {
  const rows: Record<string, string | number>[] = [];
  for (const line of lines) {
    const [, column = '', row, type, value = ''] = /!([A-Z]+)(\d+) \| (\w+) \| (.*) \| /.exec(line) ?? [];
    rows[Number(row) - 1] = { ...rows[Number(row) - 1], [column]: type === 'number' ? Number(value) : value };
  }
  return rows;
}

/** Every document of the small case before it is written, with the free fonts, which are on every machine the same. */
export async function prepareBase(): Promise<Prepared> {
  const prepared = await prepare(baseCase, { systemFonts: false });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.messages, null, 1));
  return prepared.value;
}
