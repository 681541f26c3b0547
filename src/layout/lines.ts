/** Breaks paragraphs into lines: Chinese rules, indents, alignment, justification. All lengths in pt. */
import type { Inline, Paragraph } from '../document/types.ts';
import { insideGroups, mayBreakBefore } from './breaks.ts';
import { type Glyph, glyphsOf, hangWidth } from './glyphs.ts';
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

/** Breaks a paragraph into lines at the size its style says, in a box of this width. */
export function layParagraph(fonts: FontSet, paragraph: Paragraph, style: TextStyle, width: number): LaidParagraph {
  const { first, next } = lineBoxes(fonts, paragraph, style, width);
  const lines: Line[] = [];
  const forced = glyphsOf(fonts, paragraph.children, style);
  for (const [index, line] of forced.entries()) {
    const box = index === 0 ? first : next;
    if (line.length > 1) lines.push(...tabbedLine(line, box, style, paragraph.role === 'sign-off'));
    else lines.push(...wrappedLines(line[0] ?? [], box, next, style));
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

/** Whether two paragraphs are laid alike. */
export function sameText(one: Paragraph, other: Paragraph): boolean {
  if (one === other) return true;
  return (
    one.role === other.role &&
    one.level === other.level &&
    one.children.length === other.children.length &&
    one.children.every((inline, index) => sameInline(inline, other.children[index] as Inline))
  );
}

function sameInline(one: Inline, other: Inline): boolean {
  if (one.type === 'break' || other.type === 'break') return one.type === other.type;
  return one.text === other.text && one.role === other.role;
}

/** Width of each forced line of a paragraph if it is not broken, with its first indent; spaces may hang and count nothing. */
export function naturalWidths(fonts: FontSet, paragraph: Paragraph, style: TextStyle): readonly number[] {
  return glyphsOf(fonts, paragraph.children, style).map((line, index) => {
    let natural = index === 0 ? style.firstIndent : 0;
    for (const part of line) for (const glyph of part) natural += glyph.character === hanging ? 0 : glyph.width;
    return natural;
  });
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
function wrappedLines(glyphs: readonly Glyph[], first: LineBox, next: LineBox, style: TextStyle): Line[] {
  const balanced = style.balance ? titleBreaks(glyphs, first.width) : undefined;
  const starts: readonly number[] = balanced ?? greedyBreaks(glyphs, first.width, next.width);
  return starts.map((start, index) => {
    const line = starts.length === 1 ? glyphs : glyphs.slice(start, starts[index + 1]);
    return alignedLine(line, index === 0 ? first : next, style, index === starts.length - 1);
  });
}

/** Where each line starts, when every line takes as much as it can. */
function greedyBreaks(glyphs: readonly Glyph[], firstWidth: number, nextWidth: number): number[] {
  const starts = [0];
  let groups: ReadonlySet<number> | undefined;
  let width = 0;
  let room = firstWidth;
  let start = 0;
  for (let index = 0; index < glyphs.length; index++) {
    const glyph = glyphs[index] as Glyph;
    width += glyph.width;
    if (width <= room + tolerance || index === start || glyph.character === hanging) continue;
    groups ??= insideGroups(glyphs);
    start = lineEnd(glyphs, groups, start, index);
    starts.push(start);
    room = nextWidth;
    width = 0;
    index = start - 1;
  }
  return starts;
}

/**
 * Where a line from `start` ends when the character at `index` has no room: before a group rather than inside, wherever
 * it may if the group fills the line, and before that character if nowhere.
 */
function lineEnd(glyphs: readonly Glyph[], groups: ReadonlySet<number>, start: number, index: number): number {
  let torn: number | undefined;
  for (let at = index; at > start; at--) {
    if (!mayBreakBefore(glyphs, at)) continue;
    if (!groups.has(at)) return at;
    torn ??= at;
  }
  return torn ?? index;
}

/** A line in its box: stretched when justified and not the last, else at the left, the middle or the right. */
function alignedLine(glyphs: readonly Glyph[], box: LineBox, style: TextStyle, last: boolean): Line {
  const width = visibleWidth(glyphs, style);
  const free = box.width - width;
  const gaps = glyphs.length - 1;
  const stretch = style.align === 'justify' && !last && gaps > 0 && free > 0 ? free / gaps : 0;
  if (stretch > 0 && stretch <= style.size * mostStretch) return lineOf(glyphs, box.x, style, stretch, box.width);
  const share = style.align === 'right' ? 1 : style.align === 'center' ? 0.5 : 0;
  return lineOf(glyphs, box.x + free * share, style, 0, width);
}

/** Parts divided by tabs: the first at the left, the last at the right; parts to be signed share the line evenly if they can. */
function tabbedLine(parts: readonly (readonly Glyph[])[], box: LineBox, style: TextStyle, even: boolean): Line[] {
  const widths = parts.map((part) => visibleWidth(part, style));
  const total = widths.reduce((sum, width) => sum + width, 0);
  if (total > box.width) {
    return parts.flatMap((part) => wrappedLines(part, box, box, { ...style, align: 'left' }));
  }
  const gap = (box.width - total) / (parts.length - 1);
  const share = box.width / parts.length;
  const shared = even && widths.every((width) => width <= share);
  let x = box.x;
  const runs = parts.flatMap((part, index) => {
    const left = shared ? box.x + share * index : x;
    x = left + (widths[index] as number) + gap;
    return runsOf(part, left, style, 0);
  });
  return [{ x: box.x, width: box.width, runs }];
}

/** Width without the spacing behind the last character and without spaces that hang over the end. */
function visibleWidth(glyphs: readonly Glyph[], style: TextStyle): number {
  let end = glyphs.length;
  while (end > 0 && glyphs[end - 1]?.character === hanging) end--;
  let width = 0;
  for (let index = 0; index < end; index++) width += (glyphs[index] as Glyph).width;
  return end === 0 ? 0 : width - style.spacing;
}

function lineOf(glyphs: readonly Glyph[], x: number, style: TextStyle, stretch: number, width: number): Line {
  return { x, width, runs: runsOf(glyphs, x, style, stretch) };
}

/** Neighbours in one face and colour make one run. */
function runsOf(glyphs: readonly Glyph[], start: number, style: TextStyle, stretch: number): Run[] {
  const runs: Run[] = [];
  let x = start;
  for (let from = 0; from < glyphs.length; ) {
    const { face, color } = glyphs[from] as Glyph;
    let to = from;
    let text = '';
    let width = 0;
    for (; to < glyphs.length; to++) {
      const glyph = glyphs[to] as Glyph;
      if (glyph.face !== face || glyph.color !== color) break;
      text += glyph.character;
      width += glyph.width + stretch;
    }
    runs.push({ text, x, width, face, size: style.size, color, spacing: style.spacing + stretch });
    x += width;
    from = to;
  }
  return runs;
}
