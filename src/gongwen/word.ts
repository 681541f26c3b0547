/** A Word file → its paragraphs and tables. `mammoth` reads it; numbers that Word draws by itself are written in before. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import mammoth from 'mammoth';
import { type Message, message, type Result } from '../message.ts';
import { lineText, mostBytes, type Source, type SourceLine, tableLine, textLine, tooLarge } from './source.ts';
import type { CellSpan } from './types.ts';
import { withNumbers } from './word-numbers.ts';

const document = 'word/document.xml';

const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='标题'] => h1.title:fresh",
  ...[1, 2, 3, 4].flatMap((level) =>
    ['Heading', 'heading', '标题'].map((name) => `p[style-name='${name} ${level}'] => h${level + 1}:fresh`),
  ),
  "br[type='page'] => hr",
];

export async function wordSource(file: string, bytes: Uint8Array): Promise<Result<Source>> {
  const place = { file };
  try {
    let size = 0;
    const isText = (name: string) => /\.(?:xml|rels)$/.test(name);
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (isText(name)) size += originalSize;
        return false;
      },
    });
    if (size > mostBytes) return { ok: false, messages: [tooLarge(file, size)] };
    const parts = unzipSync(bytes, { filter: ({ name }) => isText(name) });
    const xml = parts[document];
    if (xml === undefined) throw new Error('no document');
    const numbered = withNumbers(strFromU8(xml), textOf(parts, 'word/numbering.xml'), textOf(parts, 'word/styles.xml'));
    const withoutNotes = numbered.xml.replace(/<w:(?:footnote|endnote)Reference\b[^>]*\/>/g, '');
    const whole = zipSync({ ...parts, [document]: strToU8(withoutNotes) }, { level: 1 });
    const options = {
      styleMap,
      includeDefaultStyleMap: false,
      ignoreEmptyParagraphs: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    };
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(whole) }, options);
    const lines = titled(linesOf(value));
    const messages = [
      ...leftOut(parts, value).map((what) => message('gongwen.word-left-out', { place, what })),
      ...numberMessages(numbered, place),
    ];
    if (/<w:(?:ins|del) /.test(numbered.xml)) messages.push(message('gongwen.word-revisions', { place }));
    return { ok: true, value: { file, lines, messages }, messages: [] };
  } catch {
    // Whatever a damaged or encrypted file makes the readers say, it is for people who wrote them.
    return { ok: false, messages: [message('gongwen.file-damaged', { place })] };
  }
}

function textOf(parts: Readonly<Record<string, Uint8Array>>, path: string): string {
  const part = parts[path];
  return part === undefined ? '' : strFromU8(part);
}

function numberMessages({ added, lost }: ReturnType<typeof withNumbers>, place: { readonly file: string }): Message[] {
  const [first] = added;
  const messages = lost.map((format) => message('gongwen.numbering-lost', { place, format }));
  return first === undefined
    ? messages
    : [...messages, message('gongwen.numbering-added', { place, count: added.length, number: first })];
}

/** What the file has beside its text: each named once. */
function leftOut(parts: Readonly<Record<string, Uint8Array>>, html: string): readonly string[] {
  const has = (path: RegExp, text: RegExp) =>
    Object.keys(parts).some((name) => path.test(name) && text.test(plain(strFromU8(parts[name] as Uint8Array))));
  // What a page number is made of is no text.
  const words = /[^\s\d—–\-－·第页共/]/;
  return [
    ...(has(/^word\/header\d*\.xml$/, words) ? ['页眉'] : []),
    ...(has(/^word\/footer\d*\.xml$/, words) ? ['页脚'] : []),
    ...(has(/^word\/(?:foot|end)notes\.xml$/, /\S/) ? ['脚注和尾注'] : []),
    ...(has(/^word\/comments\.xml$/, /\S/) ? ['批注'] : []),
    ...(/<img\b/.test(html) ? ['图片'] : []),
  ];
}

function plain(xml: string): string {
  return xml.replace(/<w:instrText\b[^>]*>[^<]*<\/w:instrText>/g, '').replace(/<[^>]*>/g, '');
}

/** Where no paragraph has the style of a title, the only one of the first heading is it; the others move up. */
function titled(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (lines.some((line) => line.heading === 1) || lines.filter((line) => line.heading === 2).length !== 1) return lines;
  return lines.map((line) => (line.heading > 1 ? { ...line, heading: line.heading - 1 } : line));
}

interface OpenTable {
  readonly rows: string[][];
  readonly spans: CellSpan[];
  /** Columns of coming rows that cells from above reach into: the row up to which they do. */
  readonly reach: number[];
  row: number;
}

/** The paragraphs and tables of mammoth's HTML. Paragraphs are counted, a table as one. */
function linesOf(html: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  const tables: OpenTable[] = [];
  let count = 0;
  let text = '';
  let heading = 0;
  let before: SourceLine['before'] = 'gap';

  const endParagraph = () => {
    if (tables.length > 0) {
      text += '\n';
      return;
    }
    count += 1;
    for (const one of text.split('\n')) {
      if (lineText(one) === '') continue;
      lines.push(textLine(one, count, { heading, before }));
      before = 'gap';
    }
    text = '';
    heading = 0;
  };
  const openCell = ({ colspan = '1', rowspan = '1' }: Readonly<Record<string, string>>) => {
    const table = tables.at(-1);
    const row = table?.rows[table.row];
    if (table === undefined || row === undefined) return;
    while ((table.reach[row.length] ?? 0) > table.row) row.push('');
    const span = { row: table.row, column: row.length, rowspan: Number(rowspan), colspan: Number(colspan) };
    if (span.rowspan > 1 || span.colspan > 1) table.spans.push(span);
    for (let column = 0; column < span.colspan; column++) {
      table.reach[row.length] = table.row + span.rowspan;
      row.push('');
    }
    text = '';
  };
  const closeCell = () => {
    const table = tables.at(-1);
    const row = table?.rows[table.row];
    if (row === undefined) return;
    // The cell's own place is the first of the columns it spans.
    const span = table?.spans.find((one) => one.row === table.row && one.column + one.colspan === row.length);
    row[row.length - (span?.colspan ?? 1)] = text
      .split('\n')
      .map(lineText)
      .filter((line) => line !== '')
      .join('\n');
    text = '';
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (/^h[1-5]$/.test(name)) heading = Number(name.slice(1));
      else if (name === 'table') tables.push({ rows: [], spans: [], reach: [], row: -1 });
      else if (name === 'tr') {
        const table = tables.at(-1);
        table?.rows.push([]);
        if (table !== undefined) table.row += 1;
      } else if (name === 'td' || name === 'th') openCell(attributes);
      else if (name === 'br') text += '\n';
      else if (name === 'hr') before = 'page';
    },
    ontext(one) {
      text += one;
    },
    onclosetag(name) {
      if (/^(?:p|h[1-5])$/.test(name)) endParagraph();
      else if (name === 'td' || name === 'th') closeCell();
      else if (name === 'table') {
        const table = tables.pop() as OpenTable;
        if (tables.length > 0) {
          // A table in a cell: its text, row by row.
          text = table.rows.map((row) => row.filter((cell) => cell !== '').join(' ')).join('\n');
          return;
        }
        count += 1;
        if (table.rows.some((row) => row.some((cell) => cell !== ''))) {
          lines.push(tableLine(table.rows, count, count, { before, spans: table.spans }));
          before = 'gap';
        }
      }
    },
  });
  parser.write(html);
  parser.end();
  return lines;
}
