/** The rows of the case's rosters as their files hold them, right or wrong, with the district each belongs to. */
import { basename } from 'node:path';
import { district } from '../case/cells.ts';
import { rosterColumns } from '../case/roster-columns.ts';
import { rosterSheets } from '../case/rosters.ts';
import { scoreColumns } from '../case/score-columns.ts';
import { type Column, maximumText, readTable, type Sheet, textOf } from '../case/table.ts';
import type { Category } from '../case/types.ts';
import type { Place } from '../message.ts';

export interface RawRow {
  readonly kind: Category | 'scores';
  /** '' where neither the row nor its file says which. */
  readonly district: string;
  /** Text by column of the contract. */
  readonly cells: Readonly<Record<string, string>>;
  readonly place: Place;
  /** Where the row stood in the file that a district sent, if the case keeps that. */
  readonly origin: Place | null;
}

export interface RawRosters {
  readonly rows: readonly RawRow[];
  /** The district of a file: that of all its rows, else the one its name holds; '' where there is none. */
  districtOf(file: string): string;
}

/** @param districts the names the case knows; where there are none, what the column 区 says is believed. */
export async function readRawRows(dir: string, districts: readonly string[]): Promise<RawRosters> {
  const { sheets, scoreSheets } = await rosterSheets(dir);
  const named = sheets.flatMap(({ sheet, category }) => rowsOf(sheet, category, rosterColumns(category), districts));
  const byUnit = new Map(named.map(({ cells, district }) => [cells.单位全称, district]));
  const scores = scoreSheets
    .flatMap((sheet) => rowsOf(sheet, 'scores', scoreColumns, districts))
    .map((row) => ({ ...row, district: byUnit.get(row.cells.单位全称) ?? '' }));
  const rows = [...named, ...scores];

  const inFile = new Map<string, Set<string>>();
  for (const { place, district } of rows) {
    if (district !== '') inFile.set(place.file, (inFile.get(place.file) ?? new Set()).add(district));
  }
  const districtOf = (file: string) => {
    const [only = '', ...others] = inFile.get(file) ?? [];
    if (only !== '') return others.length === 0 ? only : '';
    const within = districts.filter((name) => basename(file).includes(name));
    return within.toSorted((one, other) => other.length - one.length)[0] ?? '';
  };
  return {
    rows: rows.map((row) => (row.district === '' ? { ...row, district: districtOf(row.place.file) } : row)),
    districtOf,
  };
}

function rowsOf(
  sheet: Sheet,
  kind: RawRow['kind'],
  columns: readonly Column[],
  districts: readonly string[],
): readonly RawRow[] {
  return readTable(sheet, columns).rows.map((row) => {
    const cells = Object.fromEntries(columns.map(({ name }) => [name, fitting(textOf(row.cell(name)))]));
    const { 来源文件: file = '', 来源表: from = '', 来源行: line = '' } = cells;
    const origin = file === '' ? null : { file, ...(from && { sheet: from }), ...(line && { row: Number(line) }) };
    const own = districts.length > 0 ? district({ row, messages: [] }, '区', districts) : (cells.区 ?? '');
    return { kind, district: own, cells, place: row.place(), origin };
  });
}

/** As much of a text as one cell holds; the finding that sends it back says that it is too long. */
function fitting(text: string): string {
  return text.length > maximumText ? text.slice(0, maximumText).replace(/[\ud800-\udbff]$/, '') : text;
}
