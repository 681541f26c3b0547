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

const unknown = 0xffff;
/** By UTF-16 unit; of the units of pairs, which say nothing alone, none is ever known. */
const kinds = new Uint16Array(0x10000).fill(unknown);

/** How the character at an index of a text breaks, in bits that mean something here alone; 0 outside the text. */
function kindAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const known = kinds[unit];
  if (known === undefined) return 0;
  if (known !== unknown) return known;
  // Between the units of a pair nothing breaks.
  if (unit >= 0xdc00 && unit <= 0xdfff) return joined;
  const character = String.fromCodePoint(text.codePointAt(index) as number);
  const kind = kindOf(character);
  if (character.length === 1 && !(unit >= 0xd800 && unit <= 0xdbff)) kinds[unit] = kind;
  return kind;
}

function kindOf(character: string): number {
  return (
    (notAtStart.includes(character) ? notFirst : 0) |
    (notAtEnd.includes(character) ? notLast : 0) |
    (inWord.test(character) ? word : 0) |
    (character === ' ' || character === '\u3000' ? space : 0) |
    (character === '\u00a0' || character === '\u200d' ? glue : 0) |
    (combining.test(character) ? joined : 0)
  );
}

/** Whether a line may end between two characters of these kinds. */
function mayBreakBetween(before: number, after: number): boolean {
  if (((before | after) & glue) !== 0 || (after & (joined | space | notFirst)) !== 0 || (before & notLast) !== 0) {
    return false;
  }
  return (before & space) !== 0 || (before & after & word) === 0;
}

/** Whether a line may end before the character at an index; never before the first. */
export function mayBreakBefore(text: string, index: number): boolean {
  return index > 0 && index < text.length && mayBreakBetween(kindAt(text, index - 1), kindAt(text, index));
}

/** Whether a line may end between two texts. */
export function mayPart(before: string, after: string): boolean {
  return mayBreakBetween(kindAt(before, before.length - 1), kindAt(after, 0));
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

/** Where a group can begin: with what it opens by, behind what stands before names, and before a wide space. */
const openings = /[〔第附表图一二三四五六七八九〇零0-9]|(?<=[、：])[\s\S]|[\s\S](?=\u3000)/g;

/** What of a text is better kept whole: the indexes where it begins and ends, of one stretch after the other. */
export type Groups = readonly number[];

export function groupsIn(text: string): Groups {
  const found: number[] = [];
  openings.lastIndex = 0;
  while (openings.test(text)) {
    const start = openings.lastIndex - 1;
    groups.lastIndex = start;
    if (!groups.test(text)) continue;
    found.push(start, groups.lastIndex);
    openings.lastIndex = groups.lastIndex;
  }
  return found;
}

/** Whether a break before an index would tear what is better kept whole. */
export function isInside(found: Groups, index: number): boolean {
  for (let at = 0; at < found.length && (found[at] as number) < index; at += 2)
    if (index < (found[at + 1] as number)) return true;
  return false;
}
