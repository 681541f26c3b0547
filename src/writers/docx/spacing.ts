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

/** One line as the offices' programs see it. */
interface WordLine {
  readonly glyphs: readonly Glyph[];
  /** What follows in the same paragraph and must not come into the line; empty where nothing does. */
  readonly rest: readonly Glyph[];
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
  const lengths = laid.lines.map((line) => line.runs.reduce((sum, run) => sum + [...run.text].length, 0));
  const lines: WordLine[] = [];
  for (const [part = []] of forced) {
    let from = 0;
    do {
      const to = from + (lengths[lines.length] ?? part.length);
      const box = lines.length === 0 ? boxes.first : boxes.next;
      // Only a justified line may be spaced out; the ends of a balanced one are written as breaks.
      const filled = laid.style.align === 'justify' && !laid.style.balance;
      lines.push({ glyphs: part.slice(from, to), rest: filled ? part.slice(to) : [], box });
      from = to;
    } while (from < part.length);
  }
  return lines;
}

/** The spacing next to the usual one at which the line fits, and what follows it does not, in Word and in LibreOffice. */
function spacingOfLine({ glyphs, rest, box }: WordLine, style: TextStyle, usual: number): LineSpacing {
  const count = glyphs.length;
  if (count < 2) return { spacing: usual, scale: 100 };
  const natural = (some: readonly Glyph[]) => some.reduce((sum, glyph) => sum + glyph.width - style.spacing, 0);
  const gaps = mixedGaps(glyphs) * mixedGap * style.size;
  // LibreOffice spaces a stretch of one script and font within itself only.
  const spaced = Math.max(1, count - stretches(glyphs));
  const room = box.width - natural(glyphs);
  if (rest.length === 0) {
    const fitting = widest(room - rounding - gaps, spaced, count);
    return { spacing: Math.min(usual, Math.max(fitting, usual - mostTight)), scale: 100 };
  }
  const { unit, hung } = nextUnit(glyphs, rest);
  /** The spacings, at a scale, at which LibreOffice ends the line here, and Word too where it is to be minded. */
  const fitting = (scale: number, word: boolean): LineSpacing | undefined => {
    const room = box.width - (natural(glyphs) * scale) / 100;
    const most = widest(room - rounding - gaps, spaced, count);
    const inOffice = narrowest(room + rounding - gaps - natural(hung), spaced, count);
    const inWord = narrowest(room + rounding - natural(unit), count - 1, count);
    const least = word ? Math.max(inOffice, inWord) : inOffice;
    const spacing = Math.min(Math.max(usual, least), most);
    const good = spacing >= least && spacing >= usual - mostTight && spacing <= usual + mostLoose;
    return good ? { spacing, scale } : undefined;
  };
  const both = scales.map((scale) => fitting(scale, true));
  // Where the gaps are wider than what follows, both cannot be had: in few lines, with many figures.
  const one = [100, 99, 98].map((scale) => fitting(scale, false));
  return [...both, ...one].find((found) => found !== undefined) ?? { spacing: usual, scale: 100 };
}

/** The widest spacing in twips, of at least `few` and at most `many` characters, that takes up no more than the room. */
function widest(room: number, few: number, many: number): number {
  return Math.floor((20 * room) / (room < 0 ? few : many));
}

/** The narrowest that takes up more than the room. */
function narrowest(room: number, few: number, many: number): number {
  return Math.ceil((20 * room) / (room < 0 ? many : few));
}

const han = /^[\p{Script=Han}〇]$/u;
const latin = /^[0-9A-Za-z]$/;

/** How often a Chinese character and a figure or letter meet. */
function mixedGaps(glyphs: readonly Glyph[]): number {
  return glyphs.filter(({ character }, index) => {
    const before = glyphs[index - 1]?.character ?? '';
    return (han.test(before) && latin.test(character)) || (latin.test(before) && han.test(character));
  }).length;
}

/** Stretches of one script and font. */
function stretches(glyphs: readonly Glyph[]): number {
  return glyphs.filter((glyph, index) => {
    const before = glyphs[index - 1];
    return before === undefined || before.face !== glyph.face || isWestern(before) !== isWestern(glyph);
  }).length;
}

function isWestern({ character }: Glyph): boolean {
  return character < '\u0250';
}

/**
 * The least that a program could put at the end of the line as well: up to the next place where one may break; and the
 * same without the mark that LibreOffice lets hang.
 */
function nextUnit(
  line: readonly Glyph[],
  rest: readonly Glyph[],
): { readonly unit: readonly Glyph[]; readonly hung: readonly Glyph[] } {
  const all = [line.at(-1) as Glyph, ...rest].map((glyph) => glyph.character);
  let end = 2;
  while (end < all.length && isTied(all[end - 1] as string, all[end] as string)) end++;
  const unit = rest.slice(0, end - 1);
  const hangs = unit.length > 1 && hanging.has(unit.at(-1)?.character ?? '');
  return { unit, hung: hangs ? unit.slice(0, -1) : unit };
}

const starts = new Set(notAtStart);
const ends = new Set(notAtEnd);
const hanging = new Set('，。、；：,.');

function isTied(before: string, after: string): boolean {
  return starts.has(after) || ends.has(before) || (latin.test(before) && latin.test(after));
}
