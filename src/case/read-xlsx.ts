import { strToU8, unzipSync, zipSync } from 'fflate';
import { detached } from '../detached.ts';
import { type Message, message, type Result } from '../message.ts';
import { maximumBytes, tooLarge } from './files.ts';
import { plainWorkbook, type SheetRows } from './plain-workbook.ts';
import { columnNumber, listedSheets, maximumCells, sheetShape } from './sheet-shape.ts';
import type { Cell, Sheet } from './table.ts';
import type { Input } from './types.ts';

/** Excel's own grid. */
const maximumRows = 1_048_576;

/**
 * The sheets of a workbook with their cells as typed there: formulas give their stored value, a merged cell its first.
 * A file that is no readable workbook is one error that says what it is instead.
 */
export async function readXlsx(input: Input): Promise<Result<readonly Sheet[]>> {
  const fault = wrongKind(input) ?? tooMuch(input);
  if (fault) return { ok: false, messages: [fault] };
  try {
    const parts = unzipSync(input.bytes, { filter: ({ name }) => isXml(name) });
    // Read anew whenever it is asked for: a large sheet takes several times its room as text.
    const partOf = (path: string) => (isRead(path) ? textOf(parts[path]) : '');
    const listed = listedSheets(partOf);
    const shapes = listed.map((one) => sheetShape(one, partOf(one.path)));
    let sheets = plainWorkbook(listed, partOf);
    if (sheets === undefined) {
      const texts = textsOf(parts);
      const fault = tooWide(texts, input.path);
      if (fault) return { ok: false, messages: [fault] };
      sheets = await anyWorkbook(parts, texts);
    }
    const value = sheets.map(({ name, rows }, index) => ({
      file: input.path,
      name,
      rows,
      ...(shapes[index] && { shape: shapes[index] }),
    }));
    return { ok: true, value, messages: [] };
  } catch (error) {
    // Both libraries throw errors of several kinds, and plain ones, on damaged files.
    const actual = error instanceof Error ? error.message : String(error);
    return { ok: false, messages: [message('case.workbook-broken', { place: { file: input.path }, actual })] };
  }
}

/** The sheets of a workbook of whatever kind. */
async function anyWorkbook(parts: Parts, texts: ReadonlyMap<string, string>): Promise<readonly SheetRows[]> {
  // Loaded when it is needed: most workbooks are plain.
  const { default: readXlsxFile } = await import('read-excel-file/universal');
  const sheets = await readXlsxFile(repacked(parts, texts));
  return sheets.map(({ sheet: name, data }) => ({
    name,
    rows: ((data ?? []) as Cell[][]).map((cells) =>
      cells.map((cell) => (typeof cell === 'string' ? detached(cell) : cell)),
    ),
  }));
}

/** What the first and last bytes say: old Excel and encrypted files are OLE containers, a workbook is a whole zip. */
function wrongKind({ path, bytes }: Input): Message | undefined {
  const place = { file: path };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, 4).toString('hex') === 'd0cf11e0') {
    const encrypted = buffer.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    return message(encrypted ? 'case.file-encrypted' : 'case.file-old-format', { place });
  }
  if (buffer.subarray(0, 2).toString('latin1') !== 'PK') {
    return message('case.file-not-workbook', { place, ...(looksLikeHtml(buffer) && { actual: 'HTML' }) });
  }
  // The end record of a zip lies within the last 64 KB.
  if (!buffer.subarray(-65_557).includes('PK\x05\x06', 0, 'latin1')) return message('case.file-truncated', { place });
  return undefined;
}

function looksLikeHtml(buffer: Buffer): boolean {
  return /^\s*<(!doctype|html|table|\?xml|meta)/i.test(buffer.subarray(0, 200).toString('utf8').replace('\ufeff', ''));
}

/** Reads the zip's directory only, so that nothing large is ever unpacked. */
function tooMuch({ path, bytes }: Input): Message | undefined {
  let total = 0;
  const names = new Set<string>();
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.add(name);
        if (isXml(name)) total += originalSize;
        return false;
      },
    });
  } catch (error) {
    const actual = error instanceof Error ? error.message : String(error);
    return message('case.workbook-broken', { place: { file: path }, actual });
  }
  if (!names.has('xl/workbook.xml')) {
    const actual = names.has('word/document.xml') ? 'DOCX' : 'ZIP';
    return message('case.file-not-workbook', { place: { file: path }, actual });
  }
  return total > maximumBytes ? tooLarge(path, total) : undefined;
}

function isXml(name: string): boolean {
  return name.endsWith('.xml') || name.endsWith('.rels');
}

type Parts = Record<string, Uint8Array>;

const worksheet = /^xl\/worksheets\/[^/]+\.xml$/;
const beside = /^xl\/(?:(?:_rels\/)?workbook\.xml|sharedStrings\.xml$|styles\.xml$)/;

/** The worksheets and what they refer to. */
function isRead(path: string): boolean {
  return worksheet.test(path) || beside.test(path);
}

/** The XML of the worksheets and of what they refer to, by path. */
function textsOf(parts: Parts): ReadonlyMap<string, string> {
  const wanted = Object.entries(parts).filter(([path]) => isRead(path));
  return new Map(wanted.map(([path, bytes]) => [path, textOf(bytes)]));
}

function textOf(bytes: Uint8Array = new Uint8Array()): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

const rowOrCell = /<(?:\w+:)?(?:row|c)\s(?:[^>]*?\s)?r="([A-Z]*)(\d+)"[^>]*>/g;

/** The reader makes a full rectangle out of a sheet: a stray cell in a far corner would fill the memory. */
function tooWide(texts: ReadonlyMap<string, string>, file: string): Message | undefined {
  for (const [name, text] of texts) {
    if (!worksheet.test(name)) continue;
    let rows = 0;
    let columns = 0;
    let filledRows = 0;
    for (const [tag, letters = '', row] of text.matchAll(rowOrCell)) {
      rows = Math.max(rows, Number(row));
      if (letters === '' || tag.endsWith('/>')) continue;
      filledRows = Math.max(filledRows, Number(row));
      columns = Math.max(columns, columnNumber(letters));
    }
    if (rows > maximumRows || filledRows * columns > maximumCells)
      return message('case.sheet-too-wide', { place: { file }, rows, columns });
  }
  return undefined;
}

/** The reader drops error cells (#N/A, #REF!) in silence; as text they come through, for the cell rules to refuse. */
function repacked(parts: Parts, texts: ReadonlyMap<string, string>): ArrayBuffer {
  const kept: Parts = { ...parts };
  for (const [name, text] of texts) {
    if (text.includes('t="e"')) kept[name] = strToU8(text.replace(/(<(?:\w+:)?c\s(?:[^>]*?\s)?)t="e"/g, '$1t="str"'));
  }
  return zipSync(kept, { level: 0 }).buffer;
}
