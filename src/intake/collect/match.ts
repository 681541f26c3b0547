/** Which nominee of an earlier roster is which of a later one, and what differs between the two. */

import { hash } from 'node:crypto';
import { compactMap } from '../../case/held.ts';
import { excerpt, mask } from '../../case/mask.ts';
import { nomineeName, rosterCells } from '../../case/roster-cells.ts';
import { districtColumns } from '../../case/roster-columns.ts';
import type { Category, Nominee } from '../../case/types.ts';
import type { Place } from '../../message.ts';
import { normalisePersonName, normaliseUnitName } from '../../rules/names.ts';

/** What became of a row; identifiers are masked. */
export interface RowChange {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly district: string;
  readonly category: Category;
  readonly name: string;
  /** In the later file; of a removed row, in the earlier one. */
  readonly place: Place;
  /** Of a changed row, in the earlier file. */
  readonly earlier: Place | null;
  /** Of a changed row. */
  readonly columns: readonly ColumnChange[];
}

export interface ColumnChange {
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

export interface Pair {
  readonly earlier: Nominee;
  readonly later: Nominee;
}

/** Pairs the rows of two rosters of one category; a row without a counterpart is in none. */
export function pairs(
  earlier: readonly Nominee[],
  later: readonly Nominee[],
  { signsOf }: Comparison,
): readonly Pair[] {
  if (earlier.length === 0) return [];
  const left = new Set(earlier);
  const found: Pair[] = [];
  let open = [...later];
  for (let index = 0; index < signCount; index += 1) {
    const known = new Map<string, Nominee[]>();
    for (const one of left) {
      const key = signsOf(one)[index] ?? '';
      const same = known.get(key);
      if (same) same.push(one);
      else if (key !== '') known.set(key, [one]);
    }
    open = open.filter((one) => {
      const match = known.get(signsOf(one)[index] ?? '')?.shift();
      if (match === undefined) return true;
      left.delete(match);
      found.push({ earlier: match, later: one });
      return false;
    });
  }
  return found;
}

/** What rows are compared by, found once for each. It is to be forgotten with them: there may be a hundred thousand. */
export interface Comparison {
  /** What a nominee may be known by, from the surest sign to the weakest; '' is no sign. */
  readonly signsOf: (nominee: Nominee) => readonly string[];
  readonly contentOf: (nominee: Nominee) => string;
}

export function comparison(): Comparison {
  return { signsOf: once(signsOf), contentOf: once(contentOf) };
}

function once<T extends {}>(find: (nominee: Nominee) => T): (nominee: Nominee) => T {
  const found = new Map<Nominee, T>();
  return (nominee) => {
    const known = found.get(nominee) ?? find(nominee);
    found.set(nominee, known);
    return known;
  };
}

const signCount = 5;

function signsOf(nominee: Nominee): readonly string[] {
  const { level, code } = nominee;
  const unit = normaliseUnitName(nominee.unit);
  const name = ownName(nominee);
  const identity = 'name' in nominee ? nominee.idNumber : sign(code, name || '-');
  return [sign(level, identity), sign(level, unit, name), identity, sign(unit, name), sign(code, name)];
}

/** The columns of a pair that differ, but for those that the office keeps. */
function differences({ earlier, later }: Pair): readonly ColumnChange[] {
  const [before, after] = [rosterCells(earlier), rosterCells(later)];
  return districtColumns(later.category)
    .filter(({ name }) => String(before[name]) !== String(after[name]))
    .map(({ name }) => ({ column: name, ...shown(name, String(before[name]), String(after[name])) }));
}

/** A hash of everything that a district has filled in, to tell rows apart. */
function contentOf(nominee: Nominee): string {
  const cells = rosterCells(nominee);
  const content = districtColumns(nominee.category).map(({ name }) => cells[name]);
  return hash('sha256', JSON.stringify(content), 'base64');
}

const same: readonly ColumnChange[] = [];

/** What became of the rows of a district and category, row by row in the later order, then what is gone. */
export function rowChanges(
  earlier: readonly Nominee[],
  later: readonly Nominee[],
  paired: readonly Pair[],
): readonly RowChange[] {
  const earlierOf = new Map(paired.map((pair) => [pair.later, pair.earlier]));
  const kept = new Set(earlierOf.values());
  const change = (kind: RowChange['kind'], nominee: Nominee): RowChange => ({
    kind,
    district: nominee.district,
    category: nominee.category,
    name: nomineeName(nominee),
    place: nominee.place,
    earlier: null,
    columns: same,
  });
  if (earlier.length === 0) return compactMap(later, (nominee) => change('added', nominee));
  const current = later.flatMap((nominee): readonly RowChange[] => {
    const before = earlierOf.get(nominee);
    if (before === undefined) return [change('added', nominee)];
    const columns = differences({ earlier: before, later: nominee });
    return columns.length === 0 ? [] : [{ ...change('changed', nominee), earlier: before.place, columns }];
  });
  return [...current, ...earlier.filter((one) => !kept.has(one)).map((one) => change('removed', one))];
}

/** The person's or the department's own name; '-' for a unit, which has none beside its full name. */
function ownName(nominee: Nominee): string {
  return 'name' in nominee ? normalisePersonName(nominee.name) : normaliseUnitName(nominee.department) || '-';
}

function sign(...parts: readonly string[]): string {
  return parts.includes('') ? '' : parts.join('\n');
}

const masked = new Set(['统一社会信用代码', '身份证号', '联系电话', '银行账号']);

/** Two values as a message may show them. Where masking hides what differs, the places of the digits that do are named. */
function shown(column: string, from: string, to: string): { readonly from: string; readonly to: string } {
  if (!masked.has(column)) {
    if (excerpt(from) !== excerpt(to)) return { from: excerpt(from), to: excerpt(to) };
    const same = [...to].findIndex((letter, index) => letter !== from[index]);
    const start = Math.max((same < 0 ? to.length : same) - 5, 0);
    return { from: `…${excerpt(from.slice(start))}`, to: `…${excerpt(to.slice(start))}` };
  }
  const [left, right] = [mask(from), mask(to)];
  if (left !== right) return { from: left, to: right };
  const digits = [...to].flatMap((digit, index) => (digit === from[index] ? [] : [index + 1]));
  return { from: left, to: `${right}（第${digits.join('、')}位不同）` };
}
