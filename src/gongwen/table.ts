/** Tables of an official text as ruled tables of the tree: lists and figures with a head, forms to be filled in. */
import type { TableRole } from '../document/schema.ts';
import type { Cell, Paragraph, Row, Table } from '../document/types.ts';
import { columnShares, widthOf } from './columns.ts';
import { coveredCells, headRowsOf, isForm, isNumber, type MergedTable, mergeForm, mergeGrid } from './merge.ts';
import { cell, paragraph } from './node.ts';
import { tidied } from './tidy.ts';
import type { CellSpan, Part } from './types.ts';

export interface SetTable {
  readonly table: Table;
  readonly form: boolean;
  /** Whether empty cells were taken for merged ones. */
  readonly guessed: boolean;
}

/** Tables with more columns are set smaller. */
const manyColumns = 4;
/** A table of short rows longer than this is set smaller, to stand on one page. */
const manyRows = 22;
/** Columns whose texts are all so short are centred, in characters. */
const shortText = 8;
/** Width of the type area in characters of each kind of table: 442 pt by 小四 and 五号. */
const widths: Readonly<Partial<Record<TableRole, number>>> = { grid: 36, compact: 41.5, form: 31 };

/** @param fixed whether the rows of a form have heights of their own, to fill a page */
export function tableOf(part: Part, fixed: boolean): SetTable {
  const { spans } = part;
  const form = isForm(part.rows, spans);
  const merged =
    spans === undefined
      ? form
        ? mergeForm(part.rows)
        : mergeGrid(part.rows)
      : { spans, headRows: form ? 0 : headRowsOf(filled(part.rows, spans)) };
  const rows = part.rows.map((row) => row.map(cellText));
  const table = form ? formTable(rows, merged, fixed) : gridTable(rows, merged);
  return { table, form, guessed: spans === undefined && merged.spans.length > 0 };
}

/** The rows with the texts of merged cells in every place they take, so that a head's gaps are no gaps. */
function filled(rows: readonly (readonly string[])[], spans: readonly CellSpan[]): readonly (readonly string[])[] {
  const copy = rows.map((row) => [...row]);
  for (const { row, column, rowspan, colspan } of spans) {
    if (rowspan > 1) continue;
    for (let right = 1; right < colspan; right++) {
      const target = copy[row];
      if (target) target[column + right] = rows[row]?.[column] ?? '';
    }
  }
  return copy;
}

/** White space in a cell: 上级部门 初审意见 are two lines, 主 要 事 迹 is one word, 姓 名 keeps its distance. */
function cellText(text: string): string {
  if (isOpinion(text)) return text;
  if (text.length > 24) return tidied(text).text;
  return text.split('\n').map(labelText).join('\n');
}

const single = (word: string) => /^\p{Script=Han}$/u.test(word);

function labelText(line: string): string {
  const words = line.split(/[ \u3000]+/);
  if (words.length === 2 && words.every(single)) return words.join('　');
  if (!words.every((word) => /^[\p{Script=Han}\d]+$/u.test(word))) return tidied(line).text;
  // 初 审 意 见 上 级 部 门 were two columns of characters.
  if (words.every(single)) return words.join('').replace(/意见(?=.)/, '意见\n');
  return words.reduce((said, word, index) => {
    const before = words[index - 1] ?? '';
    const together = single(before) || /\d$/.test(before) || (/^\d/.test(word) && !/分$/.test(word));
    return said === '' || together ? `${said}${word}` : `${said}\n${word}`;
  }, '');
}

function gridTable(rows: readonly (readonly string[])[], { spans, headRows }: MergedTable): Table {
  const columns = rows[0]?.length ?? 1;
  const short = rows.every((row) => row.every((text) => widthOf(text) <= 2 * shortText));
  const role = columns > manyColumns || (rows.length > manyRows && short) ? 'compact' : 'grid';
  const body = rows.slice(headRows);
  const centred = Array.from({ length: columns }, (_, column) =>
    body.every((row) => widthOf(row[column] ?? '') <= shortText),
  );
  return {
    type: 'table',
    role,
    columns: columnShares(rows, { headRows, spans, width: widths[role] ?? 36 }),
    headRows,
    rows: setRows(rows, spans, (text, row, column, span) => {
      const head = row < headRows;
      const group = span.rowspan > 1 && widthOf(text) <= 2 * shortText;
      const middle =
        head || group || span.colspan > 1 || isNumber(text) || centred[column] === true || /^[□☑]\S{1,6}$/.test(text);
      const isSum = /(?:小计|合计|总计|共计)$/.test(rows[row]?.find((one) => one !== '') ?? '');
      return cell([paragraph('cell', text)], {
        ...span,
        head: head || group || isSum,
        align: middle ? 'center' : 'left',
      });
    }),
  };
}

/** A label and the room beside it; what is signed has its lines at the foot; the row without other labels is the tall one. */
function formTable(rows: readonly (readonly string[])[], { spans }: MergedTable, fixed: boolean): Table {
  const labels = formLabels(rows, spans);
  return {
    type: 'table',
    role: 'form',
    columns: formColumns(rows, labels, spans),
    headRows: 0,
    rows: setRows(rows, spans, (text, row, column, span) => {
      if (labels.has(`${row}/${column}`))
        return cell([paragraph('cell', text)], { ...span, head: true, align: 'center' });
      if (isOpinion(text)) return cell(opinion(text), span);
      if (isTall(rows[row] ?? []) && fixed) return cell([paragraph('deeds', text)], span);
      return cell([paragraph('cell', text)], { ...span, align: widthOf(text) <= shortText ? 'center' : 'left' });
    }).map((row, index): Row => ({ ...row, height: formHeight(rows[index] ?? [], fixed) })),
  };
}

function formHeight(row: readonly string[], fixed: boolean): Row['height'] {
  if (row.some(isOpinion)) return 'opinion';
  return isTall(row) && fixed ? 'fill' : 'field';
}

/** 主要事迹: one label, the rest is room. */
export function isTall(row: readonly string[]): boolean {
  return (
    row.filter((text) => text !== '').length <= 2 &&
    row.slice(2).every((text) => text === '') &&
    /事\s*迹|简\s*历|理\s*由|情\s*况|内\s*容|说\s*明/.test(row[0] ?? '')
  );
}

/** Places of the labels, as `row/column`: the first cell, and each that follows a room. */
function formLabels(rows: readonly (readonly string[])[], spans: readonly CellSpan[]): ReadonlySet<string> {
  const covered = coveredCells(spans);
  const labels = new Set<string>();
  for (const [row, texts] of rows.entries()) {
    let label = true;
    for (const [column, text] of texts.entries()) {
      if (covered.has(`${row}/${column}`)) continue;
      if (label && text !== '' && !isOpinion(text)) labels.add(`${row}/${column}`);
      label = !label;
    }
  }
  return labels;
}

/** Beside the text of a label, in characters. */
const labelPadding = 0.5;
const longestLabel = 6;
/** Room to write in the narrowest column. */
const leastRoom = 3;

/** A column with labels is as wide as they need; the others share what is left. */
function formColumns(
  rows: readonly (readonly string[])[],
  labels: ReadonlySet<string>,
  spans: readonly CellSpan[],
): readonly number[] {
  const wide = new Set(spans.filter(({ colspan }) => colspan > 1).map(({ row, column }) => `${row}/${column}`));
  const needs = (rows[0] ?? []).map((_, column) => {
    const own = rows.flatMap((row, index) => {
      const at = `${index}/${column}`;
      return labels.has(at) && !wide.has(at) ? (row[column] ?? '').split('\n').map(widthOf) : [];
    });
    return own.length > 0 ? Math.min(Math.max(...own), longestLabel) + labelPadding : 0;
  });
  const total = widths.form ?? 0;
  const left = total - needs.reduce((sum, need) => sum + need, 0);
  const open = needs.filter((need) => need === 0).length;
  const share = Math.max(left / Math.max(open, 1), leastRoom);
  return needs.map((need) => (need === 0 ? share : need));
}

const dateToFill = /\s{0,20}((?:\d{4}\s*)?年\s{0,20}月\s{0,20}日)$/;

/** 负责人： （公章） 年 月 日: to be signed, sealed and dated. */
function isOpinion(text: string): boolean {
  return dateToFill.test(text);
}

function opinion(text: string): readonly Paragraph[] {
  const found = dateToFill.exec(text);
  const lines = text
    .slice(0, found?.index)
    .split(/[\s\u3000]+/)
    .filter((line) => line !== '');
  // Room to write behind a colon, and for the seal.
  const signed = lines.map((line) => paragraph('opinion', /[:：]$/.test(line) ? `${line}　　　　` : `${line}　　`));
  return [...signed, paragraph('opinion', (found?.[1] ?? '').replace(/\s+/g, '').split('').join('　　'))];
}

type SetCell = (
  text: string,
  row: number,
  column: number,
  span: { readonly rowspan: number; readonly colspan: number },
) => Cell;

function setRows(rows: readonly (readonly string[])[], spans: readonly CellSpan[], set: SetCell): readonly Row[] {
  const covered = coveredCells(spans);
  return rows.map((row, index): Row => {
    const cells = row.flatMap((text, column) => {
      if (covered.has(`${index}/${column}`)) return [];
      const { rowspan = 1, colspan = 1 } = spans.find((one) => one.row === index && one.column === column) ?? {};
      return [set(text, index, column, { rowspan, colspan })];
    });
    return { height: 'auto', group: '', cells };
  });
}
