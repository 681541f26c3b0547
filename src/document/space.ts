/**
 * White space in running text. What the template's author typed to lay out the source must not show on paper: a line
 * end beside a Chinese character vanishes, any other stretch of white space is one space. Characters that came by
 * reference (`&#9;`), no-break, en, em and ideographic spaces stand as they are.
 */
import type { SpanRole } from './schema.ts';
import type { Inline } from './types.ts';

/** A stretch of text as it was read; `written` is false for characters that came by reference. */
export interface Piece {
  readonly text: string;
  readonly role: SpanRole;
  readonly written: boolean;
  readonly href: string | undefined;
}

/** Noncharacters of Unicode: they never stand in text. */
const lineEnd = '\ufdd0';
const space = '\ufdd1';
const tab = '\ufdd2';
const marks = /([\ufdd0-\ufdd2]+)/;
const anySpace = /[ \t\r\n\f]/;

const chinese = /[\p{Script=Han}\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\u3000-\u303f\uff00-\uffef]/u;

/** The inline content of one paragraph. A tab is kept only where `tabs` says that tabs divide the paragraph. */
export function settleSpace(pieces: readonly (Piece | 'break')[], tabs: boolean): readonly Inline[] {
  const [only] = pieces;
  if (only === undefined) return [];
  // Most paragraphs are one stretch without any space.
  if (pieces.length === 1 && only !== 'break' && only.text !== '' && !anySpace.test(only.text)) return [inlineOf(only)];
  const settled: Inline[] = [];
  let gap = '';
  /** Where the gap was typed: it belongs to that stretch, as the space after the number of an annex does. */
  let gapPiece: Piece | undefined;
  let before = '';
  const add = (text: string, { role, href }: Piece) => {
    const last = settled.at(-1);
    if (last?.type === 'text' && last.role === role && last.href === href) {
      settled[settled.length - 1] = { ...last, text: last.text + text };
    } else {
      settled.push(inlineOf({ text, role, href }));
    }
  };
  for (const piece of pieces) {
    if (piece === 'break') {
      settled.push({ type: 'break' });
      [gap, before] = ['', ''];
      continue;
    }
    for (const part of (piece.written ? mark(piece.text) : piece.text).split(marks)) {
      if (part === '') continue;
      if (marks.test(part)) {
        if (gap === '') gapPiece = piece;
        gap += part;
        continue;
      }
      const first = String.fromCodePoint(part.codePointAt(0) ?? 0);
      const kept = before === '' ? '' : gapBetween(before, first, gap, tabs);
      if (kept !== '') add(kept, gapPiece ?? piece);
      add(part, piece);
      gap = '';
      before = [...part].at(-1) ?? '';
    }
  }
  return settled;
}

function inlineOf({ text, role, href }: Omit<Piece, 'written'>): Inline {
  return href === undefined ? { type: 'text', text, role } : { type: 'text', text, role, href };
}

/** Whether there is nothing but white space to see. */
export function isBlank(text: string): boolean {
  return /^[ \t\r\n\f]*$/.test(text);
}

function mark(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, (run) => (/[\r\n\f]/.test(run) ? lineEnd : run.includes('\t') ? tab : space));
}

function gapBetween(before: string, after: string, gap: string, tabs: boolean): string {
  if (gap === '') return '';
  if (tabs && gap.includes(tab)) return '\t';
  if (gap.includes(lineEnd) && (chinese.test(before) || chinese.test(after))) return '';
  return ' ';
}
