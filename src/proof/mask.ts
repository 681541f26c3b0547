/** What is no Chinese prose in a text: addresses, code, markup. */

const foreign = [
  /[a-z][a-z\d+.-]*:\/\/[^\s，。；）》”]+/gi,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /\bwww\.[\w./-]+/gi,
  /`[^`\n]+`/g,
  // Markup: <input type="checkbox">, and the target of a Markdown link.
  /<\/?[a-z][^<>\n]*>/gi,
  /(?<=\])\([^()\s]+\)/g,
  /[\w-]+\.(?:docx?|xlsx?|pdf|txt|md|html?|csv)\b/gi,
];

/** The last text asked for: all rules read one paragraph after the other. */
let last = { text: '', seen: '' };

/** The text with foreign matter as `x`: the same length, and no mark in it. */
export function masked(text: string): string {
  if (last.text !== text) {
    const seen = foreign.reduce((kept, pattern) => kept.replace(pattern, (match) => 'x'.repeat(match.length)), text);
    last = { text, seen };
  }
  return last.seen;
}
