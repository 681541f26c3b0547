/** The case folder in, one case out: everything that is wrong with it is said at once. */
import { basename, resolve } from 'node:path';
import type { z } from 'zod';
import { hasErrors, type Message, message, type Place, type Result, resultOf } from '../message.ts';
import { nearest } from '../nearest.ts';
import { inputFile, listFolder, readInput } from './files.ts';
import { type Members, readMembers } from './members.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { readYaml } from './read-yaml.ts';
import { readRosters } from './rosters.ts';
import { caseSchema } from './schema.ts';
import { readScoreFiles } from './score-files.ts';
import { type ReadSeal, readSeal } from './seal.ts';
import { isBlankSheet, type Sheet } from './table.ts';
import type { Case, District, Input, Seal } from './types.ts';

type CaseFile = z.output<typeof caseSchema>;

/** A case before its rosters are read: what the office itself has decided. */
export type CaseFrame = Omit<Case, 'nominees' | 'scores'>;

/** Reads and validates a case folder: case.yaml, members.csv or .xlsx, the rosters, and the scoring sheets. */
export async function readCase(dir: string): Promise<Result<Case>> {
  const read = await readParts(dir);
  if (!read.found) return { ok: false, messages: read.messages };
  const rosters = await readRosters(dir, read.districtNames);
  const scored = await readScoreFiles(dir);
  const messages = [...read.messages, ...rosters.messages, ...scored.messages];
  if (!read.frame || !rosters.ok || !scored.ok) return { ok: false, messages };
  const { nominees } = rosters.value;
  const scores = [...rosters.value.scores, ...scored.value.scores];
  const inputs = [...read.frame.inputs, ...rosters.value.inputs, ...scored.value.inputs];
  return resultOf({ ...read.frame, nominees, scores, inputs }, messages);
}

/** Reads and validates case.yaml and members.csv or .xlsx, and leaves the rosters alone. */
export async function readFrame(dir: string): Promise<Result<CaseFrame>> {
  const { frame, messages } = await readParts(dir);
  return frame ? { ok: true, value: frame, messages } : { ok: false, messages };
}

interface Parts {
  /** Whether there is such a folder at all. */
  readonly found: boolean;
  readonly messages: readonly Message[];
  /** undefined where the messages hold errors */
  readonly frame?: CaseFrame;
  /** undefined where the table of member units cannot be read */
  readonly districtNames?: readonly string[];
}

async function readParts(dir: string): Promise<Parts> {
  const names = await listFolder(dir);
  if (!names)
    return { found: false, messages: [message('case.folder-missing', { place: { file: dir }, folder: dir })] };

  const caseFile = await readCaseFile(dir, names);
  const members = await readMemberFile(dir, names);
  const messages = [...caseFile.messages, ...members.messages];
  if (!members.ok) return { found: true, messages };
  const districtNames = members.value.members.map(({ district }) => district);
  if (caseFile.ok) messages.push(...unknownDistricts(caseFile.value, districtNames));
  const seals = caseFile.ok ? await readSeals(dir, caseFile.value) : [];
  messages.push(...seals.flatMap(([, read]) => read.messages));
  if (!caseFile.ok || hasErrors(messages)) return { found: true, messages, districtNames };
  const { districts, ...settings } = caseFile.value.settings;
  const frame: CaseFrame = {
    id: basename(resolve(dir)),
    year: settings.year,
    settings,
    districts: members.value.members.map((row) => districtOf(row, districts[row.district])),
    ...sealsIn(seals, [caseFile.value.input, members.value.input]),
  };
  return { found: true, messages, frame, districtNames };
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

type NamedSeals = readonly (readonly [string, Result<ReadSeal>])[];

/** The seals that case.yaml gives the two bodies, by the names that templates call them by. */
async function readSeals(dir: string, { settings, placeOf }: ReadCaseFile): Promise<NamedSeals> {
  return Promise.all(
    (['issuer', 'conferrer'] as const).flatMap((owner) => {
      const { seal } = settings[owner];
      if (seal === null) return [];
      return [readSeal(dir, seal, placeOf([owner, 'seal', 'image'])).then((read) => [owner, read] as const)];
    }),
  );
}

/** The seals that were read, and all files with theirs. */
function sealsIn(read: NamedSeals, files: readonly Input[]): Pick<CaseFrame, 'seals' | 'inputs'> {
  const whole = read.flatMap(([name, one]) => (one.ok ? [[name, one.value] as const] : []));
  const images = whole.flatMap(([, { inputs }]) => inputs);
  const others = images.filter((one, index) => images.findIndex(({ path }) => path === one.path) === index);
  const seals: Record<string, Seal> = Object.fromEntries(whole.map(([name, { seal }]) => [name, seal]));
  return { seals, inputs: [...files, ...others].map(inputFile) };
}

/** Districts that case.yaml speaks of and the table of member units does not know. */
function unknownDistricts({ settings, placeOf }: ReadCaseFile, known: readonly string[]): Message[] {
  const spoken = [
    ...Object.keys(settings.districts).map((name) => ['districts', name]),
    ...Object.keys(settings.payout.districtAmounts).map((name) => ['payout', 'districtAmounts', name]),
    ...Object.keys(settings.police.districts).map((name) => ['police', 'districts', name]),
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
