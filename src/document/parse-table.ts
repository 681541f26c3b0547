/** Tables of the markup → tables of the tree, every row as wide as the others. */
import { type Message, message } from '../message.ts';
import type { ElementNode, RowContent, TextNode } from './element.ts';
import { walkGrid } from './grid.ts';
import { checkChart } from './parse-chart.ts';
import { inlinesOf, paragraphOf } from './parse-paragraph.ts';
import { type CellTag, checkText, childElements, oneOf, type Reading } from './reading.ts';
import { type ParagraphRole, paragraphRoles, type RowHeight, rowHeights, tableRoles } from './schema.ts';
import type { Cell, Paragraph, Row, Table } from './types.ts';

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
    for (const { row } of childElements(part)) {
      if (row === undefined) continue;
      reading.messages.push(...row.messages);
      rows.push({ height: row.height, group, cells: row.cells });
    }
    const last = rows.at(-1);
    if (part.attributes.end === 'page' && last) rows.splice(-1, 1, { ...last, endsPage: true });
    if (part.name === 'thead') headRows = rows.length;
  }
  if (rows.length === 0) return [];
  const widths = parts
    .filter(({ name }) => name === 'colgroup')
    .flatMap(childElements)
    .map((col) => Number(col.attributes.width));
  const grid = walkGrid(rows);
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

export function rowOf(element: ElementNode, reading: Reading): RowContent {
  const messages: Message[] = [];
  const within: Reading = { ...reading, messages };
  checkText(element, within);
  const height: RowHeight = oneOf(rowHeights, element.attributes.height, 'auto');
  return { height, cells: childElements(element).map((cell) => cellOf(cell, within)), messages };
}

function cellOf(element: ElementNode, reading: Reading): Cell {
  const tag = cellTagOf(element, reading);
  const { role, head, colspan, rowspan, align, data } = tag;
  const cell: Cell = { head, colspan, rowspan, align, children: contentOf(element, role, reading), data };
  if (data.formula !== '') reading.places.set(cell, element.place);
  return cell;
}

function cellTagOf({ name, attributes }: ElementNode, { cellTags }: Reading): CellTag {
  const before = cellTags.get(attributes);
  if (before !== undefined) return before;
  const tag: CellTag = {
    role: oneOf(paragraphRoles, attributes.role, 'cell'),
    head: name === 'th',
    colspan: Number(attributes.colspan ?? 1),
    rowspan: Number(attributes.rowspan ?? 1),
    align: oneOf(['left', 'center', 'right'] as const, attributes.align, name === 'th' ? 'center' : 'left'),
    data: {
      type: oneOf(['text', 'number'] as const, attributes.type, attributes.formula ? 'number' : 'text'),
      value: attributes.value ? Number(attributes.value) : null,
      format: attributes.format ?? '',
      formula: attributes.formula ?? '',
      name: attributes.name ?? '',
    },
  };
  cellTags.set(attributes, tag);
  return tag;
}

/** The paragraphs of a cell: those that it holds, or one of what stands in it. */
function contentOf(element: ElementNode, role: ParagraphRole, reading: Reading): readonly Paragraph[] {
  const isParagraph = (child: ElementNode | TextNode) => 'name' in child && child.name === 'p';
  if (!element.children.some(isParagraph)) return lineOf(element, role, reading);
  checkText(element, reading);
  return childElements(element)
    .filter(isParagraph)
    .map((paragraph) => paragraphOf(paragraph, role));
}

/** Paragraphs remembered at a time. */
const mostShared = 1000;

/** The paragraph of a cell that holds none. Cells that say the same share it: a long list says most again and again. */
function lineOf(element: ElementNode, role: ParagraphRole, { lines }: Reading): readonly Paragraph[] {
  const text = onlyText(element);
  const before = text === undefined ? undefined : lines.get(role)?.get(text);
  if (before !== undefined) return before;
  const made: readonly Paragraph[] = [{ type: 'paragraph', level: 0, role, children: inlinesOf(element, role) }];
  if (text !== undefined) {
    const ofRole = lines.get(role) ?? new Map<string, readonly Paragraph[]>();
    // Numbers and names come once: what a list says again, it soon says again.
    if (ofRole.size >= mostShared) ofRole.clear();
    lines.set(role, ofRole.set(text, made));
  }
  return made;
}

/** The text of an element that holds nothing else, as it is written; undefined where it holds more. */
function onlyText({ children }: ElementNode): string | undefined {
  const [only] = children;
  if (only === undefined) return '';
  return children.length === 1 && 'text' in only && only.written ? only.text : undefined;
}
