/** Draws a table: its rows cut into parts that pages can hold, its rules merged into as few lines as possible. */
import type { LaidCell, LaidTable } from '../../layout/grid.ts';
import { type LineMark, type Marks, noMarks, paragraphMarks, type TextMark } from './marks.ts';

/** A stretch of rows that stays on one page. */
export interface RowGroup {
  readonly from: number;
  /** The row after the last. */
  readonly to: number;
}

const ruleColor = '#000000';

/** Rows joined by a rowspan stay together unless they are higher than a page, then they are cut between rows. */
export function rowGroups(laid: LaidTable, from: number, pageHeight: number): readonly RowGroup[] {
  const groups: RowGroup[] = [];
  for (let start = from; start < laid.rows.length; ) {
    let end = start + 1;
    for (let row = start; row < end; row++) {
      for (const cell of laid.cells) if (cell.row === row) end = Math.max(end, row + cell.cell.rowspan);
    }
    end = Math.min(end, laid.rows.length);
    groups.push(...cut({ from: start, to: end }, laid, pageHeight));
    start = end;
  }
  return groups;
}

function cut(group: RowGroup, laid: LaidTable, pageHeight: number): readonly RowGroup[] {
  if (groupHeight(laid, group) <= pageHeight) return [group];
  const parts: RowGroup[] = [];
  let from = group.from;
  for (let row = group.from + 1; row <= group.to; row++) {
    if (row < group.to && groupHeight(laid, { from, to: row + 1 }) <= pageHeight) continue;
    parts.push({ from, to: row });
    from = row;
  }
  return parts;
}

export function groupHeight(laid: LaidTable, group: RowGroup): number {
  let height = 0;
  for (let row = group.from; row < group.to; row++) height += laid.rows[row] ?? 0;
  return height;
}

/** The text and rules of a group of rows whose upper left corner is at x, y. */
export function groupMarks(laid: LaidTable, group: RowGroup, x: number, y: number): Marks {
  const tops = [y];
  for (let row = group.from; row < group.to; row++) tops.push((tops.at(-1) as number) + (laid.rows[row] ?? 0));
  const cells = laid.cells.filter((cell) => cell.row < group.to && cell.row + cell.cell.rowspan > group.from);
  if (cells.length === 0) return noMarks;
  const texts: TextMark[] = [];
  const rules = ruleCollector();
  for (const cell of cells) {
    const top = tops[Math.max(cell.row, group.from) - group.from] as number;
    const bottom = tops[Math.min(cell.row + cell.cell.rowspan, group.to) - group.from] as number;
    // The text of a cell that goes on over a page break stands in its first part.
    if (cell.row >= group.from) texts.push(...cellTexts(laid, cell, x, top, bottom));
    rules.add(x + cell.x, top, x + cell.x + cell.width, bottom);
  }
  return { texts, lines: laid.rule > 0 ? rules.lines(laid.rule) : [] };
}

function cellTexts(laid: LaidTable, cell: LaidCell, x: number, top: number, bottom: number): TextMark[] {
  const free = bottom - top - cell.textHeight - 2 * laid.padding.y;
  const share = cell.verticalAlign === 'middle' ? 0.5 : cell.verticalAlign === 'bottom' ? 1 : 0;
  let y = top + laid.padding.y + Math.max(0, free) * share;
  return cell.paragraphs.flatMap((paragraph) => {
    const marks = paragraphMarks(paragraph, x + cell.x + laid.padding.x, y);
    y += paragraph.height;
    return marks;
  });
}

/** Collects the edges of boxes; edges on one line that touch become one line. */
function ruleCollector() {
  const horizontal = new Map<number, [number, number][]>();
  const vertical = new Map<number, [number, number][]>();
  const put = (edges: Map<number, [number, number][]>, at: number, from: number, to: number) => {
    const key = Math.round(at * 100) / 100;
    const spans = edges.get(key);
    if (spans === undefined) edges.set(key, [[from, to]]);
    else spans.push([from, to]);
  };
  return {
    add(left: number, top: number, right: number, bottom: number) {
      put(horizontal, top, left, right);
      put(horizontal, bottom, left, right);
      put(vertical, left, top, bottom);
      put(vertical, right, top, bottom);
    },
    lines(width: number): LineMark[] {
      const line = (points: LineMark['points']): LineMark => ({ points, closed: false, width, color: ruleColor });
      // Horizontal rules reach over the outer vertical ones, so that corners are closed.
      const over = width / 2;
      return [
        ...[...horizontal].flatMap(([y, spans]) =>
          merged(spans).map(([a, b]) =>
            line([
              [a - over, y],
              [b + over, y],
            ]),
          ),
        ),
        ...[...vertical].flatMap(([x, spans]) =>
          merged(spans).map(([a, b]) =>
            line([
              [x, a],
              [x, b],
            ]),
          ),
        ),
      ];
    },
  };
}

function merged(spans: readonly [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1] + 0.05) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}
