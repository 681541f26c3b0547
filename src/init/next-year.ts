/** From one year's settings to the next: the text of case.yaml moved on, with every comment kept, and what is left to decide. */
import { isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar } from 'yaml';
import { readYaml } from '../case/read-yaml.ts';
import { caseSchema } from '../case/schema.ts';
import type { District } from '../case/types.ts';
import type { Result } from '../message.ts';

/** One thing that a person must still decide or confirm. */
export interface Decision {
  readonly file: string;
  /** The way to it, e.g. notice.number. */
  readonly key: string;
  /** Line in the new file, from 1. */
  readonly line: number;
  readonly old: string;
  /** '' where nothing is proposed. */
  readonly new: string;
  /** Chinese. */
  readonly why: string;
}

/** A piece of the source to replace. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Change {
  readonly path: readonly string[];
  readonly old: string;
  readonly new: string;
  /** Why a person must look at it; undefined where nobody need. */
  readonly why?: string | undefined;
  readonly edit?: Edit | undefined;
  /** Where in the source the mark for confirmation goes: the end of this offset's line. */
  readonly at: number;
}

/** The mark that `check` looks for; `src/case/unconfirmed.ts` reads it. */
const mark = '待确认：';

/**
 * Year, dates and numbers moved on by one year. What is only a guess gets a comment 待确认, which `check` reports until
 * somebody takes it away. `pathOf` gives the path under which the new case finds a font, the register, and the old case.
 */
export function nextYear(
  source: string,
  pathOf: (path: string) => string,
): Result<{ text: string; decisions: readonly Decision[] }> {
  const document = parseDocument(source);
  const year = Number(document.get('year'));
  const changes = changesIn(document.contents, [], { source, year, pathOf });
  const edits = [...changes.flatMap(({ edit }) => edit ?? []), ...marksOf(source, changes)];
  const text = edits
    .toSorted((one, other) => other.start - one.start || other.end - one.end)
    .reduce((result, { start, end, text }) => result.slice(0, start) + text + result.slice(end), source);
  const input = { path: 'case.yaml', bytes: new TextEncoder().encode(text) };
  const read = readYaml(input, caseSchema);
  if (!read.ok) return read;
  const decisions = changes.flatMap(({ path, old, new: next, why }): Decision[] => {
    if (why === undefined) return [];
    const { line = 1 } = read.value.placeOf(path);
    return [{ file: input.path, key: path.join('.'), line, old, new: next, why }];
  });
  return { ok: true, value: { text, decisions }, messages: [] };
}

/** The table of member units with last year's counts, each to be confirmed. */
export function nextMembers(districts: readonly Pick<District, 'name' | 'members'>[]): {
  text: string;
  decisions: readonly Decision[];
} {
  const quoted = (name: string) => (/[",\n]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
  const rows = districts.map(({ name, members }) => `${quoted(name)},${members ?? '-'},待确认`);
  const decisions = districts.map(({ name, members }, index) => {
    const count = String(members ?? '-');
    return { file: 'members.csv', key: name, line: index + 2, old: count, new: count, why: '沿用上一年的会员单位数' };
  });
  // Excel takes a CSV file for UTF-8 only with the mark at its head.
  return { text: `\ufeff${['区,会员单位,备注', ...rows].join('\n')}\n`, decisions };
}

interface Setting {
  readonly source: string;
  /** The old case's. */
  readonly year: number;
  readonly pathOf: (path: string) => string;
}

function changesIn(node: unknown, path: readonly string[], setting: Setting): readonly Change[] {
  if (isMap(node)) return node.items.flatMap((pair) => changesOfPair(pair, path, setting));
  if (isSeq(node)) return node.items.flatMap((item, index) => changesIn(item, [...path, String(index)], setting));
  return isScalar(node) ? changesOfScalar(node, path, setting) : [];
}

function changesOfPair({ key, value }: Pair, path: readonly string[], setting: Setting): readonly Change[] {
  const name = isScalar(key) ? String(key.value) : '';
  const own = [...path, name];
  const at = isScalar(key) ? (key.range?.[1] ?? 0) : 0;
  const { source } = setting;
  const count = isSeq(value) ? value.items.length : 0;
  if (path[0] === 'districts' && name === 'overrides' && count > 0) {
    const kept = `${count}项`;
    return [{ path: own, old: kept, new: kept, why: '上一年另行确定的名额，请确认是否沿用', at }];
  }
  const left = leftBehind[path[0] ?? ''];
  if (left && isSeq(value) && count > 0) {
    const [start, stop] = value.range ?? [0, 0];
    // The range of a list in lines ends behind its last line break.
    const end = start + source.slice(start, stop).trimEnd().length;
    const edit = { start: at, end, text: ': []' };
    return [{ path: own, old: `${count}${left.measure}`, new: '', why: left.why, edit, at: end }];
  }
  return changesIn(value, own, setting);
}

/** Lists that are of one year alone, by the group they stand in. */
const leftBehind: Readonly<Record<string, { readonly measure: string; readonly why: string }>> = {
  publicity: { measure: '天', why: '上一年的放假调休安排不再适用，请按当年安排填写' },
  payout: { measure: '项', why: '上一年对个别奖金的处理不再适用，当年有的请重新写明' },
};

function changesOfScalar(node: Scalar, path: readonly string[], { source, year, pathOf }: Setting): readonly Change[] {
  const [start, end] = node.range ?? [0, 0];
  const old = String(node.value ?? '');
  const written = source.slice(start, end);
  const [group, last] = [path[0], path.at(-1)];
  const change = (next: string, why?: string, text = written.replace(old, () => next)): readonly Change[] => [
    { path, old, new: next, why, at: end, ...(text !== written && { edit: { start, end, text } }) },
  ];
  if (path.length === 1 && last === 'year') return change(String(year + 1));
  if (group === 'previous') {
    const folder = pathOf('.');
    return change(folder, undefined, written === '' ? ` ${folder}` : folder);
  }
  if (group === 'districts' || group === 'industries' || old === '') return [];
  const isSeal = path[1] === 'seal' && last === 'image';
  if (group === 'fonts' || group === 'register' || isSeal) return change(pathOf(old));
  if (group === 'quota' && path[1] === 'stated') {
    return change(old, '沿用上一年通知写明的数字，会员单位数确定后按算出的名额改');
  }
  const number = /^(.+〔)(\d{4})〕(?:\d+|　)号$/.exec(old);
  if (number) {
    const blank = `${number[1]}${Number(number[2]) + 1}〕　号`;
    return group === 'notice'
      ? change(blank, '新的顺序号还没有编，编号前先留空格')
      : change('', '新的发文字号还没有编，编号前先留空', '""');
  }
  if (/^\d{4}-\d\d-\d\d$/.test(old)) {
    const next = yearLater(old);
    return change(next, `由${old}顺延一年${weekend(next)}`);
  }
  const moved = old.replace(new RegExp(`(?<!\\d)${year}(?=年|〕)`, 'g'), String(year + 1));
  return moved === old ? [] : change(moved);
}

/** The same day of the next year; of 29 February the 28th. */
function yearLater(date: string): string {
  const next = `${Number(date.slice(0, 4)) + 1}${date.slice(4)}`;
  return date.endsWith('-02-29') ? `${next.slice(0, 8)}28` : next;
}

function weekend(date: string): string {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 || day === 6 ? `，这一天是星期${day === 0 ? '日' : '六'}` : '';
}

/** A comment at the end of each line that holds something to confirm, behind the comment that stands there. */
function marksOf(source: string, changes: readonly Change[]): readonly Edit[] {
  const whys = new Map<number, string[]>();
  for (const { why, at } of changes) {
    if (why === undefined) continue;
    const found = source.indexOf('\n', at);
    const line = found < 0 ? source.length : found;
    whys.set(line, [...(whys.get(line) ?? []), why]);
  }
  return [...whys].map(([lineEnd, reasons]) => {
    const lastValue = Math.max(...changes.filter(({ at }) => at <= lineEnd).map(({ at }) => at));
    const rest = source.slice(lastValue, lineEnd);
    const end = lastValue + rest.trimEnd().length;
    const comment = /\s#(.*)$/.exec(rest.trimEnd());
    // A mark of the year before is replaced.
    const before = comment?.[1]?.replace(/[；\s]*待确认.*$/, '') ?? '';
    const start = comment ? lastValue + comment.index : end;
    const said = before.trim() === '' ? '' : `${before.trim()}；`;
    return { start, end, text: ` # ${said}${mark}${reasons.join('；')}` };
  });
}
