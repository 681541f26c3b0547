/** The end of a text: signature and date, notes, the imprint. */
import * as cues from './cues.ts';
import { numberOf } from './levels.ts';
import { type Found, partOf, type Walk } from './part.ts';
import type { SourceLine } from './source.ts';
import type { Part, PartRole } from './types.ts';

/** Organs that sign together. */
const mostOrgans = 8;
const longestName = 40;
const longestPrinted = 80;
const longestPrinting = 24;

/** Signature and date from this line on: names of organs, one to a line, and a date below; or the date alone. */
export function signatureAt(walk: Walk, at: number): Found | undefined {
  const line = walk.lines[at] as SourceLine;
  const both = line.rows.length === 0 ? cues.signatureAndDate.exec(line.text) : null;
  if (both !== null && isName(line)) {
    walk.closed = true;
    const [, name = '', date = ''] = both;
    const parts = [partOf(walk, 'signature', line, { text: name.trim() }), partOf(walk, 'date', line, { text: date })];
    return { parts, end: at + 1 };
  }
  for (let names = 0; names <= mostOrgans; names++) {
    const below = walk.lines[at + names];
    if (below === undefined || below.rows.length > 0) return undefined;
    if (cues.date.test(below.text)) {
      const own = walk.lines.slice(at, at + names);
      if (names > 1 && !own.every((one) => isSigner(one.text))) return undefined;
      walk.closed = true;
      const parts = [...own.map((one) => partOf(walk, 'signature', one)), partOf(walk, 'date', below)];
      return { parts, end: at + names + 1 };
    }
    if (!isName(below)) return undefined;
  }
  return undefined;
}

function isName({ text, heading }: SourceLine): boolean {
  if (heading > 0 || text.length > longestName || /[。；，！？:：]/.test(text)) return false;
  if (numberOf(text) !== undefined || cues.annexLabel.test(text) || cues.publicity.test(text)) return false;
  return !/^(?:特此|此复|妥否|以上|当否)/.test(text);
}

/** Several lines above a date are signatures only where each of them is sure to be one. */
function isSigner(text: string): boolean {
  return text.split(/\s+/).every((name) => cues.organEnding.test(name)) || cues.officeHolder.test(text);
}

/** A line of the imprint or a note, known by its form and, after the date, by its place. */
export function closingPartsAt(walk: Walk, at: number, before: readonly Part[]): Found | undefined {
  const line = walk.lines[at] as SourceLine;
  if (line.rows.length > 0) return undefined;
  const printer = printedBelow(walk, at);
  if (printer !== undefined) {
    walk.closed = true;
    return { parts: [partOf(walk, 'printed', printer)], end: at + 2 };
  }
  const role = closingRole(walk, line, before);
  if (role === undefined) return undefined;
  if (role === 'printed' || role === 'copy-to') walk.closed = true;
  return { parts: [partOf(walk, role, line)], end: at + 1 };
}

/** The printing organ with the date of printing on the line below, as one line that a tab divides. */
function printedBelow(walk: Walk, at: number): SourceLine | undefined {
  const line = walk.lines[at] as SourceLine;
  const next = walk.lines[at + 1];
  const above = isName(line) && cues.organEnding.test(line.text) && !cues.printed.test(line.text);
  if (!above || next === undefined || !cues.printed.test(next.text) || next.text.length > longestPrinting)
    return undefined;
  return { ...line, lastLine: next.lastLine, text: `${line.text}\t${next.text}` };
}

function closingRole(walk: Walk, { text }: SourceLine, before: readonly Part[]): PartRole | undefined {
  if (cues.publicity.test(text)) return 'note';
  if (cues.copyTo.test(text) || cues.subjectWords.test(text)) return 'copy-to';
  if (cues.printed.test(text) && text.length <= longestPrinted) return 'printed';
  if (!walk.closed) return undefined;
  if (cues.printCount.test(text)) return 'printed';
  if (cues.mainCopyTo.test(text)) return 'copy-to';
  const afterDate = ['date', 'note'].includes(before.at(-1)?.role ?? '');
  return afterDate && (cues.parenthesis.test(text) || cues.contact.test(text)) ? 'note' : undefined;
}
