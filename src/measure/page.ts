/** PDF → pages of lines, rules and images, measured. */
import { type DrawnChar, drawingOf } from './draw.ts';
import { lineOf, mmPerPoint, most } from './metrics.ts';
import { pdfReader, readerTables } from './pdfjs.ts';
import type { Char, DrawnRule, MeasuredPage, TextLine } from './types.ts';

/** A file that cannot be measured, and why. */
export type Unreadable = 'not-a-pdf' | 'encrypted' | 'no-text';

export interface MeasuredPdf {
  readonly pages: readonly MeasuredPage[];
  /** The program that wrote the file, as the file says. */
  readonly producer: string;
}

/** Characters whose baselines differ by no more (mm) stand on one line. */
const sameBaseline = 0.4;

/** Errors of the reader about the file. */
const damaged = new Set(['InvalidPDFException', 'FormatError', 'UnknownErrorException', 'MissingPDFException']);

/** Measures every page. Gives the reason where the file is no PDF, is encrypted, or has pictures only. */
export async function measurePdf(bytes: Uint8Array): Promise<MeasuredPdf | Unreadable> {
  const reader = await pdfReader();
  const loading = reader.getDocument({
    data: bytes.slice(),
    verbosity: reader.VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    ...readerTables(),
  });
  try {
    const document = await loading.promise;
    const { info } = await document.getMetadata();
    const pages: MeasuredPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: mmPerPoint });
      const { chars, rules, images } = await drawingOf(reader, page);
      pages.push({ number, width, height, lines: linesOf(chars), rules: joinedRules(rules), images });
      page.cleanup();
    }
    if (pages.every(({ lines }) => lines.length === 0)) return 'no-text';
    return { pages, producer: String((info as { Producer?: unknown }).Producer ?? '') };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return 'encrypted';
    if (error instanceof Error && damaged.has(error.name)) return 'not-a-pdf';
    throw error;
  } finally {
    await loading.destroy();
  }
}

/** Upright lines from top to bottom, then turned text, each stretch as it runs. */
function linesOf(chars: readonly DrawnChar[]): readonly TextLine[] {
  const angles = [...new Set(chars.map(({ angle }) => angle))].sort((a, b) => Math.abs(a) - Math.abs(b));
  return angles.flatMap((angle) => {
    const along = angle * (Math.PI / 180);
    // Along the text and across it, so that turned text is read like upright text.
    const turned = chars
      .filter((char) => char.angle === angle)
      .map((char) => ({
        char,
        x: char.x * Math.cos(along) + char.y * Math.sin(along),
        y: char.y * Math.cos(along) - char.x * Math.sin(along),
      }))
      .sort((a, b) => a.y - b.y);
    const lines: (typeof turned)[] = [];
    for (const one of turned) {
      const line = lines.at(-1);
      if (line !== undefined && one.y - (line[0] as typeof one).y <= sameBaseline) line.push(one);
      else lines.push([one]);
    }
    return lines.flatMap((line) => textLine(line, angle));
  });
}

interface PlacedChar {
  readonly char: DrawnChar;
  readonly x: number;
  readonly y: number;
}

function textLine(placed: readonly PlacedChar[], turned: number): readonly TextLine[] {
  const sorted = [...placed].sort((a, b) => a.x - b.x);
  const isBlank = ({ char }: PlacedChar) => char.text.trim() === '';
  const first = sorted.findIndex((one) => !isBlank(one));
  if (first < 0) return [];
  const inked = sorted.slice(first, sorted.findLastIndex((one) => !isBlank(one)) + 1);
  const chars = inked.map(({ char, x }): Char => {
    const { text, width, size, colour } = char;
    return { text, x, width, size, font: fontName(char.font), colour };
  });
  return [lineOf(chars, most(inked.map(({ y }) => Math.round(y * 1000) / 1000)), turned)];
}

/** Names in Chinese stand in many files in the bytes of GB 18030. */
function fontName(name: string): string {
  const plain = name.replace(/^[A-Z]{6}\+/, '');
  const codes = [...plain].map((char) => char.codePointAt(0) as number);
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return plain;
  return new TextDecoder('gb18030').decode(Uint8Array.from(codes));
}

/** Rules are drawn in pieces, cell by cell: pieces that go on from each other are one rule. */
function joinedRules(rules: readonly DrawnRule[]): readonly DrawnRule[] {
  const near = (a: number, b: number) => Math.abs(a - b) < 0.1;
  const across = (rule: DrawnRule) => (rule.direction === 'horizontal' ? rule.y : rule.x);
  const start = (rule: DrawnRule) => (rule.direction === 'horizontal' ? rule.x : rule.y);
  const joined: DrawnRule[] = [];
  for (const rule of [...rules].sort((a, b) => start(a) - start(b))) {
    const index = joined.findIndex(
      (one) =>
        one.direction === rule.direction &&
        one.colour === rule.colour &&
        near(across(one), across(rule)) &&
        near(one.thickness, rule.thickness) &&
        start(rule) - start(one) - one.length < 0.3,
    );
    const before = joined[index];
    if (before === undefined) joined.push(rule);
    else joined[index] = { ...before, length: Math.max(before.length, start(rule) + rule.length - start(before)) };
  }
  return joined.sort((a, b) => a.y - b.y || a.x - b.x);
}
