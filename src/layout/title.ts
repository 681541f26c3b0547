/**
 * Breaks a title into lines of a trapezoid or a diamond (GB/T 9704 7.3.1: whole words, symmetric, of suitable length).
 * Of all ways the one with the least cost is taken; a cost of 1 is about what lines of equal length are worth.
 */
import { kept, recent } from './kept.ts';
import { type Measured, wholeWidth, widthBetween } from './measured.ts';
import { type TitlePlace, titlePlaces } from './title-places.ts';
import type { TextStyle } from './types.ts';

/** A title that needs more lines is broken as running text. */
const mostLines = 5;
const costs = {
  /** One line more than needed. */
  line: 0.8,
  /** Two neighbouring lines of one length. */
  equal: 0.6,
  /** For each character by which a line is shorter than those above and below it. */
  hourglass: 1.3,
  /** A last line of less than a third of the longest; a first one may open a trapezoid. */
  short: 2,
  shortFirst: 0.5,
  /** The kind of document alone on the last line. */
  kindAlone: 3,
};
/** Lines whose widths differ by less than this share of a character look equal. */
const visible = 0.6;
const kinds =
  /^(?:补充|实施|指导|工作|若干|暂行|联合)*(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|复函|议案|函|纪要|方案|办法|规定|要点|计划|总结|名单)(?:（.*）)?$/;

interface Title {
  readonly text: string;
  /** Distance from the beginning to the left edge of each character, and to the end. */
  readonly edges: readonly number[];
  readonly places: readonly TitlePlace[];
  /** Width of the widest character and of the box, in pt. */
  readonly em: number;
  readonly width: number;
}

interface Way {
  readonly starts: readonly number[];
  readonly cost: number;
}

/** Labels of forms are broken again and again: those of a few dozen forms are kept. */
const brokenBefore = recent<readonly number[]>(512);
const unbroken: readonly number[] = [];

/** Where each line of a title starts; undefined where it cannot be broken well. Width in pt. */
export function titleBreaks(part: Measured, style: TextStyle, width: number): readonly number[] | undefined {
  const { text } = part;
  const total = wholeWidth(part, style);
  if (total <= width) return [0];
  const starts = kept(brokenBefore, `${text} ${total} ${width}`, () => bestBreaks(part, style, width) ?? unbroken);
  return starts === unbroken ? undefined : starts;
}

function bestBreaks(part: Measured, style: TextStyle, width: number): readonly number[] | undefined {
  const { text } = part;
  const { size, spacing } = style;
  const edges = Array.from({ length: text.length + 1 }, (_, index) => widthBetween(part, 0, index, size, spacing));
  const total = edges.at(-1) as number;
  const em = Math.max(...edges.slice(1).map((edge, index) => edge - (edges[index] as number)));
  // So narrow a box, or one that indents leave no width at all, has no good way, and no number of lines to begin with.
  if (em > width) return undefined;
  const title = { text, edges, places: titlePlaces(text, width / em), em, width };
  const least = Math.ceil(total / width);
  let best: Way | undefined;
  for (let lines = least; lines <= mostLines && (best === undefined || lines <= least + 1); lines++) {
    const way = bestWay(title, lines);
    if (way !== undefined && (best === undefined || way.cost + (lines - least) * costs.line < best.cost)) best = way;
  }
  return best?.starts;
}

/** The best way to break into so many lines; undefined when none fits the width. */
function bestWay(title: Title, lines: number): Way | undefined {
  const { edges, places, text, width } = title;
  const end = text.length;
  let best: Way | undefined;
  const walk = (starts: readonly number[], from: number, cost: number): void => {
    const start = starts.at(-1) as number;
    if (starts.length === lines) {
      if (lineWidth(edges, start, end) > width) return;
      const whole = cost + shapeCost(title, starts);
      if (best === undefined || whole < best.cost) best = { starts, cost: whole };
      return;
    }
    // The rest must fit into the lines left.
    const first = (edges[end] as number) - (lines - starts.length) * width;
    for (let at = from; at < places.length; at++) {
      const place = places[at] as TitlePlace;
      if (lineWidth(edges, start, place.index) > width) return;
      if ((edges[place.index] as number) < first) continue;
      walk([...starts, place.index], at + 1, cost + place.cost);
    }
  };
  walk([0], 0, 0);
  return best;
}

function lineWidth(edges: readonly number[], start: number, end: number): number {
  return (edges[end] as number) - (edges[start] as number);
}

/** Trapezoid and diamond are right; lines of one length are poor, an hourglass is wrong. */
function shapeCost({ text, edges, em }: Title, starts: readonly number[]): number {
  const widths = starts.map((start, index) => lineWidth(edges, start, starts[index + 1] ?? text.length));
  const longest = Math.max(...widths);
  let cost = 0;
  for (const width of widths) cost += ((longest - width) / longest) ** 2;
  if ((widths.at(-1) as number) < longest / 3) cost += costs.short;
  if ((widths[0] as number) < longest / 3) cost += costs.shortFirst;
  if (kinds.test(text.slice(starts.at(-1)))) cost += costs.kindAlone;
  let fall = 0;
  for (const [index, width] of widths.slice(1).entries()) {
    const step = width - (widths[index] as number);
    if (Math.abs(step) < visible * em) cost += costs.equal;
    if (step < 0) fall = Math.max(fall, -step);
    else cost += (Math.min(fall, step) / em) * costs.hourglass;
  }
  return cost;
}
