/**
 * What came in and what the case has → what the case will have. Rows of one district and category belong together:
 * a later file replaces them; two files of one run must agree on them, or the user says which counts.
 */

import { compactMap } from '../../case/held.ts';
import { nomineeName } from '../../case/roster-cells.ts';
import { categoryNames } from '../../case/terms.ts';
import { type Category, categories, type Nominee } from '../../case/types.ts';
import { type Message, message } from '../../message.ts';
import type { IncomingFile } from './file.ts';
import { type Comparison, comparison, type Pair, pairs, type RowChange, rowChanges } from './match.ts';
import { type ScoreRow, scoredUnit } from './scores.ts';
import { slotKey, slotsOf } from './slots.ts';

export interface MergePolicy {
  /** Whether a file's rows count where files of the run disagree. */
  readonly prefers: (file: IncomingFile) => boolean;
  /** Rows come beside those already there, and replace only the same nominees'. */
  readonly add: boolean;
  /** A file may replace rows of which it has none. */
  readonly replace: boolean;
}

/** The rows of one district and category. */
export interface Slot {
  readonly district: string;
  readonly category: Category;
  readonly before: readonly Nominee[];
  readonly after: readonly Nominee[];
  readonly changes: readonly RowChange[];
}

/** Two files that contradict each other, side by side. */
export interface Conflict {
  readonly district: string;
  readonly category: Category;
  readonly files: readonly [string, string];
  /** From the first file to the second. */
  readonly rows: readonly RowChange[];
}

export interface Merge {
  readonly slots: readonly Slot[];
  readonly conflicts: readonly Conflict[];
  readonly messages: readonly Message[];
  /** Rows of the files by what became of them. */
  readonly kept: number;
  readonly replaced: number;
  readonly rejected: number;
  readonly same: number;
  /** Rows of a file that were not taken because they contradict others. */
  readonly refused: (file: IncomingFile) => number;
  /** Whether a file's scores of a unit count: not where its rows of the unit did not. */
  readonly takesScores: (file: IncomingFile, row: ScoreRow) => boolean;
}

interface Part {
  readonly file: IncomingFile;
  readonly rows: readonly Nominee[];
}

/** What became of the rows that files brought for a slot. */
interface Decision {
  readonly slot?: Slot;
  readonly conflicts: readonly Conflict[];
  readonly messages: readonly Message[];
  readonly kept: number;
  readonly replaced: number;
  readonly rejected: number;
  readonly same: number;
  /** Files whose rows do not count. */
  readonly left: readonly Part[];
}

/** Decides slot by slot, in the order of the districts and categories. */
export function merge(
  before: readonly Nominee[],
  files: readonly IncomingFile[],
  districts: readonly string[],
  policy: MergePolicy,
): Merge {
  const earlierOf = slotsOf(before);
  const parts = new Map<string, Part[]>();
  for (const file of files) {
    for (const [key, rows] of slotsOf(file.nominees)) parts.set(key, [...(parts.get(key) ?? []), { file, rows }]);
  }
  const decisions = districts.flatMap((district) =>
    categories.flatMap((category) => {
      const key = slotKey(district, category);
      const given = parts.get(key) ?? [];
      if (given.length === 0) return [];
      return [decide({ district, category, before: earlierOf.get(key) ?? [] }, given, policy)];
    }),
  );
  const sum = (count: 'kept' | 'replaced' | 'rejected' | 'same') =>
    decisions.reduce((total, one) => total + one[count], 0);
  const lost = new Map<IncomingFile, Set<string>>(files.map((file) => [file, new Set()]));
  for (const { file, rows } of decisions.flatMap(({ left }) => left)) {
    for (const row of rows) lost.get(file)?.add(`${row.category} ${scoredUnit(row)}`);
  }
  return {
    slots: decisions.flatMap(({ slot }) => slot ?? []),
    conflicts: decisions.flatMap(({ conflicts }) => conflicts),
    messages: decisions.flatMap(({ messages }) => messages),
    kept: sum('kept'),
    replaced: sum('replaced'),
    rejected: sum('rejected'),
    same: sum('same'),
    refused: (file) =>
      rowCount(decisions.filter(({ slot }) => !slot).flatMap(({ left }) => left.filter((one) => one.file === file))),
    takesScores: (file, row) => !lost.get(file)?.has(`${row.category} ${scoredUnit(row)}`),
  };
}

type Standing = Pick<Slot, 'district' | 'category' | 'before'>;

function decide(standing: Standing, given: readonly Part[], policy: MergePolicy): Decision {
  const { before } = standing;
  const compare = comparison();
  const { rows, same, replaced, left, contradictions } = choose(given, policy, compare);
  const refuse = (messages: readonly Message[], conflicts: readonly Conflict[]): Decision => {
    const rejected = given.reduce((sum, part) => sum + part.rows.length, 0);
    return { conflicts, messages, kept: 0, replaced: 0, rejected, same: 0, left: given };
  };
  if (contradictions.length > 0) {
    const conflicts = contradictions.map((one) => ({ ...standing, ...one }));
    return refuse(conflicts.map(conflictMessage), conflicts);
  }
  const paired = pairs(before, rows, compare);
  if (paired.length === 0 && before.length > 0 && !policy.add && !policy.replace)
    return refuse([unrelatedMessage(standing, rows)], []);
  const gone = policy.add ? new Set<Nominee>() : goneOf(standing, given, paired, compare);
  const met = new Set([...gone, ...paired.map(({ earlier }) => earlier)]);
  const after = [
    ...later(rows, paired, compare),
    // Not in these files, and still standing.
    ...before.filter((one) => !met.has(one)),
  ];
  const changes = rowChanges(
    before.filter((one) => met.has(one)),
    rows,
    paired,
  );
  const slot = { ...standing, after, changes };
  return { slot, conflicts: [], messages: [], kept: rows.length, replaced, rejected: 0, same, left };
}

/** Earlier rows that the files no longer have. Where a file has a row with errors, the earlier one stands until it is corrected. */
function goneOf(
  { before, category }: Standing,
  given: readonly Part[],
  paired: readonly Pair[],
  compare: Comparison,
): ReadonlySet<Nominee> {
  const met = new Set(paired.map(({ earlier }) => earlier));
  const open = before.filter((one) => !met.has(one));
  const doubtful = given.flatMap(({ file }) => file.doubtful.filter((one) => one.category === category));
  const waiting = new Set(pairs(open, doubtful, compare).map(({ earlier }) => earlier));
  return new Set(open.filter((one) => !waiting.has(one)));
}

function conflictMessage({ district, category, files: [first, second], rows }: Conflict): Message {
  const shown = rows.slice(0, 3).map(({ name, columns, kind }) => {
    const [column] = columns;
    if (column) return `${name} ${column.column}：${column.from} ↔ ${column.to}`;
    return `${name}：${kind === 'removed' ? first : second}`;
  });
  const place = rows.find(({ kind }) => kind !== 'removed')?.place ?? { file: second };
  const facts = { district, category: categoryNames[category], first, second, count: rows.length };
  return message('collect.conflict', { place, ...facts, actual: shown.join('；') });
}

function unrelatedMessage({ district, category, before }: Standing, rows: readonly Nominee[]): Message {
  const [place, earlier] = [rows[0]?.place, before[0]];
  const facts = { district, category: categoryNames[category], before: before.length, count: rows.length };
  return message('collect.unrelated', {
    ...(place && { place }),
    ...facts,
    first: earlier ? nomineeName(earlier) : '',
  });
}

interface Choice {
  readonly rows: readonly Nominee[];
  /** Rows that another file of the run has too. */
  readonly same: number;
  /** Rows that gave way to the preferred file's. */
  readonly replaced: number;
  /** Files whose rows do not count. */
  readonly left: readonly Part[];
  readonly contradictions: readonly Contradiction[];
}

type Contradiction = Pick<Conflict, 'files' | 'rows'>;

/** The rows that count among the files of one run. */
function choose(given: readonly Part[], { prefers, add }: MergePolicy, compare: Comparison): Choice {
  const parts = distinct(given, prefers, compare);
  const [first, ...others] = parts;
  const same = rowCount(given) - rowCount(parts);
  const choice = { rows: first?.rows ?? [], same, replaced: 0, left: [], contradictions: [] };
  if (first === undefined || others.length === 0) return choice;
  const [preferred, second] = parts.filter(({ file }) => prefers(file));
  if (preferred !== undefined && second === undefined) {
    const left = parts.filter((part) => part !== preferred);
    return { ...choice, rows: preferred.rows, replaced: rowCount(left), left };
  }
  // Where files complete each other, those are held against each other that mean the same nominee.
  const against = add ? sharing(parts, compare) : others.map((other) => [first, other] as const);
  const contradictions = against.flatMap(([one, other]) => contradiction(one, other, add, compare));
  if (contradictions.length > 0) return { ...choice, rows: [], contradictions };
  const union = new Map(parts.flatMap(({ rows }) => rows).map((row) => [compare.contentOf(row), row]));
  return { ...choice, rows: [...union.values()], same: rowCount(given) - union.size };
}

/** The pairs of files with a sign in common. */
function sharing(parts: readonly Part[], { signsOf }: Comparison): readonly (readonly [Part, Part])[] {
  const holders = new Map<string, Part>();
  const found = new Map<string, readonly [Part, Part]>();
  for (const [index, part] of parts.entries()) {
    for (const row of part.rows) {
      for (const sign of signsOf(row)) {
        const holder = holders.get(sign);
        if (holder === undefined) holders.set(sign, part);
        else if (holder !== part && sign !== '') found.set(`${parts.indexOf(holder)} ${index}`, [holder, part]);
      }
    }
  }
  return [...found.values()];
}

/** Files with the same rows count once. */
function distinct(given: readonly Part[], prefers: MergePolicy['prefers'], { contentOf }: Comparison): readonly Part[] {
  if (given.length === 1) return given;
  const parts = new Map<string, Part>();
  for (const part of given) {
    const content = part.rows.map(contentOf).sort().join('\n');
    const other = parts.get(content);
    if (other === undefined || (prefers(part.file) && !prefers(other.file))) parts.set(content, part);
  }
  return [...parts.values()];
}

function rowCount(parts: readonly Part[]): number {
  return parts.reduce((sum, { rows }) => sum + rows.length, 0);
}

/** What two files say differently; where rows are added, only what they say of the same nominee. */
function contradiction(one: Part, other: Part, add: boolean, compare: Comparison): readonly Contradiction[] {
  const rows = rowChanges(one.rows, other.rows, pairs(one.rows, other.rows, compare));
  const shown = add ? rows.filter(({ kind }) => kind === 'changed') : rows;
  return shown.length === 0 ? [] : [{ files: [one.file.source.path, other.file.source.path], rows: shown }];
}

/** The rows of the files, each with what the office had set on the same nominee. */
function later(rows: readonly Nominee[], paired: readonly Pair[], { contentOf }: Comparison): readonly Nominee[] {
  if (paired.length === 0) return rows;
  const earlierOf = new Map(paired.map((pair) => [pair.later, pair.earlier]));
  return compactMap(rows, (row) => carried(row, earlierOf.get(row), contentOf));
}

function carried(row: Nominee, earlier: Nominee | undefined, contentOf: Comparison['contentOf']): Nominee {
  if (earlier === undefined) return row;
  const { status, withdrawnReason } = earlier.status === 'final' ? row : earlier;
  // A row that has not changed since it came in came in then.
  const received = contentOf(earlier) === contentOf(row) ? earlier.received : row.received;
  return { ...row, status, withdrawnReason, received };
}
