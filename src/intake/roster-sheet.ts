/** The sheet of one category in a district's workbook: title, quota, an example, the contract's headers, rows. */
import type { Cell, CellObject } from 'write-excel-file/node';
import { correctionColumn } from '../case/roster-columns.ts';
import { categoryNames } from '../case/terms.ts';
import type { Category } from '../case/types.ts';
import type { Severity } from '../message.ts';
import type { ColumnGuide } from './columns.ts';
import type { Area, Features } from './features.ts';
import { attention, looks } from './looks.ts';
import { wording } from './wording.ts';
import type { WorkbookSheet } from './workbook.ts';

/** A row that is already known, as a file held it, and what must be corrected in it. */
export interface FilledRow {
  /** Text by column. */
  readonly cells: Readonly<Record<string, string>>;
  /** What is said of a column, and how grave it is. */
  readonly marks: Readonly<Record<string, Mark>>;
  /** What is said of the row; '' for nothing. */
  readonly correction: string;
}

export interface Mark {
  readonly level: Severity;
  readonly text: string;
}

export interface RosterSheetFacts {
  readonly district: string;
  readonly category: Category;
  /** null where it is not decided. */
  readonly quota: number | null;
  readonly columns: readonly ColumnGuide[];
  /** undefined in a workbook that is sent out for the first time. */
  readonly rows?: readonly FilledRow[];
}

/** Rows of the sheet, from 0. The example stands above the headers, where no reader looks for nominees. */
const rowOf = { title: 0, quota: 1, hint: 2, example: 3, header: 4, first: 5 } as const;
/** Row of the first nominee, from 0. */
export const firstRow = rowOf.first;
const preparedRows = 200;
/** Limits go on below the prepared rows, for a list that is longer. */
const limitedRows = 2000;
const correctionWidth = 50;
/** Points. A spreadsheet's rows go no higher than the last. */
const lineHeight = 15;
const highestRow = 409;
/** 级别, 区, 单位全称 */
const frozenColumns = 3;

export function rosterSheet({ district, category, quota, columns, rows }: RosterSheetFacts): WorkbookSheet {
  const name = categoryNames[category];
  const corrections = rows !== undefined;
  const width = columns.length + (corrections ? 1 : 0);
  const merged = (value: string, look: CellObject): Cell[] => [
    { value, type: String, ...look, columnSpan: width },
    ...Array.from({ length: width - 1 }, () => null),
  ];
  const blanks = Math.max(preparedRows - (rows?.length ?? 0), 20);
  const data = [
    merged(wording.sheetTitle(district, name), looks.title),
    merged(wording.sheetQuota(category, quota), { ...looks.remark, fontWeight: 'bold', height: 20 }),
    merged(corrections ? wording.correctionHint : wording.fillInHint(rowOf.first + 1), { ...looks.remark, height: 20 }),
    [
      ...columns.map((column) => ({ ...looks.example, value: column.example, type: String, height: 20 })),
      ...(corrections ? [{ ...looks.example, type: String }] : []),
    ],
    [
      ...columns.map(({ name, required }) => ({
        ...(required ? looks.required : looks.optional),
        value: required ? `${name}*` : name,
        type: String,
        wrap: true,
        height: 32,
      })),
      ...(corrections ? [{ ...looks.optional, value: correctionColumn, type: String }] : []),
    ],
    ...(rows ?? []).map((row) => filledRow(row, columns)),
    ...Array.from({ length: blanks }, () => [
      ...columns.map((column) => inputCell(column, '')),
      ...(corrections ? [{ ...looks.fixed, type: String }] : []),
    ]),
  ];
  const bottom = data.length - 1;
  return {
    name,
    data,
    widths: [...columns.map((column) => column.width), ...(corrections ? [correctionWidth] : [])],
    frozen: { rows: rowOf.first, columns: frozenColumns },
    features: featuresOf(columns, bottom, rows ?? []),
  };
}

function featuresOf(columns: readonly ColumnGuide[], bottom: number, rows: readonly FilledRow[]): Features {
  const below = (index: number): Area => ({
    top: rowOf.first,
    bottom: rowOf.first + limitedRows - 1,
    left: index,
    right: index,
  });
  return {
    inputs: [{ top: rowOf.first, bottom, left: 0, right: columns.length - 1 }],
    validations: columns.flatMap(({ limit, refusal }, index) =>
      limit && refusal !== undefined ? [{ areas: [below(index)], limit, text: refusal }] : [],
    ),
    notes: [
      ...columns.map(({ name, required, note }, column) => ({
        at: { row: rowOf.header, column },
        text: wording.columnNote(name, required, note),
      })),
      ...rows.flatMap(({ marks }, index) =>
        columns.flatMap(({ name }, column) => {
          const mark = marks[name];
          return mark ? [{ at: { row: rowOf.first + index, column }, text: mark.text }] : [];
        }),
      ),
    ],
    digits: columns.flatMap(({ kind }, index) => (kind === 'digits' ? [below(index)] : [])),
    head: { first: rowOf.header, last: rowOf.header },
    landscape: true,
  };
}

function filledRow({ cells, marks, correction }: FilledRow, columns: readonly ColumnGuide[]): Cell[] {
  const filled = columns.map((column) => ({ ...column, text: cells[column.name] ?? '' }));
  const lines = Math.max(
    ...filled.filter(isWrapped).map(({ text, width }) => linesOf(text, width)),
    linesOf(correction, correctionWidth),
  );
  const height = Math.min(lines * lineHeight + 4, highestRow);
  return [
    ...filled.map((column) => {
      const mark = marks[column.name];
      const cell = { ...inputCell(column, column.text), height };
      return mark === undefined ? cell : { ...cell, backgroundColor: attention[mark.level] };
    }),
    { ...looks.fixed, ...typed(correction === '' ? null : correction) },
  ];
}

/** Lines of a text in a column so many characters wide; a Chinese character is two of them. */
function linesOf(text: string, width: number): number {
  const lengths = text.split('\n').map((line) => [...line].reduce((sum, char) => sum + (char > '\u00ff' ? 2 : 1), 0));
  return lengths.reduce((sum, length) => sum + Math.max(1, Math.ceil(length / (width - 1))), 0);
}

function isWrapped({ kind }: Pick<ColumnGuide, 'kind'>): boolean {
  return kind === 'text' || kind === 'long';
}

/** A cell to type in. Identifiers are text from the first keystroke on, so that no digit is lost. */
function inputCell(column: ColumnGuide, text: string): CellObject {
  const { kind } = column;
  const look = { ...looks.input, wrap: isWrapped(column) };
  if (kind === 'number') {
    const numeric = /^\d{1,9}(\.\d{1,2})?$/.test(text);
    const value = text === '' ? null : numeric ? Number(text) : text;
    return { ...look, align: 'center', ...typed(value) };
  }
  return { ...look, ...typed(text === '' ? null : text), ...(kind === 'digits' && { format: '@' }) };
}

function typed(value: string | number | null) {
  return typeof value === 'number' ? { value, type: Number } : { ...(value !== null && { value }), type: String };
}
