/** 小计, 合计 and 总计 of tables against what stands above them, and captions such as 组织体系 25分 against their rows. */
import type { Part } from '../../gongwen/types.ts';
import { bare, lineOfRow, opening } from '../paragraphs.ts';
import type { Spot, TextRule } from '../types.ts';
import { figureOf, sumOf } from './figures.ts';

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
  /** 小计 as written, without spaces; '' for a row of items. */
  readonly total: string;
}

const totalName = /^(?:[\p{Script=Han}（）()]{0,12})(?:小计|合计|总计|共计)$/u;

/** Tables of one annex, and of the same columns, are one table: a page's end or a blank line divided it. */
function tablesOf(parts: readonly Part[]): readonly (readonly Row[])[] {
  const tables: Row[][] = [];
  let before: Part | undefined;
  for (const part of parts.filter((one) => one.role === 'table')) {
    const rows = part.rows.map(
      (cells, index): Row => ({
        cells,
        line: lineOfRow(part, index),
        total:
          cells
            .slice(0, 3)
            .map(bare)
            .find((cell) => totalName.test(cell)) ?? '',
      }),
    );
    const goesOn = before !== undefined && before.annex === part.annex && sameHead(before, part);
    if (goesOn) tables.at(-1)?.push(...rows);
    else tables.push(rows);
    before = part;
  }
  return tables;
}

function sameHead(one: Part, other: Part): boolean {
  const head = (part: Part) => (part.rows[0] ?? []).slice(0, 3).map(bare).join('|');
  return head(one) !== '' && head(one) === head(other);
}

/** Each total against the sums it may be: of its items, of all items, or of totals. A wrong one is none of these. */
export const tableSums: TextRule = ({ text }) =>
  tablesOf(text.parts).flatMap((rows) => {
    const width = Math.max(0, ...rows.map((row) => row.cells.length));
    return Array.from({ length: width }, (_, column) => columnSums(rows, column)).flat();
  });

function columnSums(rows: readonly Row[], column: number): readonly Spot[] {
  let sinceTotal: number[] = [];
  const all: number[] = [];
  let totals: number[] = [];
  let captions: string[] = [];
  const spots: Spot[] = [];
  for (const [index, row] of rows.entries()) {
    const figure = figureOf(row.cells[column] ?? '');
    if (row.total === '') {
      const caption = bare(row.cells[0] ?? '');
      if (caption !== '') captions.push(caption);
      if (figure !== null) {
        sinceTotal.push(figure);
        all.push(figure);
      }
      continue;
    }
    if (figure === null) continue;
    const own = row.total.replace(/(?:小计|合计|总计|共计)$/, '');
    // 加分项合计 is the sum of the group called 加分项, and of nothing else.
    const ofGroup = own.length > 1 && captions.some((caption) => caption.startsWith(own));
    const previous = totals.at(-1);
    const single = row.cells.filter((cell) => figureOf(cell) !== null).length === 1;
    const accepted = ofGroup
      ? [sumOf(sinceTotal)]
      : [
          sumOf(sinceTotal),
          sumOf(all),
          ...(previous === undefined ? [] : [sumOf([previous, ...sinceTotal])]),
          ...(totals.length > 1 && sinceTotal.length === 0 ? [sumOf(totals)] : []),
          ...(single ? runsOf(rows[index - 1], column) : []),
        ];
    // What the total is most likely meant to add up.
    const before = rows[index - 1];
    const summed =
      ofGroup || sinceTotal.length > 1
        ? sinceTotal
        : previous !== undefined && sinceTotal.length === 1
          ? [previous, ...sinceTotal]
          : single && before !== undefined && before.total !== ''
            ? before.cells.slice(column).flatMap((cell) => figureOf(cell) ?? [])
            : all;
    if (!accepted.includes(figure) && summed.length > 1) {
      spots.push({
        code: 'proof.table-sum',
        line: row.line,
        found: String(figure),
        expected: String(sumOf(summed)),
        facts: { name: row.total, count: summed.length },
      });
    }
    totals = [...totals, figure];
    sinceTotal = [];
    captions = [];
  }
  // The numbers of the rows and years are no amounts.
  return isSerial(all) ? [] : spots;
}

function isSerial(figures: readonly number[]): boolean {
  return (
    figures.length > 1 && figures.every((figure, index) => index === 0 || figure === (figures[index - 1] ?? 0) + 1)
  );
}

/** Sums of neighbouring cells of a row, among which the cell of the column is: a total over merged columns. */
function runsOf(row: Row | undefined, column: number): readonly number[] {
  const figures = (row?.cells ?? []).map((cell) => figureOf(cell) ?? 0);
  const sums: number[] = [];
  for (let from = 0; from <= column; from += 1) {
    for (let to = column; to < figures.length; to += 1) sums.push(sumOf(figures.slice(from, to + 1)));
  }
  return sums;
}

/** The column 合计 or 小计 against the cells before it, where most rows show which cells it adds up. */
export const rowSums: TextRule = ({ text }) =>
  tablesOf(text.parts).flatMap((rows) => {
    const head = rows
      .slice(0, 2)
      .find((row) => row.total === '' && row.cells.some((cell) => totalName.test(bare(cell))));
    if (head === undefined) return [];
    return head.cells.flatMap((name, column) =>
      totalName.test(bare(name)) && column > 0 ? rowSumsOf(rows, column, bare(name)) : [],
    );
  });

function rowSumsOf(rows: readonly Row[], column: number, name: string): readonly Spot[] {
  const filled = rows.filter((row) => figureOf(row.cells[column] ?? '') !== null);
  const sumFrom = (row: Row, from: number) => sumOf(row.cells.slice(from, column).map((cell) => figureOf(cell) ?? 0));
  const starts = Array.from({ length: column }, (_, from) => ({
    from,
    right: filled.filter((row) => sumFrom(row, from) === figureOf(row.cells[column] ?? '')).length,
  })).filter(({ from }) => from < column - 1);
  const best = starts.toSorted((one, other) => other.right - one.right)[0];
  if (best === undefined || best.right < 3 || best.right < filled.length * 0.6) return [];
  return filled
    .filter((row) => sumFrom(row, best.from) !== figureOf(row.cells[column] ?? ''))
    .map((row) => ({
      code: 'proof.row-sum',
      line: row.line,
      found: String(figureOf(row.cells[column] ?? '')),
      expected: String(sumFrom(row, best.from)),
      facts: { name, row: opening(row.cells.find((cell) => figureOf(cell) === null && cell.trim() !== '') ?? '本行') },
    }));
}

const caption = /^(.{1,20}?)[（(]?(\d+)分[）)]?$/;

/** 组织体系 25分 in the first cell of a group of rows, against the points of these rows. */
export const groupSums: TextRule = ({ text }) =>
  text.parts
    .filter((part) => part.role === 'table')
    .flatMap((part) =>
      part.rows.flatMap((row, start): readonly Spot[] => {
        const match = caption.exec(bare(row[0] ?? ''));
        if (!match) return [];
        const [, name = '', points = ''] = match;
        const next = part.rows.findIndex((other, index) => index > start && bare(other[0] ?? '') !== '');
        const group = part.rows.slice(start, next === -1 ? undefined : next);
        const width = Math.max(...group.map((one) => one.length));
        const columns = Array.from({ length: width - 1 }, (_, index) =>
          group.map((one) => figureOf(one[index + 1] ?? '')),
        )
          .map((column) => column.filter((figure) => figure !== null))
          .filter((column) => column.length === group.length && column.length > 1);
        const [items, ...others] = columns;
        // Points of one column only: with two, nobody can say which the caption means.
        if (items === undefined || others.length > 0 || sumOf(items) === Number(points)) return [];
        return [
          {
            code: 'proof.group-sum',
            line: lineOfRow(part, start),
            found: `${points}分`,
            expected: `${sumOf(items)}分`,
            facts: { name, count: items.length },
          },
        ];
      }),
    );
