/** A table cut into strips that pages can hold: its rows, and a row that no page can hold in several, between its lines. */
import type { LaidCell, LaidTable } from './types.ts';

/** A row, or a part of one. */
export interface Strip {
  readonly row: number;
  readonly height: number;
  readonly texts: readonly CellText[];
}

/** Lines of a cell, counted through its paragraphs; `to` is the one after the last. */
export interface CellText {
  readonly cell: LaidCell;
  readonly from: number;
  readonly to: number;
}

/** A stretch of the strips of a table. */
export interface TablePart {
  readonly laid: LaidTable;
  readonly strips: readonly Strip[];
  readonly from: number;
  /** The strip after the last. */
  readonly to: number;
}

/** The strips of a table that flows. */
export function stripsOf(laid: LaidTable): readonly Strip[] {
  return rowStrips(laid).flatMap((strip) => (strip.height <= laid.room ? [strip] : cutRow(laid, strip)));
}

function rowStrips(laid: LaidTable): readonly Strip[] {
  const texts = laid.rows.map((): CellText[] => []);
  for (const cell of laid.cells) texts[cell.row]?.push({ cell, from: 0, to: linePlaces(cell).length });
  return laid.rows.map((height, row) => ({ row, height, texts: texts[row] ?? [] }));
}

/** A strip for the first line of each cell, one for the second, and so on; a page may end between them. */
function cutRow(laid: LaidTable, { row, texts }: Strip): readonly Strip[] {
  const count = Math.max(...texts.map(({ to }) => to));
  return Array.from({ length: count }, (_, line): Strip => {
    const own = texts.filter(({ to }) => line < to).map(({ cell }) => ({ cell, from: line, to: line + 1 }));
    const edges = (line === 0 ? 1 : 0) + (line === count - 1 ? 1 : 0);
    return { row, height: Math.max(...own.map(heightOf)) + edges * laid.padding.y, texts: own };
  });
}

/** Height of lines of a cell, with the distances between its paragraphs. */
export function heightOf({ cell, from, to }: CellText): number {
  const lines = linePlaces(cell);
  const last = lines[to - 1] as LinePlace;
  return last.top + last.height - (lines[from] as LinePlace).top;
}

interface LinePlace {
  readonly paragraph: LaidCell['paragraphs'][number];
  readonly index: number;
  /** Counted from the top of the cell's text; the first and last line of a paragraph hold its distances. */
  readonly top: number;
  readonly height: number;
  /** From `top` to the line itself. */
  readonly before: number;
}

export function linePlaces(cell: LaidCell): readonly LinePlace[] {
  let top = 0;
  return cell.paragraphs.flatMap((paragraph) =>
    paragraph.lines.map((_, index): LinePlace => {
      const before = index === 0 ? paragraph.before : 0;
      const after = index === paragraph.lines.length - 1 ? paragraph.after : 0;
      const height = before + paragraph.pitch + after;
      top += height;
      return { paragraph, index, top: top - height, height, before };
    }),
  );
}

export function partHeight({ strips, from, to }: TablePart): number {
  let height = 0;
  for (const strip of strips.slice(from, to)) height += strip.height;
  return height;
}

/** Two parts as one where the second goes on with the first. */
export function joinedPart(first: TablePart | undefined, second: TablePart | undefined): TablePart | undefined {
  if (first === undefined || second === undefined) return undefined;
  return first.strips === second.strips && first.to === second.from ? { ...first, to: second.to } : undefined;
}

/** The strips that stay with the next, so that the text of a cell over several rows stands whole in its first part. */
export function keptStrips(laid: LaidTable, strips: readonly Strip[]): ReadonlySet<number> {
  const kept = new Set<number>();
  for (const cell of laid.cells) {
    const needed = cell.textHeight + 2 * laid.padding.y;
    if (cell.cell.rowspan === 1 || needed > laid.room) continue;
    let at = strips.findIndex((strip) => strip.row === cell.row);
    for (let height = strips[at]?.height ?? 0; height < needed - tolerance && at < strips.length - 1; ) {
      kept.add(at);
      at++;
      height += strips[at]?.height ?? 0;
    }
  }
  return kept;
}

const tolerance = 0.01;
