/** The case folder in, one case out: everything that is wrong with it is said at once. */
import { basename, resolve } from 'node:path';
import type { z } from 'zod';
import { type Message, message, type Place, type Result } from '../message.ts';
import { nearest } from '../nearest.ts';
import { listFolder, readInput } from './files.ts';
import { type Members, readMembers } from './members.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { readYaml } from './read-yaml.ts';
import { readRosters } from './rosters.ts';
import { caseSchema } from './schema.ts';
import { isBlankSheet, type Sheet } from './table.ts';
import type { Case, District, Input } from './types.ts';

type CaseFile = z.output<typeof caseSchema>;

/** Reads and validates a case folder: case.yaml, members.csv or .xlsx, and the rosters. */
export async function readCase(dir: string): Promise<Result<Case>> {
  const names = await listFolder(dir);
  if (!names) return { ok: false, messages: [message('case.folder-missing', { place: { file: dir }, folder: dir })] };

  const caseFile = await readCaseFile(dir, names);
  const members = await readMemberFile(dir, names);
  const districtNames = members.ok ? members.value.members.map(({ district }) => district) : undefined;
  const rosters = await readRosters(dir, districtNames);
  const messages = [...caseFile.messages, ...members.messages];
  if (caseFile.ok && districtNames) messages.push(...unknownDistricts(caseFile.value, districtNames));
  messages.push(...rosters.messages);

  if (!caseFile.ok || !members.ok || !rosters.ok || messages.some(({ level }) => level === 'error'))
    return { ok: false, messages };
  const { districts, ...settings } = caseFile.value.settings;
  const value: Case = {
    id: basename(resolve(dir)),
    year: settings.year,
    settings,
    districts: members.value.members.map((row) => districtOf(row, districts[row.district])),
    nominees: rosters.value.nominees,
    inputs: [caseFile.value.input, members.value.input, ...rosters.value.inputs],
  };
  return { ok: true, value, messages };
}

interface ReadCaseFile {
  readonly input: Input;
  readonly settings: CaseFile;
  placeOf(path: readonly string[]): Place;
}

async function readCaseFile(dir: string, names: readonly string[]): Promise<Result<ReadCaseFile>> {
  const input = await inputNamed(dir, names, ['case.yaml']);
  if (!input.ok) return input;
  const yaml = readYaml(input.value, caseSchema);
  if (!yaml.ok) return yaml;
  const { value: settings, placeOf } = yaml.value;
  return { ok: true, value: { input: input.value, settings, placeOf }, messages: yaml.messages };
}

async function readMemberFile(
  dir: string,
  names: readonly string[],
): Promise<Result<{ input: Input; members: readonly Members[] }>> {
  const input = await inputNamed(dir, names, ['members.csv', 'members.xlsx']);
  if (!input.ok) return input;
  const sheet = await memberSheet(input.value);
  if (!sheet.ok) return sheet;
  const members = readMembers(sheet.value);
  return members.ok ? { ...members, value: { input: input.value, members: members.value } } : members;
}

/** In a workbook, the first sheet with content. */
async function memberSheet(input: Input): Promise<Result<Sheet>> {
  if (input.path.endsWith('.csv')) return readCsv(input);
  const workbook = await readXlsx(input);
  if (!workbook.ok) return workbook;
  const sheet = workbook.value.find((one) => !isBlankSheet(one)) ?? { file: input.path, rows: [] };
  return { ok: true, value: sheet, messages: workbook.messages };
}

/** The one file of the folder that has one of the names. */
async function inputNamed(dir: string, names: readonly string[], wanted: readonly string[]): Promise<Result<Input>> {
  const [found, second] = wanted.filter((name) => names.includes(name));
  if (found === undefined) {
    const name = wanted.join(' / ');
    return { ok: false, messages: [message('case.file-missing', { place: { file: wanted[0] ?? '' }, name })] };
  }
  if (second !== undefined) return { ok: false, messages: [message('case.members-both', { place: { file: second } })] };
  return readInput(dir, found);
}

/** Districts that case.yaml speaks of and the table of member units does not know. */
function unknownDistricts({ settings, placeOf }: ReadCaseFile, known: readonly string[]): Message[] {
  const spoken = [
    ...Object.keys(settings.districts).map((name) => ['districts', name]),
    ...Object.keys(settings.payout.districtAmounts).map((name) => ['payout', 'districtAmounts', name]),
  ];
  return spoken.flatMap((path) => {
    const district = path.at(-1) ?? '';
    if (known.includes(district)) return [];
    return [message('case.district-unknown', { place: placeOf(path), district, nearest: nearest(district, known) })];
  });
}

/** A district association pays unless the case says otherwise; there is none in city scope (内保处). */
function districtOf({ district, count }: Members, told: CaseFile['districts'][string] | undefined): District {
  const scope = told?.scope ?? 'district';
  const usual = scope === 'city' ? null : `${district.replace(/区$/, '')}区企保协会`;
  return {
    name: district,
    members: count,
    scope,
    payer: told?.payer === undefined ? usual : told.payer,
    overrides: told?.overrides ?? [],
  };
}
