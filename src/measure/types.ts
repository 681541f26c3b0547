/** What stands on a page, measured: everything in millimetres from the page's upper left corner, font sizes in pt. */
/** A character where it stands. */
export interface Char {
  readonly text: string;
  readonly x: number;
  /** The font's advance, without spacing. */
  readonly width: number;
  readonly size: number;
  /** Name of the font in the file, without the mark of a subset. */
  readonly font: string;
  /** As #rrggbb. */
  readonly colour: string;
}

/** Characters on one baseline, from left to right. White space at the ends is left out. */
export interface TextLine {
  readonly text: string;
  readonly chars: readonly Char[];
  /** Left edge of the first character and right edge of the last one. */
  readonly x: number;
  readonly right: number;
  readonly baseline: number;
  /** Edges of the characters' em box, which is the body of the type: 0.88 em above the baseline, 0.12 em below it. */
  readonly top: number;
  readonly bottom: number;
  /** Size, font and colour of most of its characters. */
  readonly size: number;
  readonly font: string;
  readonly colour: string;
  /** Degrees by which the text is turned, with the clock, as the page is read; 0 for upright. */
  readonly turned: number;
}

/** A straight line that is drawn. `x` and `y` are its left or upper end, in the middle of its thickness. */
export interface DrawnRule {
  readonly direction: 'horizontal' | 'vertical';
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly thickness: number;
  readonly colour: string;
}

export interface ImageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MeasuredPage {
  /** Counts from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** From top to bottom; turned text comes last. */
  readonly lines: readonly TextLine[];
  readonly rules: readonly DrawnRule[];
  readonly images: readonly ImageBox[];
}

export type LineRole =
  | 'mark' // 发文机关标志
  | 'copy-number'
  | 'secrecy'
  | 'urgency'
  | 'number' // 发文字号, with 签发人 on its line in a paper that goes up; 令号
  | 'signers' // lines of 签发人 without the number
  | 'title'
  | 'addressee'
  | 'body'
  | 'annex-list'
  | 'signature'
  | 'date'
  | 'note'
  | 'attendance' // 出席、请假、列席 of minutes
  | 'annex-label'
  | 'annex-title'
  | 'annex' // text of an annex
  | 'table'
  | 'copy-to'
  | 'printed'
  | 'folio';

/** The formats of part 10 of the standard, and the usual one. */
export const measuredFormats = ['document', 'letter', 'order', 'minutes'] as const;
export type MeasuredFormat = (typeof measuredFormats)[number];
export const profiles = ['9704', '33476'] as const;
export type Profile = (typeof profiles)[number];

export interface PlacedLine extends TextLine {
  readonly role: LineRole;
  readonly page: MeasuredPage;
}

export interface Parts {
  readonly pages: readonly MeasuredPage[];
  readonly lines: readonly PlacedLine[];
  readonly format: MeasuredFormat;
  /** Red horizontal rules of the first page, from top to bottom. */
  readonly redRules: readonly DrawnRule[];
  readonly imprint: Imprint | undefined;
  /** Left and right edge of the text, mm: where lines without indent begin, and where full lines end. */
  readonly left: number;
  readonly right: number;
  /** Distance of two lines of 三号 and of two characters in them, mm. */
  readonly pitch: number;
  readonly character: number;
}

export interface Imprint {
  readonly page: MeasuredPage;
  readonly rules: readonly DrawnRule[];
}
