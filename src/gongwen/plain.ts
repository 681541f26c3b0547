/** Plain text → lines and tables: tables of tabs, of Markdown's bars, and those that a word processor took apart. */
import { type Message, message } from '../message.ts';
import { apartTable, mayHoldApartTable } from './apart-table.ts';
import { lineText, type Source, type SourceLine, tableLine, textLine } from './source.ts';

const bars = /^\s*\|.*\|\s*$/;
const barRule = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const bullet = /^(\s*)[-*+]\s+(?=\S)/;
const box = /<input\b[^>]*type\s*=\s*["']?checkbox["']?[^>]*>|\[[ xX]\](?=\s)/g;
/** Characters that steer printers and terminals; line ends, tabs and form feeds are none of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000e-\u001f\u007f]/g;
const lineEnd = /\r\n|[\n\r\v\u0085\u2028\u2029]/;

export function plainSource(file: string, text: string): Source {
  const messages: Message[] = [];
  const raw = cleaned(file, text, messages);
  const apart = mayHoldApartTable(raw);
  const lines: SourceLine[] = [];
  let before: SourceLine['before'] = 'line';
  for (let at = 0; at < raw.length; ) {
    const one = raw[at] as string;
    const table = tableAt(raw, at, apart);
    if (table !== undefined) {
      lines.push(tableLine(table.rows, at + 1, at + table.length, { before }));
      if (table.apart) {
        const facts = {
          line: at + 1,
          last: at + table.length,
          columns: table.rows[0]?.length ?? 0,
          rows: table.rows.length,
        };
        messages.push(message('gongwen.table-apart', { place: { file, line: at + 1 }, ...facts }));
      }
      at += table.length;
      before = 'line';
      continue;
    }
    const pages = one.split('\f');
    for (const [index, part] of pages.entries()) {
      if (index > 0) before = 'page';
      const line = textLine(withoutBullet(part, file, at + 1, messages), at + 1, { before });
      if (line.text !== '') {
        lines.push({ ...line, indented: /^\s/.test(part) });
        before = 'line';
      } else if (pages.length === 1 && before === 'line') before = 'gap';
    }
    at += 1;
  }
  return { file, lines, messages };
}

/** The lines of the file, with boxes to tick as characters and without what nobody can see. */
function cleaned(file: string, text: string, messages: Message[]): readonly string[] {
  const found = text.match(controls)?.length ?? 0;
  if (found > 0) messages.push(message('gongwen.control-characters', { place: { file }, count: found }));
  const raw = text
    .replace(/^\ufeff/, '')
    .replace(controls, '')
    .split(lineEnd);
  const boxes = raw.flatMap((line, index) => (line.match(box) ? [index + 1] : []));
  const [first] = boxes;
  if (first !== undefined) {
    messages.push(message('gongwen.boxes', { place: { file, line: first }, count: boxes.length }));
  }
  return raw.map((line) => line.replace(box, (tick) => (/x\]|checked/i.test(tick) ? '☑' : '□')));
}

function withoutBullet(text: string, file: string, line: number, messages: Message[]): string {
  const found = bullet.exec(text);
  if (found === null) return text;
  const place = { file, line };
  messages.push(message('gongwen.mark-removed', { place, mark: found[0].trim(), actual: lineText(text).slice(0, 20) }));
  return `${found[1]}${text.slice(found[0].length)}`;
}

interface FoundTable {
  readonly rows: readonly (readonly string[])[];
  /** Lines that it takes. */
  readonly length: number;
  readonly apart: boolean;
}

function tableAt(raw: readonly string[], at: number, mayBeApart: boolean): FoundTable | undefined {
  const apart = mayBeApart ? apartTable(raw, at) : undefined;
  if (apart !== undefined) return { ...apart, apart: true };
  return barTable(raw, at) ?? tabTable(raw, at);
}

/** Lines of Markdown's tables: a row, a rule of hyphens, more rows. */
function barTable(raw: readonly string[], at: number): FoundTable | undefined {
  if (!bars.test(raw[at] ?? '') || !barRule.test(raw[at + 1] ?? '')) return undefined;
  let end = at;
  while (bars.test(raw[end] ?? '')) end++;
  const rows = raw.slice(at, end).filter((_, index) => index !== 1);
  return { rows: rows.map(barCells), length: end - at, apart: false };
}

function barCells(row: string): readonly string[] {
  const inside = row.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inside.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}

/** Whether a tab stands behind a text. */
function isDivided(row: string): boolean {
  return row.trimStart().includes('\t');
}

/** Two or more lines on end that tabs divide. A tab that only indents divides nothing. */
function tabTable(raw: readonly string[], at: number): FoundTable | undefined {
  const first = raw[at] ?? '';
  if (!isDivided(first) && !first.startsWith('\t\t')) return undefined;
  let end = at;
  while (raw[end]?.includes('\t') && raw[end]?.trim() !== '') end++;
  const rows = raw.slice(at, end);
  if (rows.filter(isDivided).length < 2) return undefined;
  return { rows: rows.map((row) => row.split('\t')), length: rows.length, apart: false };
}
