/** Reads a workbook for tests: what each cell holds, and what each sheet says beside its cells. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8 } from 'fflate';
import { repack, unpack } from '../../src/writers/zip.ts';

export interface ReadSheet {
  readonly name: string;
  readonly xml: string;
  /** Lines `Sheet!A1 | type | value | format`; a formula's value is `=formula → cached value`. */
  readonly lines: readonly string[];
  readonly merged: readonly string[];
}

/** The cells of a workbook that hold something, a line each, sheet by sheet. */
export function dumpXlsx(bytes: Uint8Array): string {
  return readXlsx(bytes)
    .flatMap(({ lines }) => lines)
    .join('\n');
}

export function readXlsx(bytes: Uint8Array): readonly ReadSheet[] {
  const parts = unpack(bytes);
  const part = (path: string) => strFromU8(parts.get(path) ?? new Uint8Array());
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    unescapeXml([...item.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => text).join('')),
  );
  const formats = formatsOf(part('xl/styles.xml'));
  const sheets = [...part('xl/workbook.xml').matchAll(/<sheet [^>]*?name="([^"]*)"/g)];
  return sheets.map(([, escaped = ''], index) => {
    const name = unescapeXml(escaped);
    const xml = part(`xl/worksheets/sheet${index + 1}.xml`);
    const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)];
    const lines = cells.flatMap(([, address, attributes = '', content = '']) => {
      const cell = cellText(attributes, content, strings);
      const format = formats[Number(/ s="(\d+)"/.exec(attributes)?.[1] ?? 0)] ?? 'General';
      return cell === undefined ? [] : [`${name}!${address} | ${cell} | ${format}`];
    });
    return { name, xml, lines, merged: [...xml.matchAll(/<mergeCell ref="([^"]*)"/g)].map(([, ref = '']) => ref) };
  });
}

/** The workbook as LibreOffice calculates it: the values that it carries are taken out first. */
export async function recalculated(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'neibao-calc-'));
  const bare = await repack(bytes, (_, xml) => xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'));
  await writeFile(join(folder, 'book.xlsx'), bare);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const out = join(folder, 'out');
  await promisify(execFile)('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'xlsx',
    '--outdir',
    out,
    join(folder, 'book.xlsx'),
  ]);
  const result = await readFile(join(out, 'book.xlsx'));
  await rm(folder, { recursive: true, force: true });
  return result;
}

function cellText(attributes: string, content: string, strings: readonly string[]): string | undefined {
  const value = /<v>(.*?)<\/v>/s.exec(content)?.[1];
  const formula = /<f[^>]*>(.*?)<\/f>/s.exec(content)?.[1];
  if (formula !== undefined) return `formula | =${unescapeXml(formula)} → ${value ?? ''}`;
  if (value === undefined) return undefined;
  return / t="s"/.test(attributes) ? `text | ${strings[Number(value)]}` : `number | ${value}`;
}

/** Number formats by style. */
function formatsOf(xml: string): readonly string[] {
  const codes = new Map(
    [...xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(([, id, code = '']) => [
      id,
      unescapeXml(code),
    ]),
  );
  const styles = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(xml)?.[1] ?? '';
  return [...styles.matchAll(/<xf ([^>]*)>/g)].map(([, attributes = '']) => {
    const id = /numFmtId="(\d+)"/.exec(attributes)?.[1];
    return codes.get(id) ?? 'General';
  });
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
