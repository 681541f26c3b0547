import { join } from 'node:path';
import { type Message, message, type Result, resultOf } from '../message.ts';
import { nearest } from '../nearest.ts';
import { listFolder, readInput } from './files.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { readRoster, sameSheets } from './roster.ts';
import { isBlankSheet, type Sheet } from './table.ts';
import { categoryNames } from './terms.ts';
import { type Category, categories, type Input, type Nominee } from './types.ts';

export interface Rosters {
  readonly nominees: readonly Nominee[];
  readonly inputs: readonly Input[];
}

interface CategorySheet {
  readonly sheet: Sheet;
  readonly category: Category;
}

const names = categories.map((category) => categoryNames[category]);

/** Sheets that a roster's workbook may have beside the four, and that say nothing about nominees. */
const ignoredSheets = ['说明', '评分'];

/** Every roster of the case folder: file by file in order of name, sheet by sheet, row by row. */
export async function readRosters(dir: string, districts?: readonly string[]): Promise<Result<Rosters>> {
  const files = (await listFolder(join(dir, 'rosters'))) ?? [];
  const messages: Message[] = files.length === 0 ? [message('roster.none', { place: { file: 'rosters' } })] : [];
  const inputs: Input[] = [];
  const sheets: CategorySheet[] = [];
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
    if (found.ok) sheets.push(...found.value);
  }

  const nominees: Nominee[] = [];
  for (const { sheet, category } of sheets) {
    const roster = readRoster(sheet, category, districts);
    messages.push(...roster.messages);
    if (roster.ok) nominees.push(...roster.value);
  }
  messages.push(...sameSheets(sheets));
  return resultOf({ nominees, inputs }, messages);
}

/** A CSV file's name is the category, with or without a district before it: 先进单位.csv, 浦东-先进单位.csv. */
function csvSheet(input: Input, name: string): Result<readonly CategorySheet[]> {
  const stem = name.replace(/\.csv$/i, '');
  const category = categoryOf(stem.split(/[-－—_]/).at(-1) ?? '');
  const messages =
    category === undefined
      ? [message('roster.file-name', { place: { file: input.path }, name, nearest: nearest(stem, names) })]
      : [];
  const sheet = readCsv(input);
  messages.push(...sheet.messages);
  if (!sheet.ok || category === undefined) return { ok: false, messages };
  return { ok: true, value: [{ sheet: sheet.value, category }], messages };
}

/** In a workbook the sheet's name is the category. */
async function workbookSheets(input: Input): Promise<Result<readonly CategorySheet[]>> {
  const workbook = await readXlsx(input);
  if (!workbook.ok) return workbook;
  const filled = workbook.value.filter((sheet) => !isBlankSheet(sheet));
  const known = workbook.value.filter(({ name = '' }) => categoryOf(name) !== undefined);
  const others = filled.filter(
    ({ name = '' }) => categoryOf(name) === undefined && !ignoredSheets.includes(name.trim()),
  );
  if (known.length === 0) {
    const actual = others.map(({ name }) => name).join('、');
    const place = { file: input.path };
    return { ok: false, messages: [message('roster.sheet-missing', { place, ...(actual !== '' && { actual }) })] };
  }
  const value = filled.flatMap((sheet) => {
    const category = categoryOf(sheet.name ?? '');
    return category === undefined ? [] : [{ sheet, category }];
  });
  const messages = others.map(({ name: sheet = '' }) =>
    message('roster.sheet-unknown', { place: { file: input.path, sheet }, sheet, nearest: nearest(sheet, names) }),
  );
  return { ok: true, value, messages };
}

function categoryOf(name: string): Category | undefined {
  const plain = name.normalize('NFKC').replace(/\s+/g, '');
  return categories.find((category) => categoryNames[category] === plain);
}
