/**
 * Character spacing that makes Word, WPS and LibreOffice end lines where the PDF does.
 *
 * None of them keeps a number with its unit. LibreOffice moreover lets marks hang over the line's end and sets a fifth
 * of a character between Chinese and figures, whatever the document says. A justified line that one of them would end
 * elsewhere is spaced by some twips so that none can; justified, it looks as it did before.
 */
import type { Paragraph } from '../../document/types.ts';
import { notAtEnd, notAtStart } from '../../layout/breaks.ts';
import { lineBoxes } from '../../layout/lines.ts';
import type { FontFace, FontSet, LaidParagraph, Line, TextStyle } from '../../layout/types.ts';
import { isLatin, isMixed } from './script.ts';
import { spacingOf } from './stylesheet.ts';

/** Advances, indents and widths are rounded to twips here and there; in pt. */
const rounding = 0.3;
/** Share of a character that LibreOffice sets between Chinese and figures or letters. */
const mixedGap = 1 / 5;
/** Tighter or looser by more than this (twips) would show where a later change moves the line's end. */
const mostTight = 16;
const mostLoose = 60;
/** No narrower are characters set, in percent: spacing alone leaves LibreOffice too little where it sets many gaps. */
const scales = [100, 99, 98, 97, 96, 95];
const officeScales = [100, 99, 98];

/** How a line is spaced where its style's own spacing will not do. */
export interface LineSpacing {
  /** Between characters, in twips. */
  readonly spacing: number;
  /** Width of the characters, in percent. */
  readonly scale: number;
}

/** The spacing of each line of a paragraph; undefined where the style's own does. Width in pt. */
export function lineSpacings(
  fonts: FontSet,
  paragraph: Paragraph,
  laid: LaidParagraph,
  width: number,
): readonly (LineSpacing | undefined)[] {
  const { style, lines } = laid;
  if (lines.every((line) => line.width < width * 0.8) || hasTab(paragraph)) return none;
  const usual = spacingOf(style);
  const boxes = lineBoxes(fonts, paragraph, style, width);
  // Only a justified line may be spaced out; the ends of a balanced one are written as breaks.
  const filled = style.align === 'justify' && !style.balance;
  const forced = forcedEnds(paragraph, lines);
  return lines.map((line, index) => {
    const room = (index === 0 ? boxes.first : boxes.next).width;
    const next = filled && !forced[index] ? nextUnit(lines, index, forced, style.size) : undefined;
    return spacingOfLine(measuresOf(line, style), next, room, usual);
  });
}

const none: readonly undefined[] = [];

function hasTab({ children }: Paragraph): boolean {
  return children.some((inline) => inline.type === 'text' && inline.text.includes('\t'));
}

/** Whether each line ends where the paragraph has a break, or ends. */
function forcedEnds({ children }: Paragraph, lines: readonly Line[]): readonly boolean[] {
  const ends = lines.map((_, index) => index === lines.length - 1);
  let left = 0;
  let line = 0;
  for (const inline of children) {
    if (inline.type === 'text') left += inline.text.length;
    else {
      // A line without a character is one too.
      do {
        left -= lengthOf(lines[line]);
        line += 1;
      } while (left > 0 && line < lines.length);
      ends[line - 1] = true;
      left = 0;
    }
  }
  return ends;
}

function lengthOf(line: Line | undefined): number {
  let length = 0;
  for (const run of line?.runs ?? []) length += run.text.length;
  return length;
}

/** What of a line decides on how wide it gets. */
interface Measures {
  /** Number of characters. */
  readonly count: number;
  /** Width of the characters alone, in pt. */
  readonly natural: number;
  /** Width of the gaps that LibreOffice sets between Chinese and figures or letters, in pt. */
  readonly gaps: number;
  /** Characters that LibreOffice spaces: those of a stretch of one script and font but the last. */
  readonly spaced: number;
}

function measuresOf({ runs }: Line, style: TextStyle): Measures {
  let count = 0;
  let natural = 0;
  let mixed = 0;
  let stretches = 0;
  let before = -1;
  let western = false;
  let faceBefore: FontFace | undefined;
  for (const { text, face, width, spacing } of runs) {
    const countBefore = count;
    let begun = face === faceBefore;
    faceBefore = face;
    if (!begun) stretches += 1;
    for (let at = 0; at < text.length; at++) {
      const codePoint = text.codePointAt(at) as number;
      if (codePoint > 0xffff) at++;
      count += 1;
      // Chinese and a figure or letter meet where one script ends only.
      if (western !== isWestern(codePoint)) {
        if (isMixed(before, codePoint)) mixed += 1;
        if (begun) stretches += 1;
        western = !western;
      }
      begun = true;
      before = codePoint;
    }
    natural += width - spacing * (count - countBefore);
  }
  return { count, natural, gaps: mixed * mixedGap * style.size, spaced: Math.max(1, count - stretches) };
}

/** Widths, in pt, of the least that could stand at a line's end as well. */
interface NextUnit {
  /** Up to the next place where one may break. */
  readonly unit: number;
  /** The same without the mark that LibreOffice lets hang. */
  readonly hung: number;
}

function nextUnit(lines: readonly Line[], index: number, forced: readonly boolean[], size: number): NextUnit {
  let unit = 0;
  let hung = 0;
  let before = -1;
  for (let at = index + 1; at < lines.length; at++) {
    for (const { text, face } of (lines[at] as Line).runs) {
      for (let place = 0; place < text.length; place++) {
        const codePoint = text.codePointAt(place) as number;
        if (codePoint > 0xffff) place++;
        if (before !== -1 && !isTied(before, codePoint)) return { unit, hung };
        const width = unit + face.advance(codePoint) * size;
        hung = before !== -1 && hanging.has(codePoint) ? unit : width;
        unit = width;
        before = codePoint;
      }
    }
    if (forced[at]) break;
  }
  return { unit, hung };
}

/**
 * The spacing next to the usual one at which the line fits, and what follows it does not, in Word and in LibreOffice;
 * undefined where it is the usual one.
 */
function spacingOfLine(
  line: Measures,
  next: NextUnit | undefined,
  width: number,
  usual: number,
): LineSpacing | undefined {
  const { count, natural, gaps, spaced } = line;
  if (count < 2) return undefined;
  if (next === undefined) {
    const widestOne = widest(width - natural - rounding - gaps, spaced, count);
    const spacing = Math.min(usual, Math.max(widestOne, usual - mostTight));
    return spacing === usual ? undefined : { spacing, scale: 100 };
  }
  for (const scale of scales) {
    const spacing = fittingSpacing(line, next, width, usual, scale, true);
    if (spacing !== undefined) return spacing === usual && scale === 100 ? undefined : { spacing, scale };
  }
  // Where the gaps are wider than what follows, both cannot be had: in few lines, with many figures.
  for (const scale of officeScales) {
    const spacing = fittingSpacing(line, next, width, usual, scale, false);
    if (spacing !== undefined) return spacing === usual && scale === 100 ? undefined : { spacing, scale };
  }
  return undefined;
}

/** The spacing, at a scale, at which LibreOffice ends the line here, and Word too where it is to be minded. */
function fittingSpacing(
  { count, natural, gaps, spaced }: Measures,
  next: NextUnit,
  width: number,
  usual: number,
  scale: number,
  word: boolean,
): number | undefined {
  const room = width - (natural * scale) / 100;
  const most = widest(room - rounding - gaps, spaced, count);
  const inOffice = narrowest(room + rounding - gaps - next.hung, spaced, count);
  const inWord = narrowest(room + rounding - next.unit, count - 1, count);
  const least = word ? Math.max(inOffice, inWord) : inOffice;
  const spacing = Math.min(Math.max(usual, least), most);
  return spacing >= least && spacing >= usual - mostTight && spacing <= usual + mostLoose ? spacing : undefined;
}

/** The widest spacing in twips, of at least `few` and at most `many` characters, that takes up no more than the room. */
function widest(room: number, few: number, many: number): number {
  return Math.floor((20 * room) / (room < 0 ? few : many));
}

/** The narrowest that takes up more than the room. */
function narrowest(room: number, few: number, many: number): number {
  return Math.ceil((20 * room) / (room < 0 ? many : few));
}

function isWestern(codePoint: number): boolean {
  return codePoint < 0x250;
}

const starts = codePointsOf(notAtStart);
const ends = codePointsOf(notAtEnd);
const hanging = codePointsOf('，。、；：,.');

function codePointsOf(marks: string): ReadonlySet<number> {
  return new Set([...marks].map((mark) => mark.codePointAt(0) as number));
}

function isTied(before: number, after: number): boolean {
  return starts.has(after) || ends.has(before) || (isLatin(before) && isLatin(after));
}
