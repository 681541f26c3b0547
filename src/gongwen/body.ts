/** The text itself: headings of four levels, paragraphs, tables with their notes. */
import * as cues from './cues.ts';
import { article, chapter, longestHeading, numberOf, runInOf } from './levels.ts';
import { type Found, partOf, type Walk } from './part.ts';
import type { SourceLine } from './source.ts';
import type { Part } from './types.ts';

/** The line as a part of the text; whether a numbered one is a heading is settled when all are known. */
export function bodyPartAt(walk: Walk, at: number, before: readonly Part[]): Found {
  return { parts: [bodyPart(walk, walk.lines[at] as SourceLine, before)], end: at + 1 };
}

function bodyPart(walk: Walk, line: SourceLine, before: readonly Part[]): Part {
  if (line.rows.length > 0) return partOf(walk, 'table', line);
  const previous = before.at(-1);
  const below = previous?.role === 'table' || previous?.role === 'note';
  if (below && cues.tableNote.test(line.text)) return partOf(walk, 'note', line);
  if (previous?.role === 'note' && numberOf(line.text)?.level === 3 && !walk.closed) return partOf(walk, 'note', line);
  if (cues.attendance.test(line.text)) return partOf(walk, 'attendance', line);
  if (chapter.test(line.text)) return partOf(walk, 'heading', line, { level: 1 });
  const marked = Math.min(Math.max(line.heading - 1, 0), 4) as Part['level'];
  if (marked > 0) return partOf(walk, 'heading', line, { level: numberOf(line.text)?.level ?? marked });
  const level = numberOf(line.text)?.level ?? 0;
  return partOf(walk, 'body', line, { level, runIn: runInOf(line.text) });
}

/** Which numbered paragraphs are headings: those that end without a mark, and short sentences that stand above a text. */
export function settleHeadings(parts: readonly Part[]): readonly Part[] {
  const regulations = new Set(parts.filter((part) => article.test(part.text)).map(({ annex }) => annex));
  return parts.map((part, index): Part => {
    if (part.role !== 'body') return part;
    const number = article.exec(part.text);
    if (number !== null) return { ...part, runIn: number[0].length };
    if (part.level === 0) return part;
    // （一） in a regulation is an item of an article.
    if (regulations.has(part.annex) && part.level > 1) return { ...part, runIn: 0 };
    if (isHeading(part, parts[index + 1], previousAlike(parts, index))) return { ...part, role: 'heading' };
    return part;
  });
}

function isHeading(part: Part, next: Part | undefined, alike: Part | undefined): boolean {
  const { text, level } = part;
  if (text.length > longestHeading) return false;
  if (!cues.endsSentence(text)) return true;
  const item = alike !== undefined && /[；;]$/.test(alike.text);
  if (level > 2 || item || next === undefined) return false;
  const above = next.role === 'body' || next.role === 'heading' || next.role === 'table';
  const deeper = next.level === 0 || next.level > level;
  if (!above || !deeper) return false;
  return /[:：]$/.test(text) ? next.level > 0 || next.role === 'table' : /^[^。；]*。$/.test(text) && text.length <= 30;
}

/** The paragraph before this one with a number of the same level, under the same heading. */
function previousAlike(parts: readonly Part[], index: number): Part | undefined {
  const { level, annex } = parts[index] as Part;
  for (let at = index - 1; at >= 0; at--) {
    const part = parts[at] as Part;
    if (part.annex !== annex || (part.level > 0 && part.level < level)) return undefined;
    if (part.level === level) return part;
  }
  return undefined;
}
