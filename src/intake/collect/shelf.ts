/** The folder of rosters after a collection: one workbook per district that has changed, the others as they are. */
import { basename } from 'node:path';
import { readInput } from '../../case/files.ts';
import { readXlsx } from '../../case/read-xlsx.ts';
import type { Case, InputFile, Nominee } from '../../case/types.ts';
import { isScoreSheet } from './category.ts';
import type { Decision } from './decide.ts';
import { homeOf, homesOf } from './homes.ts';
import { laterScore, type ScoreRow, scoreKey, scoreRows } from './scores.ts';
import { rowsPerSlot, type SlotCount } from './slots.ts';

export interface Shelf {
  /** Names in `rosters/` of the workbooks to write, with their rows. */
  readonly written: readonly ShelfFile[];
  /** Paths of rosters that give way to them. */
  readonly removed: readonly string[];
  /** Those of them that somebody had put there by hand: the originals are kept. */
  readonly takenOver: readonly TakenOver[];
}

export interface TakenOver {
  readonly input: InputFile;
  /** Its name among the originals. */
  readonly stored: string;
  readonly rows: readonly SlotCount[];
}

export interface ShelfFile {
  readonly district: string;
  readonly name: string;
  readonly nominees: readonly Nominee[];
  readonly scores: readonly ScoreRow[];
}

/** A district's workbook, numbered in the order of the table of member units: 01浦东.xlsx. */
export function rosterName(district: string, districts: readonly string[]): string {
  const number = String(districts.indexOf(district) + 1).padStart(2, '0');
  return `${number}${district.replace(/[\\/:*?"<>|]/g, '')}.xlsx`;
}

/** Which workbooks have to be written so that every row stands in one place. */
export async function shelve(
  dir: string,
  theCase: Case,
  changes: Pick<Decision, 'nominees' | 'districts' | 'scores'>,
  nameOriginal: (name: string, sha256: string) => string,
): Promise<Shelf> {
  const districts = theCase.districts.map(({ name }) => name);
  // Most rosters come without scores, whose homes nobody then asks for.
  let known: ReadonlyMap<string, string> | undefined;
  const homes = () => {
    known ??= homesOf(changes.nominees);
    return known;
  };
  const affected = new Set(changes.districts);
  for (const row of changes.scores) affected.add(homeOf(row, homes()) ?? '');
  affected.delete('');
  const rosters = theCase.inputs.filter(({ path }) => path.startsWith('rosters/'));
  const touched = touchedFiles(rosters, theCase.nominees, districts, affected);

  const scores = new Map<string, ScoreRow>();
  const stray = new Map<string, string>();
  for (const input of touched) {
    const first = theCase.nominees.find(({ place }) => place.file === input.path)?.district ?? [...affected][0] ?? '';
    for (const row of await scoresIn(dir, input)) {
      scores.set(scoreKey(row), row);
      stray.set(scoreKey(row), first);
    }
  }
  for (const row of changes.scores) scores.set(scoreKey(row), laterScore(scores.get(scoreKey(row)), row));
  const districtOf = (row: ScoreRow) => homeOf(row, homes()) ?? stray.get(scoreKey(row));

  const takenOver = takenOverOf(touched, theCase.nominees, nameOriginal);
  const storedAs = new Map(takenOver.map(({ input, stored }) => [input.path, stored]));
  const withOrigin = (nominee: Nominee): Nominee => {
    const file = nominee.origin === null ? storedAs.get(nominee.place.file) : undefined;
    return file === undefined ? nominee : { ...nominee, origin: { ...nominee.place, file } };
  };
  const written = districts
    .filter((district) => affected.has(district))
    .map((district) => ({
      district,
      name: rosterName(district, districts),
      nominees: changes.nominees.filter((one) => one.district === district).map(withOrigin),
      scores: [...scores.values()].filter((row) => districtOf(row) === district),
    }));
  return { written, removed: touched.map(({ path }) => path), takenOver };
}

/** A file is this tool's own where every row says from where it came. */
function takenOverOf(
  touched: readonly InputFile[],
  nominees: readonly Nominee[],
  nameOriginal: (name: string, sha256: string) => string,
): readonly TakenOver[] {
  return touched.flatMap((input) => {
    const rows = nominees.filter(({ place }) => place.file === input.path);
    if (rows.length > 0 && rows.every(({ origin }) => origin !== null)) return [];
    const stored = nameOriginal(basename(input.path), input.sha256);
    return [{ input, stored, rows: rowsPerSlot(rows) }];
  });
}

/** Files with rows of the districts, or in their place; the other districts in them are drawn in. */
function touchedFiles(
  rosters: readonly InputFile[],
  nominees: readonly Nominee[],
  districts: readonly string[],
  affected: Set<string>,
): readonly InputFile[] {
  const within = new Map<string, Set<string>>(rosters.map(({ path }) => [path, new Set()]));
  for (const { place, district } of nominees) within.get(place.file)?.add(district);
  const isTouched = ({ path }: InputFile) =>
    [...affected].some(
      (district) => within.get(path)?.has(district) || path === `rosters/${rosterName(district, districts)}`,
    );
  for (let before = -1; before < affected.size; ) {
    before = affected.size;
    for (const input of rosters.filter(isTouched)) {
      for (const district of within.get(input.path) ?? []) affected.add(district);
    }
  }
  return rosters.filter(isTouched);
}

async function scoresIn(dir: string, { path }: InputFile): Promise<readonly ScoreRow[]> {
  if (!/\.xlsx$/i.test(path)) return [];
  const input = await readInput(dir, path);
  const sheets = input.ok ? await readXlsx(input.value) : input;
  return sheets.ok ? sheets.value.filter(isScoreSheet).flatMap((sheet) => scoreRows(sheet).rows) : [];
}
