/** The sheet 问题清单 of a workbook that goes back: every finding of the district, and where to correct it. */
import type { Cell } from 'write-excel-file/node';
import type { Message, Place } from '../message.ts';
import { attention, looks } from './looks.ts';
import { wording } from './wording.ts';
import type { WorkbookSheet } from './workbook.ts';

export interface Problem {
  readonly message: Message;
  /** Where it stands in this workbook; undefined where it is about no row. */
  readonly here: { readonly sheet: string; readonly row: number; readonly column: string } | undefined;
  /** Where it stood in the file that came in. */
  readonly from: Place | undefined;
}

const widths = [6, 8, 16, 6, 18, 56, 20, 24, 56, 40] as const;
/** Columns of running text, from 0. */
const longColumns = [5, 6, 7, 8, 9];

export function problemSheet(district: string, problems: readonly Problem[]): WorkbookSheet {
  const spanned = (value: string, look: object): Cell[] => [
    { ...look, value, type: String, columnSpan: widths.length },
    ...widths.slice(1).map(() => null),
  ];
  const data = [
    spanned(wording.problemTitle(district), looks.title),
    spanned(wording.problemHint, { ...looks.remark, height: 20 }),
    wording.problemHead.map((value): Cell => ({ ...looks.optional, value, type: String, height: 24 })),
    ...problems.map(problemRow),
  ];
  return {
    name: wording.problemSheet,
    data,
    widths,
    frozen: { rows: 3, columns: 0 },
    features: { inputs: [], validations: [], notes: [], digits: [], head: { first: 2, last: 2 }, landscape: true },
  };
}

function problemRow({ message, here, from }: Problem, index: number): Cell[] {
  const texts = [
    String(index + 1),
    wording.severity[message.level],
    here?.sheet ?? '',
    here === undefined ? '' : String(here.row),
    here?.column ?? '',
    message.text,
    message.actual ?? '',
    message.expected ?? '',
    message.hint ?? '',
    from === undefined ? '' : placeText(from),
  ];
  const lines = longColumns.map((column) => ([...(texts[column] ?? '')].length * 2.2) / (widths[column] ?? 1));
  const height = Math.ceil(Math.max(1, ...lines)) * 15 + 4;
  return texts.map((text, column) => {
    const digits = column === 0 || column === 3;
    return {
      ...looks.input,
      wrap: true,
      height,
      ...(column === 1 && { backgroundColor: attention[message.level], align: 'center' as const }),
      ...(text === ''
        ? { type: String }
        : digits
          ? { value: Number(text), type: Number, align: 'center' as const }
          : { value: text, type: String }),
    };
  });
}

function placeText({ file, sheet, row }: Place): string {
  return [file, ...(sheet === undefined ? [] : [`“${sheet}”表`]), ...(row === undefined ? [] : [`第${row}行`])].join(
    ' ',
  );
}
