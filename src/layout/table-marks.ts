/** Draws a part of a table, its rules merged into as few lines as possible. */
import { addParagraph, type LineMark, lineMarks, type Marks, noMarks, type TextMark } from './marks.ts';
import { type CellText, heightOf, linePlaces, type TablePart } from './strips.ts';
import type { LaidCell, LaidTable } from './types.ts';

const ruleColor = '#000000';

/** The text and rules of a part whose upper left corner is at x, y. */
export function partMarks({ laid, strips, from, to }: TablePart, x: number, y: number): Marks {
  const own = strips.slice(from, to);
  const edges = rowEdges(own, y);
  const texts: TextMark[] = [];
  const rules = ruleCollector();
  const boxes = new Map<LaidCell, Edges>();
  const [start = 0, end = 0] = [own[0]?.row, own.at(-1)?.row];
  for (const cell of laid.cells) {
    if (cell.row > end || cell.row + cell.cell.rowspan <= start) continue;
    const rows = edges.slice(cell.row, cell.row + cell.cell.rowspan).filter((row) => row !== undefined);
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) continue;
    const box = { top: first.top, bottom: last.bottom };
    boxes.set(cell, box);
    rules.add(x + cell.x, box.top, x + cell.x + cell.width, box.bottom);
  }
  if (boxes.size === 0) return noMarks;
  for (const text of joinedTexts(own.flatMap((strip) => strip.texts))) {
    const box = boxes.get(text.cell);
    if (box !== undefined) texts.push(...cellTexts(text, laid.padding, x, box));
  }
  return { texts, lines: laid.rule > 0 ? rules.lines(laid.rule) : [] };
}

/** The rules of a whole table whose upper left corner is at x, y. */
export function tableRules(laid: LaidTable, x: number, y: number): readonly LineMark[] {
  if (laid.rule === 0) return [];
  const rules = ruleCollector();
  const edges = rowTops(laid, y);
  for (const { row, x: left, width, cell } of laid.cells) {
    const [top, bottom] = [edges[row] as number, edges[row + cell.rowspan] as number];
    rules.add(x + left, top, x + left + width, bottom);
  }
  return rules.lines(laid.rule);
}

/** Where each row of a whole table begins, and where the last one ends; y is the table's upper edge. */
export function rowTops({ rows }: LaidTable, y: number): readonly number[] {
  const tops = [y];
  let top = y;
  for (const height of rows) {
    top += height;
    tops.push(top);
  }
  return tops;
}

/** The text of a whole cell of a table that begins at x, in its box between top and bottom. */
export function cellMarks(
  cell: LaidCell,
  padding: LaidTable['padding'],
  x: number,
  top: number,
  bottom: number,
): TextMark[] {
  const share = cell.verticalAlign === 'top' ? 0 : cell.verticalAlign === 'middle' ? 0.5 : 1;
  const free = Math.max(0, bottom - top - cell.textHeight - 2 * padding.y);
  const marks: TextMark[] = [];
  let y = top + padding.y + free * share;
  for (const paragraph of cell.paragraphs) {
    addParagraph(marks, paragraph, x + cell.x + padding.x, y);
    y += paragraph.height;
  }
  return marks;
}

interface Edges {
  readonly top: number;
  readonly bottom: number;
}

/** Upper and lower edge of each row that stands in the strips, by its number. */
function rowEdges(strips: TablePart['strips'], y: number): readonly (Edges | undefined)[] {
  const edges: (Edges | undefined)[] = [];
  let top = y;
  for (const { row, height } of strips) {
    edges[row] = { top: edges[row]?.top ?? top, bottom: top + height };
    top += height;
  }
  return edges;
}

/** The lines of a cell whose row is cut into strips that stand on one page are drawn as one text. */
function joinedTexts(texts: readonly CellText[]): readonly CellText[] {
  const found = new Map<LaidCell, CellText>();
  for (const text of texts) {
    if (text.from < text.to) found.set(text.cell, { ...text, from: found.get(text.cell)?.from ?? text.from });
  }
  return [...found.values()];
}

/** Only a text that stands there whole is set in the middle or at the bottom; one that goes on begins right at the top. */
function cellTexts(text: CellText, padding: { x: number; y: number }, x: number, box: Edges): TextMark[] {
  const { cell, from, to } = text;
  const lines = linePlaces(cell);
  const whole = from === 0 && to === lines.length;
  const free = Math.max(0, box.bottom - box.top - heightOf(text) - 2 * padding.y);
  const share = !whole || cell.verticalAlign === 'top' ? 0 : cell.verticalAlign === 'middle' ? 0.5 : 1;
  const top = box.top + (from === 0 ? padding.y : 0) + free * share - (lines[from]?.top ?? 0);
  return lines
    .slice(from, to)
    .flatMap((line) => lineMarks(line.paragraph, line.index, x + cell.x + padding.x, top + line.top + line.before));
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
