/** The calibration page of a printer: where its marks stand, and what is measured on them. Lengths in pt. */
import type { PrinterSettings } from '../case/types.ts';
import type { LineMark } from './marks.ts';
import type { Paper } from './paper.ts';
import { mm } from './units.ts';

/** The cross from which both rulers go out, from the upper left corner of the page. */
export const calibrationMark = { x: mm(20), y: mm(20) };
/** The ruler that is measured, along the long side of the page. */
export const rulerLength = mm(200);

/** A printer as it was measured: where it puts the mark, and how long it makes what is one long; null for one that is right. */
export function calibrationOf({ right, down, ruler }: PrinterSettings) {
  const scale = mm(ruler) / rulerLength;
  if (right === 0 && down === 0 && scale === 1) return null;
  return { mark: calibrationMark, right: mm(right), down: mm(down), scale };
}

/** Where the text of the page stands, clear of the rulers. */
export function calibrationText({ width }: Paper): { readonly x: number; readonly y: number; readonly width: number } {
  return { x: mm(40), y: mm(40), width: width - mm(40) - mm(20) };
}

/** Ticks of 1, 5 and 10 mm: how long they are, and how thick all lines are. */
const ticks = { one: mm(2), five: mm(3.5), ten: mm(5), width: 0.3, edge: mm(10) };
const figure = { size: 7, gap: mm(1) };

/** A figure beside a tick of the ruler, with the place of its upper left corner. */
export interface RulerFigure {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The rulers of a page, from the mark to the right and down, with the ends of the length that is measured. */
export function rulersOf(paper: Paper): {
  readonly lines: readonly LineMark[];
  readonly figures: readonly RulerFigure[];
} {
  const lines: LineMark[] = [];
  const figures: RulerFigure[] = [];
  const line = (from: readonly [number, number], to: readonly [number, number], width = ticks.width) =>
    lines.push({ points: [from, to], closed: false, width, color: '#000000' });
  const { x, y } = calibrationMark;
  // The cross reaches over the mark to both sides.
  line([x - ticks.ten, y], [x + ticks.ten, y], 2 * ticks.width);
  line([x, y - ticks.ten], [x, y + ticks.ten], 2 * ticks.width);
  const long = paper.width > paper.height ? 'across' : 'down';
  for (const direction of ['across', 'down'] as const) {
    const room = (direction === 'across' ? paper.width - x : paper.height - y) - ticks.edge;
    const count = Math.floor(room / mm(1));
    const point = (along: number, aside: number): readonly [number, number] =>
      direction === 'across' ? [x + along, y + aside] : [x + aside, y + along];
    line(point(0, 0), point(mm(count), 0));
    for (let at = 1; at <= count; at++) {
      const isEnd = direction === long && mm(at) === rulerLength;
      const length = isEnd ? 2 * ticks.ten : at % 10 === 0 ? ticks.ten : at % 5 === 0 ? ticks.five : ticks.one;
      line(point(mm(at), 0), point(mm(at), length), isEnd ? 2 * ticks.width : ticks.width);
      if (at % 10 !== 0) continue;
      const [left, top] = point(mm(at), length + figure.gap);
      figures.push({
        text: String(at),
        x: direction === 'across' ? left - figure.size * 0.6 : left,
        y: direction === 'across' ? top : top - figure.size / 2,
      });
    }
  }
  return { lines, figures };
}

export const figureSize = figure.size;

/** Whether the ruler that is measured fits the long side. */
export function takesRuler({ width, height }: Paper): boolean {
  return Math.max(width, height) - calibrationMark.x - ticks.edge >= rulerLength;
}
