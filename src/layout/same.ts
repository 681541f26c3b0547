/** Whether two parts of documents say the same, so that what is laid of one does for the other. */
import type { Cell, FormPage, Inline, Paragraph, Row, Table } from '../document/types.ts';

/** Blocks of form pages. */
export function sameBlock(one: FormPage['children'][number], other: FormPage['children'][number]): boolean {
  if (one.type === 'paragraph') return other.type === 'paragraph' && sameText(one, other);
  if (one.type === 'table') return other.type === 'table' && sameTable(one, other);
  if (one.type === 'rule') return other.type === 'rule' && one.role === other.role;
  return other.type === 'fill' && one.weight === other.weight;
}

export function sameTable(table: Table, other: Table): boolean {
  return (
    sameShape(table, other) &&
    table.rows.every(({ cells }, row) => cells.every((cell, at) => sameCell(cell, other.rows[row]?.cells[at] as Cell)))
  );
}

/** Tables but for what stands in their cells. */
export function sameShape(table: Table, other: Table): boolean {
  if (table === other) return true;
  return (
    table.role === other.role &&
    table.headRows === other.headRows &&
    table.rows.length === other.rows.length &&
    table.columns.length === other.columns.length &&
    table.columns.every((share, index) => share === other.columns[index]) &&
    table.rows.every((row, index) => {
      const { height, cells } = other.rows[index] as Row;
      return (
        row.height === height &&
        row.cells.length === cells.length &&
        row.cells.every((cell, at) => sameSpans(cell, cells[at] as Cell))
      );
    })
  );
}

function sameSpans(cell: Cell, other: Cell): boolean {
  return cell.colspan === other.colspan && cell.rowspan === other.rowspan;
}

export function sameCell(cell: Cell, other: Cell): boolean {
  if (cell === other) return true;
  return (
    cell.head === other.head &&
    cell.align === other.align &&
    cell.children.length === other.children.length &&
    cell.children.every((one, index) => sameText(one, other.children[index] as Paragraph))
  );
}

export function sameText(one: Paragraph, other: Paragraph): boolean {
  if (one === other) return true;
  return (
    one.role === other.role &&
    one.level === other.level &&
    one.children.length === other.children.length &&
    one.children.every((inline, index) => sameInline(inline, other.children[index] as Inline))
  );
}

function sameInline(one: Inline, other: Inline): boolean {
  if (one.type === 'break' || other.type === 'break') return one.type === other.type;
  return one.text === other.text && one.role === other.role;
}
