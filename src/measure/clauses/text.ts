/** 标题、主送机关、正文、附件说明 (GB/T 9704 7.3.1 to 7.3.4). */
import { type ClauseId, clauses } from '../../layout/gbt9704.ts';
import { isBodySize, mmPerPoint } from '../metrics.ts';
import {
  blankLines,
  characters,
  excerpt,
  type Finding,
  fact,
  fontReading,
  length,
  linesOf,
  offCentre,
  type Reading,
  type Subject,
  sizeReading,
  unmeasured,
} from '../readings.ts';
import type { Parts, PlacedLine } from '../types.ts';

export function textFindings(subject: Subject): readonly Finding[] {
  const { parts } = subject;
  return [...title(parts), ...addressee(parts), ...body(parts), ...annexList(parts)];
}

function title(parts: Parts): readonly Finding[] {
  const lines = linesOf(parts, 'title');
  const first = lines[0];
  const ids: readonly ClauseId[] = ['titleCentred', 'titleFont', 'titleSize', 'titleShape'];
  if (first === undefined) return unmeasured('没有找到标题', 'titleGap', 'letterTitleGap', ...ids);
  const gapId = parts.format === 'letter' ? 'letterTitleGap' : 'titleGap';
  const findings: Finding[] = [
    ...unmeasured('不是这种格式', parts.format === 'letter' ? 'titleGap' : 'letterTitleGap'),
    titleGap(parts, first, gapId),
    ...lines.map((line) => length('titleCentred', offCentre(line, parts), 0, line.page, excerpt(line))),
    ...lines.map((line) => fontReading('titleFont', hanOf(line), line)),
    ...lines.map((line) => sizeReading('titleSize', line)),
  ];
  if (lines.length === 1) findings.push({ id: 'titleShape', why: '标题只有一行' });
  else findings.push(fact('titleShape', isShapely(lines), shapeText(lines), first.page));
  return findings;
}

/** Two blank lines under the red rule, or in a letter under the last line of the head. */
function titleGap(parts: Parts, first: PlacedLine, id: 'titleGap' | 'letterTitleGap'): Finding {
  if (id === 'titleGap') {
    const rule = parts.redRules[0];
    if (rule === undefined) return { id, why: '没有红色分隔线' };
    const gap = first.top - rule.y - rule.thickness / 2;
    return length(id, gap, blankLines(clauses[id].value, parts, 1), first.page);
  }
  const head = linesOf(parts, 'number', 'copy-number', 'secrecy', 'urgency');
  const last = head.reduce<PlacedLine | undefined>(
    (low, one) => (low && low.baseline > one.baseline ? low : one),
    undefined,
  );
  if (last === undefined) return { id, why: '版头没有文字' };
  const range = blankLines(clauses[id].value, parts);
  return length(id, first.top - last.bottom, range, first.page);
}

/** A trapezoid on its longer or shorter side, or a diamond: lines that grow, shrink, or grow and then shrink. */
function isShapely(lines: readonly PlacedLine[]): boolean {
  const widths = lines.map(({ x, right }) => right - x);
  // Half a character is no difference that anybody sees.
  const steps = widths.slice(1).map((width, index) => {
    const step = width - (widths[index] as number);
    return Math.abs(step) < (clauses.titleSize.value * mmPerPoint) / 2 ? 0 : Math.sign(step);
  });
  if (steps.includes(0)) return false;
  const turn = steps.indexOf(-1);
  return turn < 0 || steps.slice(turn).every((step) => step < 0);
}

function shapeText(lines: readonly PlacedLine[]): string {
  return `${lines.map(({ chars }) => chars.length).join('、')}字${isShapely(lines) ? '' : '，不是梯形或菱形'}`;
}

function addressee(parts: Parts): readonly Finding[] {
  const lines = linesOf(parts, 'addressee');
  const first = lines[0];
  if (first === undefined) return unmeasured('没有主送机关', 'addresseeGap', 'addresseeIndent', 'addresseeColon');
  const above = linesOf(parts, 'title').at(-1);
  const last = lines.at(-1) as PlacedLine;
  return [
    above === undefined
      ? { id: 'addresseeGap', why: '没有找到标题' }
      : length('addresseeGap', first.top - above.bottom, blankLines(clauses.addresseeGap.value, parts), first.page),
    ...lines.map((line) => length('addresseeIndent', line.x - parts.left, 0, line.page, excerpt(line))),
    fact('addresseeColon', last.text.endsWith('：'), `“${last.text.slice(-1)}”`, last.page),
  ];
}

const levels = [
  { id: 'level1Font', pattern: /^[一二三四五六七八九十]+、/ },
  { id: 'level2Font', pattern: /^[（(][一二三四五六七八九十]+[）)]/ },
  { id: 'level3Font', pattern: /^\d{1,2}[.．](?!\d)/ },
  { id: 'level4Font', pattern: /^[（(]\d{1,2}[）)]/ },
] as const;

/** 第一章　总则 in the middle of its line: the standard says nothing of it. */
const chapter = /^第[一二三四五六七八九十百]+[编章节]/;

function body(parts: Parts): readonly Finding[] {
  const lines = linesOf(parts, 'body');
  const annexes = linesOf(parts, 'annex').filter(isBodySize);
  const findings: Finding[] = [];
  const first = parts.lines[0]?.page;
  const onFirst = lines.some(({ page }) => page === first);
  findings.push(fact('firstPageBody', onFirst, onFirst ? '有正文' : '没有正文', first ?? null));
  if (lines.length === 0) findings.push(...unmeasured('没有正文', 'bodyIndent', 'bodyFont', 'bodySize'));
  findings.push(...indents(lines, parts), ...indents(annexes, parts));
  const headings = [...levels.slice(0, 2).map(({ pattern }) => pattern), chapter];
  const prose = lines.filter((line) => !headings.some((pattern) => pattern.test(line.text)));
  const usual = prose.filter((line) => !startsUnderHeading(line, lines));
  findings.push(...usual.map((line) => fontReading('bodyFont', hanOf(line), line)));
  findings.push(...lines.map((line) => sizeReading('bodySize', line)));
  for (const { id, pattern } of levels) {
    const headed = [...lines, ...annexes].filter((line) => pattern.test(line.text) && line.x - parts.left > 2);
    if (headed.length === 0) findings.push(...unmeasured('没有这一层', id));
    else findings.push(...headed.map((line) => fontReading(id, hanOf(line).slice(0, 3), line)));
  }
  return findings;
}

/** The second line of a heading is of the heading's font. */
function startsUnderHeading(line: PlacedLine, lines: readonly PlacedLine[]): boolean {
  const before = lines[lines.indexOf(line) - 1];
  return (
    before !== undefined &&
    before.font === line.font &&
    levels.slice(0, 2).some(({ pattern }) => pattern.test(before.text))
  );
}

/** Lines that begin a paragraph stand two characters in, all others at the left edge. */
function indents(lines: readonly PlacedLine[], parts: Parts): readonly Reading[] {
  const [least, greatest] = characters(clauses.bodyIndent.value, parts);
  return lines.flatMap((line, index): readonly Reading[] => {
    const inset = line.x - parts.left;
    const before = lines[index - 1];
    // After a line that ends early a paragraph begins, whatever its indent.
    const begins = before === undefined || parts.right - before.right > 1.5 * parts.character;
    const indented = inset > parts.character / 2;
    if (!begins && !indented) return [length('bodyIndent', inset, 0, line.page, `${excerpt(line)}回行`)];
    // What stands in the middle or at the right is no paragraph of the text.
    if (inset > 4 * parts.character) return [];
    return [length('bodyIndent', inset, [least, greatest], line.page, excerpt(line))];
  });
}

/** 附件说明: two characters in; the numbers below each other; names that go on, below their first character. */
function annexList(parts: Parts): readonly Finding[] {
  const lines = linesOf(parts, 'annex-list');
  const first = lines[0];
  if (first === undefined) return unmeasured('没有附件说明', 'annexListGap', 'annexListIndent');
  const findings: Finding[] = [];
  const above = parts.lines[parts.lines.indexOf(first) - 1];
  if (above === undefined || above.page !== first.page || above.role === 'folio') {
    findings.push({ id: 'annexListGap', why: '附件说明在另一面' });
  } else {
    const range = blankLines(clauses.annexListGap.value, parts);
    findings.push(length('annexListGap', first.top - above.bottom, range, first.page));
  }
  findings.push(length('annexListIndent', first.x - parts.left, characters(2, parts), first.page, excerpt(first)));
  const numbered = /^\d+[.．]/;
  const start = first.chars.findIndex(({ text }) => /[:：]/.test(text)) + 1;
  const after = first.chars.slice(start).filter(({ text }) => text.trim() !== '');
  const numberX = after[0]?.x ?? first.x;
  let nameX = nameStart(after);
  for (const line of lines.slice(1)) {
    if (numbered.test(line.text)) {
      findings.push(length('annexListIndent', line.x - parts.left, numberX - parts.left, line.page, excerpt(line)));
      nameX = nameStart(line.chars);
    } else if (nameX !== undefined) {
      findings.push(
        length('annexListIndent', line.x - parts.left, nameX - parts.left, line.page, `${excerpt(line)}回行`),
      );
    }
  }
  return findings;
}

/** Where the name of an annex begins, after its number, if it has one. */
function nameStart(chars: readonly PlacedLine['chars'][number][]): number | undefined {
  const visible = chars.filter(({ text }) => text.trim() !== '');
  const number = /^\d+[.．]/.exec(visible.map(({ text }) => text).join(''))?.[0] ?? '';
  return visible[number.length]?.x;
}

function hanOf({ chars }: PlacedLine): PlacedLine['chars'] {
  const han = chars.filter(({ text }) => /\p{Script=Han}/u.test(text));
  return han.length > 0 ? han : chars;
}
