/** Paper, margins, type area, lines and characters (GB/T 9704 part 5; GB/T 33476.2). */
import { clauses } from '../../layout/gbt9704.ts';
import { baselineIn, isBodySize, mmPerPoint } from '../metrics.ts';
import {
  type Finding,
  fact,
  halfLeading,
  length,
  linesOf,
  type Reading,
  round,
  type Subject,
  unmeasured,
} from '../readings.ts';
import type { MeasuredPage, Parts, PlacedLine } from '../types.ts';

export function pageFindings(subject: Subject): readonly Finding[] {
  return [...paper(subject), ...margins(subject), ...grid(subject), ...colours(subject)];
}

function paper({ parts }: Subject): readonly Finding[] {
  return parts.pages.flatMap((page) => {
    // The tables of part 8 lie on the same paper, turned.
    const [short, long] = [page.width, page.height].sort((a, b) => a - b) as [number, number];
    return [
      length('paperWidth', short, clauses.paperWidth.value, page),
      length('paperHeight', long, clauses.paperHeight.value, page),
    ];
  });
}

/** The upper edge of the type area by the first line of a page; the other edges by the text. */
function margins({ parts, profile, byOffice }: Subject): readonly Finding[] {
  const findings: Finding[] = [];
  const tops = firstLines(parts.lines);
  const ofDisplay = profile === '33476';
  for (const line of tops) {
    const top = line.baseline - baselineOffset(line, parts.pitch, byOffice);
    if (ofDisplay) findings.push(length('displayTop', top, clauses.displayTop.value, line.page));
    else findings.push(length('topMargin', top, clauses.topMargin.value, line.page));
  }
  if (tops.length === 0) {
    findings.push(...unmeasured('没有从页首写起的3号字面', ofDisplay ? 'displayTop' : 'topMargin'));
  }
  if (ofDisplay) findings.push(...unmeasured('按 GB/T 33476.2 的页边距量', 'topMargin'));
  else findings.push(...unmeasured('按 GB/T 9704 的白边量', 'displayTop', 'displayBottom', 'displayPitch'));
  const text = linesOf(parts, 'body', 'addressee', 'annex-list');
  const widest =
    text.find(({ right }) => Math.abs(right - parts.right) < 0.01) ?? text.find(({ right }) => right > parts.right);
  findings.push(length('leftMargin', parts.left, clauses.leftMargin.value, text[0]?.page ?? null));
  findings.push(
    widest === undefined
      ? { id: 'areaWidth', why: '正文没有写满的一行' }
      : length('areaWidth', parts.right - parts.left, clauses.areaWidth.value, widest.page),
  );
  return findings;
}

/** From the top of a line of the grid to the baseline: the character stands in the middle, in LibreOffice 4/5 down. */
export function baselineOffset(line: Pick<PlacedLine, 'size'>, pitch: number, byOffice: boolean): number {
  return byOffice ? 0.8 * pitch : baselineIn(line.size, pitch);
}

/** The first line of each page but the first, where it is of 三号 and stands at the very top. */
export function firstLines(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const firsts = new Map<MeasuredPage, PlacedLine>();
  for (const line of lines) {
    const best = firsts.get(line.page);
    const upright = line.turned === 0 && line.page.width < line.page.height;
    if (upright && (best === undefined || line.baseline < best.baseline)) firsts.set(line.page, line);
  }
  const number = Math.min(...lines.map(({ page }) => page.number));
  return [...firsts.values()].filter(
    (line) => line.page.number !== number && isBodySize(line) && line.role !== 'table' && line.baseline < 70,
  );
}

/** Lines and characters, on pages and lines that are full. */
function grid({ parts, profile }: Subject): readonly Finding[] {
  const findings: Finding[] = [];
  const full = fullPages(parts.lines, parts.pitch);
  const fullest = [...full].sort((a, b) => b.count - a.count)[0];
  const ofDisplay = profile === '33476';
  if (fullest === undefined) {
    findings.push(
      ...unmeasured('正文没有写满的一面', 'lines', 'areaHeight', ...(ofDisplay ? ['displayBottom' as const] : [])),
    );
  } else {
    const { count, page, height, bottom } = fullest;
    findings.push(fact('lines', count === clauses.lines.value, `${count} 行`, page));
    if (!ofDisplay) findings.push(length('areaHeight', height, clauses.areaHeight.value, page));
    else {
      // 22 lines leave a little of this area free, and the leading of one line lies outside the type area.
      const free = displayFree(page);
      const { areaHeight, displayBottom } = clauses;
      findings.push(length('areaHeight', height - 2 * halfLeading, [areaHeight.value - free, areaHeight.value], page));
      findings.push(
        length('displayBottom', page.height - bottom, [displayBottom.value, displayBottom.value + free], page),
      );
    }
  }
  findings.push(characterReading(fullLines(parts), parts.character));
  const points = parts.pitch / mmPerPoint;
  const pitchId = ofDisplay ? 'displayPitch' : 'pitch';
  findings.push(near(pitchId, points, Number(clauses[pitchId].value), 0.06));
  if (ofDisplay) findings.push(...unmeasured('按 GB/T 33476.2 的行距量', 'pitch'));
  findings.push(...unmeasured('与行距一并量', 'leading'));
  findings.push(near('spacing', parts.character / mmPerPoint - clauses.bodySize.value, clauses.spacing.value, 0.12));
  return findings;
}

function near(id: 'pitch' | 'displayPitch' | 'spacing', measured: number, value: number, tolerance: number): Reading {
  return {
    id,
    expected: `${value} pt`,
    measured: `${round(measured, 3)} pt`,
    deviation: (measured - value) * mmPerPoint,
    fits: Math.abs(measured - value) <= tolerance,
    page: null,
    note: '',
  };
}

/** What 22 lines leave free between the margins of GB/T 33476.2, mm. */
function displayFree({ height }: MeasuredPage): number {
  const { displayTop, displayBottom, displayPitch, lines } = clauses;
  return height - displayTop.value - displayBottom.value - lines.value * displayPitch.value * mmPerPoint;
}

interface FullPage {
  readonly page: MeasuredPage;
  readonly count: number;
  /** Lines times pitch, mm, and the lower edge of the last line. */
  readonly height: number;
  readonly bottom: number;
}

/** Pages of text only, from the first line to the last, whose text goes on overleaf with another line of the same part. */
function fullPages(lines: readonly PlacedLine[], pitch: number): readonly FullPage[] {
  const pages = [...new Set(lines.map(({ page }) => page))];
  const flows = new Set(['body', 'annex-list', 'annex']);
  return pages.flatMap((page, index): readonly FullPage[] => {
    const own = lines.filter((line) => line.page === page && line.role !== 'folio');
    const next = lines.find((line) => line.page === pages[index + 1] && line.role !== 'folio');
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined || next === undefined) return [];
    if (!own.every((line) => flows.has(line.role) && isBodySize(line)) || !flows.has(next.role)) return [];
    if (!isBodySize(next) || last.baseline - first.baseline < 100) return [];
    const count = Math.round((last.baseline - first.baseline) / pitch) + 1;
    if (isHeading(next) && count < clauses.lines.value) return [];
    const height = last.baseline - first.baseline + pitch;
    return [{ page, count, height, bottom: last.baseline - baselineIn(last.size, pitch) + pitch }];
  });
}

/** A heading may leave the foot of a page empty to stay with its text. */
function isHeading({ text }: PlacedLine): boolean {
  return /^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/.test(text);
}

/** Lines of Chinese characters and full-width marks only, from edge to edge. */
function fullLines({ lines, left, character }: Parts): readonly PlacedLine[] {
  const full = linesOfText(lines);
  return full.filter((line) => line.right - left > clauses.areaWidth.value - 1.8 * character);
}

function linesOfText(lines: readonly PlacedLine[]): readonly PlacedLine[] {
  return lines.filter(
    (line) =>
      line.role === 'body' &&
      isBodySize(line) &&
      line.chars.every(({ width, size }) => width > 0.9 * size * mmPerPoint),
  );
}

function characterReading(full: readonly PlacedLine[], character: number): Finding {
  const left = Math.min(...full.map(({ x }) => x));
  const flush = full.filter(({ x }) => x - left < 1);
  const counts = flush.map(({ chars }) => chars.length);
  const most = Math.max(...counts);
  const line = flush[counts.indexOf(most)];
  if (line === undefined) return { id: 'characters', why: '正文没有全是全角字的满行' };
  const { value } = clauses.characters;
  return {
    ...fact('characters', most === value, `${most} 字（字距 ${round(character, 2)} mm）`, line.page),
    deviation: value * character - clauses.areaWidth.value,
  };
}

function colours({ parts }: Subject): readonly Finding[] {
  const lines = linesOf(parts, 'title', 'addressee', 'body', 'annex-list', 'signature', 'date');
  const coloured = lines.filter(({ colour }) => !isBlack(colour));
  const shown = coloured[0] ?? lines[0];
  if (shown === undefined) return unmeasured('没有正文', 'bodyColor');
  return [fact('bodyColor', coloured.length === 0, coloured.length === 0 ? '黑色' : shown.colour, shown.page)];
}

function isBlack(colour: string): boolean {
  return [1, 3, 5].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) < 70);
}
