/** Reads an HTML file back for tests: what a reader sees, and where its links go. */
import { Parser } from 'htmlparser2';

export interface ReadHtml {
  /** A line per paragraph, line break and table row; cells of a row are divided by " | ". */
  readonly lines: readonly string[];
  /** Targets of links, decoded. */
  readonly links: readonly string[];
}

export function readHtml(bytes: Uint8Array): ReadHtml {
  const lines = [''];
  const links: string[] = [];
  let inBody = false;
  let inRow = false;
  const add = (text: string) => {
    lines[lines.length - 1] += text;
  };
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name === 'body') inBody = true;
      if (name === 'tr' || (!inRow && /^(p|h\d|br)$/.test(name))) lines.push('');
      if (name === 'tr') inRow = true;
      if (name === 'a' && href !== undefined) links.push(decodeURI(href));
    },
    ontext(text) {
      // Between blocks there are line ends only.
      if (inBody && text !== '\n') add(text.replaceAll('\n', ''));
    },
    onclosetag(name) {
      if (name === 'td' || name === 'th') add(' | ');
      if (name === 'tr') inRow = false;
    },
  });
  parser.end(new TextDecoder().decode(bytes));
  return { lines: lines.map((line) => line.replace(/ \| $/, '')).filter((line) => line !== ''), links };
}

/** Everything it says, without white space and the divisions between cells. */
export function htmlText(bytes: Uint8Array): string {
  return readHtml(bytes).lines.join('').replaceAll(' | ', '').replace(/\s/g, '');
}
