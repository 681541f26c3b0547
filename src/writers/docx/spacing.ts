/**
 * Character spacing that makes Word, WPS and LibreOffice end lines where the PDF does.
 *
 * None of them keeps a number with its unit. LibreOffice moreover lets marks hang over the line's end and sets a fifth
 * of a character between Chinese and figures, whatever the document says. A justified line that one of them would end
 * elsewhere is spaced by some twips so that none can; justified, it looks as it did before.
 */
import type { Paragraph } from '../../document/types.ts';
import { notAtEnd, notAtStart } from '../../layout/breaks.ts';
import { type Glyph, glyphsOf } from '../../layout/glyphs.ts';
import { type LineBox, lineBoxes } from '../../layout/lines.ts';
import type { FontSet, LaidParagraph, TextStyle } from '../../layout/types.ts';
import { characterCount, isLatin, isMixed } from './script.ts';
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

/** One line as the offices' programs see it. */
interface WordLine {
  /** The characters of its paragraph up to the next forced end; the line is those from `from` to before `to`. */
  readonly glyphs: readonly Glyph[];
  readonly from: number;
  readonly to: number;
  /** What follows up to here must not come into the line; `to` where nothing does. */
  readonly end: number;
  readonly box: LineBox;
}

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
  const { style } = laid;
  if (laid.lines.every((line) => line.width < width * 0.8)) return [];
  const usual = spacingOf(style);
  return wordLines(fonts, paragraph, laid, width).map((line) => {
    const found = spacingOfLine(line, style, usual);
    return found.spacing === usual && found.scale === 100 ? undefined : found;
  });
}

/** The lines of a paragraph without tabs; none of one with tabs. */
function wordLines(fonts: FontSet, paragraph: Paragraph, laid: LaidParagraph, width: number): readonly WordLine[] {
  const forced = glyphsOf(fonts, paragraph.children, laid.style);
  if (forced.some((parts) => parts.length > 1)) return [];
  const boxes = lineBoxes(fonts, paragraph, laid.style, width);
  const lengths = laid.lines.map(({ runs }) => runs.reduce((sum, run) => sum + characterCount(run.text), 0));
  // Only a justified line may be spaced out; the ends of a balanced one are written as breaks.
  const filled = laid.style.align === 'justify' && !laid.style.balance;
  const lines: WordLine[] = [];
  for (const [glyphs = []] of forced) {
    let from = 0;
    do {
      const to = Math.min(glyphs.length, from + (lengths[lines.length] ?? glyphs.length));
      const box = lines.length === 0 ? boxes.first : boxes.next;
      lines.push({ glyphs, from, to, end: filled ? glyphs.length : to, box });
      from = to;
    } while (from < glyphs.length);
  }
  return lines;
}

/** The spacing next to the usual one at which the line fits, and what follows it does not, in Word and in LibreOffice. */
function spacingOfLine({ glyphs, from, to, end, box }: WordLine, style: TextStyle, usual: number): LineSpacing {
  const count = to - from;
  if (count < 2) return { spacing: usual, scale: 100 };
  const natural = naturalWidth(glyphs, from, to, style);
  const { mixed, stretches } = changesIn(glyphs, from, to);
  const gaps = mixed * mixedGap * style.size;
  // LibreOffice spaces a stretch of one script and font within itself only.
  const spaced = Math.max(1, count - stretches);
  if (end === to) {
    const fitting = widest(box.width - natural - rounding - gaps, spaced, count);
    return { spacing: Math.min(usual, Math.max(fitting, usual - mostTight)), scale: 100 };
  }
  const next = nextUnit(glyphs, to, end);
  const unit = naturalWidth(glyphs, to, next.unit, style);
  const hung = naturalWidth(glyphs, to, next.hung, style);
  /** The spacings, at a scale, at which LibreOffice ends the line here, and Word too where it is to be minded. */
  const fitting = (scale: number, word: boolean): LineSpacing | undefined => {
    const room = box.width - (natural * scale) / 100;
    const most = widest(room - rounding - gaps, spaced, count);
    const inOffice = narrowest(room + rounding - gaps - hung, spaced, count);
    const inWord = narrowest(room + rounding - unit, count - 1, count);
    const least = word ? Math.max(inOffice, inWord) : inOffice;
    const spacing = Math.min(Math.max(usual, least), most);
    const good = spacing >= least && spacing >= usual - mostTight && spacing <= usual + mostLoose;
    return good ? { spacing, scale } : undefined;
  };
  for (const scale of scales) {
    const both = fitting(scale, true);
    if (both !== undefined) return both;
  }
  // Where the gaps are wider than what follows, both cannot be had: in few lines, with many figures.
  for (const scale of officeScales) {
    const one = fitting(scale, false);
    if (one !== undefined) return one;
  }
  return { spacing: usual, scale: 100 };
}

/** Width of the characters from `from` to before `to`, without the style's spacing. */
function naturalWidth(glyphs: readonly Glyph[], from: number, to: number, style: TextStyle): number {
  let width = 0;
  for (let at = from; at < to; at++) width += (glyphs[at] as Glyph).width - style.spacing;
  return width;
}

/** The widest spacing in twips, of at least `few` and at most `many` characters, that takes up no more than the room. */
function widest(room: number, few: number, many: number): number {
  return Math.floor((20 * room) / (room < 0 ? few : many));
}

/** The narrowest that takes up more than the room. */
function narrowest(room: number, few: number, many: number): number {
  return Math.ceil((20 * room) / (room < 0 ? many : few));
}

/** How often a Chinese character and a figure or letter meet in a line, and its stretches of one script and font. */
function changesIn(
  glyphs: readonly Glyph[],
  from: number,
  to: number,
): { readonly mixed: number; readonly stretches: number } {
  let mixed = 0;
  let stretches = 1;
  let before = codePointOf(glyphs[from] as Glyph);
  for (let at = from + 1; at < to; at++) {
    const codePoint = codePointOf(glyphs[at] as Glyph);
    if (isMixed(before, codePoint)) mixed++;
    const sameFont = (glyphs[at - 1] as Glyph).face === (glyphs[at] as Glyph).face;
    if (!sameFont || isWestern(before) !== isWestern(codePoint)) stretches++;
    before = codePoint;
  }
  return { mixed, stretches };
}

function codePointOf({ character }: Glyph): number {
  return character.codePointAt(0) as number;
}

function isWestern(codePoint: number): boolean {
  return codePoint < 0x250;
}

/**
 * The least that a program could put at the end of the line as well, up to before `unit`: the next place where one may
 * break; up to before `hung`, the same without the mark that LibreOffice lets hang.
 */
function nextUnit(
  glyphs: readonly Glyph[],
  from: number,
  end: number,
): { readonly unit: number; readonly hung: number } {
  let unit = from + 1;
  while (unit < end && isTied(glyphs[unit - 1] as Glyph, glyphs[unit] as Glyph)) unit++;
  const hangs = unit - from > 1 && hanging.has((glyphs[unit - 1] as Glyph).character);
  return { unit, hung: hangs ? unit - 1 : unit };
}

const starts = new Set(notAtStart);
const ends = new Set(notAtEnd);
const hanging = new Set('，。、；：,.');

function isTied(before: Glyph, after: Glyph): boolean {
  if (starts.has(after.character) || ends.has(before.character)) return true;
  return isLatin(codePointOf(before)) && isLatin(codePointOf(after));
}
