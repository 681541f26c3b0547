/**
 * Breaks a title into lines of a trapezoid or a diamond (GB/T 9704 7.3.1: whole words, symmetric, of suitable length).
 */
import { mayBreakBefore } from './breaks.ts';
import type { Glyph } from './glyphs.ts';

/** A title longer than this is broken as running text. */
const mostLines = 4;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Words that lean on what stands before them and look wrong at the start of a line. */
const leaning = /^[的地得了和与及、等为是]/;
/** Terms of the field that a general dictionary takes apart. */
const terms =
  /先进(?:单位|集体|个人|保卫部门|保卫干部|治安责任人)|内保工作|治安保卫|保卫(?:部门|干部)|责任人|审批表|评分指标|分配表|评选表彰/g;
const brackets = [...'《》〈〉“”（）〔〕'];

/**
 * Where each line of a title starts; undefined where it fits in one line or cannot be broken well.
 * Width in pt.
 */
export function titleBreaks(glyphs: readonly Glyph[], width: number): number[] | undefined {
  const edges = [0];
  for (const glyph of glyphs) edges.push((edges.at(-1) as number) + glyph.width);
  const total = edges.at(-1) as number;
  if (total <= width) return [0];
  const characters = glyphs.map((glyph) => glyph.character);
  const places = breakPlaces(characters);
  for (let lines = Math.ceil(total / width); lines <= mostLines; lines++) {
    const best = bestBreaks(characters, edges, places, lines, width);
    if (best !== undefined) return best;
  }
  return undefined;
}

/** Indexes before which a line may begin: between words, outside brackets, not between a number and its unit. */
function breakPlaces(characters: readonly string[]): number[] {
  const text = characters.join('');
  const wordStarts = new Set([...segmenter.segment(text)].map((segment) => segment.index));
  for (const { 0: term, index } of text.matchAll(terms)) {
    for (let inside = index + 1; inside < index + term.length; inside++) wordStarts.delete(inside);
  }
  const places: number[] = [];
  let offset = 0;
  let depth = 0;
  for (const [index, character] of characters.entries()) {
    const before = characters[index - 1] ?? '';
    const numberAndUnit = /[0-9]/.test(before);
    if (depth === 0 && wordStarts.has(offset) && !numberAndUnit && mayBreakBefore(characters, index))
      places.push(index);
    const bracket = brackets.indexOf(character);
    if (bracket >= 0) depth = Math.max(0, depth + (bracket % 2 === 0 ? 1 : -1));
    offset += character.length;
  }
  return places;
}

/** The best way to break into so many lines; undefined when none fits the width. */
function bestBreaks(
  characters: readonly string[],
  edges: readonly number[],
  places: readonly number[],
  lines: number,
  width: number,
): number[] | undefined {
  let best: number[] | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  const walk = (starts: number[], from: number): void => {
    const start = starts.at(-1) as number;
    if (starts.length === lines) {
      if (lineWidth(edges, start, characters.length) > width) return;
      const cost = costOf(characters, edges, starts);
      if (cost < bestCost) [best, bestCost] = [[...starts], cost];
      return;
    }
    for (let index = from; index < places.length; index++) {
      const place = places[index] as number;
      if (lineWidth(edges, start, place) > width) return;
      walk([...starts, place], index + 1);
    }
  };
  walk([0], 0);
  return best;
}

function lineWidth(edges: readonly number[], start: number, end: number): number {
  return (edges[end] as number) - (edges[start] as number);
}

/** Lower is better. Counted in parts of the longest line. */
function costOf(characters: readonly string[], edges: readonly number[], starts: readonly number[]): number {
  const widths = starts.map((start, index) => lineWidth(edges, start, starts[index + 1] ?? characters.length));
  const longest = Math.max(...widths);
  let cost = shapeCost(widths);
  const last = widths.at(-1) as number;
  if (last < longest / 3) cost += 2;
  for (const width of widths) cost += ((longest - width) / longest) ** 2;
  for (const start of starts.slice(1)) {
    if (leaning.test(characters.slice(start).join(''))) cost += 1;
    // A line that ends with a comma of enumeration or a clause is the natural one.
    if (/[、，；]/.test(characters[start - 1] ?? '')) cost -= 0.3;
  }
  return cost;
}

/** Trapezoid and diamond are right; lines of one length are poor, an hourglass is wrong. */
function shapeCost(widths: readonly number[]): number {
  const steps = widths.slice(1).map((width, index) => Math.sign(Math.round((width - (widths[index] as number)) / 4)));
  if (steps.every((step) => step === 0)) return 1;
  const falls = steps.findIndex((step) => step < 0);
  const risesAfterFall = falls >= 0 && steps.slice(falls).some((step) => step > 0);
  return (risesAfterFall ? 4 : 0) + (steps.includes(0) ? 0.5 : 0);
}
