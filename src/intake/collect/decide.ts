/** What of the files is taken, and an account of every row. */
import type { Case, Category, Nominee } from '../../case/types.ts';
import { type Message, message } from '../../message.ts';
import type { IncomingFile } from './file.ts';
import { homeOf, homesOf } from './homes.ts';
import type { Incoming } from './incoming.ts';
import { type IgnoredKind, ignoredKinds } from './kinds.ts';
import type { RowChange } from './match.ts';
import { type Conflict, type Merge, merge } from './merge.ts';
import { type ScoreRow, scoreKey } from './scores.ts';
import { rowsPerSlot, type SlotCount } from './slots.ts';

export interface Decision {
  readonly merged: Merge;
  /** All nominees of the case as they will stand. */
  readonly nominees: readonly Nominee[];
  /** Districts whose rows came in. */
  readonly districts: ReadonlySet<string>;
  readonly scores: readonly ScoreRow[];
  readonly collected: readonly Collected[];
  readonly messages: readonly Message[];
}

/** A file of which something was taken. */
export interface Collected {
  readonly file: IncomingFile;
  /** Its rows that stand in the case now. */
  readonly rows: readonly SlotCount[];
  readonly rejected: number;
}

export interface CollectSummary {
  readonly written: boolean;
  readonly files: readonly {
    readonly path: string;
    readonly sha256: string;
    /** `known`: the same content has come in before, or twice in this run; `empty`: it names nobody. */
    readonly status: 'collected' | 'known' | 'empty' | 'rejected';
    readonly rows: readonly SlotCount[];
  }[];
  readonly rows: RowAccount;
  readonly districts: readonly {
    readonly district: string;
    readonly category: Category;
    readonly before: number;
    readonly after: number;
  }[];
  readonly changes: readonly RowChange[];
  readonly conflicts: readonly Conflict[];
  /** Items of scoring sheets that were taken. */
  readonly scores: number;
}

/** Rows of the files with any content: read = kept + replaced + rejected + the sum of ignored. */
export interface RowAccount {
  readonly read: number;
  /** In the rosters now. */
  readonly kept: number;
  /** Gave way to the file that the user preferred. */
  readonly replaced: number;
  /** Left out, each with a message. */
  readonly rejected: number;
  /** No nominees' rows; `same`: another file of this run has it too. */
  readonly ignored: Readonly<Record<IgnoredKind, number>>;
}

export function decide(
  theCase: Case,
  { files, prefers }: Pick<Incoming, 'files' | 'prefers'>,
  { add = false, replace = false }: { readonly add?: boolean; readonly replace?: boolean },
): Decision {
  const districts = theCase.districts.map(({ name }) => name);
  const policy = { prefers: ({ source }: IncomingFile) => prefers(source), add, replace };
  const merged = merge(theCase.nominees, files, districts, policy);
  const replaced = new Set(merged.slots.flatMap(({ before }) => before));
  const after = merged.slots.flatMap((slot) => slot.after);
  const nominees = [...theCase.nominees.filter((one) => !replaced.has(one)), ...after];
  const scores = takenScores(files, merged, nominees);
  const taken = new Map<string, Nominee[]>(files.map(({ stored }) => [stored, []]));
  for (const one of after) taken.get(one.origin?.file ?? '')?.push(one);
  const collected = files
    .filter((file) => file.nominees.length + file.scores.length > merged.refused(file))
    .map((file) => ({
      file,
      rows: rowsPerSlot(taken.get(file.stored) ?? []),
      rejected: file.rejected + merged.refused(file),
    }));
  return {
    merged,
    nominees,
    districts: new Set(merged.slots.map(({ district }) => district)),
    scores: scores.rows,
    collected,
    messages: [...merged.messages, ...scores.messages],
  };
}

export function summaryOf({ files, known }: Incoming, decision: Decision): Omit<CollectSummary, 'written'> {
  const { merged, collected, scores } = decision;
  const sum = (count: (file: IncomingFile) => number) => files.reduce((total, file) => total + count(file), 0);
  const ignored = (kind: IgnoredKind) =>
    kind === 'same' ? merged.same : sum((file) => file.ignored.filter((one) => one === kind).length);
  const account = ignoredKinds.map((kind) => [kind, ignored(kind)] as const);
  const entries = new Map(collected.map((one) => [one.file, one]));
  return {
    files: [
      ...files.map((file) => ({
        path: file.source.path,
        sha256: file.source.hash,
        status: entries.has(file) ? ('collected' as const) : isEmpty(file) ? ('empty' as const) : ('rejected' as const),
        rows: entries.get(file)?.rows ?? [],
      })),
      ...known.map(({ path, hash }) => ({ path, sha256: hash, status: 'known' as const, rows: [] })),
    ],
    rows: {
      read: sum((file) => file.read),
      kept: merged.kept,
      replaced: merged.replaced,
      rejected: sum((file) => file.rejected) + merged.rejected,
      ignored: Object.fromEntries(account) as RowAccount['ignored'],
    },
    districts: merged.slots.map(({ district, category, before, after }) => ({
      district,
      category,
      before: before.length,
      after: after.length,
    })),
    changes: merged.slots.flatMap(({ changes }) => changes),
    conflicts: merged.conflicts,
    scores: scores.length,
  };
}

function isEmpty(file: IncomingFile): boolean {
  return file.rejected === 0 && file.nominees.length === 0 && !file.messages.some(({ level }) => level === 'error');
}

/** Scores of files whose rows of the unit count. The unit must be a nominee, or nobody would know whose roster they belong to. */
function takenScores(
  files: readonly IncomingFile[],
  merged: Merge,
  nominees: readonly Nominee[],
): { readonly rows: readonly ScoreRow[]; readonly messages: readonly Message[] } {
  const rows = files.flatMap((file) => file.scores.filter((one) => merged.takesScores(file, one)));
  if (rows.length === 0) return { rows, messages: [] };
  const homes = homesOf(nominees);
  const taken = new Map<string, ScoreRow>();
  const messages: Message[] = [];
  const strangers = new Set<string>();
  for (const row of rows) {
    const other = taken.get(scoreKey(row));
    const differs = other && (other.self !== row.self || other.reviewer !== row.reviewer);
    if (homeOf(row, homes) === undefined) {
      if (!strangers.has(row.unit)) messages.push(message('collect.score-unit', { place: row.place, unit: row.unit }));
      strangers.add(row.unit);
    } else if (differs && other.place.file !== row.place.file) {
      const facts = { unit: row.unit, item: row.item, first: other.place.file };
      const values = [other, row].map(({ self, reviewer }) => [self, reviewer].filter((one) => one !== '').join('/'));
      messages.push(message('collect.score-conflict', { place: row.place, ...facts, actual: values.join(' ↔ ') }));
    } else taken.set(scoreKey(row), row);
  }
  return { rows: [...taken.values()], messages };
}
