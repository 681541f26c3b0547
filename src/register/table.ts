/** The lines of a register as a table for people: one row a line, a column for everything that a line may say. */
import { categoryNames, levelNames } from '../case/terms.ts';
import { kindNames } from './codec.ts';
import type { ItemState, RegisterItem } from './items.ts';
import type { Entry } from './types.ts';

/** As people read what has become of a line. */
export const stateNames: Readonly<Record<ItemState, string>> = {
  '': '',
  live: '有效',
  reversed: '已冲销',
  valid: '有效',
  void: '已作废',
  replaced: '已换发',
};

interface Column {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  /** Number format of Excel. */
  readonly format?: string;
  readonly cell: (item: RegisterItem) => string | number | null;
}

const yuan = '#,##0.00';

const columns: readonly Column[] = [
  { title: '序号', width: 7, cell: ({ line }) => line },
  { title: '时间', width: 26, cell: ({ entry }) => entry.time },
  { title: '类别', width: 8, cell: ({ entry }) => kindNames[entry.kind] },
  { title: '状态', width: 8, cell: ({ state }) => stateNames[state] },
  said('年度', 6, 'year'),
  said('案卷', 16, 'caseId'),
  said('批次', 6, 'batch'),
  said('日期', 12, 'date'),
  said('发放单位', 16, 'payer'),
  { title: '级别', width: 6, cell: ({ entry }) => ('level' in entry ? levelNames[entry.level] : null) },
  { title: '奖项', width: 14, cell: ({ entry }) => ('category' in entry ? categoryNames[entry.category] : null) },
  said('区', 8, 'district'),
  said('单位', 30, 'unit'),
  said('受奖人', 24, 'recipient'),
  said('笔数', 6, 'count'),
  {
    title: '金额（元）',
    width: 14,
    format: yuan,
    cell: ({ entry }) => ('amount' in entry ? entry.amount / 100 : null),
  },
  said('税项', 14, 'taxItem'),
  { title: '扣税（元）', width: 12, format: yuan, cell: ({ entry }) => (taxOf(entry) > 0 ? taxOf(entry) / 100 : null) },
  said('冲销序号', 9, 'reverses'),
  said('证书编号', 28, 'number'),
  said('原编号', 28, 'replaces'),
  said('理由', 30, 'reason'),
  said('制表', 10, 'prepared'),
  said('复核', 10, 'reviewed'),
];

/** @returns titles with widths and formats, and the cells of each item */
export function registerTable(items: readonly RegisterItem[]): {
  readonly columns: readonly Omit<Column, 'cell'>[];
  readonly rows: readonly (readonly (string | number | null)[])[];
} {
  return { columns, rows: items.map((item) => columns.map(({ cell }) => cell(item))) };
}

/** What lines of several kinds say under one name. */
type Field =
  | 'year'
  | 'caseId'
  | 'batch'
  | 'date'
  | 'payer'
  | 'district'
  | 'unit'
  | 'recipient'
  | 'count'
  | 'taxItem'
  | 'reverses'
  | 'number'
  | 'replaces'
  | 'reason'
  | 'prepared'
  | 'reviewed';

function said(title: string, width: number, field: Field): Column {
  const cell = ({ entry }: RegisterItem) => (entry as Partial<Readonly<Record<Field, string | number>>>)[field] ?? null;
  return { title, width, cell };
}

function taxOf(entry: Entry): number {
  return 'tax' in entry ? entry.tax : 0;
}
