import { join } from 'node:path';
import { type Message, message, type Result, resultOf } from '../message.ts';
import { nearest } from '../nearest.ts';
import { listFolder, readInput } from './files.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { readRoster, sameSheets } from './roster.ts';
import { readScores } from './scores.ts';
import { isBlankSheet, type Sheet } from './table.ts';
import { categoryNames } from './terms.ts';
import { type Category, categories, type Input, type ItemScores, type Nominee } from './types.ts';

export interface Rosters {
  readonly nominees: readonly Nominee[];
  readonly scores: readonly ItemScores[];
  readonly inputs: readonly Input[];
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
  const { sheets, scoreSheets, inputs, messages: found } = await rosterSheets(dir);
  const messages: Message[] = [...found];
  const nominees: Nominee[] = [];
  for (const { sheet, category } of sheets) {
    const roster = readRoster(sheet, category, districts);
    messages.push(...roster.messages);
    if (roster.ok) nominees.push(...roster.value);
  }
  messages.push(...sameSheets(sheets));
  const scored = scoreSheets.map(readScores);
  messages.push(...scored.flatMap((one) => one.messages));
  const scores = scored.flatMap((one) => (one.ok ? one.value : []));
  return resultOf({ nominees, scores, inputs }, messages);
}

interface FileSheets {
  readonly sheets: readonly CategorySheet[];
  /** Sheets `评分`: scores item by item. */
  readonly scoreSheets: readonly Sheet[];
}

interface RosterSheets extends FileSheets {
  readonly inputs: readonly Input[];
  readonly messages: readonly Message[];
}

/** The sheets of every roster file that can be opened, before anything is asked of their rows. */
export async function rosterSheets(dir: string): Promise<RosterSheets> {
  const files = (await listFolder(join(dir, 'rosters'))) ?? [];
  const messages: Message[] = files.length === 0 ? [message('roster.none', { place: { file: 'rosters' } })] : [];
  const inputs: Input[] = [];
  const sheets: CategorySheet[] = [];
  const scoreSheets: Sheet[] = [];
  for (const name of files) {
    const path = `rosters/${name}`;
    const extension = /\.(xlsx|csv)$/i.exec(name)?.[1]?.toLowerCase();
    if (extension === undefined) {
      messages.push(message('roster.file-type', { place: { file: path }, name }));
      continue;
    }
    const input = await readInput(dir, path);
    messages.push(...input.messages);
    if (!input.ok) continue;
    inputs.push(input.value);
    const found = extension === 'csv' ? csvSheet(input.value, name) : await workbookSheets(input.value);
    messages.push(...found.messages);
    if (!found.ok) continue;
    sheets.push(...found.value.sheets);
    scoreSheets.push(...found.value.scoreSheets);
  }
  return { sheets, scoreSheets, inputs, messages };
}

/** A CSV file's name is the category, with or without a district before it: 先进单位.csv, 浦东-先进单位.csv. */
function csvSheet(input: Input, name: string): Result<FileSheets> {
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
