/**
 * Live formulas refer to cells by name. `[name]` is the cell of that name in the same row, else the only one in the
 * same sheet, else the only one in the workbook. `[name@group]` is the range of the cells of that name in the rows of
 * `<tbody name="group">`, of the same sheet where it has such rows; a group without rows counts as 0. A group may be
 * part of another: the rows of `payments/1` and `payments/2` are those of `payments`.
 */
import { nearest } from '../nearest.ts';
import { sheetsOf, tablesOf } from './sheets.ts';
import type { Cell, DocumentTree, Row } from './types.ts';

export interface NamedCell {
  readonly cell: Cell;
  readonly row: Row;
  /** Index of the sheet. */
  readonly sheet: number;
}

export interface Reference {
  /** As it is written, with its brackets. */
  readonly text: string;
  readonly name: string;
  /** '' where the reference is to one cell. */
  readonly group: string;
}

export type Resolution =
  | { readonly kind: 'cell'; readonly target: NamedCell; readonly sameRow: boolean }
  | { readonly kind: 'range'; readonly first: NamedCell; readonly last: NamedCell }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ambiguous' };

/** The cells that formulas speak of: a list of payments has thousands, and each of its formulas is looked up. */
export interface NamedCells {
  /** Every cell of the tree that has a name or a formula, in order. */
  readonly all: readonly NamedCell[];
  /** By their name, and by `name@group` for each group that they are in. */
  readonly named: ReadonlyMap<string, readonly NamedCell[]>;
  /** Every group with rows. */
  readonly groups: ReadonlySet<string>;
}

export function namedCells(tree: DocumentTree): NamedCells {
  const all: NamedCell[] = [];
  const named = new Map<string, NamedCell[]>();
  const groups = new Set<string>();
  const listOf = (key: string): NamedCell[] => {
    const list = named.get(key) ?? [];
    named.set(key, list);
    return list;
  };
  // Rows are many, their groups and the names in them few.
  const listsIn = once((group) => {
    const within = groupsOf(group);
    for (const one of within) groups.add(one);
    return once((name) => [listOf(name), ...within.map((one) => listOf(`${name}@${one}`))]);
  });
  for (const [sheet, content] of sheetsOf(tree).entries()) {
    for (const row of tablesOf(content).flatMap(({ rows }) => rows)) {
      if (row.cells.length === 0) continue;
      const lists = listsIn(row.group);
      for (const cell of row.cells) {
        const { name, formula } = cell.data;
        if (name === '' && formula === '') continue;
        const one: NamedCell = { cell, row, sheet };
        all.push(one);
        if (name !== '') for (const list of lists(name)) list.push(one);
      }
    }
  }
  return { all, named, groups };
}

/** The function, which makes what it makes of a text once. */
function once<Value>(make: (text: string) => Value): (text: string) => Value {
  const made = new Map<string, Value>();
  return (text) => {
    const value = made.get(text) ?? make(text);
    made.set(text, value);
    return value;
  };
}

/** a/b/c → a, a/b, a/b/c */
function groupsOf(group: string): readonly string[] {
  if (group === '') return [];
  const parts = group.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

/** The formula with each reference replaced by what `replace` makes of it, and without a leading `=`. */
export function replaceReferences(formula: string, replace: (reference: Reference) => string): string {
  return formula
    .trim()
    .replace(/^=/, '')
    .replace(/\[([^[\]@]+)(?:@([^[\]@]+))?\]/g, (text, name: string, group = '') =>
      replace({ text, name: name.trim(), group: group.trim() }),
    );
}

/** What a reference in the formula of `from` means. */
export function resolve({ name, group }: Reference, from: NamedCell, { named, groups }: NamedCells): Resolution {
  if (group === '') return resolveCell(name, named.get(name) ?? [], from);
  return groups.has(group) ? resolveRange(named.get(`${name}@${group}`) ?? [], from) : { kind: 'empty' };
}

function resolveCell(name: string, named: readonly NamedCell[], from: NamedCell): Resolution {
  if (named.length === 0) return { kind: 'unknown' };
  const inRow = from.row.cells.filter(({ data }) => data.name === name).map((cell) => ({ ...from, cell }));
  const scope = inRow.length > 0 ? inRow : onSheetOf(from, named);
  const [target] = scope;
  if (target === undefined || scope.length > 1) return { kind: 'ambiguous' };
  return { kind: 'cell', target, sameRow: target.row === from.row };
}

function resolveRange(named: readonly NamedCell[], from: NamedCell): Resolution {
  const range = onSheetOf(from, named);
  const [first] = range;
  const last = range.at(-1);
  if (first === undefined || last === undefined) return { kind: 'unknown' };
  const onOneSheet = range.every(({ sheet }) => sheet === first.sheet);
  const onePerRow = new Set(range.map(({ row }) => row)).size === range.length;
  return onOneSheet && onePerRow ? { kind: 'range', first, last } : { kind: 'ambiguous' };
}

/** Those of the same sheet, else all. */
function onSheetOf(from: NamedCell, named: readonly NamedCell[]): readonly NamedCell[] {
  const here = named.filter(({ sheet }) => sheet === from.sheet);
  return here.length > 0 ? here : named;
}

export interface FormulaProblem {
  readonly cell: Cell;
  readonly reference: Reference;
  readonly kind: 'unknown' | 'ambiguous';
  readonly nearest: string;
}

/**
 * References that mean nothing, or more than one thing. `groups` are all names of row groups, those without rows
 * among them, which a tree does not keep.
 */
export function checkFormulas(tree: DocumentTree, groups: ReadonlySet<string>): readonly FormulaProblem[] {
  const cells = namedCells(tree);
  const asking = cells.all.filter(({ cell }) => cell.data.formula !== '');
  if (asking.length === 0) return [];
  const names = new Set(cells.all.map(({ cell }) => cell.data.name).filter((name) => name !== ''));
  const known = new Set([...groups].flatMap(groupsOf));
  const problems: FormulaProblem[] = [];
  for (const from of asking) {
    replaceReferences(from.cell.data.formula, (reference) => {
      const { kind } = resolve(reference, from, cells);
      if (reference.group !== '' && !known.has(reference.group)) {
        problems.push({ cell: from.cell, reference, kind: 'unknown', nearest: nearest(reference.group, groups) });
      } else if (kind === 'unknown' || kind === 'ambiguous') {
        problems.push({ cell: from.cell, reference, kind, nearest: nearest(reference.name, names) });
      }
      return '';
    });
  }
  return problems;
}
