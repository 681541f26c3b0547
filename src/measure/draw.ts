/** Follows the drawing operators of a PDF page: each character, straight line and image with its place and colour. */
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api.js';
import { mmPerPoint } from './metrics.ts';
import type { PdfReader } from './pdfjs.ts';
import type { DrawnRule, ImageBox } from './types.ts';

/** A character as it is drawn. `x` and `baseline` in mm; angle in degrees with the clock. */
export interface DrawnChar {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Advance in mm, without spacing. */
  readonly width: number;
  /** pt */
  readonly size: number;
  readonly font: string;
  readonly colour: string;
  readonly angle: number;
}

export interface Drawing {
  readonly chars: readonly DrawnChar[];
  readonly rules: readonly DrawnRule[];
  readonly images: readonly ImageBox[];
}

type Matrix = readonly [number, number, number, number, number, number];

/** The part of a PDF font that the reader gives. */
interface PdfFont {
  readonly name: string;
  readonly fontMatrix?: readonly number[];
}

interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

/** The graphics state, which `save` keeps and `restore` brings back. */
interface State {
  matrix: Matrix;
  fill: string;
  stroke: string;
  lineWidth: number;
  font: PdfFont;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  invisible: boolean;
}

/** Filled boxes thinner than this (mm) are rules. */
const thickestRule = 2;
/** Straightness of a rule, mm. */
const slack = 0.05;
const invisibleText = 3;

export async function drawingOf({ OPS }: PdfReader, page: PDFPageProxy): Promise<Drawing> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const base = page.getViewport({ scale: mmPerPoint }).transform as unknown as Matrix;
  const chars: DrawnChar[] = [];
  const rules: DrawnRule[] = [];
  const images: ImageBox[] = [];
  const saved: State[] = [];
  let state: State = {
    matrix: base,
    fill: '#000000',
    stroke: '#000000',
    lineWidth: 1,
    font: { name: '' },
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    invisible: false,
  };
  let textMatrix: Matrix = identity;
  let line = { x: 0, y: 0 };
  let x = 0;

  const moveText = (dx: number, dy: number): void => {
    line = { x: line.x + dx, y: line.y + dy };
    x = line.x;
  };
  const show = (glyphs: readonly (Glyph | number)[]): void => {
    const em = state.font.fontMatrix?.[0] ?? 0.001;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        x -= (glyph / 1000) * state.size * state.scale;
        continue;
      }
      const width = glyph.width * em * state.size * state.scale;
      const spacing = (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * state.scale;
      if (!state.invisible) chars.push(drawnChar(glyph.unicode, width, x, line.y + state.rise, textMatrix, state));
      x += width + spacing;
    }
  };

  const operators: Readonly<Record<number, (args: readonly unknown[]) => void>> = {
    [OPS.save]: () => saved.push({ ...state }),
    [OPS.restore]: () => {
      state = saved.pop() ?? state;
    },
    [OPS.transform]: (args) => {
      state.matrix = times(state.matrix, args as Matrix);
    },
    [OPS.paintFormXObjectBegin]: ([matrix]) => {
      saved.push({ ...state });
      if (matrix) state.matrix = times(state.matrix, matrix as Matrix);
    },
    [OPS.paintFormXObjectEnd]: () => {
      state = saved.pop() ?? state;
    },
    [OPS.setLineWidth]: ([width]) => {
      state.lineWidth = width as number;
    },
    [OPS.setFillRGBColor]: ([colour]) => {
      state.fill = colour as string;
    },
    [OPS.setStrokeRGBColor]: ([colour]) => {
      state.stroke = colour as string;
    },
    [OPS.beginText]: () => {
      textMatrix = identity;
      line = { x: 0, y: 0 };
      x = 0;
    },
    [OPS.setTextMatrix]: ([matrix]) => {
      textMatrix = matrix as Matrix;
      line = { x: 0, y: 0 };
      x = 0;
    },
    [OPS.moveText]: ([dx, dy]) => moveText(dx as number, dy as number),
    [OPS.setLeadingMoveText]: ([dx, dy]) => {
      state.leading = dy as number;
      moveText(dx as number, dy as number);
    },
    [OPS.setLeading]: ([leading]) => {
      state.leading = -(leading as number);
    },
    [OPS.nextLine]: () => moveText(0, state.leading),
    [OPS.setFont]: ([name, size]) => {
      state.font = page.commonObjs.get(name as string) as PdfFont;
      state.size = size as number;
    },
    [OPS.setCharSpacing]: ([spacing]) => {
      state.charSpacing = spacing as number;
    },
    [OPS.setWordSpacing]: ([spacing]) => {
      state.wordSpacing = spacing as number;
    },
    [OPS.setHScale]: ([percent]) => {
      state.scale = (percent as number) / 100;
    },
    [OPS.setTextRise]: ([rise]) => {
      state.rise = rise as number;
    },
    [OPS.setTextRenderingMode]: ([mode]) => {
      state.invisible = (mode as number) === invisibleText;
    },
    [OPS.showText]: ([glyphs]) => show(glyphs as readonly (Glyph | number)[]),
    [OPS.paintImageXObject]: () => images.push(imageBox(state.matrix)),
    [OPS.paintInlineImageXObject]: () => images.push(imageBox(state.matrix)),
    [OPS.paintImageMaskXObject]: () => images.push(imageBox(state.matrix)),
    [OPS.constructPath]: ([paint, data]) => {
      const path = (data as readonly (ArrayLike<number> | null)[])[0];
      if (path) rules.push(...rulesOf(path, paint as number, state));
    },
  };
  /** Straight lines of a path; what is filled counts when it is as thin as a line. */
  const stroked = new Set<number>([OPS.stroke, OPS.closeStroke]);
  const filled = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke]);
  function rulesOf(path: ArrayLike<number>, paint: number, { matrix, stroke, fill, lineWidth }: State): DrawnRule[] {
    const subpaths = subpathsOf(path).map((points) => points.map(([px, py]) => at(matrix, px, py)));
    if (stroked.has(paint)) {
      const thickness = lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
      return subpaths.flatMap((points) => strokes(points, thickness, stroke));
    }
    return filled.has(paint) && fill !== '#ffffff' ? subpaths.flatMap((points) => thinBox(points, fill)) : [];
  }

  for (const [index, operator] of fnArray.entries()) operators[operator]?.((argsArray[index] ?? []) as unknown[]);
  return { chars, rules, images };
}

function drawnChar(text: string, width: number, x: number, y: number, textMatrix: Matrix, state: State): DrawnChar {
  const matrix = times(state.matrix, textMatrix);
  const [left, baseline] = at(matrix, x, y);
  const along = Math.hypot(matrix[0], matrix[1]);
  const up = Math.hypot(matrix[2], matrix[3]);
  return {
    text,
    x: left,
    y: baseline,
    width: width * along,
    size: Math.round(((state.size * up) / mmPerPoint) * 100) / 100,
    font: state.font.name,
    colour: state.fill,
    angle: Math.round((Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI),
  };
}

type Point = readonly [number, number];

/** Length of the coordinates of the path operators move, line, curve, quadratic curve, close. */
const coordinates = [2, 2, 6, 4, 0];

/** The corners of each part of a path; of a curve only its end. */
function subpathsOf(path: ArrayLike<number>): readonly (readonly Point[])[] {
  const subpaths: Point[][] = [];
  for (let index = 0; index < path.length; ) {
    const operator = path[index] as number;
    const count = coordinates[operator] ?? 0;
    const end = index + 1 + count;
    const open = subpaths.at(-1);
    if (operator === 0) subpaths.push([[path[end - 2] as number, path[end - 1] as number]]);
    else if (count > 0) open?.push([path[end - 2] as number, path[end - 1] as number]);
    else if (open?.[0]) open.push(open[0]);
    index = end;
  }
  return subpaths;
}

function strokes(points: readonly Point[], thickness: number, colour: string): DrawnRule[] {
  return points.slice(1).flatMap(([x2, y2], index): DrawnRule[] => {
    const [x1, y1] = points[index] as Point;
    const [wide, high] = [Math.abs(x2 - x1), Math.abs(y2 - y1)];
    const place = { x: Math.min(x1, x2), y: Math.min(y1, y2), thickness, colour };
    if (high < slack && wide > slack) return [{ ...place, direction: 'horizontal', length: wide }];
    if (wide < slack && high > slack) return [{ ...place, direction: 'vertical', length: high }];
    return [];
  });
}

function thinBox(points: readonly Point[], colour: string): DrawnRule[] {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - x, Math.max(...ys) - y];
  if (high < thickestRule && wide > 2 * high) {
    return [{ direction: 'horizontal', x, y: y + high / 2, length: wide, thickness: high, colour }];
  }
  if (wide < thickestRule && high > 2 * wide) {
    return [{ direction: 'vertical', x: x + wide / 2, y, length: high, thickness: wide, colour }];
  }
  return [];
}

/** An image fills the unit square. */
function imageBox(matrix: Matrix): ImageBox {
  const corners = [at(matrix, 0, 0), at(matrix, 1, 0), at(matrix, 0, 1), at(matrix, 1, 1)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];

function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];
}

function at([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}
