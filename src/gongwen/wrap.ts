/**
 * Lines that were broken inside a paragraph, by a width of the page or by a page's end, made one again. Only where it is
 * sure, or nearly so; each time it is said.
 */
import { type Message, message } from '../message.ts';
import * as cues from './cues.ts';
import { article, chapter, numberOf } from './levels.ts';
import type { Source, SourceLine } from './source.ts';

/** A file whose lines are all at most so wide has been broken by width, in characters. */
const widestPage = 60;
const narrowestPage = 15;
const indent = 2;
/** A line shorter than this is no line of running text that a page's end broke. */
const longLine = 40;

/** The source with broken paragraphs made whole. */
export function unwrapped(source: Source): Source {
  const shape = shapeOf(source.lines);
  const lines: SourceLine[] = [];
  const messages: Message[] = [];
  let tail = '';
  for (const line of source.lines) {
    const before = lines.at(-1);
    const why = before === undefined ? undefined : joins(before, tail, line, shape);
    tail = line.text;
    if (before === undefined || why === undefined) {
      lines.push(line);
      continue;
    }
    lines[lines.length - 1] = joined(before, line);
    if (why === 'width') continue;
    const place = { file: source.file, line: line.line };
    const actual = `${before.text.slice(-10)} / ${line.text.slice(0, 10)}`;
    messages.push(message('gongwen.line-broken', { place, before: before.lastLine, after: line.line, actual }));
  }
  return { ...source, lines, messages: [...source.messages, ...messages] };
}

/** Two lines as one; between Latin words a space takes the place of the line's end. */
export function joined(first: SourceLine, second: SourceLine): SourceLine {
  const words = /[A-Za-z,.;]$/.test(first.text) && /^[A-Za-z]/.test(second.text);
  return { ...first, lastLine: second.lastLine, text: `${first.text}${words ? ' ' : ''}${second.text}` };
}

interface Shape {
  /** Width of the lines of a file that was broken by width, half-width characters counted half; 0 where paragraphs are lines. */
  readonly width: number;
  /** Whether its paragraphs begin with white space, so that a line that does not goes on with the one before. */
  readonly indents: boolean;
}

function shapeOf(lines: readonly SourceLine[]): Shape {
  const texts = lines.filter((line) => line.rows.length === 0);
  const widths = texts.map((line) => widthOf(line.text) + (line.indented ? indent : 0));
  const widest = Math.max(0, ...widths);
  const full = widths.filter((width) => width > widest - 2).length;
  const width = widest <= widestPage && widest >= narrowestPage && full >= 3 ? widest : 0;
  const indented = texts.filter((line) => line.indented).length;
  return { width, indents: indented >= 3 && indented < texts.length * 0.8 };
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[ -~]/.test(character) ? 0.5 : 1;
  return width;
}

/** Why a line goes on with what stands before it, whose last line is `tail`; undefined where it does not. */
function joins(
  before: SourceLine,
  tail: string,
  line: SourceLine,
  { width, indents }: Shape,
): 'width' | 'open' | undefined {
  if (before.rows.length > 0 || line.rows.length > 0 || before.heading > 0 || line.heading > 0) return undefined;
  if (standsAlone(before.text) || beginsAnew(line)) return undefined;
  const fills = width > 0 && widthOf(tail) > width - 3 && line.before === 'line';
  if (fills && (indents || !cues.endsSentence(before.text))) return 'width';
  if (cues.endsSentence(before.text)) return undefined;
  if (closesBracket(before.text, line.text)) return 'open';
  if (before.text.length < longLine) return undefined;
  // A title that was broken in two is put together elsewhere.
  if (!cues.isBalanced(before.text) || /[，、]$/.test(before.text)) return 'open';
  // A page's end inside a sentence: the first line stops in the middle, the second one has its end.
  const goesOn = /\p{Script=Han}$/u.test(before.text) && cues.endsSentence(line.text);
  const running = /[，。；]/.test(before.text) && !/^[^，。；]{1,12}[:：]/.test(before.text);
  return line.before !== 'line' && goesOn && running ? 'open' : undefined;
}

/** （单 / 位全称）: words in brackets that a page's end broke, of a line however short. */
function closesBracket(before: string, line: string): boolean {
  return /[（(]\p{Script=Han}+$/u.test(before) && /^\p{Script=Han}+[）)]/u.test(line) && cues.isBalanced(before + line);
}

/** Lines that end where they end, whatever follows. */
const alone = [
  cues.date,
  cues.signatureAndDate,
  cues.annexLabel,
  cues.printed,
  cues.publicity,
  cues.documentNumber,
  cues.secrecy,
  cues.urgency,
  chapter,
];
/** What no line begins with that goes on with another. */
const beginnings = [
  ...alone,
  cues.copyTo,
  cues.signer,
  cues.annexList,
  cues.labelAndTitle,
  cues.tableNote,
  cues.subjectWords,
  cues.attendance,
  article,
];

function standsAlone(text: string): boolean {
  return alone.some((cue) => cue.test(text));
}

function beginsAnew({ text, indented }: SourceLine): boolean {
  return indented || numberOf(text) !== undefined || beginnings.some((cue) => cue.test(text));
}
