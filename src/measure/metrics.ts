/** The measures of type: its body, lines and characters. mm unless a name says otherwise. */
import { clauses } from '../layout/gbt9704.ts';
import type { Char, PlacedLine, TextLine } from './types.ts';

export const mmPerPoint = 25.4 / 72;

/** Share of the em above the baseline: the type's body, by which the standard measures, is taken to begin there. */
export const ascent = 0.88;

export function isRed(colour: string): boolean {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return r > 150 && g < 90 && b < 90;
}

export function isBodySize({ size }: TextLine): boolean {
  return size > 14.5 && size < 17.5;
}

/** The line of characters, from left to right, the first and the last of which are not blank. */
export function lineOf(chars: readonly Char[], baseline: number, turned: number): TextLine {
  const visible = chars.filter(({ text }) => text.trim() !== '');
  const size = most(visible.map((char) => char.size));
  const last = chars.at(-1) as Char;
  return {
    text: chars.map(({ text }) => text).join(''),
    chars,
    x: (chars[0] as Char).x,
    right: last.x + last.width,
    baseline,
    top: baseline - ascent * size * mmPerPoint,
    bottom: baseline + (1 - ascent) * size * mmPerPoint,
    size,
    font: most(visible.map(({ font }) => font)),
    colour: most(visible.map(({ colour }) => colour)),
    turned,
  };
}

/** The distance of baselines that is most frequent between lines of 三号, mm. */
export function pitchOf(text: readonly PlacedLine[]): number {
  const steps = text.slice(1).flatMap((line, index) => {
    const before = text[index] as PlacedLine;
    const step = line.baseline - before.baseline;
    return before.page === line.page && step > 6 && step < 15 ? [step] : [];
  });
  if (steps.length === 0) return clauses.pitch.value * mmPerPoint;
  const usual = most(steps.map((step) => Math.round(step * 10)));
  const near = steps.filter((step) => Math.abs(step * 10 - usual) <= 1.5);
  return near.reduce((sum, step) => sum + step, 0) / near.length;
}

/** The distance of Chinese characters that is most frequent in lines of 三号, mm: lines that are spread do not count. */
export function characterOf(text: readonly PlacedLine[]): number {
  const han = /^\p{Script=Han}$/u;
  const steps = text.flatMap(({ chars }) =>
    chars.slice(1).flatMap((char, index) => {
      const before = chars[index] as (typeof chars)[number];
      return han.test(char.text) && han.test(before.text) ? [char.x - before.x] : [];
    }),
  );
  if (steps.length === 0) return clauses.bodySize.value * mmPerPoint;
  const usual = most(steps.map((step) => Math.round(step * 20)));
  const near = steps.filter((step) => Math.abs(step * 20 - usual) <= 1);
  return near.reduce((sum, step) => sum + step, 0) / near.length;
}

/** The baseline of a size (pt) in the middle of a line so high (mm), from the line's top. */
export function baselineIn(size: number, pitch: number): number {
  return (pitch - size * mmPerPoint) / 2 + ascent * size * mmPerPoint;
}

/** What occurs most often; the first of those that occur equally often. */
export function most<T>(values: readonly T[]): T {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
