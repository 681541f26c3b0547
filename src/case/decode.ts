import { message, type Result } from '../message.ts';

/**
 * The text of a file written by a Chinese office: UTF-8 with or without BOM, else GB18030 (which contains GBK).
 * Anything else, UTF-16 above all, is an error.
 */
export function decodeText(bytes: Uint8Array, file: string): Result<string> {
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = decodeAs(encoding, bytes);
    // No text has NUL characters; UTF-16 is full of them and may still pass as GB18030.
    if (text !== undefined && !text.includes('\0')) return { ok: true, value: text, messages: [] };
  }
  return { ok: false, messages: [message('case.text-encoding', { place: { file } })] };
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
