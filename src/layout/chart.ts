/** A chart: bars to the right, one category below the other, each value at the end of its bar. All lengths in pt. */
import type { Cell, PageName, Table } from '../document/types.ts';
import { layParagraph } from './lines.ts';
import { chartLook, seriesColors } from './looks.ts';
import { cellStyleOf } from './style.ts';
import type { FontSet, LaidParagraph } from './types.ts';

export interface LaidChart {
  /** The unit and the names of the series, each behind a square in its colour. */
  readonly legend: ChartPart;
  /** A part for each category. */
  readonly rows: readonly ChartPart[];
  readonly height: number;
}

/** Texts and bars from the chart's left edge and the part's upper one. */
export interface ChartPart {
  readonly height: number;
  readonly texts: readonly { readonly laid: LaidParagraph; readonly x: number; readonly y: number }[];
  readonly bars: readonly Bar[];
  /** The line that the bars stand on; null in the legend. */
  readonly axis: number | null;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

/** Shares of the chart's width that labels and the longest bar may take at most. */
const mostLabel = 0.35;

export function layChart(fonts: FontSet, table: Table, page: PageName, width: number): LaidChart {
  const lay = (cell: Cell | undefined, room: number) => {
    const [paragraph] = cell?.children ?? [];
    if (cell === undefined || paragraph === undefined) throw new Error('a chart has an empty place');
    const style = { ...cellStyleOf(cell, paragraph, page, table.role), align: 'left' as const };
    return layParagraph(fonts, paragraph, style, room);
  };
  const { gap, barPitch, bar, rowPadding, legendHeight } = chartLook;
  const [head, ...body] = table.rows;
  const labels = body.map(({ cells }) => lay(cells[0], width * mostLabel));
  const values = body.map(({ cells }) => cells.slice(1).map((cell) => lay(cell, width)));
  const axis = widest(labels) + gap;
  const longest = width - axis - widest(values.flat()) - gap;
  const most = Math.max(...body.flatMap(({ cells }) => cells.map(({ data }) => data.value ?? 0)), 1);

  const rows = body.map(({ cells }, index): ChartPart => {
    const label = labels[index] as LaidParagraph;
    const series = cells.slice(1);
    const height = Math.max(series.length * barPitch, label.height) + 2 * rowPadding;
    const top = (height - series.length * barPitch) / 2;
    const bars = series.map(({ data }, at) => ({
      x: axis,
      y: top + at * barPitch + (barPitch - bar) / 2,
      width: ((data.value ?? 0) / most) * longest,
      height: bar,
      color: colorOf(at),
    }));
    const texts = bars.map((one, at) => {
      const laid = values[index]?.[at] as LaidParagraph;
      return { laid, x: axis + one.width + gap, y: one.y + (bar - laid.height) / 2 };
    });
    const named = { laid: label, x: axis - gap - lineWidth(label), y: (height - label.height) / 2 };
    return { height, axis, texts: [named, ...texts], bars: bars.filter((one) => one.width > 0) };
  });

  let x = 0;
  const texts: ChartPart['texts'][number][] = [];
  const squares: Bar[] = [];
  for (const [index, cell] of (head?.cells ?? []).entries()) {
    if (index > 0) {
      squares.push({ x, y: (legendHeight - bar) / 2, width: bar, height: bar, color: colorOf(index - 1) });
      x += bar + gap / 2;
    }
    const laid = lay(cell, width);
    texts.push({ laid, x, y: (legendHeight - laid.height) / 2 });
    x += lineWidth(laid) + 3 * gap;
  }
  const legend = { height: legendHeight, texts, bars: squares, axis: null };
  return { legend, rows, height: legendHeight + rows.reduce((sum, row) => sum + row.height, 0) };
}

export function colorOf(series: number): string {
  return seriesColors[series % seriesColors.length] ?? '';
}

function lineWidth({ lines }: LaidParagraph): number {
  return Math.max(0, ...lines.map((line) => line.width));
}

function widest(texts: readonly LaidParagraph[]): number {
  return Math.max(0, ...texts.map(lineWidth));
}
