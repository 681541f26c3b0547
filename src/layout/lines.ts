/** Breaks paragraphs into lines: Chinese rules, indents, alignment, justification. All lengths in pt. */
import type { Paragraph } from '../document/types.ts';
import { type Groups, groupsIn, isInside, mayBreakBefore } from './breaks.ts';
import {
  charactersBetween,
  type ForcedLine,
  hangWidth,
  type Measured,
  measure,
  type Stretch,
  wholeWidth,
  widthBetween,
} from './measured.ts';
import { titleBreaks } from './title.ts';
import type { FontSet, LaidParagraph, Line, Run, TextStyle } from './types.ts';

/** The box of one line inside the paragraph's box. */
export interface LineBox {
  readonly x: number;
  readonly width: number;
}

/** Beyond half a character between characters a stretched line reads as a list of words: it stays as it is. */
const mostStretch = 0.5;
/** A space may hang over the end of a line; an ideographic space is there to be seen, as room for a signature. */
const hanging = ' ';
/** Sums of advances differ from the box by rounding only. */
const tolerance = 0.01;

/**
 * Breaks a paragraph into lines at the size its style says, in a box of this width.
 * @param forced the paragraph measured in its style, at any size
 */
export function layParagraph(
  fonts: FontSet,
  paragraph: Paragraph,
  style: TextStyle,
  width: number,
  forced: readonly ForcedLine[] = measure(fonts, paragraph.children, style),
): LaidParagraph {
  const { first, next } = lineBoxes(fonts, paragraph, style, width);
  const lines: Line[] = [];
  for (let index = 0; index < forced.length; index++) {
    const parts = forced[index] as ForcedLine;
    const box = index === 0 ? first : next;
    if (parts.length > 1) addTabbedLine(lines, parts, box, style, paragraph.role === 'sign-off');
    else addWrappedLines(lines, parts[0] as Measured, box, next, style);
  }
  return {
    style,
    lines,
    pitch: style.pitch,
    before: style.before,
    after: style.after,
    height: style.before + lines.length * style.pitch + style.after,
  };
}

/** Width of each forced line of a paragraph if it is not broken, with its first indent; spaces may hang and count nothing. */
export function naturalWidths(forced: readonly ForcedLine[], style: TextStyle): readonly number[] {
  return forced.map((parts, index) => {
    let natural = index === 0 ? style.firstIndent : 0;
    for (const part of parts) natural += wholeWidth(part, style) - hangingWidth(part, style);
    return natural;
  });
}

/** Width of all spaces. */
function hangingWidth(part: Measured, { size, spacing }: TextStyle): number {
  let width = 0;
  for (let at = part.text.indexOf(hanging); at >= 0; at = part.text.indexOf(hanging, at + 1))
    width += widthBetween(part, at, at + 1, size, spacing);
  return width;
}

/** The boxes of a paragraph's first line and of all further ones. */
export function lineBoxes(
  fonts: FontSet,
  paragraph: Paragraph,
  style: TextStyle,
  width: number,
): { readonly first: LineBox; readonly next: LineBox } {
  const hang = hangWidth(fonts, paragraph, style);
  const right = width - style.rightIndent;
  const firstX = style.leftIndent + style.firstIndent;
  const nextX = hang > 0 ? firstX + hang : style.leftIndent;
  return { first: { x: firstX, width: right - firstX }, next: { x: nextX, width: right - nextX } };
}

/** One forced line, wrapped: as much in each line as fits, or a pleasing shape. */
function addWrappedLines(lines: Line[], part: Measured, first: LineBox, next: LineBox, style: TextStyle): void {
  const { length } = part.text;
  const starts =
    (style.balance ? titleBreaks(part, style, first.width) : undefined) ??
    greedyBreaks(part, style, first.width, next.width);
  for (let index = 0; index < starts.length; index++) {
    const last = index === starts.length - 1;
    const end = last ? length : (starts[index + 1] as number);
    lines.push(alignedLine(part, starts[index] as number, end, index === 0 ? first : next, style, last));
  }
}

/** Where each line starts, when every line takes as much as it can. */
function greedyBreaks(part: Measured, style: TextStyle, firstWidth: number, nextWidth: number): readonly number[] {
  const { text } = part;
  const starts = [0];
  let groups: Groups | undefined;
  let room = firstWidth;
  for (let start = 0; ; ) {
    let index = filledTo(part, style, start, room + tolerance);
    // The first character has its place in any case, and spaces may hang over the end.
    if (index === start) index += (text.codePointAt(start) as number) > 0xffff ? 2 : 1;
    while (index < text.length && text[index] === hanging) index++;
    if (index >= text.length) return starts;
    groups ??= groupsIn(text);
    start = lineEnd(text, groups, start, index);
    starts.push(start);
    room = nextWidth;
  }
}

/** The index of the first character that ends beyond the room of a line from `start`; the text's length where none does. */
function filledTo(part: Measured, { size, spacing }: TextStyle, start: number, room: number): number {
  let from = start;
  let to = part.text.length;
  if (widthBetween(part, start, to, size, spacing) <= room) return to;
  // All before `from` has room, what ends at `to` has none.
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (widthBetween(part, start, middle, size, spacing) <= room) from = middle;
    else to = middle;
  }
  return from;
}

/**
 * Where a line from `start` ends when the character at `index` has no room: before a group rather than inside, wherever
 * it may if the group fills the line, and before that character if nowhere.
 */
function lineEnd(text: string, groups: Groups, start: number, index: number): number {
  let torn: number | undefined;
  for (let at = index; at > start; at--) {
    if (!mayBreakBefore(text, at)) continue;
    if (!isInside(groups, at)) return at;
    torn ??= at;
  }
  return torn ?? index;
}

/** A line in its box: stretched when justified and not the last, else at the left, the middle or the right. */
function alignedLine(part: Measured, from: number, to: number, box: LineBox, style: TextStyle, last: boolean): Line {
  const width = visibleWidth(part, from, to, style);
  const free = box.width - width;
  const gaps = charactersBetween(part, from, to) - 1;
  const stretch = style.align === 'justify' && !last && gaps > 0 && free > 0 ? free / gaps : 0;
  if (stretch > 0 && stretch <= style.size * mostStretch)
    return { x: box.x, width: box.width, runs: runsOf(part, from, to, box.x, style, stretch) };
  const share = style.align === 'right' ? 1 : style.align === 'center' ? 0.5 : 0;
  const x = box.x + free * share;
  return { x, width, runs: runsOf(part, from, to, x, style, 0) };
}

/** Parts divided by tabs: the first at the left, the last at the right; parts to be signed share the line evenly if they can. */
function addTabbedLine(lines: Line[], parts: ForcedLine, box: LineBox, style: TextStyle, even: boolean): void {
  const widths = parts.map((part) => visibleWidth(part, 0, part.text.length, style));
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total > box.width) {
    const left: TextStyle = { ...style, align: 'left' };
    for (const part of parts) addWrappedLines(lines, part, box, box, left);
    return;
  }
  const gap = (box.width - total) / (parts.length - 1);
  const share = box.width / parts.length;
  const shared = even && widths.every((width) => width <= share);
  let x = box.x;
  const runs = parts.flatMap((part, index) => {
    const left = shared ? box.x + share * index : x;
    x = left + (widths[index] as number) + gap;
    return runsOf(part, 0, part.text.length, left, style, 0);
  });
  lines.push({ x: box.x, width: box.width, runs });
}

/** Width without the spacing behind the last character and without spaces that hang over the end. */
function visibleWidth(part: Measured, from: number, to: number, { size, spacing }: TextStyle): number {
  let end = to;
  while (end > from && part.text[end - 1] === hanging) end--;
  return end === from ? 0 : widthBetween(part, from, end, size, spacing) - spacing;
}

/** What stands between two indexes; neighbours in one face and colour make one run. */
function runsOf(part: Measured, from: number, to: number, start: number, style: TextStyle, stretch: number): Run[] {
  if (from === to) return [];
  const { stretches } = part;
  let at = stretches.length - 1;
  while ((stretches[at] as Stretch).from > from) at -= 1;
  let end = Math.min(to, stretches[at + 1]?.from ?? to);
  let run = runOf(part, at, from, end, start, style, stretch);
  const runs = [run];
  while (end < to) {
    at += 1;
    const next = end;
    end = Math.min(to, stretches[at + 1]?.from ?? to);
    run = runOf(part, at, next, end, run.x + run.width, style, stretch);
    runs.push(run);
  }
  return runs;
}

/** What stands between two indexes of one stretch. */
function runOf(
  part: Measured,
  at: number,
  from: number,
  to: number,
  x: number,
  style: TextStyle,
  stretch: number,
): Run {
  const { face, color } = part.stretches[at] as Stretch;
  const { size } = style;
  const spacing = style.spacing + stretch;
  const width = widthBetween(part, from, to, size, spacing);
  return { text: part.text.slice(from, to), x, width, face, size, color, spacing };
}
