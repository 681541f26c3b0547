/** An identifier as messages may show it: the first 3 and the last 4 characters; short ones only the last 2. */
export function mask(identifier: string): string {
  const [head, tail] = identifier.length > 10 ? [3, 4] : [0, 2];
  const hidden = Math.max(identifier.length - head - tail, 0);
  return identifier.slice(0, head) + '*'.repeat(hidden) + identifier.slice(head + hidden);
}

/** A cell's text as messages may show it: short, and with everything that looks like an identifier masked. */
export function excerpt(text: string): string {
  const short = text.length > 30 ? `${text.slice(0, 30)}…` : text;
  return short.replace(/\d{8,}[\dXx]?/g, mask);
}
