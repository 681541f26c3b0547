import { hasErrors, type Message, message, type Result, resultOf } from '../message.ts';
import { readTable, type Sheet, type TableRow, textOf } from './table.ts';

/** One row of the table of member units. */
export interface Members {
  readonly district: string;
  /** null where the association has not stated it ("-") */
  readonly count: number | null;
}

/** The table of member units (annex 1 of the notice), in its own order. */
export function readMembers(sheet: Sheet): Result<readonly Members[]> {
  const table = readTable(sheet, [
    { name: '区', required: true },
    { name: '会员单位', required: true },
    { name: '备注', required: false },
  ]);
  const messages: Message[] = [...table.messages];
  const members: Members[] = [];
  const firstRows = new Map<string, number | undefined>();
  for (const row of table.rows) {
    const district = textOf(row.cell('区'));
    if (district === '') {
      if (row.has('区')) messages.push(message('roster.cell-required', { place: row.place('区'), column: '区' }));
      continue;
    }
    const firstRow = firstRows.get(district);
    if (firstRow !== undefined) {
      messages.push(message('case.members-twice', { place: row.place('区'), district, firstRow }));
      continue;
    }
    firstRows.set(district, row.place().row);
    const text = textOf(row.cell('会员单位')).normalize('NFKC');
    const known = /^\d{1,7}$/.test(text);
    if (row.has('会员单位') && !known && !/^[-—–－]+$/.test(text))
      messages.push(message('case.members-count', { place: row.place('会员单位'), district, actual: text }));
    members.push({ district, count: known ? Number(text) : null });
  }
  messages.push(...unconfirmed(table.rows));
  if (table.rows.length === 0 && !hasErrors(messages))
    messages.push(message('case.members-empty', { place: { file: sheet.file } }));
  return resultOf(members, messages);
}

/** Counts that `neibao init` took over from the last year, and nobody has confirmed: one message for all. */
function unconfirmed(rows: readonly TableRow[]): Message[] {
  const open = rows.filter((row) => textOf(row.cell('备注')).includes('待确认'));
  const [first] = open;
  if (first === undefined) return [];
  const list = open.map((row) => textOf(row.cell('区'))).join('、');
  return [message('case.members-unconfirmed', { place: first.place('备注'), count: open.length, list })];
}
