/** Which line of a page is what: told by colour, size, place and wording. */
import { inside, tableAreas } from './areas.ts';
import { isRed, lineOf } from './metrics.ts';
import type { DrawnRule, Imprint, LineRole, MeasuredPage, TextLine } from './types.ts';

const numberPattern = /[〔[（(【［]\s*\d{4}\s*[〕\])）】］].*号|^第\s*\d+\s*号$/;
const datePattern = /^[\d〇○零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;
const folioPattern = /^[—–―─－-]?\s*\d{1,4}\s*[—–―─－-]?$/;
const labelPattern = /^附\s*件\s*[\d一二三四五六七八九十]*$/;
/** What stands so far (mm) from each other on one line are two things. */
const apart = 10;
const copyNumberPattern = /^\d{6}$/;
const secrecyPattern = /^(绝密|机密|秘密)/;
const urgencyPattern = /^(特急|加急|特提|平急)$/;

/** In a letter 份号, 密级 or 紧急程度 stands on the line of the number, apart from it: two lines of one baseline. */
export function dividedHead(line: TextLine): readonly TextLine[] {
  if (line.turned !== 0 || !numberPattern.test(line.text)) return [line];
  const visible = line.chars.filter(({ text }) => text.trim() !== '');
  const at = visible.findIndex((char, index) => {
    const before = visible[index - 1];
    return before !== undefined && char.x - before.x - before.width > apart;
  });
  if (at < 0) return [line];
  const left = lineOf(visible.slice(0, at), line.baseline, 0);
  const isHeadWord =
    copyNumberPattern.test(left.text) || secrecyPattern.test(left.text) || urgencyPattern.test(left.text);
  return isHeadWord ? [left, lineOf(visible.slice(at), line.baseline, 0)] : [line];
}

/** What has been met on the way down the document. */
export interface State {
  zone: 'head' | 'title' | 'addressee' | 'body' | 'annex-list' | 'closing' | 'annex-head' | 'annex';
  readonly redRules: readonly DrawnRule[];
  /** Where lines without indent begin. */
  readonly left: number;
}

/** The role of each line of a page; `state` goes on from page to page. */
export function rolesOf(
  page: MeasuredPage,
  first: boolean,
  imprint: Imprint | undefined,
  state: State,
): readonly LineRole[] {
  const tables = tableAreas(page);
  const upright = page.lines.filter((line) => line.turned === 0 && !isFolio(line, page));
  if (upright[0] !== undefined && !first && labelPattern.test(upright[0].text)) state.zone = 'annex-head';
  const { lines } = page;
  const { left } = state;
  return lines.map((line, index): LineRole => {
    if (isFolio(line, page)) return 'folio';
    if (imprint !== undefined && line.baseline > (imprint.rules[0]?.y ?? 0)) return imprintRole(line);
    if (tables.some((area) => inside(line, area))) return 'table';
    const before = previous(lines, index, page);
    if (first && state.zone === 'head' && isHead(line, state.redRules)) return headRole(line);
    if (state.zone === 'head') state.zone = 'title';
    if (state.zone === 'title') {
      if (line.size >= 19) return 'title';
      state.zone = startsAddressee(lines, index, left) ? 'addressee' : 'body';
    }
    if (state.zone === 'addressee') {
      if (/[:：]$/.test(line.text)) state.zone = 'body';
      return 'addressee';
    }
    return textRole(line, before, lines, index, left, state);
  });
}

function textRole(
  line: TextLine,
  before: TextLine | undefined,
  lines: readonly TextLine[],
  index: number,
  left: number,
  state: State,
): LineRole {
  const plain = line.text.replace(/\s/g, '');
  if (state.zone === 'annex-head') {
    if (labelPattern.test(line.text)) return 'annex-label';
    if (line.size >= 19) return 'annex-title';
    state.zone = 'annex';
  }
  if (state.zone === 'annex')
    return line.size >= 19 && before !== undefined && before.size >= 19 ? 'annex-title' : 'annex';
  if (/^抄送[:：]|^主送[:：]/.test(plain)) return 'copy-to';
  if (/^(出席|请假|列席)(人员?)?[:：]/.test(plain)) return 'attendance';
  if (datePattern.test(plain) && line.x > left + 20) {
    state.zone = 'closing';
    return 'date';
  }
  if (state.zone === 'closing') return /^[（(]/.test(plain) ? 'note' : line.x > left + 20 ? 'signature' : 'note';
  if (isSignature(lines, index, left)) return 'signature';
  if (/^附件[:：]/.test(plain)) {
    state.zone = 'annex-list';
    return 'annex-list';
  }
  if (state.zone === 'annex-list') return 'annex-list';
  return 'body';
}

/** A short line at the right, right above the date or above another signature. */
function isSignature(lines: readonly TextLine[], index: number, left: number): boolean {
  const line = lines[index] as TextLine;
  if (line.x < left + 20 || /^\d+[.．]/.test(line.text)) return false;
  const next = lines[index + 1];
  if (next === undefined) return false;
  const step = next.baseline - line.baseline;
  if (datePattern.test(next.text.replace(/\s/g, '')) && next.x > left + 20) return step < 45;
  // The names of a joint issue follow each other without a blank line.
  return step < 14 && isSignature(lines, index + 1, left);
}

/** The number of a page stands alone at its foot, or turned at the side of a page in landscape. */
function isFolio(line: TextLine, page: MeasuredPage): boolean {
  if (!folioPattern.test(line.text)) return false;
  if (line.turned !== 0) return true;
  // A bare number may be a cell of a table.
  return line.baseline > page.height - (/^\d+$/.test(line.text) ? 33 : 60);
}

/** What stands above the red rule, or in red; with two rules (信函), what is not yet the title. */
function isHead(line: TextLine, redRules: readonly DrawnRule[]): boolean {
  if (isRed(line.colour) && line.size >= 18) return true;
  if (numberPattern.test(line.text) && line.size < 19) return true;
  if (copyNumberPattern.test(line.text) || secrecyPattern.test(line.text) || urgencyPattern.test(line.text))
    return true;
  const rule = redRules[0];
  return rule !== undefined && redRules.every(({ y }) => y < 200) && line.baseline < rule.y;
}

function headRole(line: TextLine): LineRole {
  if (isRed(line.colour) && line.size >= 18) return 'mark';
  if (numberPattern.test(line.text)) return 'number';
  if (copyNumberPattern.test(line.text)) return 'copy-number';
  if (secrecyPattern.test(line.text)) return 'secrecy';
  if (urgencyPattern.test(line.text)) return 'urgency';
  return /签发人/.test(line.text) || line.x > 100 ? 'signers' : 'number';
}

/** Flush lines, the last of which ends with a colon. */
function startsAddressee(lines: readonly TextLine[], index: number, left: number): boolean {
  for (const line of lines.slice(index, index + 8)) {
    if (line.x > left + 3) return false;
    if (/[:：]$/.test(line.text)) return true;
  }
  return false;
}

function imprintRole(line: TextLine): LineRole {
  return /印发$/.test(line.text) ? 'printed' : 'copy-to';
}

function previous(lines: readonly TextLine[], index: number, page: MeasuredPage): TextLine | undefined {
  const before = lines[index - 1];
  return before !== undefined && isFolio(before, page) ? undefined : before;
}
