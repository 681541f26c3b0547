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

const starts = new Set(notAtStart);
const ends = new Set(notAtEnd);
// Variation selectors are combining marks too.
const combining = /^\p{M}$/u;
/** Digits, Latin letters and the marks inside numbers, codes and addresses. */
const inWord = /^[!-~\u00a1-\u024f\u0370-\u04ff±×‰℃°]$/u;
const space = /^[ \u3000]$/;

/** Whether a line may end before `characters[index]`. */
export function mayBreakBefore(characters: readonly string[], index: number): boolean {
  const before = characters[index - 1];
  const after = characters[index];
  if (before === undefined || after === undefined) return false;
  if (combining.test(after) || after === '\u200d' || before === '\u200d') return false;
  if (before === '\u00a0' || after === '\u00a0') return false;
  if (space.test(after) || starts.has(after) || ends.has(before)) return false;
  if (space.test(before)) return true;
  return !(inWord.test(before) && inWord.test(after));
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
  'gu',
);

/** Indexes of the characters before which a break would tear what is better kept whole. */
export function insideGroups(characters: readonly string[]): ReadonlySet<number> {
  // One sign for each character, so that offsets are indexes.
  const text = characters.map((character) => (character.length === 1 ? character : '\u3013')).join('');
  const inside = new Set<number>();
  for (const { 0: group, index } of text.matchAll(groups)) {
    for (let at = index + 1; at < index + group.length; at++) inside.add(at);
  }
  return inside;
}
