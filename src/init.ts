/** Opens a case folder: an empty one, or next year's from this year's. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { decodeText } from './case/decode.ts';
import { readInput } from './case/files.ts';
import { readFrame } from './case/read.ts';
import { diskFault } from './disk.ts';
import { inHome } from './home.ts';
import { type Decision, nextMembers, nextYear } from './init/next-year.ts';
import { type Message, message, type Result } from './message.ts';
import { openStaging } from './package/folder.ts';

export interface InitSummary {
  readonly dir: string;
  /** The case it continues; null for an empty one. */
  readonly from: string | null;
  /** null for an empty case. */
  readonly year: number | null;
  readonly files: readonly string[];
  /** What a person must still decide or confirm, in the order of the files. */
  readonly decisions: readonly Decision[];
}

type NewFiles = Readonly<Record<string, string>>;

/** With every key of case.yaml, each with a comment; what an office must fill in is empty. */
const emptyCase = inHome('templates/case/case.yaml');

/** Writes the new folder whole or not at all. Errors: `init.target-…`, and whatever is wrong with the case it continues. */
export async function init(dir: string, from?: string): Promise<Result<InitSummary>> {
  const wrong = await checkNew(dir);
  if (wrong.length > 0) return { ok: false, messages: wrong };
  if (from === undefined) {
    const files = { 'case.yaml': await readFile(emptyCase, 'utf8'), 'members.csv': '\ufeff区,会员单位\n' };
    return write(files, { dir, from: null, year: null, decisions: [] });
  }
  const frame = await readFrame(from);
  if (!frame.ok) return frame;
  const { districts, year } = frame.value;
  const input = await readInput(from, 'case.yaml');
  if (!input.ok) return input;
  const text = decodeText(input.value.bytes, 'case.yaml');
  if (!text.ok) return text;
  // Fonts and the register are named relative to the old case's folder.
  const moved = nextYear(text.value, (path) =>
    /^([a-z]:|[/\\])/i.test(path) ? path : relative(resolve(dir), resolve(from, path)).replaceAll('\\', '/'),
  );
  if (!moved.ok) return moved;
  const members = nextMembers(districts);
  const decisions = [...moved.value.decisions, ...members.decisions];
  return write(
    { 'case.yaml': moved.value.text, 'members.csv': members.text },
    { dir, from, year: year + 1, decisions },
  );
}

/** A folder that is not there yet, or is empty. */
async function checkNew(dir: string): Promise<readonly Message[]> {
  try {
    return (await readdir(dir)).length === 0 ? [] : [message('init.target-not-empty', { dir })];
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') return [message('init.target-is-file', { dir })];
    return [writeFailed(dir, error)];
  }
}

async function write(files: NewFiles, summary: Omit<InitSummary, 'files'>): Promise<Result<InitSummary>> {
  const { dir } = summary;
  try {
    const staging = await openStaging(dir);
    try {
      for (const [path, text] of Object.entries(files)) await staging.write(path, text);
      await staging.write('rosters/.gitkeep', '');
      await staging.commit();
    } catch (error) {
      await staging.discard();
      throw error;
    }
    const written = [...Object.keys(files), 'rosters'].map((path) => join(dir, path));
    return { ok: true, value: { ...summary, files: written }, messages: [] };
  } catch (error) {
    return { ok: false, messages: [writeFailed(dir, error)] };
  }
}

function writeFailed(dir: string, error: unknown): Message {
  const reason = diskFault(error);
  if (reason === undefined) throw error;
  return message('package.write-failed', { dir, reason });
}
