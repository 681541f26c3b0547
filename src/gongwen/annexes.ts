/** The list of annexes (附件说明) and the labels of the annexes behind. */
import * as cues from './cues.ts';
import { arabicMark } from './levels.ts';
import { type Found, partOf, type Walk } from './part.ts';
import type { SourceLine } from './source.ts';
import type { Part } from './types.ts';
import { numberText } from './word-number-text.ts';

/** How far below a list of annexes the date stands at most, in lines. */
const mostToDate = 40;
const numbered = new RegExp(`^${arabicMark}\\s*`);
/** 一、名单: not as the standard has it, but often seen. */
const hanNumbered = /^([一二三四五六七八九十]{1,3})\s*[、.．]\s*/;
const hanNumbers = Array.from({ length: 39 }, (_, index) => numberText(index + 1, 'chineseCounting'));

/** The label of an annex, or the whole list of annexes, that begins at this line. */
export function annexPartAt(walk: Walk, at: number): Found | undefined {
  const line = walk.lines[at] as SourceLine;
  if (line.rows.length > 0) return undefined;
  const names = dateFollows(walk, at) || !walk.closed;
  if (names && walk.annex === 0) {
    const list = listAt(walk, at);
    if (list !== undefined) return list;
  }
  if (cues.annexLabel.test(line.text)) {
    walk.annex += 1;
    walk.closed = false;
    return { parts: [partOf(walk, 'annex-label', line)], end: at + 1 };
  }
  const both = cues.labelAndTitle.exec(line.text);
  if (both === null || cues.endsSentence(line.text) || line.text.length > 80) return undefined;
  walk.annex += 1;
  walk.closed = false;
  const [, label = '', title = ''] = both;
  const parts = [
    partOf(walk, 'annex-label', line, { text: label.trim() }),
    partOf(walk, 'annex-title', line, { text: title }),
  ];
  return { parts, end: at + 1 };
}

/** Whether a date stands below before an annex begins: what is above it belongs to the text. */
function dateFollows(walk: Walk, at: number): boolean {
  if (walk.closed) return false;
  for (const line of walk.lines.slice(at + 1, at + mostToDate)) {
    if (cues.date.test(line.text) || cues.signatureAndDate.test(line.text)) return true;
    if (cues.annexLabel.test(line.text)) return false;
  }
  return false;
}

function listAt(walk: Walk, at: number): Found | undefined {
  const line = walk.lines[at] as SourceLine;
  const first = cues.annexList.exec(line.text);
  if (first !== null) {
    const [, name = ''] = first;
    if (name !== '') return namesFrom(walk, at, line, name);
    const next = walk.lines[at + 1];
    const label = next === undefined || (!numbered.test(next.text) && !dateFollows(walk, at));
    if (label) return undefined;
    const whole = { ...next, line: line.line, text: `${line.text}${next.text}` };
    return namesFrom(walk, at + 1, whole, next.text);
  }
  // 附件1：名单 on lines of their own, above signature and date.
  if (!cues.labelAndTitle.test(line.text) || !dateFollows(walk, at) || cues.endsSentence(line.text)) return undefined;
  const parts: Part[] = [];
  for (let next: SourceLine | undefined = line; next !== undefined; next = walk.lines[at + parts.length]) {
    if (!cues.labelAndTitle.test(next.text)) break;
    parts.push(partOf(walk, 'annex-list', next));
  }
  return { parts, end: at + parts.length };
}

/** The first name on its line, and those that follow on the same line or below. */
function namesFrom(walk: Walk, at: number, first: SourceLine, name: string): Found {
  const lead = first.text.slice(0, first.text.length - name.length);
  const names = dividedNames(name);
  const parts = names.map((text, index) =>
    partOf(walk, 'annex-list', first, { text: index === 0 ? `${lead}${text}` : text }),
  );
  let last = numberAt(names.at(-1) ?? '');
  const inHan = hanNumbered.test(name);
  for (let next = walk.lines[++at]; next !== undefined && next.rows.length === 0; next = walk.lines[++at]) {
    const number = numberAt(next.text);
    if (last > 0 && number > last && hanNumbered.test(next.text) === inHan) {
      const more = dividedNames(next.text);
      parts.push(...more.map((text) => partOf(walk, 'annex-list', next as SourceLine, { text })));
      last = numberAt(more.at(-1) ?? '');
    } else if (number === 0 && continuesName(walk, at, parts.at(-1) as Part)) {
      const before = parts.at(-1) as Part;
      parts.splice(-1, 1, { ...before, text: `${before.text}${next.text}`, lastLine: next.lastLine });
    } else break;
  }
  return { parts, end: at };
}

/** Several names on one line: 1. 名单 2. 表. Each number must be the next. */
function dividedNames(text: string): readonly string[] {
  const start = numberAt(text);
  if (start === 0) return [text];
  const names: string[] = [];
  let rest = text;
  for (let next = start + 1; ; next++) {
    const at = rest.search(
      hanNumbered.test(text)
        ? new RegExp(`[\\s；;。]${hanNumbers[next - 1]}\\s*[、.．]`)
        : new RegExp(`[\\s；;。](?:${next}|${toWide(next)})\\s*(?:、|[.．](?!\\d)|[.．](?=20\\d{2}))`),
    );
    if (at < 0) break;
    names.push(rest.slice(0, at + 1).trim());
    rest = rest.slice(at + 1).trim();
  }
  return [...names, rest];
}

/** The rest of a name that was broken: on the next line, without a number, not yet signature or date. */
function continuesName(walk: Walk, at: number, before: Part): boolean {
  const line = walk.lines[at] as SourceLine;
  const after = walk.lines[at + 1];
  if (line.before !== 'line' || cues.endsTitle(before.text) || line.text.length > 40) return false;
  if (cues.date.test(line.text) || (after !== undefined && cues.date.test(after.text))) return false;
  return !cues.isBalanced(before.text) || cues.endsTitle(line.text);
}

/** The number that a name begins with; 0 for none. */
function numberAt(text: string): number {
  const han = hanNumbered.exec(text)?.[1];
  if (han !== undefined) return hanNumbers.indexOf(han) + 1;
  const digits = /^[\d０-９]+/.exec(numbered.exec(text)?.[0] ?? '')?.[0] ?? '0';
  return Number(toAscii(digits));
}

function toAscii(digits: string): string {
  return digits.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function toWide(number: number): string {
  return String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
