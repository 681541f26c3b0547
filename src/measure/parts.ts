/** Takes the pages of an official document apart. */
import { clauses } from '../layout/gbt9704.ts';
import { imprintOf, longRule } from './areas.ts';
import { characterOf, isBodySize, isRed, pitchOf } from './metrics.ts';
import { dividedHead, rolesOf, type State } from './roles.ts';
import type { DrawnRule, LineRole, MeasuredFormat, MeasuredPage, Parts, PlacedLine, TextLine } from './types.ts';

/**
 * Takes the pages of a document apart. LibreOffice (`byOffice`) hangs marks over the end of a line, whatever a DOCX
 * says: there a line ends with the character before such a mark.
 */
export function partsOf(measured: readonly MeasuredPage[], byOffice = false): Parts {
  const begin = measured.findIndex(({ lines }) => lines.length > 0);
  const pages = measured.map((page, index) =>
    index === begin ? { ...page, lines: page.lines.flatMap(dividedHead) } : page,
  );
  const first = pages[begin] as MeasuredPage;
  const redRules = first.rules.filter(
    (rule) => rule.direction === 'horizontal' && rule.length > longRule && isRed(rule.colour),
  );
  const imprint = imprintOf(pages);
  const lines: PlacedLine[] = [];
  const state: State = { zone: 'head', redRules, left: leftEdge(pages) };
  for (const page of pages) {
    const placed = rolesOf(page, page === first, imprint?.page === page ? imprint : undefined, state);
    lines.push(...page.lines.map((line, index) => ({ ...line, page, role: placed[index] as LineRole })));
  }
  const text = lines.filter(
    (line) => isBodySize(line) && ['body', 'addressee', 'annex-list', 'annex'].includes(line.role),
  );
  const left = text.length > 0 ? Math.min(...text.map(({ x }) => x)) : clauses.leftMargin.value;
  const edge = left + clauses.areaWidth.value;
  const full = text.filter((line) => line.right - left > 140);
  return {
    pages,
    lines,
    format: formatOf(lines, redRules),
    redRules,
    imprint,
    left,
    right: full.length > 0 ? Math.max(...full.map((line) => rightEdge(line, edge, byOffice))) : edge,
    pitch: pitchOf(text),
    character: characterOf(text),
  };
}

function rightEdge({ chars, right }: TextLine, edge: number, byOffice: boolean): number {
  const hangs = byOffice && right > edge + 2 && /[，。、；：,.]/.test(chars.at(-1)?.text ?? '');
  const last = chars.at(hangs ? -2 : -1);
  return last === undefined ? right : last.x + last.width;
}

/** The leftmost line of 三号 on the upright pages. */
function leftEdge(pages: readonly MeasuredPage[]): number {
  const lines = pages.filter(({ width, height }) => width < height).flatMap((page) => page.lines);
  const xs = lines.filter((line) => line.turned === 0 && isBodySize(line)).map(({ x }) => x);
  return xs.length > 0 ? Math.min(...xs) : clauses.leftMargin.value;
}

function formatOf(lines: readonly PlacedLine[], redRules: readonly DrawnRule[]): MeasuredFormat {
  const mark = lines.filter(({ role }) => role === 'mark');
  const text = mark.map((line) => line.text.replace(/\s/g, '')).join('');
  if (/(命令|令)$/.test(text)) return 'order';
  if (/纪要$/.test(text)) return 'minutes';
  const top = mark[0]?.top ?? Number.POSITIVE_INFINITY;
  return top < 50 || redRules.some(({ y }) => y > 200) ? 'letter' : 'document';
}
