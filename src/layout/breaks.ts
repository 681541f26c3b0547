/** Where a Chinese line may break (GB/T 15834-2011 5: which marks may not begin or end a line). */

/** Closing marks and those that belong to what stands before them. */
const notAtStart = new Set('。，、；：？！）》〉”’」』】〕］｝﹞·•・％‰℃°～~〜,.;:?!)]}%');
/** Opening marks and those that belong to what follows. */
const notAtEnd = new Set('（《〈“‘「『【〔［｛﹝([{￥¥$№');
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
  if (space.test(after) || notAtStart.has(after) || notAtEnd.has(before)) return false;
  if (space.test(before)) return true;
  if ((before === '—' || before === '…') && before === after) return false;
  // A single dash connects (2021—2025年) and stays with what it follows; a double one may begin a line.
  if (after === '—' && characters[index + 1] !== '—') return false;
  if (inWord.test(before) && inWord.test(after)) return false;
  return true;
}
