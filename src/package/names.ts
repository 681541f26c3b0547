/** Names of files and folders: Chinese, in the office's order, valid on Windows, macOS and Linux. */

/** Longest name of one folder or file, in characters; 255 bytes of UTF-8 hold 85 Chinese ones. */
const longest = 80;

/** Fills a pack's path pattern, e.g. `03审批表/{number}{district}/{kind}{form}`. A name that the pattern lacks is a bug. */
export function pathOf(pattern: string, names: Readonly<Record<string, string>>): string {
  return pattern
    .split('/')
    .map((part) =>
      safeName(
        part.replace(/\{(\w+)\}/g, (_, name: string) => {
          const value = names[name];
          if (value === undefined) throw new Error(`path ${pattern} needs the name "${name}"`);
          return value;
        }),
      ),
    )
    .join('/');
}

/** Replaces what a file system refuses; full-width forms keep the name readable. */
export function safeName(name: string): string {
  const wide: Readonly<Record<string, string>> = {
    '/': '／',
    '\\': '＼',
    ':': '：',
    '*': '＊',
    '?': '？',
    '"': '”',
    '<': '＜',
    '>': '＞',
    '|': '｜',
  };
  const safe = name
    .replace(/[/\\:*?"<>|]/g, (character) => wide[character] ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .replace(/[. ]+$/, '');
  return [...safe].slice(0, longest).join('') || '未命名';
}
