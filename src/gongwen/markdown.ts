/** Markdown → lines and tables. Numbers of lists are text; marks that only change the look go. */
import { lexer, type Token, type Tokens } from 'marked';
import { type Message, message } from '../message.ts';
import { plainSource } from './plain.ts';
import { type Source, type SourceLine, tableLine, textLine } from './source.ts';

interface Reading {
  readonly lines: SourceLine[];
  readonly messages: Message[];
  readonly file: string;
  /** Line at which the token begins. */
  line: number;
  before: SourceLine['before'];
  /** Marks taken away. */
  marks: number;
}

export function markdownSource(file: string, text: string): Source {
  const reading: Reading = { lines: [], messages: [], file, line: 1, before: 'line', marks: 0 };
  // Indented text would be a block of code: in an official text white space is only indentation.
  const unindented = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/^[ \t\u3000\u00a0]+(?=\S)/gm, '');
  for (const token of lexer(unindented, { gfm: true })) {
    readToken(token, reading);
    reading.line += token.raw.split('\n').length - 1;
  }
  const { lines, messages, marks } = reading;
  if (marks > 0) messages.push(message('gongwen.markup-removed', { place: { file }, count: marks }));
  return { file, lines, messages };
}

function readToken(token: Token, reading: Reading): void {
  switch (token.type) {
    case 'space':
      reading.before = 'gap';
      return;
    case 'hr':
      reading.marks += 1;
      reading.before = 'gap';
      return;
    case 'heading':
      reading.marks += 1;
      add(
        reading,
        textLine(plainText(token.tokens ?? [], reading), reading.line, { heading: Math.min(token.depth, 5) }),
      );
      return;
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      const cells = [header, ...rows].map((row) => row.map((cell) => plainText(cell.tokens, reading)));
      const last = reading.line + token.raw.trimEnd().split('\n').length - 1;
      add(reading, tableLine(cells, reading.line, last));
      return;
    }
    case 'paragraph':
      addLines(reading, plainText(token.tokens ?? [], reading), reading.line);
      return;
    case 'list':
      readList(token as Tokens.List, reading);
      return;
    default:
      addLines(reading, token.raw, reading.line);
  }
}

/** Items of a list with the numbers as they were written; a bullet is no text. */
function readList(list: Tokens.List, reading: Reading): void {
  let line = reading.line;
  for (const item of list.items) {
    const mark = /^(?:\d+[.)]|[-*+])\s*/.exec(item.raw)?.[0] ?? '';
    const inner = markdownSource(reading.file, item.raw.slice(mark.length));
    reading.messages.push(...inner.messages.filter(({ code }) => code !== 'gongwen.markup-removed'));
    reading.marks += list.ordered ? 0 : 1;
    const lines = inner.lines.map((one) => ({ ...one, line: one.line + line - 1, lastLine: one.lastLine + line - 1 }));
    const [first, ...rest] = lines;
    if (first !== undefined) {
      const text = list.ordered ? `${mark.trim()}${/^\d/.test(first.text) ? ' ' : ''}${first.text}` : first.text;
      add(reading, { ...first, text });
      for (const one of rest) add(reading, one);
    }
    line += item.raw.split('\n').length - 1;
  }
}

/** Lines of a paragraph; what tables and boxes plain text has is found as in plain text. */
function addLines(reading: Reading, text: string, first: number): void {
  const inner = plainSource(reading.file, text);
  reading.messages.push(
    ...inner.messages.map((one) => ({
      ...one,
      place: { file: reading.file, line: first + (one.place?.line ?? 1) - 1 },
    })),
  );
  for (const one of inner.lines)
    add(reading, { ...one, line: one.line + first - 1, lastLine: one.lastLine + first - 1 });
}

function add(reading: Reading, line: SourceLine): void {
  if (line.text === '' && line.rows.length === 0) return;
  reading.lines.push(line.before === 'line' ? { ...line, before: reading.before } : line);
  reading.before = 'line';
}

const references: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&nbsp;': ' ',
};

/** The text of inline tokens without their marks. */
function plainText(tokens: readonly Token[], reading: Reading): string {
  return tokens
    .map((token): string => {
      switch (token.type) {
        case 'strong':
        case 'em':
        case 'del':
        case 'link':
          // An address that stands for itself has no marks.
          if (token.raw !== token.text) reading.marks += 1;
          return plainText(token.tokens ?? [], reading);
        case 'codespan':
          reading.marks += 1;
          return token.text;
        case 'br':
          return '\n';
        case 'escape':
          reading.marks += 1;
          return token.text;
        case 'image':
          reading.marks += 1;
          return token.text;
        case 'html':
          if (/^<br\s*\/?>$/i.test(token.raw)) return '\n';
          return token.raw;
        default:
          return 'tokens' in token && token.tokens ? plainText(token.tokens, reading) : token.raw;
      }
    })
    .join('')
    .replace(/&(?:amp|lt|gt|quot|nbsp|#39);/g, (reference) => references[reference] ?? reference);
}
