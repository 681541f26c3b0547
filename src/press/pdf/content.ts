/** A content stream in the making: PDF's operators for text and lines, written into one buffer. */
import type { LineMark, TextMark } from '../../layout/marks.ts';
import type { FontFace } from '../../layout/types.ts';

/** How the file at hand refers to fonts and their characters. */
export interface Lettering {
  fontOf(face: FontFace): Letters;
}

export interface Letters {
  /** Name of the face among the resources of a page, without the slash. */
  readonly name: string;
  /** The two-byte codes of the characters met so far, by code point; 0 for others. */
  readonly codes: Uint16Array;
  /** The code of any character. */
  codeOf(codePoint: number): number;
}

export interface Content {
  /** One show operator for a run in one face. */
  text(mark: TextMark): void;
  lines(marks: readonly LineMark[]): void;
  /** Shows a form XObject by its name. */
  show(name: string): void;
  /** Ends what an operator q began. */
  restore(): void;
  /** Operators as they are. */
  raw(operators: string): void;
  /** What has been written since the last call; the bytes are the buffer's own, and good until the next write. */
  take(): Uint8Array;
}

/** From the top of a character's box, which is one size high, to the baseline, in sizes: the same in every face. */
export const ascent = 0.88;

/** Parts of a pt to which places of text and lines are given, and spacing, which adds up over a line. */
const textScale = 100;
const lineScale = 1000;
const spacingScale = 10_000;

/** The colour that every stream begins with. */
const black = '#000000';
const backslash = 0x5c;
/** What a byte of a string in brackets is escaped by: itself, or the letter that stands for it; 0 where it need not be. */
const escapes = new Uint8Array(256);
for (const byte of Buffer.from('()\\')) escapes[byte] = byte;
escapes[0x0d] = 0x72;

/** Places count in pt from the upper left corner of a page so high; PDF counts from the lower left. */
export function createContent(lettering: Lettering, height: number): Content {
  let bytes = Buffer.alloc(16 * 1024);
  let end = 0;
  let face: FontFace | undefined;
  let letters: Letters | undefined;
  let size = 0;
  let color = black;
  /** In parts of a pt, as are the places of the last text, from which the next one is placed. */
  let spacing = 0;
  let left = 0;
  let base = 0;
  let inText = false;

  const reserve = (count: number): void => {
    if (end + count <= bytes.length) return;
    const larger = Buffer.alloc(Math.max(bytes.length * 2, end + count));
    larger.set(bytes.subarray(0, end));
    bytes = larger;
  };
  const raw = (operators: string): void => {
    reserve(operators.length);
    end += bytes.write(operators, end, 'latin1');
  };
  const escaped = (byte: number): void => {
    const letter = escapes[byte] as number;
    if (letter !== 0) bytes[end++] = backslash;
    bytes[end++] = letter === 0 ? byte : letter;
  };
  const endText = (): void => {
    if (inText) raw('ET\n');
    inText = false;
  };
  /** Shared drawings and the next stream of a page take over the colour and spacing they find: these are as they began. */
  const settle = (): void => {
    endText();
    if (spacing !== 0) raw('0 Tc\n');
    if (color !== black) raw(`${colorOf(black)} rg\n`);
    spacing = 0;
    color = black;
  };

  return {
    raw,
    text({ run, x, y, turned = false }) {
      if (turned) endText();
      if (!inText) {
        raw('BT\n');
        inText = true;
        left = 0;
        base = 0;
      }
      if (run.face !== face || run.size !== size) {
        letters = lettering.fontOf(run.face);
        raw(`/${letters.name} ${decimal(run.size, textScale)} Tf\n`);
        face = run.face;
        size = run.size;
      }
      const nextSpacing = Math.round(run.spacing * spacingScale);
      if (nextSpacing !== spacing) {
        raw(`${nextSpacing / spacingScale} Tc\n`);
        spacing = nextSpacing;
      }
      if (run.color !== color) {
        raw(`${colorOf(run.color)} rg\n`);
        color = run.color;
      }
      if (turned) raw(`0 -1 1 0 ${decimal(x - ascent * run.size, textScale)} ${decimal(height - y, textScale)} Tm(`);
      else {
        const nextLeft = Math.round(x * textScale);
        const nextBase = Math.round((height - y - ascent * run.size) * textScale);
        raw(`${(nextLeft - left) / textScale} ${(nextBase - base) / textScale} Td(`);
        left = nextLeft;
        base = nextBase;
      }
      const { text } = run;
      const { codes, codeOf } = letters as Letters;
      reserve(4 * text.length + 8);
      for (let index = 0; index < text.length; index++) {
        let code = codes[text.charCodeAt(index)] as number;
        if (code === 0) {
          const codePoint = text.codePointAt(index) as number;
          if (codePoint > 0xffff) index += 1;
          code = codeOf(codePoint);
        }
        const high = code >> 8;
        const low = code & 0xff;
        if (escapes[high] === 0 && escapes[low] === 0) {
          bytes[end++] = high;
          bytes[end++] = low;
        } else {
          escaped(high);
          escaped(low);
        }
      }
      raw(')Tj\n');
      if (turned) endText();
    },
    lines(marks) {
      if (marks.length === 0) return;
      endText();
      for (const { points, closed, width, color: stroke, fill } of marks) {
        let path = `${decimal(width, lineScale)} w ${colorOf(stroke)} RG${fill === undefined ? '' : ` ${colorOf(fill)} rg`}\n`;
        for (const [index, [x, y]] of points.entries()) {
          path += `${decimal(x, lineScale)} ${decimal(height - y, lineScale)} ${index === 0 ? 'm' : 'l'}\n`;
        }
        raw(`${path}${closed ? 'h ' : ''}${fill === undefined ? 'S' : 'B'}\n`);
        if (fill !== undefined) color = '';
      }
    },
    show(name) {
      settle();
      raw(`/${name} Do\n`);
    },
    restore() {
      endText();
      raw('Q\n');
    },
    take() {
      settle();
      const taken = bytes.subarray(0, end);
      end = 0;
      face = undefined;
      size = 0;
      return taken;
    },
  };
}

/** A number with as many decimals as it has, up to those of the scale. */
function decimal(value: number, scale: number): string {
  return String(Math.round(value * scale) / scale);
}

const colors = new Map<string, string>();

/** A hex colour as red, green and blue from 0 to 1. */
function colorOf(hex: string): string {
  let color = colors.get(hex);
  if (color === undefined) {
    color = [1, 3, 5].map((at) => decimal(Number.parseInt(hex.slice(at, at + 2), 16) / 255, 10_000)).join(' ');
    colors.set(hex, color);
  }
  return color;
}
