/** Draws a chart: on one page where it fits there, else divided between categories, with its legend on each page. */
import type { Table } from '../../document/types.ts';
import { type Bar, type ChartPart, layChart } from '../../layout/chart.ts';
import { chartLook } from '../../layout/looks.ts';
import { type LineMark, type Marks, paragraphMarks } from '../../layout/marks.ts';
import type { PageGeometry } from '../../layout/page.ts';
import type { FontSet } from '../../layout/types.ts';
import type { Box } from './boxes.ts';

const black = '#000000';

export function chartBoxes(fonts: FontSet, table: Table, page: PageGeometry): readonly Box[] {
  const chart = layChart(fonts, table, page.name, page.area.width);
  const whole = chart.height <= page.area.height;
  const boxOf = (part: ChartPart, rest: Pick<Box, 'head' | 'keepNext' | 'after'>): Box => ({
    before: 0,
    height: part.height,
    ...rest,
    draw: (x, y) => partMarks(part, x, y),
  });
  const head = boxOf(chart.legend, { head: null, keepNext: true, after: 0 });
  const last = chart.rows.length - 1;
  const rows = chart.rows.map((row, index) =>
    boxOf(row, { head, keepNext: whole && index < last, after: index === last ? chartLook.after : 0 }),
  );
  return [head, ...rows];
}

function partMarks({ texts, bars, axis, height }: ChartPart, x: number, y: number): Marks {
  const axisLine: readonly LineMark[] =
    axis === null
      ? []
      : [
          {
            points: [
              [x + axis, y],
              [x + axis, y + height],
            ],
            closed: false,
            width: chartLook.rule,
            color: black,
          },
        ];
  return {
    texts: texts.flatMap(({ laid, x: left, y: top }) => paragraphMarks(laid, x + left, y + top)),
    lines: [...bars.map((bar) => barMark(bar, x, y)), ...axisLine],
  };
}

function barMark({ x: left, y: top, width, height, color }: Bar, x: number, y: number): LineMark {
  const [from, to] = [x + left, x + left + width];
  const [upper, lower] = [y + top, y + top + height];
  const points: LineMark['points'] = [
    [from, upper],
    [to, upper],
    [to, lower],
    [from, lower],
  ];
  return { points, closed: true, width: chartLook.rule, color: black, fill: color };
}
