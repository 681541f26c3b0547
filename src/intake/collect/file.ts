/** One file that came in: its sheets → nominees, and an account of every row. */
import { readInput } from '../../case/files.ts';
import { packRows, type Rows } from '../../case/packed.ts';
import { readRosterRows } from '../../case/roster.ts';
import { isBlankRow, isBlankSheet, type Sheet } from '../../case/table.ts';
import type { Category, Input, Nominee } from '../../case/types.ts';
import { threadFile } from '../../home.ts';
import { type Message, type MessageCode, message, type Place } from '../../message.ts';
import type { Work } from '../../threads/threads.ts';
import { categoryOf, isAside, isScoreSheet, looksLikeRoster } from './category.ts';
import { type Change, changeKinds } from './cells.ts';
import { type CleanSheet, cleanSheet } from './clean.ts';
import type { IgnoredKind } from './kinds.ts';
import { type ScoreRow, scoreRows } from './scores.ts';
import { type Source, sheetsOf } from './sources.ts';

/** A file as a thread sends it. */
export interface SentFile extends Omit<IncomingFile, 'nominees'> {
  readonly nominees: Rows<Nominee>;
}

export interface IncomingFile {
  readonly source: Source;
  /** Name of its copy in `collected/`, the 来源文件 of its rows. */
  readonly stored: string;
  /** Rows without errors; their places are in this file. */
  readonly nominees: readonly Nominee[];
  readonly scores: readonly ScoreRow[];
  /** Rows with content below the headers = nominees + rejected + ignored. */
  readonly read: number;
  readonly rejected: number;
  /** What could be read of rejected rows, only to know whom they mean. */
  readonly doubtful: readonly Nominee[];
  readonly ignored: readonly IgnoredKind[];
  readonly messages: readonly Message[];
}

const changeCodes: Readonly<Record<Change, MessageCode>> = {
  merged: 'collect.merged',
  width: 'collect.width',
  spaces: 'collect.spaces',
  birth: 'collect.birth',
};
const ignoredCodes: Readonly<Record<Exclude<IgnoredKind, 'same'>, MessageCode>> = {
  example: 'collect.example-rows',
  header: 'collect.header-rows',
  total: 'collect.total-rows',
  note: 'collect.note-rows',
  numbered: 'collect.numbered-rows',
};

/** What is noted of every row of a file. */
export interface Reception {
  readonly districts: readonly string[];
  readonly stored: string;
  /** ISO date */
  readonly received: string;
}

/** A file to be read, and what is noted of its rows. */
export interface FileTask extends Reception {
  readonly source: Source;
  /** Whether its nominees come packed: so many come in that they would fill the memory. */
  readonly packs: boolean;
}

/** Reads a file from the disk. */
export async function readIncomingFile({ source, packs, ...reception }: FileTask): Promise<SentFile> {
  const input = await readInput('', source.path);
  if (!input.ok) return { ...nothingIn(source, reception), messages: input.messages };
  const file = await readIncoming(source, input.value, reception);
  return packs ? { ...file, nominees: packRows(file.nominees) } : file;
}

export const readingFiles: Work<FileTask, SentFile> = {
  file: threadFile,
  name: 'readIncomingFile',
  run: readIncomingFile,
  // A thread holds one file at a time; what is left over of the last ones is to be cleared soon.
  youngMegabytes: 8,
};

function nothingIn(source: Source, { stored }: Reception): Omit<IncomingFile, 'messages'> {
  return { source, stored, nominees: [], scores: [], read: 0, rejected: 0, doubtful: [], ignored: [] };
}

/** Reads a file's content, cleaning what is safe to clean. Rows with errors are rejected and the others kept. */
export async function readIncoming(source: Source, input: Input, reception: Reception): Promise<IncomingFile> {
  const { districts, stored, received } = reception;
  const sheets = await sheetsOf(input);
  if (!sheets.ok) return { ...nothingIn(source, reception), messages: sheets.messages };
  const filled = sheets.value.filter((sheet) => !isBlankSheet(sheet) && !isAside(sheet));
  const scoreSheets = filled.filter(isScoreSheet);
  const rosters = filled.filter((sheet) => !isScoreSheet(sheet));
  const read = rosters.map((sheet) => readSheet(sheet, categoryOf(sheet, rosters.length === 1), districts));
  const scores = scoreSheets.map(scoreRows);
  const cleaned = read.flatMap((one) => one.clean ?? []);
  const file: Omit<IncomingFile, 'messages'> = {
    source,
    stored,
    nominees: read
      .flatMap((one) => one.nominees)
      .map((one) => ({ ...one, received, origin: { ...one.place, file: stored } })),
    scores: scores.flatMap((one) => withoutRejected(one.rows, one.messages)),
    read: read.reduce((sum, one) => sum + one.read, 0),
    rejected: read.reduce((sum, one) => sum + one.rejected, 0),
    doubtful: read.flatMap((one) => one.doubtful),
    ignored: cleaned.flatMap(({ ignored }) => ignored.map(({ kind }) => kind)),
  };
  const messages = [
    ...read.flatMap((one) => one.messages),
    ...scores.flatMap((one) => one.messages),
    ...notes(cleaned, input.path),
  ];
  if (file.read === 0 && file.scores.length === 0 && messages.length === 0)
    messages.push(message('collect.no-rows', { place: { file: input.path } }));
  return { ...file, messages };
}

interface ReadSheet {
  readonly nominees: readonly Nominee[];
  readonly doubtful: readonly Nominee[];
  readonly read: number;
  readonly rejected: number;
  readonly messages: readonly Message[];
  readonly clean?: CleanSheet;
}

function readSheet(sheet: Sheet, category: Category | undefined, districts: readonly string[]): ReadSheet {
  if (category === undefined) return unknownSheet(sheet);
  const clean = cleanSheet(sheet, category);
  if (clean.read === 0) return { ...nothingRead, clean };
  const { nominees, messages } = readRosterRows(clean.sheet, category, districts);
  const headerWrong = messages.some(({ level, place }) => level === 'error' && place?.row === clean.header + 1);
  const kept = headerWrong ? [] : withoutRejected(nominees, messages);
  const rejected = clean.read - clean.ignored.length - kept.length;
  const doubtful = nominees.filter((one) => !kept.includes(one));
  return { nominees: kept, doubtful, read: clean.read, rejected, messages, clean };
}

const nothingRead: ReadSheet = { nominees: [], doubtful: [], read: 0, rejected: 0, messages: [] };

/** The rows that no error stands against. */
function withoutRejected<T extends { readonly place: Place }>(
  rows: readonly T[],
  messages: readonly Message[],
): readonly T[] {
  const wrong = new Set(messages.filter(({ level }) => level === 'error').map(({ place }) => place?.row));
  return rows.filter(({ place }) => !wrong.has(place.row));
}

function unknownSheet(sheet: Sheet): ReadSheet {
  const place = { file: sheet.file, ...(sheet.name !== undefined && { sheet: sheet.name }) };
  if (!looksLikeRoster(sheet)) {
    const said = message('collect.sheet-aside', { place, sheet: sheet.name ?? sheet.file });
    return { ...nothingRead, messages: [said] };
  }
  const rows = sheet.rows.filter((cells) => !isBlankRow(cells)).length - 1;
  const said = message('collect.sheet-unknown', { place, sheet: sheet.name ?? sheet.file });
  return { ...nothingRead, read: rows, rejected: rows, messages: [said] };
}

/** What was changed, passed over or hidden: one note per kind, with the count and the first place. */
function notes(sheets: readonly CleanSheet[], file: string): Message[] {
  const note = (code: MessageCode, places: readonly Place[]) =>
    places[0] ? [message(code, { place: places[0], count: places.length })] : [];
  const placesOf = <T>(marks: readonly { readonly kind: T; readonly place: Place }[], kind: T) =>
    marks.filter((one) => one.kind === kind).map(({ place }) => place);
  const changes = sheets.flatMap((one) => one.changes);
  const ignored = sheets.flatMap((one) => one.ignored);
  return [
    ...note(
      'collect.hidden-rows',
      sheets.flatMap((one) => one.hidden),
    ),
    ...sheets
      .filter(({ sheet, read }) => sheet.shape?.hidden && read > 0)
      .map(({ sheet }) =>
        message('collect.hidden-sheet', { place: { file, sheet: sheet.name ?? '' }, sheet: sheet.name ?? '' }),
      ),
    ...changeKinds.flatMap((kind) => note(changeCodes[kind], placesOf(changes, kind))),
    ...(Object.keys(ignoredCodes) as (keyof typeof ignoredCodes)[]).flatMap((kind) =>
      note(ignoredCodes[kind], placesOf<IgnoredKind>(ignored, kind)),
    ),
  ];
}
