/**
 * The frames of a certificate as lines: a thick red border and, in the richer one, gold lines inside it and corners with
 * a key pattern (回纹). Millimetres from the upper left corner of an A4 page in landscape; every writer draws the same lines.
 */
import type { FrameName } from '../document/schema.ts';
import type { LineMark } from './marks.ts';
import { mm } from './units.ts';

export interface Stroke {
  /** Joined by straight lines. */
  readonly points: readonly Point[];
  /** Whether the last point is joined to the first. */
  readonly closed: boolean;
  readonly width: number;
  /** Hex colour. */
  readonly color: string;
}

/** x and y. */
export type Point = readonly [number, number];

const page = { width: 297, height: 210 };
const red = '#c8161d';
const gold = '#c9a14a';

/** Distances of the lines from the page's edge. */
const inset = { border: 9, hairline: 11.2, outerGold: 13.4, innerGold: 15 };
/** Side of the square by which the gold lines step back in each corner, to leave room for the ornament. */
const notch = 15;

/** Mirrors a figure of the upper left corner into all four, in the order of the clock. */
function inCorners(figure: readonly Point[], origin: number): readonly (readonly Point[])[] {
  const placed = figure.map(([x, y]): Point => [x + origin, y + origin]);
  const flipX = (points: readonly Point[]) => points.map(([x, y]): Point => [page.width - x, y]);
  const flipY = (points: readonly Point[]) => points.map(([x, y]): Point => [x, page.height - y]);
  return [placed, flipX(placed), flipX(flipY(placed)), flipY(placed)];
}

/** A rectangle at this distance from the edge whose corners step inwards by a square of this side. */
function rectangle(distance: number, step: number, width: number, color: string): Stroke {
  const corner: readonly Point[] =
    step === 0
      ? [[0, 0]]
      : [
          [0, step],
          [step, step],
          [step, 0],
        ];
  // Mirrored once, a corner runs against the clock: every second one is turned round to make one line.
  const points = inCorners(corner, distance).flatMap((one, index) => (index % 2 === 0 ? one : [...one].reverse()));
  return { points, closed: true, width, color };
}

/** The ornament of the upper left corner, from its own origin: a spiral of right angles. */
const spiral: readonly Point[] = [
  [0, 12],
  [0, 0],
  [12, 0],
  [12, 9],
  [3, 9],
  [3, 3],
  [9, 3],
  [9, 6],
  [6, 6],
];

const lines: readonly Stroke[] = [rectangle(inset.border, 0, 2.2, red), rectangle(inset.hairline, 0, 0.3, red)];

const certificate: readonly Stroke[] = [
  ...lines,
  rectangle(inset.outerGold, notch, 0.7, gold),
  rectangle(inset.innerGold, notch, 0.3, gold),
  ...inCorners(spiral, inset.outerGold).map((points) => ({ points, closed: false, width: 0.8, color: gold })),
];

export const frames: Readonly<Record<FrameName, readonly Stroke[]>> = { certificate, lines };

/** The lines of each frame on its page. */
export const frameMarks: Readonly<Record<FrameName, readonly LineMark[]>> = {
  certificate: certificate.map(markOf),
  lines: lines.map(markOf),
};

function markOf({ points, closed, width, color }: Stroke): LineMark {
  return { points: points.map(([x, y]) => [mm(x), mm(y)] as const), closed, width: mm(width), color };
}
