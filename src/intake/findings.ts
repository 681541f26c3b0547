/** Findings by district: whose desk each of them belongs on. */
import { readFrame } from '../case/read.ts';
import type { Message } from '../message.ts';
import { type RawRosters, readRawRows } from './raw-rows.ts';

export interface DistrictFindings {
  /** null: findings of the case itself, or of no single district. */
  readonly district: string | null;
  readonly messages: readonly Message[];
}

/** In the order of the quota table, what belongs to no district last. */
export function byDistrict(
  messages: readonly Message[],
  rosters: RawRosters,
  districts: readonly string[],
): readonly DistrictFindings[] {
  const rows = new Map(rosters.rows.map(({ place, district }) => [rowKey(place), district]));
  const districtOf = ({ place, district }: Message): string => {
    if (district !== undefined) return districts.includes(district) ? district : '';
    if (place === undefined || !place.file.startsWith('rosters/')) return '';
    return rows.get(rowKey(place)) ?? rosters.districtOf(place.file);
  };
  const groups = new Map<string, Message[]>(districts.map((name) => [name, []]));
  const rest: Message[] = [];
  for (const one of messages) (groups.get(districtOf(one)) ?? rest).push(one);
  return [
    ...[...groups].map(([district, own]) => ({ district, messages: own })),
    { district: null, messages: rest },
  ].filter((group) => group.messages.length > 0);
}

/**
 * Groups the findings of a case. Where one stands in a row, the rosters are read once more, as they are, so that rows with
 * errors find their district too.
 */
export async function groupFindings(dir: string, messages: readonly Message[]): Promise<readonly DistrictFindings[]> {
  const inRosters = messages.some(
    ({ place, district }) => district === undefined && place?.file.startsWith('rosters/'),
  );
  const concerned = inRosters || messages.some(({ district }) => district !== undefined);
  const frame = concerned ? await readFrame(dir) : undefined;
  if (!frame?.ok) return [{ district: null, messages }];
  const districts = frame.value.districts.map(({ name }) => name);
  return byDistrict(messages, inRosters ? await readRawRows(dir, districts) : noRosters, districts);
}

const noRosters: RawRosters = { rows: [], districtOf: () => '' };

/** Rows of one sheet of one file are told apart by this. */
export function rowKey({ file, sheet = '', row = 0 }: NonNullable<Message['place']>): string {
  return [file, sheet, row].join('\n');
}
