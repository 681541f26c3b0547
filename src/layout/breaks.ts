/**
 * Where a Chinese line may break: which marks may not begin or end a line (GB/T 15834-2011 5.1), and what stays in one
 * piece where there is room for it.
 */

/**
 * Closing marks and those that belong to what stands before them. Dashes and ellipses are among them: the standard
 * lets them begin a line, Word does not, and both formats must break alike.
 */
export const notAtStart = '。，、；：？！）》〉”’」』】〗〞〕］｝﹞·•・‧％‰℃°—…～〜－‐–-~／/,.;:?!)]}%';
/** Opening marks and those that belong to what follows; 分隔号 neither begins nor ends a line. */
export const notAtEnd = '（《〈“‘「『【〖〝〔［｛﹝([{￥¥$№／/';

// Variation selectors are combining marks too.
const combining = /^\p{M}$/u;
/** Digits, Latin letters and the marks inside numbers, codes and addresses. */
const inWord = /^[!-~\u00a1-\u024f\u0370-\u04ff±×‰℃°]$/u;

/** How a character breaks, as bits. */
const notFirst = 1;
const notLast = 2;
const word = 4;
const space = 8;
/** Nothing breaks before or after it, or, of a joined mark, before it. */
const glue = 16;
const joined = 32;
/** A group can begin with it, right behind it, or right before it: names behind 、 and ： and round a wide space. */
const opensGroup = 64;
const precedesGroup = 128;
const insideGroup = 256;

const plane = 0x10000;
const unknown = 0xffff;
const classes = new Uint16Array(plane).fill(unknown);

/** A character in a line that may break before it. */
export interface Breakable {
  readonly character: string;
  /** Its `breakKind`. */
  readonly kind: number;
}

/** How a character breaks, in bits that mean something here alone. */
export function breakKind(character: string): number {
  const codePoint = character.codePointAt(0);
  if (codePoint === undefined) return 0;
  const known = codePoint < plane ? (classes[codePoint] as number) : unknown;
  if (known !== unknown) return known;
  const found =
    (notAtStart.includes(character) ? notFirst : 0) |
    (notAtEnd.includes(character) ? notLast : 0) |
    (inWord.test(character) ? word : 0) |
    (character === ' ' || character === '\u3000' ? space : 0) |
    (character === '\u00a0' || character === '\u200d' ? glue : 0) |
    (combining.test(character) ? joined : 0) |
    ('〔第附表图一二三四五六七八九〇零0123456789'.includes(character) ? opensGroup : 0) |
    ('、：'.includes(character) ? precedesGroup : 0) |
    (character === '\u3000' ? insideGroup : 0);
  if (codePoint < plane) classes[codePoint] = found;
  return found;
}

/** Whether a line may end between two characters of these kinds. */
export function mayBreakBetween(before: number, after: number): boolean {
  if (((before | after) & glue) !== 0 || (after & (joined | space | notFirst)) !== 0 || (before & notLast) !== 0) {
    return false;
  }
  return (before & space) !== 0 || (before & after & word) === 0;
}

/** Whether a line may end before the character at an index; never before the first. */
export function mayBreakBefore(line: readonly Breakable[], index: number): boolean {
  const before = line[index - 1];
  const after = line[index];
  return before !== undefined && after !== undefined && mayBreakBetween(before.kind, after.kind);
}

const number = '[0-9](?:[0-9.,]*[0-9])?[%‰]?';
const units =
  '平方公里|平方米|立方米|公里|千米|厘米|毫米|千克|公斤|小时|分钟|个工作日|个月|人次|人份|年度|年级|周年|周岁|\\p{Script=Han}';
/**
 * What reads badly in two pieces: the number of a document, a number with its unit and what it counts, ordinals, a time
 * of day, years and articles in Chinese numerals, and names of two characters in a list.
 */
const groups = new RegExp(
  [
    '〔[0-9]{4}〕(?:第)?[0-9]+号?',
    '[0-9]{1,2}：[0-9]{2}',
    `(?:第|附[件表图录]|[表图])?(?:${number}(?:[万亿]?元|[年月日时])?[—～~–])?${number}(?:[十百千万亿]{0,2}[多余]?(?:${units}))?`,
    '[一二三四五六七八九〇零]{4}年',
    '第[一二三四五六七八九十百〇零]+[条章节款项届次批期]',
    '(?<=[、：])\\p{Script=Han}[ \u3000]?\\p{Script=Han}(?=[、，；。（）]|$)',
    '(?<!\\p{Script=Han})\\p{Script=Han}\u3000\\p{Script=Han}(?!\\p{Script=Han})',
  ].join('|'),
  'uy',
);

/** Indexes of the characters before which a break would tear what is better kept whole. */
export function insideGroups(line: readonly Breakable[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let text: string | undefined;
  let kind = 0;
  let next = line[0]?.kind ?? 0;
  for (let at = 0; at < line.length; ) {
    const before = kind;
    kind = next;
    next = line[at + 1]?.kind ?? 0;
    at += 1;
    if (((before & precedesGroup) | (kind & opensGroup) | (next & insideGroup)) === 0) continue;
    // One sign for each character, so that offsets are indexes.
    text ??= line.map(({ character }) => (character.length === 1 ? character : '\u3013')).join('');
    groups.lastIndex = at - 1;
    if (!groups.test(text)) continue;
    for (; at < groups.lastIndex; at++) inside.add(at);
    kind = line[at - 1]?.kind ?? 0;
    next = line[at]?.kind ?? 0;
  }
  return inside;
}
