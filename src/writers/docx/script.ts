/** Which script a character belongs to, as far as the programs of offices space by it. */

/** Whether a character is Chinese. */
export function isHan(codePoint: number): boolean {
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return true;
  return codePoint >= 0x2e80 && /^\p{Script=Han}$/u.test(String.fromCodePoint(codePoint));
}

/** Whether a character is a figure or letter. */
export function isLatin(codePoint: number): boolean {
  return (
    (codePoint >= 0x30 && codePoint <= 0x39) ||
    (codePoint >= 0x41 && codePoint <= 0x5a) ||
    (codePoint >= 0x61 && codePoint <= 0x7a)
  );
}

/** Whether Chinese and a figure or letter meet here. */
export function isMixed(before: number, after: number): boolean {
  return (isLatin(after) && isHan(before)) || (isLatin(before) && isHan(after));
}

/** How many characters a text has, of whatever length in code units. */
export function characterCount(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (!isTail(text.charCodeAt(at))) count++;
  return count;
}

/** The second half of a surrogate pair. */
function isTail(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
