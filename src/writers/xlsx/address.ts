/** Formulas with references by name → formulas with addresses. */
import {
  type NamedCell,
  type NamedCells,
  namedCells,
  type Reference,
  replaceReferences,
  resolve,
} from '../../document/formula.ts';
import type { Cell, DocumentTree } from '../../document/types.ts';

/** Where a cell of the tree came to stand; row and column from 0. */
export interface Address {
  readonly row: number;
  readonly column: number;
}

/** B3 for row 2, column 1. */
export function addressText({ row, column }: Address, absolute = false): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return absolute ? `$${letters}$${row + 1}` : `${letters}${row + 1}`;
}

/** A sheet's name as formulas write it. */
export function quoted(sheet: string): string {
  return `'${sheet.replaceAll("'", "''")}'`;
}

/**
 * The formulas of a tree by cell, in Excel's terms. The parser has checked all names: one that means nothing here is
 * a bug, and throws.
 */
export function formulasOf(
  tree: DocumentTree,
  addresses: ReadonlyMap<Cell, Address>,
  sheets: readonly string[],
): ReadonlyMap<Cell, string> {
  const cells = namedCells(tree);
  const formulas = new Map<Cell, string>();
  for (const from of cells.all) {
    const { formula } = from.cell.data;
    if (formula === '') continue;
    formulas.set(
      from.cell,
      replaceReferences(formula, (reference) => target(reference, from, cells, addresses, sheets)),
    );
  }
  return formulas;
}

function target(
  reference: Reference,
  from: NamedCell,
  cells: NamedCells,
  addresses: ReadonlyMap<Cell, Address>,
  sheets: readonly string[],
): string {
  const at = ({ cell }: NamedCell, absolute: boolean) => addressText(addresses.get(cell) as Address, absolute);
  const elsewhere = ({ sheet }: NamedCell) => (sheet === from.sheet ? '' : `${quoted(sheets[sheet] ?? '')}!`);
  const found = resolve(reference, from, cells);
  switch (found.kind) {
    case 'cell':
      return elsewhere(found.target) + at(found.target, !found.sameRow);
    case 'range':
      return `${elsewhere(found.first)}${at(found.first, false)}:${at(found.last, false)}`;
    case 'empty':
      return '0';
    default:
      throw new Error(`formula reference ${reference.text} is ${found.kind}`);
  }
}
