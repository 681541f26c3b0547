/** Titles, of the document and of its annexes, over as many lines as they take; what stands below; the addressee. */
import * as cues from './cues.ts';
import { article, chapter, numberOf } from './levels.ts';
import { type Found, partOf, type Walk } from './part.ts';
import type { SourceLine } from './source.ts';
import { joined } from './wrap.ts';

const longestTitle = 90;
const longestLine = 60;
const mostLines = 5;
const longestAddressee = 300;

/** Title, lines below it and, of a text that is no annex, the addressee, from this line on; none where there is no title. */
export function titleParts(walk: Walk, from: number): Found {
  const first = walk.lines[from];
  if (first === undefined || !mayBeTitle(first)) return { parts: [], end: from };
  let title = first;
  let at = from + 1;
  for (; at < from + mostLines; at++) {
    const next = walk.lines[at];
    if (next === undefined || !goesOn(title, next, walk.lines[at + 1])) break;
    title = joined(title, next);
  }
  if (at - from > 1) {
    const shown = walk.lines.slice(from, at).map((line) => line.text);
    walk.findings.push({
      code: 'gongwen.title-joined',
      line: first.line,
      last: title.lastLine,
      title: title.text,
      actual: shown.join(' / '),
    });
  }
  const parts = [partOf(walk, walk.annex > 0 ? 'annex-title' : 'title', title)];
  for (let next = walk.lines[at]; next !== undefined && next.rows.length === 0; next = walk.lines[++at]) {
    if (!walk.annex && cues.documentNumber.test(next.text)) parts.push(partOf(walk, 'number', next));
    else if (isSubtitle(next)) parts.push(partOf(walk, 'subtitle', next));
    else break;
  }
  const below = walk.lines[at];
  const addressed = walk.annex === 0 && below !== undefined && isAddressee(below);
  return addressed ? { parts: [...parts, partOf(walk, 'addressee', below)], end: at + 1 } : { parts, end: at };
}

function mayBeTitle({ text, rows, heading }: SourceLine): boolean {
  if (rows.length > 0) return false;
  if (heading === 1) return true;
  if (text.length > longestTitle || /[。；;，,]$/.test(text) || heading > 1) return false;
  if (numberOf(text) !== undefined || article.test(text) || chapter.test(text)) return false;
  return !/[:：]$/.test(text) && !stops.some((cue) => cue.test(text));
}

/** What is never a line of a title. */
const stops = [
  cues.date,
  cues.annexLabel,
  cues.copyTo,
  cues.printed,
  cues.publicity,
  cues.annexList,
  cues.documentNumber,
  cues.orderNumber,
  cues.tableNote,
  cues.attendance,
];

/** Whether the next line is still the title. */
function goesOn(title: SourceLine, next: SourceLine, after: SourceLine | undefined): boolean {
  if (next.heading === 1) return true;
  if (next.rows.length > 0 || next.heading > 1 || next.before === 'page') return false;
  const { text } = next;
  if (text.length > longestLine || title.text.length + text.length > longestTitle) return false;
  if (cues.parenthesis.test(text) || /[:：]/.test(text) || cues.endsSentence(text) || !mayBeTitle(next)) return false;
  const ends = cues.endsTitle(title.text);
  if (!cues.isBalanced(title.text) || /^[的之》）”]/.test(text)) return true;
  // 关于加强管理制度 / 建设的意见: an end of title before its legal kind is none.
  const legal = /关于/.test(title.text) && cues.kindOf(title.text) === null && cues.kindOf(text) !== null;
  if (ends && !legal) return false;
  // A name of an organ, and a title that has not come to its noun, go on with a short line that has it.
  return cues.endsTitle(text) || /[的和与及、]$/.test(title.text) || (after !== undefined && endsWith(text, after));
}

/** Whether the title ends only with the line after this one. */
function endsWith(text: string, after: SourceLine): boolean {
  return (
    after.rows.length === 0 &&
    after.text.length <= longestLine &&
    !/[:：。]/.test(after.text) &&
    cues.endsTitle(`${text}${after.text}`)
  );
}

/** （征求意见稿）, （2024年1月1日通过）, a line in brackets below a title. */
function isSubtitle({ text }: SourceLine): boolean {
  return (
    (cues.parenthesis.test(text) && text.length <= 100 && !/。[）)]$/.test(text) && numberOf(text) === undefined) ||
    /^——/.test(text)
  );
}

/** 主送机关: names of organs and a colon, before the text. */
function isAddressee({ text, rows }: SourceLine): boolean {
  if (rows.length > 0 || text.length > longestAddressee || !/[:：]$/.test(text)) return false;
  return (
    !/(?:如下|以下|下列|下面)[^，、]{0,12}[:：]$|[。！？]/.test(text) &&
    numberOf(text) === undefined &&
    !article.test(text)
  );
}
