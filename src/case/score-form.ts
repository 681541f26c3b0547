/** A filled scoring sheet of one unit, laid out as it is printed (annex 3 of the notice), in a workbook. */
import { type Message, message } from '../message.ts';
import { identifier, type Reading } from './cells.ts';
import { addItem, categoryOf, type Draft, itemOf, itemUnknown, plain } from './scores.ts';
import { type Cell, type Sheet, type TableRow, textOf } from './table.ts';
import type { ItemScores } from './types.ts';

type Column = '自评分' | '评审分' | '分值';
/** Headers by what they mean: annex 3 names the two scores differently over base and bonus items. */
const headers: Readonly<Record<Column, readonly string[]>> = {
  自评分: ['自评分', '单位自评分'],
  评审分: ['评审分', '内保处科评分', '市区企保协会评分'],
  分值: ['分值'],
};
type Positions = Readonly<Record<Column, number>>;

/** The scores of a sheet, with what is wrong with them; no scores where it is no scoring sheet, or a blank one. */
export function readScoreForm(sheet: Sheet): { scores: ItemScores | undefined; messages: readonly Message[] } {
  const messages: Message[] = [];
  const head = headOf(sheet, messages);
  let positions: Positions | undefined;
  for (const [index, cells] of sheet.rows.entries()) {
    const own = positionsOf(cells);
    if (own) positions = own;
    if (own || positions === undefined) continue;
    const reading = { row: rowOf(sheet, index, positions, cells), messages };
    if (reading.row.cell('自评分') === null && reading.row.cell('评审分') === null) continue;
    const texts = cells.map(textOf);
    const item = texts.map(itemOf).find((one) => one !== undefined);
    if (item) addItem(reading, item, head);
    else if (!texts.some((text) => /[合总]计/.test(plain(text)))) {
      const longest = texts.toSorted((one, other) => other.length - one.length)[0] ?? '';
      messages.push(itemUnknown(longest, reading, '自评分'));
    }
  }
  const given = [...head.points, ...head.vetoes].some(({ self, reviewer }) => self !== null || reviewer !== null);
  if (!given) return { scores: undefined, messages };
  if (head.unit === '') messages.push(message('scoring.unit-missing', { place: head.place }));
  return { scores: head, messages };
}

/** Where a row of headers has the scores; undefined where the row is none. */
function positionsOf(cells: readonly Cell[]): Positions | undefined {
  const names = cells.map((cell) => plain(textOf(cell)));
  const at = (column: Column) => names.findIndex((name) => headers[column].includes(name));
  const positions = { 自评分: at('自评分'), 评审分: at('评审分'), 分值: at('分值') };
  return positions.自评分 >= 0 && positions.评审分 >= 0 ? positions : undefined;
}

/** A row under the headers. Veto items have one box under 分值 on paper, for the unit to tick. */
function rowOf(sheet: Sheet, index: number, positions: Positions, cells: readonly Cell[]): TableRow {
  const at = (column: string): Cell => {
    const cell = column in positions ? (cells[positions[column as Column]] ?? null) : null;
    return textOf(cell) === '' ? null : cell;
  };
  const box = at('评审分') === null && textOf(at('分值')).includes('发生') ? at('分值') : null;
  return {
    has: (column) => column in positions,
    cell: (column) => at(column) ?? (column === '自评分' ? box : null),
    place: (column) => ({ ...placeOf(sheet, index), ...(column !== undefined && { column }) }),
  };
}

function placeOf({ file, name }: Sheet, index: number) {
  return { file, ...(name !== undefined && { sheet: name }), row: index + 1 };
}

const label = /(单位名称|单位全称|统一社会信用代码|类别|填表人|填表日期)(?:[（(][^（）()]*[)）])?[\s：:]*/g;

/** What stands behind the labels above the table: in the same cell, or in the next one with content. */
function headOf(sheet: Sheet, messages: Message[]): Draft {
  const found = new Map<string, { value: Cell; index: number }>();
  for (const [index, cells] of sheet.rows.entries()) {
    for (const [position, cell] of cells.entries()) {
      const text = textOf(cell);
      const labels = text.search(label) === 0 ? [...text.matchAll(label)] : [];
      labels.forEach((match, order) => {
        const name = match[1] === '单位全称' ? '单位名称' : (match[1] ?? '');
        const inside = text.slice(match.index + match[0].length, labels[order + 1]?.index).replace(/[＿_\s]+$/, '');
        const next = order === labels.length - 1 ? cells.slice(position + 1).find((one) => textOf(one) !== '') : null;
        const value = inside !== '' ? inside : (next ?? null);
        // A label without content tells at least where the content is missing.
        if ((found.get(name)?.value ?? null) !== null) return;
        found.set(name, { value: textOf(value).search(label) === 0 ? null : value, index });
      });
    }
  }
  const text = (name: string) => textOf(found.get(name)?.value ?? null);
  const place = placeOf(sheet, found.get('单位名称')?.index ?? 0);
  const reading = (name: string): Reading => ({
    row: { has: () => true, cell: () => found.get(name)?.value ?? null, place: () => ({ ...place, column: name }) },
    messages,
  });
  return {
    category: categoryOf(reading('类别')),
    unit: text('单位名称').replace(/\s*\n\s*/g, ''),
    code: identifier(reading('统一社会信用代码'), '统一社会信用代码'),
    filler: text('填表人'),
    filled: text('填表日期'),
    points: [],
    vetoes: [],
    place,
  };
}
