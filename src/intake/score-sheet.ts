/** The sheet 评分: every item of the scoring sheet (annex 3 of the notice) for each collective that the rosters name. */
import type { Cell, CellObject } from 'write-excel-file/node';
import { scoreColumns } from '../case/score-columns.ts';
import { categoryNames } from '../case/terms.ts';
import type { Category, PerCategory } from '../case/types.ts';
import { type ScoringItem, scoringItems } from '../rules/rubric.ts';
import { addressText, quoted } from '../writers/xlsx/address.ts';
import type { Area, Validation } from './features.ts';
import { attention, looks } from './looks.ts';
import { type FilledRow, firstRow, type Mark } from './roster-sheet.ts';
import { wording } from './wording.ts';
import type { WorkbookSheet } from './workbook.ts';

export const scoreName = '评分';
const widths: Readonly<Record<string, number>> = {
  单位全称: 30,
  统一社会信用代码: 22,
  类别: 14,
  类型: 11,
  分类栏目: 64,
  说明: 30,
};
const inputColumns = ['自评分', '评审分', '说明'];
/** Rows from 0. */
const head = 2;
/** Row of the first item, from 0. */
export const firstScoreRow = head + 1;
/** Columns of a roster, from 0: 单位全称 and 统一社会信用代码. */
const rosterColumn = { 单位全称: 2, 统一社会信用代码: 3 } as const;
const charactersPerLine = 30;

/** One item of one collective. */
interface Line {
  readonly item: ScoringItem | undefined;
  readonly cells: Readonly<Record<string, CellObject>>;
  /** Rows of one collective have one background, of the next another. */
  readonly shaded: boolean;
}

/** All items, empty, for as many collectives as the quota has; their names come from the rosters by formula. */
export function preparedScores(district: string, quota: PerCategory<number>): WorkbookSheet | undefined {
  const lines = (['unit', 'department'] as const).flatMap((category) =>
    Array.from({ length: quota[category] }, (_, index) => {
      const cells: Readonly<Record<string, CellObject>> = {
        单位全称: fromRoster(category, '单位全称', index),
        统一社会信用代码: fromRoster(category, '统一社会信用代码', index),
        类别: { type: String, value: categoryNames[category] },
      };
      return scoringItems().map((item): Line => ({ item, cells, shaded: index % 2 === 1 }));
    }).flat(),
  );
  return scoreSheet(district, lines);
}

/** The rows that came in, as they were, with the cells that need correction coloured. */
export function returnedScores(district: string, rows: readonly FilledRow[]): WorkbookSheet | undefined {
  const items = scoringItems();
  const units = [...new Set(rows.map(({ cells }) => cells.单位全称))];
  const lines = rows.map(({ cells, marks }): Line => {
    const filled = scoreColumns.flatMap(({ name }) => {
      const [text, mark] = [cells[name] ?? '', marks[name]];
      return text === '' && mark === undefined ? [] : [[name, scoreCell(text, mark)] as const];
    });
    return {
      item: items.find(({ number }) => number === cells.编号),
      cells: Object.fromEntries(filled),
      shaded: units.indexOf(cells.单位全称) % 2 === 1,
    };
  });
  return scoreSheet(district, lines);
}

/** undefined where there is nothing to score. */
function scoreSheet(district: string, lines: readonly Line[]): WorkbookSheet | undefined {
  if (lines.length === 0) return undefined;
  const columns = scoreColumns.map(({ name }) => name);
  const first = firstScoreRow;
  const bottom = first + lines.length - 1;
  const area = (name: string, top = first, last = bottom): Area => {
    const column = columns.indexOf(name);
    return { top, bottom: last, left: column, right: column };
  };
  const spanned = (cell: CellObject): Cell[] => [
    { ...cell, columnSpan: columns.length },
    ...columns.slice(1).map(() => null),
  ];
  return {
    name: scoreName,
    data: [
      spanned({ ...looks.title, value: wording.scoreTitle(district), type: String }),
      spanned({ ...looks.remark, value: wording.scoreHint, type: String, height: 20 }),
      scoreColumns.map(({ name, required }) => ({
        ...(required ? looks.required : looks.optional),
        value: required ? `${name}*` : name,
        type: String,
        height: 24,
      })),
      ...lines.map((line) => columns.map((column) => cellOf(column, line))),
    ],
    widths: columns.map((name) => widths[name] ?? 9),
    frozen: { rows: first, columns: 1 },
    features: {
      inputs: inputColumns.map((name) => area(name)),
      validations: validationsOf(lines, (index) => ({
        ...area('自评分', first + index, first + index),
        right: columns.indexOf('评审分'),
      })),
      notes: [],
      digits: [area('统一社会信用代码'), area('编号')],
      head: { first: head, last: head },
      landscape: true,
    },
  };
}

function cellOf(column: string, { item, cells, shaded }: Line): CellObject {
  if (inputColumns.includes(column)) return { ...looks.input, type: String, wrap: true, ...cells[column] };
  const look = { ...looks.fixed, wrap: false, ...(shaded && { backgroundColor: '#E2EFDA' }) };
  if (!item) return { ...look, type: String, ...cells[column] };
  if (column === '分值' && item.kind !== 'veto') {
    return { ...look, align: 'center', type: Number, value: item.points };
  }
  const text = `${item.section}：${item.text}`;
  const texts: Readonly<Record<string, string>> = {
    编号: item.number,
    类型: wording.itemKinds[item.kind],
    分类栏目: text,
  };
  const value = texts[column];
  if (value === undefined) return { ...look, type: String, ...cells[column] };
  const height = Math.ceil([...text].length / charactersPerLine) * 15 + 3;
  return { ...look, type: String, value, ...(column === '分类栏目' && { wrap: true, height }) };
}

function fromRoster(category: Category, column: keyof typeof rosterColumn, index: number): CellObject {
  const address = addressText({ row: firstRow + index, column: rosterColumn[column] });
  const source = `${quoted(categoryNames[category])}!${address}`;
  return { type: 'Formula', value: `IF(${source}="","",${source})` };
}

function scoreCell(text: string, mark: Mark | undefined): CellObject {
  const numeric = /^\d{1,4}(\.\d{1,2})?$/.test(text);
  return {
    ...(text !== '' && (numeric ? { value: Number(text), type: Number } : { value: text, type: String })),
    ...(mark && { backgroundColor: attention[mark.level] }),
  };
}

/** One validation for all items of the same points. 评审分 stands right of 自评分. */
function validationsOf(lines: readonly Line[], areaOf: (index: number) => Area): readonly Validation[] {
  const areas = new Map<number | 'veto', Area[]>();
  lines.forEach(({ item }, index) => {
    if (!item) return;
    const most = item.kind === 'veto' ? 'veto' : item.points;
    const known = areas.get(most) ?? [];
    known.push(areaOf(index));
    areas.set(most, known);
  });
  return [...areas].map(([most, areas]) =>
    most === 'veto'
      ? { areas, limit: { type: 'list', choices: ['未发生', '发生'] }, text: wording.vetoRefusal }
      : { areas, limit: { type: 'decimal', least: 0, most }, text: wording.scoreRefusal(most) },
  );
}
