/** What layout gives the writers. Lengths in pt unless a name says otherwise. */
import type { FontSlot } from '../case/types.ts';
import type { Cell, Table } from '../document/types.ts';
import type { Message } from '../message.ts';
import type { FontProgram } from './program.ts';

/** One loaded font, shared by every document of the process. */
export interface FontFace {
  readonly slot: FontSlot;
  /** Key under which the PDF writer finds it, unique per face. */
  readonly key: string;
  /** PostScript name, e.g. NotoSerifSC-Bold. */
  readonly name: string;
  /** Whether a free font stands in for the one the standard names. */
  readonly standIn: boolean;
  /** The font itself, for the writer that embeds it. */
  readonly program: FontProgram;
  /** The number of a character's glyph; 0 where the font has none. */
  glyph(codePoint: number): number;
  has(codePoint: number): boolean;
  /** Advance width in em. */
  advance(codePoint: number): number;
}

/** The faces of all slots with per-character fallback. */
export interface FontSet {
  /** The face that shows this character in this slot, or undefined when no font has it. */
  pick(slot: FontSlot, codePoint: number): FontFace | undefined;
  readonly faces: readonly FontFace[];
  /** Stand-ins in use and what to install. */
  readonly messages: readonly Message[];
}

export interface TextStyle {
  readonly slot: FontSlot;
  /** Font size. */
  readonly size: number;
  /** The smallest size to which the text may shrink to fit its line or box; `size` itself where it may not. */
  readonly minSize: number;
  /** Distance between baselines. */
  readonly pitch: number;
  readonly align: 'left' | 'center' | 'right' | 'justify';
  /** First-line indent, counted from the left indent; left and right indent. */
  readonly firstIndent: number;
  readonly leftIndent: number;
  readonly rightIndent: number;
  readonly before: number;
  readonly after: number;
  /** Hex colour. */
  readonly color: string;
  readonly bold: boolean;
  /** Added to every advance. */
  readonly spacing: number;
  /** Stays on the page of the next block. */
  readonly keepNext: boolean;
  /** Broken into lines of a pleasing shape, between words, rather than filled line by line: titles, labels. */
  readonly balance: boolean;
}

/** A stretch of one line in one face. */
export interface Run {
  readonly text: string;
  /** Distance from the left edge of the paragraph's box. */
  readonly x: number;
  readonly width: number;
  readonly face: FontFace;
  readonly size: number;
  readonly color: string;
  readonly spacing: number;
  /** How far it stands below its line: of what several lines share. */
  readonly drop?: number;
}

export interface Line {
  /** Distance from the left edge of the paragraph's box. */
  readonly x: number;
  readonly width: number;
  readonly runs: readonly Run[];
}

/** A paragraph broken into lines. */
export interface LaidParagraph {
  /** The style in use: the size after shrinking, the indents after pairing. */
  readonly style: TextStyle;
  readonly lines: readonly Line[];
  readonly pitch: number;
  readonly before: number;
  readonly after: number;
  /** before + lines × pitch + after */
  readonly height: number;
}

/** A cell in its place: `row` and `column` of its upper left corner, `x` and `width` of its box. */
export interface CellBox {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly width: number;
}

export interface LaidCell extends CellBox {
  /** Height that its rows leave for the paragraphs; infinite where these decide on it. */
  readonly room: number;
  readonly paragraphs: readonly LaidParagraph[];
  /** Height of the paragraphs, without padding. */
  readonly textHeight: number;
  readonly verticalAlign: 'top' | 'middle' | 'bottom';
}

export interface LaidTable {
  readonly table: Table;
  readonly columns: readonly number[];
  /** Heights of the rows, from rule to rule. */
  readonly rows: readonly number[];
  readonly cells: readonly LaidCell[];
  /** Distance of text from the box of its cell. */
  readonly padding: { readonly x: number; readonly y: number };
  /** Thickness of the rules; 0 for none. */
  readonly rule: number;
  readonly height: number;
  /** Height of the rows to be filled; null as long as it is open. */
  readonly fillHeight: number | null;
  /** Number of leading rows that are repeated on each page: none where the head takes more than half a page. */
  readonly repeated: number;
  /** Height of the type area below them. */
  readonly room: number;
}
