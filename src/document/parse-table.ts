/** Tables of the markup → tables of the tree, every row as wide as the others. */
import { message } from '../message.ts';
import type { ElementNode } from './element.ts';
import { gridOf } from './grid.ts';
import { checkChart } from './parse-chart.ts';
import { inlinesOf, paragraphOf } from './parse-paragraph.ts';
import { checkText, childElements, oneOf, type Reading } from './reading.ts';
import { paragraphRoles, type RowHeight, rowHeights, tableRoles } from './schema.ts';
import type { Cell, Row, Table } from './types.ts';

/** A table without rows is none: a list that is empty leaves nothing on paper. */
export function tableOf(element: ElementNode, reading: Reading): readonly Table[] {
  checkText(element, reading);
  const parts = childElements(element);
  const rows: Row[] = [];
  let headRows = 0;
  for (const part of parts) {
    checkText(part, reading);
    if (part.name === 'thead' && rows.length > 0) {
      const facts = {
        place: part.place,
        name: part.name,
        parent: element.name,
        actual: '<thead>',
        expected: '<tbody>',
      };
      reading.messages.push(message('template.element-misplaced', facts));
    }
    const group = part.attributes.name ?? '';
    if (group !== '') reading.groups.add(group);
    rows.push(...childElements(part).flatMap((row) => (row.name === 'tr' ? [rowOf(row, group, reading)] : [])));
    const last = rows.at(-1);
    if (part.attributes.end === 'page' && last) rows.splice(-1, 1, { ...last, endsPage: true });
    if (part.name === 'thead') headRows = rows.length;
  }
  if (rows.length === 0) return [];
  const widths = parts
    .filter(({ name }) => name === 'colgroup')
    .flatMap(childElements)
    .map((col) => Number(col.attributes.width));
  const grid = gridOf(rows);
  const columns = widths.length > 0 ? widths : Array.from({ length: Math.max(...grid.widths) }, () => 1);
  const wrong = grid.widths.findIndex((width) => width !== columns.length);
  if (wrong >= 0 || grid.overhangs) {
    const found = wrong >= 0 ? (grid.widths[wrong] ?? 0) : columns.length;
    const row = wrong >= 0 ? wrong + 1 : rows.length;
    const facts = { row, found, columns: columns.length, actual: String(found), expected: String(columns.length) };
    const place = childElements(element)
      .flatMap(childElements)
      .filter(({ name }) => name === 'tr')[row - 1]?.place;
    reading.messages.push(
      message(wrong >= 0 ? 'template.table-columns' : 'template.table-overhang', {
        place: place ?? element.place,
        ...facts,
      }),
    );
  }
  const role = oneOf(tableRoles, element.attributes.role, 'grid');
  const table: Table = { type: 'table', role, columns, headRows, rows };
  if (role !== 'chart') return [table];
  // A chart of nothing is none.
  if (rows.length === headRows) return [];
  reading.messages.push(...checkChart(table, element.place));
  return [table];
}

function rowOf(element: ElementNode, group: string, reading: Reading): Row {
  checkText(element, reading);
  const height: RowHeight = oneOf(rowHeights, element.attributes.height, 'auto');
  return { height, group, cells: childElements(element).map((cell) => cellOf(cell, reading)) };
}

function cellOf(element: ElementNode, reading: Reading): Cell {
  const { attributes } = element;
  const role = oneOf(paragraphRoles, attributes.role, 'cell');
  const paragraphs = childElements(element).filter(({ name }) => name === 'p');
  if (paragraphs.length > 0) checkText(element, reading);
  const type = oneOf(['text', 'number'] as const, attributes.type, attributes.formula ? 'number' : 'text');
  const cell: Cell = {
    head: element.name === 'th',
    colspan: Number(attributes.colspan ?? 1),
    rowspan: Number(attributes.rowspan ?? 1),
    align: oneOf(['left', 'center', 'right'] as const, attributes.align, element.name === 'th' ? 'center' : 'left'),
    children:
      paragraphs.length > 0
        ? paragraphs.map((paragraph) => paragraphOf(paragraph, role))
        : [{ type: 'paragraph', level: 0, role, children: inlinesOf(element, role) }],
    data: {
      type,
      value: attributes.value ? Number(attributes.value) : null,
      format: attributes.format ?? '',
      formula: attributes.formula ?? '',
      name: attributes.name ?? '',
    },
  };
  reading.places.set(cell, element.place);
  return cell;
}
