/** Which files there are to collect, and which of them can be read. */
import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { listFolder, readInput } from '../../case/files.ts';
import { readCsv } from '../../case/read-csv.ts';
import { readXlsx } from '../../case/read-xlsx.ts';
import type { Sheet } from '../../case/table.ts';
import type { Input } from '../../case/types.ts';
import { type Message, message, type Result } from '../../message.ts';

/** A file that came in. Its path is as the user gave it, or below the folder that the user gave. */
export interface Source {
  readonly path: string;
  readonly name: string;
  /** SHA-256 of its content */
  readonly hash: string;
  readonly bytes: number;
}

/** Finds the files under the given paths, folders with all that is in them, in order of name. */
export async function findSources(paths: readonly string[]): Promise<{ files: string[]; messages: Message[] }> {
  const found: { path: string; given: boolean }[] = [];
  const messages: Message[] = [];
  for (const path of paths) {
    const kind = await kindOf(path);
    if (kind === 'file') found.push({ path, given: true });
    else if (kind === 'folder') {
      const inside = await filesIn(path.replace(/(?<=.)[\\/]+$/, ''));
      if (inside.length === 0) messages.push(message('collect.folder-empty', { place: { file: path } }));
      found.push(...inside.map((file) => ({ path: file, given: false })));
    } else messages.push(message('collect.source-missing', { place: { file: path } }));
  }
  const files: string[] = [];
  for (const { path, given } of found) {
    const refusal = refusalOf(path, given);
    if (refusal) messages.push(refusal);
    else if (!files.includes(path)) files.push(path);
  }
  return { files, messages };
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ? 'folder' : found?.isFile() ? 'file' : undefined;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const name of (await listFolder(folder)) ?? []) {
    const path = `${folder}/${name}`;
    const kind = await kindOf(path);
    if (kind === 'folder') files.push(...(await filesIn(path)));
    else if (kind === 'file') files.push(path);
  }
  return files;
}

/** Why a file is not read, by its extension; a mail's other attachments in a folder are only mentioned. */
function refusalOf(path: string, given: boolean): Message | undefined {
  const extension = extname(path).toLowerCase();
  const facts = { place: { file: path }, extension: extension || '无扩展名' };
  if (/^\.(xlsx|xlsm|csv)$/.test(extension)) return undefined;
  if (/^\.(xls|xlsb|xlt|et|ett|ods|numbers)$/.test(extension)) return message('collect.other-workbook', facts);
  if (/^\.(zip|rar|7z|tar|gz)$/.test(extension)) return message('collect.archive', facts);
  const refusal = message('collect.not-a-table', facts);
  return given ? refusal : { ...refusal, level: 'warning' };
}

/** What a file that came in is known by. */
export async function readSource(path: string): Promise<Result<Source>> {
  const input = await readInput('', path);
  if (!input.ok) return input;
  const { bytes } = input.value;
  const hash = createHash('sha256').update(bytes).digest('hex');
  const source = { path, name: basename(path), hash, bytes: bytes.length };
  return { ok: true, value: source, messages: input.messages };
}

/** The sheets of a workbook, or a CSV file as its one sheet. */
export async function sheetsOf(input: Input): Promise<Result<readonly Sheet[]>> {
  if (!/\.csv$/i.test(input.path)) return readXlsx(input);
  const sheet = readCsv(input);
  return sheet.ok ? { ...sheet, value: [sheet.value] } : sheet;
}
