import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { strFromU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../src/build.ts';
import type { Nominee } from '../src/case/types.ts';
import { readFacts } from '../src/facts.ts';
import { newsDocuments } from '../src/views/news.ts';
import { type PublicityView, publicityDocuments } from '../src/views/publicity.ts';
import { unpack } from '../src/writers/zip.ts';
import { baseCase, readFiles, temporaryFolder } from './support/package.ts';
import { readPdf } from './support/pdf.ts';

let nominees: readonly Nominee[];
/** What everyone may read, by path in the package. */
let files: ReadonlyMap<string, Uint8Array>;

beforeAll(async () => {
  const { facts } = await readFacts(baseCase);
  nominees = facts?.roster ?? [];
  const out = join(await temporaryFolder('privacy'), '文书');
  const built = await build(baseCase, { out, systemFonts: false, only: ['publicity', 'news'] });
  if (!built.ok) throw new Error(JSON.stringify(built.messages, null, 1));
  files = new Map([...(await readFiles(out))].filter(([path]) => /^\d\d/.test(path)));
});

/** Everything of a nominee but name, unit and award, in every way it might be written. */
function secretsOf(nominee: Nominee): readonly string[] {
  const { idNumber, phone, account, bank, code, deeds } = nominee;
  const common = [idNumber, phone, account, bank, code, deeds, ...(idNumber.match(/\d{8}/g) ?? [])];
  if (!('name' in nominee)) return [...common, nominee.address, nominee.head];
  const [year = '', month = ''] = nominee.birth.split('-');
  const births = [
    nominee.birth,
    `${year}.${month}`,
    `${year}年${Number(month)}月`,
    `${year}${month}`,
    `${year}/${month}`,
  ];
  return [...common, ...(year === '' ? [] : births), nominee.politics, nominee.post];
}

const secrets = () => [...new Set(nominees.flatMap(secretsOf))].filter((secret) => secret !== '');

function leaksIn(text: string): readonly string[] {
  return secrets().filter((secret) => text.includes(secret));
}

test('the small case has secrets of every kind to give away', () => {
  for (const kind of [/^\d{17}[\dX]$/, /^\d{8}$/, /^\d{19}$/, /路\d+号$/, /^\d{4}年\d+月$/, /银行/, /^全年/]) {
    expect(
      secrets().some((secret) => kind.test(secret)),
      String(kind),
    ).toBe(true);
  }
});

test('the views of what everyone may read hold name, unit and award of a nominee, and nothing else', async () => {
  const { facts } = await readFacts(baseCase);
  if (facts === undefined) throw new Error('the small case cannot be read');
  const [publicity, news] = [publicityDocuments(facts)[0], newsDocuments(facts)[0]];
  const rows = (publicity?.view as PublicityView | undefined)?.lists.flatMap((list) => list.rows) ?? [];
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) expect(Object.keys(row).sort()).toEqual(['award', 'name', 'unit']);
  for (const document of [publicity, news]) {
    expect(document?.nominees).toBeUndefined();
    expect(leaksIn(JSON.stringify(document))).toEqual([]);
  }
});

describe('nothing private gets into', () => {
  test('the names of the files, of which there are seven', () => {
    expect([...files.keys()].map((path) => path.split('.').at(-1)).sort()).toEqual(
      ['docx', 'docx', 'html', 'pdf', 'pdf', 'xlsx', 'xlsx'].sort(),
    );
    expect(leaksIn([...files.keys()].join('\n'))).toEqual([]);
  });

  test('any part of the DOCX and XLSX, which have no comments, no custom XML and no hidden cells', () => {
    for (const [path, bytes] of ofFormat('docx', 'xlsx')) {
      const parts = unpack(bytes);
      expect([...parts.keys()].filter((part) => /comment|customXml|person|vba|embed|externalLink/i.test(part))).toEqual(
        [],
      );
      // The list of own properties is there and empty.
      expect(strFromU8(parts.get('docProps/custom.xml') ?? new Uint8Array())).not.toContain('<property');
      for (const [part, content] of parts) expect(leaksIn(plain(strFromU8(content))), `${path} ${part}`).toEqual([]);
      const all = [...parts.values()].map((content) => strFromU8(content)).join('\n');
      expect(all).not.toMatch(/hidden="(?:1|true)"|state="(?:hidden|veryHidden)"|<w:vanish|<w:del |<w:ins /);
    }
  });

  test('the HTML, comments and attributes included', () => {
    for (const [, bytes] of ofFormat('html')) {
      expect(leaksIn(plain(strFromU8(bytes)))).toEqual([]);
      expect(strFromU8(bytes)).not.toMatch(/<!--|<script|display: ?none|visibility/);
    }
  });

  test('the PDF: its text, its properties, its streams', async () => {
    for (const [, bytes] of ofFormat('pdf')) {
      const pdf = await readPdf(new Uint8Array(bytes));
      const text = pdf.pages.map(({ items }) => items.map((item) => item.text).join('')).join('');
      expect(text.length).toBeGreaterThan(200);
      expect(leaksIn(text)).toEqual([]);
      const lines = pdf.pages.flatMap((page) => page.lines).join('');
      expect(leaksIn(lines.replaceAll(/[\s|]/g, ''))).toEqual([]);
      expect(leaksIn([pdf.title, pdf.author].join('\n'))).toEqual([]);
      expect(leaksIn(streamsOf(bytes))).toEqual([]);
      expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/\/(?:Annots|EmbeddedFiles|AcroForm)\b/);
    }
  });
});

test('of the birth months and addresses not even the characters are in the fonts of the PDF', async () => {
  const [path = ''] = [...files.keys()].filter((one) => one.endsWith('公示.pdf'));
  const notice = await readPdf(new Uint8Array(files.get(path) ?? new Uint8Array()));
  const text = notice.pages.flatMap((page) => page.lines).join('');
  // The characters of the ToUnicode maps are those of the text: nothing is drawn that is not read.
  const mapped = [...streamsOf(files.get(path) ?? new Uint8Array()).matchAll(/<([0-9a-f]{4})>/gi)].map(([, hex = '']) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  expect(mapped.filter((character) => /\p{Script=Han}/u.test(character) && !text.includes(character))).toEqual([]);
});

function ofFormat(...formats: readonly string[]): readonly (readonly [string, Uint8Array])[] {
  return [...files].filter(([path]) => formats.some((format) => path.endsWith(`.${format}`)));
}

/** Text that mark-up cannot divide: tags and entities taken away. */
function plain(markup: string): string {
  return `${markup}\n${markup.replace(/<[^>]*>/g, '').replace(/&#?\w+;/g, '')}`;
}

/** All streams of a PDF, decompressed, and as text of both widths. */
function streamsOf(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  const texts = [raw.toString('latin1')];
  for (let at = raw.indexOf('stream\n'); at >= 0; at = raw.indexOf('stream\n', at + 1)) {
    if (raw.subarray(at - 3, at).toString() === 'end') continue;
    const end = raw.indexOf('endstream', at);
    try {
      const stream = inflateSync(raw.subarray(at + 'stream\n'.length, end));
      texts.push(stream.toString('latin1'), stream.toString('utf8'), stream.swap16().toString('utf16le'));
    } catch {
      // A stream that is not compressed stands in the raw text.
    }
  }
  return texts.join('\n');
}
