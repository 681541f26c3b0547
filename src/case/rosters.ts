import { basename, join } from 'node:path';
import { threadFile } from '../home.ts';
import { type Message, message, type Result, resultOf } from '../message.ts';
import { nearest } from '../nearest.ts';
import { inThreads, threadsFor, type Work } from '../threads/threads.ts';
import { inputFile, listFolder, readInput, sizeOf } from './files.ts';
import { rowsIn } from './held.ts';
import { packRows, type Rows } from './packed.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { contentOf, type RosterContent, readRoster, sameSheets } from './roster.ts';
import { readScores } from './scores.ts';
import { isBlankSheet, type Sheet } from './table.ts';
import { categoryNames } from './terms.ts';
import { type Category, categories, type Input, type InputFile, type ItemScores, type Nominee } from './types.ts';

export interface Rosters {
  readonly nominees: readonly Nominee[];
  readonly scores: readonly ItemScores[];
  readonly inputs: readonly InputFile[];
}

/** A sheet of a roster with its rows as the file holds them. */
export interface CategorySheet {
  readonly sheet: Sheet;
  readonly category: Category;
}

const names = categories.map((category) => categoryNames[category]);

/** Sheets that a roster's workbook may have beside the four, and that say nothing about nominees. */
const ignoredSheets = ['说明', '问题清单'];
const scoreSheet = '评分';

/** Every roster of the case folder: file by file in order of name, sheet by sheet, row by row. */
export async function readRosters(dir: string, districts?: readonly string[]): Promise<Result<Rosters>> {
  const { paths, messages: found } = await rosterPaths(dir);
  const sizes = await Promise.all(paths.map((path) => sizeOf(dir, path)));
  const threads = threadsFor(sizes.reduce((sum, size) => sum + size, 0));
  const tasks = paths.map((path) => ({ dir, path, districts, packs: threads > 0 }));
  const files = await inThreads(readingRosters, tasks, threads);
  const messages = [
    ...found,
    ...files.flatMap((file) => file.opened),
    ...files.flatMap((file) => file.said),
    ...sameSheets(files.flatMap((file) => file.contents)),
    ...files.flatMap((file) => file.scored),
  ];
  const nominees = files.flatMap((file) => rowsIn(file.nominees));
  const scores = files.flatMap((file) => file.scores);
  const inputs = files.flatMap((file) => file.input ?? []);
  return resultOf({ nominees, scores, inputs }, messages);
}

interface RosterFile {
  /** null where it cannot be read. */
  readonly input: InputFile | null;
  readonly nominees: Rows<Nominee>;
  readonly scores: readonly ItemScores[];
  readonly contents: readonly RosterContent[];
  /** What was found in opening the file, in the rows of its rosters, and in its scores. */
  readonly opened: readonly Message[];
  readonly said: readonly Message[];
  readonly scored: readonly Message[];
}

interface RosterTask {
  readonly dir: string;
  readonly path: string;
  readonly districts: readonly string[] | undefined;
  /** Whether its nominees come packed: so many come in that they would fill the memory. */
  readonly packs: boolean;
}

const readingRosters: Work<RosterTask, RosterFile> = {
  file: threadFile,
  name: 'readRosterFile',
  run: readRosterFile,
  // A thread holds one file at a time; what is left over of the last ones is to be cleared soon.
  youngMegabytes: 8,
};

/** One file of the folder, with nominees of those sheets only that have no errors. */
export async function readRosterFile({ dir, path, districts, packs }: RosterTask): Promise<RosterFile> {
  const input = await readInput(dir, path);
  const { sheets, scoreSheets, messages } = input.ok ? await fileSheets(input.value) : { ...noSheets, ...input };
  const rosters = sheets.map(({ sheet, category }) => readRoster(sheet, category, districts));
  const scores = scoreSheets.map(readScores);
  const nominees = rosters.flatMap((one) => (one.ok ? one.value : []));
  return {
    input: input.ok ? inputFile(input.value) : null,
    nominees: packs ? packRows(nominees) : nominees,
    scores: scores.flatMap((one) => (one.ok ? one.value : [])),
    contents: sheets.flatMap(({ sheet, category }) => contentOf(sheet, category) ?? []),
    opened: messages,
    said: rosters.flatMap((one) => one.messages),
    scored: scores.flatMap((one) => one.messages),
  };
}

interface FileSheets {
  readonly sheets: readonly CategorySheet[];
  /** Sheets `评分`: scores item by item. */
  readonly scoreSheets: readonly Sheet[];
}

/** The sheets of every roster file that can be opened, before anything is asked of their rows. */
export async function rosterSheets(dir: string): Promise<FileSheets> {
  const { paths } = await rosterPaths(dir);
  const sheets: CategorySheet[] = [];
  const scoreSheets: Sheet[] = [];
  for (const path of paths) {
    const input = await readInput(dir, path);
    if (!input.ok) continue;
    const file = await fileSheets(input.value);
    sheets.push(...file.sheets);
    scoreSheets.push(...file.scoreSheets);
  }
  return { sheets, scoreSheets };
}

const noSheets: FileSheets = { sheets: [], scoreSheets: [] };

async function rosterPaths(dir: string): Promise<{ paths: readonly string[]; messages: readonly Message[] }> {
  const names = (await listFolder(join(dir, 'rosters'))) ?? [];
  const messages: Message[] = names.length === 0 ? [message('roster.none', { place: { file: 'rosters' } })] : [];
  const paths: string[] = [];
  for (const name of names) {
    const path = `rosters/${name}`;
    if (/\.(xlsx|csv)$/i.test(name)) paths.push(path);
    else messages.push(message('roster.file-type', { place: { file: path }, name }));
  }
  return { paths, messages };
}

async function fileSheets(input: Input): Promise<FileSheets & { readonly messages: readonly Message[] }> {
  const found = /\.csv$/i.test(input.path) ? csvSheet(input) : await workbookSheets(input);
  return { ...(found.ok ? found.value : noSheets), messages: found.messages };
}

/** A CSV file's name is the category, with or without a district before it: 先进单位.csv, 浦东-先进单位.csv. */
function csvSheet(input: Input): Result<FileSheets> {
  const name = basename(input.path);
  const stem = name.replace(/\.csv$/i, '');
  const kind = stem.split(/[-－—_]/).at(-1) ?? '';
  const category = categoryOf(kind);
  const messages =
    category === undefined && kind !== scoreSheet
      ? [message('roster.file-name', { place: { file: input.path }, name, nearest: nearest(stem, names) })]
      : [];
  const sheet = readCsv(input);
  messages.push(...sheet.messages);
  if (!sheet.ok) return { ok: false, messages };
  const sheets = category === undefined ? [] : [{ sheet: sheet.value, category }];
  return { ok: true, value: { sheets, scoreSheets: kind === scoreSheet ? [sheet.value] : [] }, messages };
}

/** In a workbook the sheet's name is the category. */
async function workbookSheets(input: Input): Promise<Result<FileSheets>> {
  const workbook = await readXlsx(input);
  if (!workbook.ok) return workbook;
  const filled = workbook.value.filter((sheet) => !isBlankSheet(sheet));
  const isScores = ({ name = '' }: Sheet) => name.trim() === scoreSheet;
  const known = workbook.value.filter((sheet) => categoryOf(sheet.name ?? '') !== undefined || isScores(sheet));
  const others = filled.filter((sheet) => !known.includes(sheet) && !ignoredSheets.includes(sheet.name?.trim() ?? ''));
  if (known.length === 0) {
    const actual = others.map(({ name }) => name).join('、');
    const place = { file: input.path };
    return { ok: false, messages: [message('roster.sheet-missing', { place, ...(actual !== '' && { actual }) })] };
  }
  const sheets = filled.flatMap((sheet) => {
    const category = categoryOf(sheet.name ?? '');
    return category === undefined ? [] : [{ sheet, category }];
  });
  const messages = others.map(({ name: sheet = '' }) =>
    message('roster.sheet-unknown', { place: { file: input.path, sheet }, sheet, nearest: nearest(sheet, names) }),
  );
  return { ok: true, value: { sheets, scoreSheets: filled.filter(isScores) }, messages };
}

function categoryOf(name: string): Category | undefined {
  const plain = name.normalize('NFKC').replace(/\s+/g, '');
  return categories.find((category) => categoryNames[category] === plain);
}
