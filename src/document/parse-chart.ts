/** What a table must be to be drawn as a chart. */
import type { Place } from '../message.ts';
import { type Message, message } from '../message.ts';
import { replaceReferences } from './formula.ts';
import type { Cell, Table } from './types.ts';

/** A finding where a table of role `chart` is none; see `tableRoles`. */
export function checkChart({ rows, headRows }: Table, place: Place): readonly Message[] {
  const [head, ...body] = rows;
  const width = head?.cells.length ?? 0;
  const faults = [
    ...(headRows === 1 && width > 1 ? [] : ['<thead> 应当恰有一行，写单位和各系列的名称']),
    ...(rows.every(({ cells }) => cells.length === width && cells.every(isSingle)) ? [] : ['单元格不能合并']),
    ...((head?.cells ?? []).every(namesColumn) ? [] : ['表头各格应当有 formula="[名称@行组]"']),
    ...(body.every(({ cells }) => cells.slice(1).every(isAmount))
      ? []
      : ['各系列的值应当是不小于 0 的数（type="number"）']),
  ];
  return faults.map((fault) => message('template.chart-shape', { place, fault, actual: fault }));
}

function isSingle({ colspan, rowspan }: Cell): boolean {
  return colspan === 1 && rowspan === 1;
}

function namesColumn({ data }: Cell): boolean {
  let ranges = 0;
  const rest = replaceReferences(data.formula, ({ group }) => {
    if (group !== '') ranges += 1;
    return '';
  });
  return ranges === 1 && rest === '';
}

function isAmount({ data }: Cell): boolean {
  return data.type === 'number' && (data.value ?? 0) >= 0;
}
