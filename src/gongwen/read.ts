/** A file that somebody has written (.txt, .md, .docx) → its lines and tables. */
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { decodeText } from '../case/decode.ts';
import { diskFault } from '../disk.ts';
import { type Message, message, type Result } from '../message.ts';
import { markdownSource } from './markdown.ts';
import { plainSource } from './plain.ts';
import { mostBytes, type Source, tooLarge } from './source.ts';
import { wordSource } from './word.ts';

const endings = {
  text: ['.txt', '.text', ''],
  markdown: ['.md', '.markdown'],
  word: ['.docx'],
  old: ['.doc', '.wps', '.dot'],
};

/** Reads a file. Errors: `gongwen.file-…`. */
export async function readSource(path: string): Promise<Result<Source>> {
  const place = { file: path };
  const failed = (one: Message): Result<Source> => ({ ok: false, messages: [one] });
  const ending = extname(path).toLowerCase();
  if (endings.old.includes(ending)) return failed(message('gongwen.file-old-doc', { place }));
  if (!Object.values(endings).flat().includes(ending)) return failed(message('gongwen.file-type', { place, ending }));
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > mostBytes) return failed(tooLarge(path, size));
    bytes = new Uint8Array(await readFile(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return failed(message('gongwen.file-missing', { name: path }));
    const reason = code === 'EISDIR' ? '这是一个文件夹' : diskFault(error);
    if (reason === undefined) throw error;
    return failed(message('gongwen.file-unreadable', { place, reason }));
  }
  const read = await sourceOf(path, ending, bytes);
  if (!read.ok || read.value.lines.length > 0) return read;
  return failed(message('gongwen.file-empty', { place }));
}

async function sourceOf(path: string, ending: string, bytes: Uint8Array): Promise<Result<Source>> {
  const place = { file: path };
  if (begins(bytes, oldOffice)) return { ok: false, messages: [message('gongwen.file-old-doc', { place })] };
  if (endings.word.includes(ending)) return wordSource(path, bytes);
  const decoded = decodeText(bytes, path);
  if (!decoded.ok || binaries.some((one) => begins(bytes, one)))
    return { ok: false, messages: [message('gongwen.file-encoding', { place })] };
  const read = endings.markdown.includes(ending) ? markdownSource : plainSource;
  return { ok: true, value: read(path, decoded.value), messages: [] };
}

/** The container of .doc and .wps files, whatever they are called. */
const oldOffice = [0xd0, 0xcf, 0x11, 0xe0];
/** Zips, PDFs, pictures and RTF, which bear the name of a text and might pass as one by chance. */
const binaries = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0x7b, 0x5c, 0x72, 0x74],
];

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
