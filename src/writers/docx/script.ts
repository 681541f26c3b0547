/** Which script a character belongs to, as far as the programs of offices space by it. */

/** Whether a character is Chinese. */
export function isHan(codePoint: number): boolean {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return true;
  return codePoint >= 0x2e80 && /^\p{Script=Han}$/u.test(String.fromCodePoint(codePoint));
}

const lastLatin = 0x7a;

/** Whether a character is a figure or letter. */
export function isLatin(codePoint: number): boolean {
  if (codePoint > lastLatin) return false;
  return codePoint >= 0x61 || (codePoint >= 0x41 && codePoint <= 0x5a) || (codePoint >= 0x30 && codePoint <= 0x39);
}

/** Whether Chinese and a figure or letter meet here. */
export function isMixed(before: number, after: number): boolean {
  // Most characters of a text are neither.
  if (before > lastLatin && after > lastLatin) return false;
  const latin = isLatin(after);
  return latin !== isLatin(before) && isHan(latin ? before : after);
}
