/** The text of a paragraph, measured: where each of its characters stands, and in which face and colour. */
import type { FontSlot } from '../case/types.ts';
import type { Inline, Paragraph } from '../document/types.ts';
import { kept } from './kept.ts';
import { spanStyle } from './style.ts';
import type { FontFace, FontSet, TextStyle } from './types.ts';

/**
 * Text between tabs and line breaks. Its characters are no objects: a document has millions of them. All indexes are
 * those of the string; between the two units of a rare character nothing ever breaks.
 */
export interface Measured {
  readonly text: string;
  /** From its beginning to each index, and to its end: sums of advances in em, without spacing, the same at every size. */
  readonly edges: readonly number[];
  /** Stretches in one face and colour, in order. */
  readonly stretches: readonly Stretch[];
  /** Whether there is a rare character, of two units, which is one all the same. */
  readonly hasPairs: boolean;
}

export interface Stretch {
  readonly from: number;
  readonly face: FontFace;
  readonly color: string;
}

/** One entry per forced line; each line is divided into parts by tabs. */
export type ForcedLine = readonly Measured[];

/**
 * The text of a paragraph. A character that no font has is left out: `missingGlyphs` reports it before anything is laid
 * out for writing.
 */
export function measure(fonts: FontSet, inlines: readonly Inline[], style: TextStyle): readonly ForcedLine[] {
  let part = open(inlines);
  let line = [part];
  const lines = [line];
  for (const inline of inlines) {
    if (inline.type === 'break') {
      part = open(inlines);
      line = [part];
      lines.push(line);
      continue;
    }
    const { text, role } = inline;
    const { slot, color } = spanStyle(style, role);
    const advances = advancesOf(fonts, slot);
    let from = 0;
    for (let tab = text.indexOf('\t'); tab >= 0; tab = text.indexOf('\t', from)) {
      add(part, text.slice(from, tab), advances, color);
      part = open(inlines);
      line.push(part);
      from = tab + 1;
    }
    add(part, from === 0 ? text : text.slice(from), advances, color);
  }
  return lines;
}

/** Measured text that more is added to. */
interface OpenPart {
  text: string;
  readonly edges: number[];
  stretches: Stretch[];
  hasPairs: boolean;
}

/** With room for all that may come: a list that grows is copied again and again. */
function open(inlines: readonly Inline[]): OpenPart {
  let length = 1;
  for (const inline of inlines) if (inline.type === 'text') length += inline.text.length;
  const edges = new Array<number>(length);
  edges[0] = 0;
  return { text: '', edges, stretches: [], hasPairs: false };
}

function add(part: OpenPart, text: string, { faces, numbers, advances, find }: Advances, color: string): void {
  const { edges } = part;
  const last = part.stretches.at(-1);
  let number = last?.color === color ? faces.indexOf(last.face) : -1;
  let at = part.text.length;
  let end = edges[at] as number;
  /** What has been found to be shown of the text, and the index behind it. */
  let shown = '';
  let next = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    let own = numbers[unit] as number;
    let advance = advances[unit] as number;
    let isPair = false;
    if (own === unknown) {
      const codePoint = text.codePointAt(index) as number;
      isPair = codePoint > 0xffff;
      const found = find(codePoint);
      if (found === undefined) {
        shown += text.slice(next, index);
        if (isPair) index += 1;
        next = index + 1;
        continue;
      }
      ({ number: own, advance } = found);
    }
    if (own !== number) {
      const stretch = { from: at, face: faces[own] as FontFace, color };
      // A list of one is made as long as it is: most stay so.
      if (at === 0) part.stretches = [stretch];
      else part.stretches.push(stretch);
      number = own;
    }
    end += advance;
    edges[++at] = end;
    if (isPair) {
      part.hasPairs = true;
      edges[++at] = end;
      index += 1;
    }
  }
  part.text += next === 0 ? text : shown + text.slice(next);
}

const unknown = 0;

/** Which face of a slot shows each character, and how wide. */
interface Advances {
  /** By number; none has the number `unknown`. */
  readonly faces: readonly (FontFace | undefined)[];
  /** By UTF-16 unit, of characters that have been met: the number of the face, and the advance in em. */
  readonly numbers: Uint8Array;
  readonly advances: Float64Array;
  /** Of any character; undefined where no font has it. */
  find(codePoint: number): { readonly number: number; readonly advance: number } | undefined;
}

const known = new WeakMap<FontSet, Map<FontSlot, Advances>>();

function advancesOf(fonts: FontSet, slot: FontSlot): Advances {
  const slots = kept(known, fonts, () => new Map<FontSlot, Advances>());
  return kept(slots, slot, () => measuring(fonts, slot));
}

function measuring(fonts: FontSet, slot: FontSlot): Advances {
  const faces: (FontFace | undefined)[] = [undefined];
  const numbers = new Uint8Array(0x10000);
  const advances = new Float64Array(0x10000);
  const find = (codePoint: number) => {
    const face = fonts.pick(slot, codePoint);
    if (face === undefined) return undefined;
    let number = faces.indexOf(face);
    if (number < 0) number = faces.push(face) - 1;
    const advance = face.advance(codePoint);
    if (codePoint < numbers.length) {
      numbers[codePoint] = number;
      advances[codePoint] = advance;
    }
    return { number, advance };
  };
  return { faces, numbers, advances, find };
}

/** Width in pt of what stands between two indexes, at a size and with a spacing behind each character. */
export function widthBetween(part: Measured, from: number, to: number, size: number, spacing: number): number {
  const width = ((part.edges[to] as number) - (part.edges[from] as number)) * size;
  return spacing === 0 ? width : width + spacing * charactersBetween(part, from, to);
}

export function charactersBetween({ text, hasPairs }: Measured, from: number, to: number): number {
  return hasPairs ? [...text.slice(from, to)].length : to - from;
}

/** Width in pt of a part on one line, with the spacing behind its last character. */
export function wholeWidth(part: Measured, { size, spacing }: TextStyle): number {
  return widthBetween(part, 0, part.text.length, size, spacing);
}

/** Width in pt of inlines on one line. */
export function widthOf(fonts: FontSet, inlines: readonly Inline[], style: TextStyle): number {
  let width = 0;
  for (const line of measure(fonts, inlines, style)) for (const part of line) width += wholeWidth(part, style);
  return width;
}

/** Width of the spans of role "hang" and "hang-label", on which further lines hang; 0 where there is none. */
export function hangWidth(fonts: FontSet, { children }: Paragraph, style: TextStyle): number {
  return children.some(isHanging) ? widthOf(fonts, children.filter(isHanging), style) : 0;
}

function isHanging(inline: Inline): boolean {
  return inline.type === 'text' && inline.role.startsWith('hang');
}

/** The text of a paragraph's inlines, breaks as line feeds. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
}
