/**
 * Live formulas refer to cells by name. `[name]` is the cell of that name in the same row, else the only one in the
 * same sheet, else the only one in the workbook. `[name@group]` is the range of the cells of that name in the rows of
 * `<tbody name="group">`, of the same sheet where it has such rows; a group without rows counts as 0. A group may be
 * part of another: the rows of `payments/1` and `payments/2` are those of `payments`.
 */
import { nearest } from '../nearest.ts';
import { type SheetContent, sheetsOf, tablesOf } from './sheets.ts';
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

/** Every cell of the tree that has a name or a formula or stands in a row group, in order. */
export function namedCells(tree: DocumentTree): readonly NamedCell[] {
  return sheetsOf(tree).flatMap((content: SheetContent, sheet) =>
    tablesOf(content).flatMap((table) =>
      table.rows.flatMap((row) =>
        row.cells
          .filter(({ data }) => data.name !== '' || data.formula !== '' || row.group !== '')
          .map((cell): NamedCell => ({ cell, row, sheet })),
      ),
    ),
  );
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
export function resolve(reference: Reference, from: NamedCell, cells: readonly NamedCell[]): Resolution {
  const named = cells.filter(({ cell }) => cell.data.name === reference.name);
  return reference.group === '' ? resolveCell(named, from) : resolveRange(reference.group, named, from, cells);
}

function resolveCell(named: readonly NamedCell[], from: NamedCell): Resolution {
  const scopes = [
    named.filter(({ row }) => row === from.row),
    named.filter(({ sheet }) => sheet === from.sheet),
    named,
  ];
  const scope = scopes.find((one) => one.length > 0) ?? [];
  const [target] = scope;
  if (target === undefined) return { kind: 'unknown' };
  return scope.length === 1 ? { kind: 'cell', target, sameRow: target.row === from.row } : { kind: 'ambiguous' };
}

function resolveRange(
  group: string,
  named: readonly NamedCell[],
  from: NamedCell,
  cells: readonly NamedCell[],
): Resolution {
  const inGroup = (one: NamedCell) => isPartOf(one.row.group, group);
  if (!cells.some(inGroup)) return { kind: 'empty' };
  const all = named.filter(inGroup);
  const here = all.filter(({ sheet }) => sheet === from.sheet);
  const range = here.length > 0 ? here : all;
  const [first] = range;
  const last = range.at(-1);
  if (first === undefined || last === undefined) return { kind: 'unknown' };
  const onOneSheet = range.every(({ sheet }) => sheet === first.sheet);
  const onePerRow = new Set(range.map(({ row }) => row)).size === range.length;
  return onOneSheet && onePerRow ? { kind: 'range', first, last } : { kind: 'ambiguous' };
}

function isPartOf(part: string, group: string): boolean {
  return part === group || part.startsWith(`${group}/`);
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
  const asking = cells.filter(({ cell }) => cell.data.formula !== '');
  if (asking.length === 0) return [];
  const names = new Set(cells.map(({ cell }) => cell.data.name).filter((name) => name !== ''));
  const problems: FormulaProblem[] = [];
  for (const from of asking) {
    replaceReferences(from.cell.data.formula, (reference) => {
      const { kind } = resolve(reference, from, cells);
      if (reference.group !== '' && ![...groups].some((group) => isPartOf(group, reference.group))) {
        problems.push({ cell: from.cell, reference, kind: 'unknown', nearest: nearest(reference.group, groups) });
      } else if (kind === 'unknown' || kind === 'ambiguous') {
        problems.push({ cell: from.cell, reference, kind, nearest: nearest(reference.name, names) });
      }
      return '';
    });
  }
  return problems;
}
