/** Names of worksheets as Excel allows them. */

const longest = 31;

/** Excel's forbidden characters in full width, at most 31 characters, none twice (case does not count). */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain =
      name
        .replace(/[[\]/\\:*?]/g, fullWidth)
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet';
    let unique = cut(plain, longest);
    for (let count = 2; taken.has(unique.toLowerCase()); count++) {
      const suffix = `(${count})`;
      unique = cut(plain, longest - suffix.length) + suffix;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function fullWidth(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + 0xfee0);
}

/** Excel counts UTF-16 units; a character of two is never cut apart. */
function cut(name: string, length: number): string {
  let kept = '';
  for (const character of name) {
    if (kept.length + character.length > length) break;
    kept += character;
  }
  return kept;
}
