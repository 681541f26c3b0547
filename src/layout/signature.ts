/** The closing of a paper: names of the organs, seals, date (GB/T 9704 7.3.5). Lengths in pt. */
import type { Block, Inline, PageName, Paragraph } from '../document/types.ts';
import { clauses } from './gbt9704.ts';
import { layParagraph } from './lines.ts';
import { inkWidth, spreadTo } from './mark.ts';
import { pageOf } from './page.ts';
import {
  columnMiddles,
  linesAbove,
  type PlacedSeal,
  rowDistance,
  rowSizes,
  type Seals,
  sealMiddle,
  sealSize,
} from './seal.ts';
import { styleOf } from './style.ts';
import type { FontSet, LaidParagraph, Line, Run, TextStyle } from './types.ts';
import { mm } from './units.ts';

/** Lines of text that stay on the page of a closing: none stands on a page by itself. */
export const keptLines = 2;

/** A paragraph of the closing as it is written; the names of a row stand in one. */
export interface ClosingRow {
  readonly paragraph: Paragraph;
  readonly laid: LaidParagraph;
  /** Of names side by side, each behind a tab: the middles of their columns. */
  readonly middles: readonly number[];
}

export interface LaidClosing {
  /** How many blocks it is made of. */
  readonly count: number;
  /** The last one is the date. */
  readonly rows: readonly ClosingRow[];
  readonly seals: readonly PlacedSeal[];
}

/** The closing that begins at `index` of the blocks: names or a stamp, and the date below them; undefined where none does. */
export function closingAt(
  fonts: FontSet,
  blocks: readonly Block[],
  index: number,
  page: PageName,
  seals: Seals = {},
): LaidClosing | undefined {
  const stamp = paragraphAt(blocks, index, 'stamp');
  const names: Paragraph[] = [];
  for (let at = index; stamp === undefined; at++) {
    const name = paragraphAt(blocks, at, 'signature');
    if (name === undefined) break;
    names.push(name);
  }
  const count = stamp === undefined ? names.length : 1;
  const date = count > 0 ? paragraphAt(blocks, index + count, 'date') : undefined;
  if (date === undefined) return undefined;
  const setting = { fonts, page, seals, width: pageOf(page).area.width };
  const laid =
    stamp !== undefined
      ? stamped(setting, stamp, date)
      : names.some((name) => name.seal !== undefined)
        ? sealed(setting, names, date)
        : { rows: unsealed(setting, names, date), seals: [] };
  return { count: count + 1, ...laid };
}

function paragraphAt(blocks: readonly Block[], index: number, role: Paragraph['role']): Paragraph | undefined {
  const block = blocks[index];
  return block?.type === 'paragraph' && block.role === role ? block : undefined;
}

interface Setting {
  readonly fonts: FontSet;
  readonly page: PageName;
  readonly seals: Seals;
  /** Of the type area. */
  readonly width: number;
}

/**
 * Right indents in characters of a signature and a date so many characters wide. The date begins two characters right
 * of the signature; a date longer than the signature stands two characters in, and the signature moves left.
 */
export function pairIndents(signature: number, date: number): { readonly signature: number; readonly date: number } {
  const [indent, shift] = [clauses.signatureIndent.value, clauses.dateShift.value];
  if (date > signature) {
    const right = clauses.longDateIndent.value;
    return { signature: date + right + shift - signature, date: right };
  }
  return { signature: indent, date: signature + indent - shift - date };
}

/** Names without seals one below the other, spread to the width of the longest, and the date (7.3.5.2). */
function unsealed(setting: Setting, names: readonly Paragraph[], date: Paragraph): readonly ClosingRow[] {
  const { fonts, page, width } = setting;
  const dateStyle = styleOf(date, page);
  const styles = names.map((name, index) => {
    const style = styleOf(name, page);
    return index === 0 ? style : { ...style, before: 0 };
  });
  const longest = Math.max(...names.map((name, index) => inkWidth(fonts, name, styles[index] as TextStyle)));
  const character = dateStyle.size + dateStyle.spacing;
  const indents = pairIndents(longest / character, inkWidth(fonts, date, dateStyle) / character);
  const rows = names.map((name, index): ClosingRow => {
    const style = styles[index] as TextStyle;
    const rightIndent = indents.signature * character;
    const spread = spreadTo(fonts, name, style, longest);
    if (spread === style) return row(setting, name, { ...style, rightIndent });
    const leftIndent = width - rightIndent - longest;
    return row(setting, name, { ...spread, align: 'left', leftIndent, rightIndent: 0 });
  });
  return [...rows, row(setting, date, { ...dateStyle, rightIndent: indents.date * character })];
}

/** Between names side by side, in characters. */
const nameGap = 0.25;

/** Names in rows, each in the middle of its column, the date below the last, and the seals over them (7.3.5.1). */
function sealed(
  setting: Setting,
  names: readonly Paragraph[],
  date: Paragraph,
): { readonly rows: readonly ClosingRow[]; readonly seals: readonly PlacedSeal[] } {
  const { fonts, page, seals, width } = setting;
  const style = styleOf(names[0] as Paragraph, page);
  const { pitch } = style;
  const character = style.size + style.spacing;
  const dateStyle = styleOf(date, page);
  const dateWidth = inkWidth(fonts, date, dateStyle);
  const sizes = names.map((name) => sealSize(name.seal === undefined ? undefined : seals[name.seal]));
  const diameter = Math.max(...sizes.flatMap((size) => [size.width, size.height]));
  const perRow = rowSizes(names.length, diameter, width);
  const columns = Math.max(...perRow);
  const half = columns === 1 ? inkWidth(fonts, names[0] as Paragraph, style) / 2 : 0;
  const fromRight = Math.min(width / 2, Math.max(half, clauses.sealedDateIndent.value * character + dateWidth / 2));
  const middles = columnMiddles(columns, diameter, fromRight, width);
  const last = middles.at(-1) as number;
  const room =
    columns === 1
      ? 2 * (width - last)
      : Math.min((middles[1] as number) - (middles[0] as number) - nameGap * character, 2 * (width - last));

  const rows: ClosingRow[] = [];
  const places: { readonly name: Paragraph; readonly middle: number; readonly y: number; readonly index: number }[] =
    [];
  /** Bottom of what is placed, and top of the row before, from the end of the text above. */
  let bottom = 0;
  let top = 0;
  let first = 0;
  for (const [index, size] of perRow.entries()) {
    const own = names.slice(first, first + size);
    const ownMiddles = middles.slice(columns - size);
    const laid = own.map((name) => layParagraph(fonts, name, centred(style, 0, room, room), room));
    const lines = Math.max(...laid.map((one) => one.lines.length));
    top =
      index === 0
        ? linesAbove(diameter, lines, pitch) * pitch
        : Math.max(bottom, top + rowDistance(diameter, pitch) * pitch);
    const before = top - bottom;
    rows.push(...namesRows(setting, own, laid, ownMiddles, { lines, before, style }));
    bottom = top + lines * pitch;
    const y = top + sealMiddle(lines) * pitch;
    places.push(...own.map((name, at) => ({ name, middle: ownMiddles[at] as number, y, index: first + at })));
    first += size;
  }
  const dateRight = Math.max(0, width - last - dateWidth / 2);
  rows.push(row(setting, date, { ...dateStyle, before: 0, rightIndent: dateRight }));
  const placed = places.flatMap(({ name, middle, y, index }): PlacedSeal[] => {
    const size = sizes[index] as { readonly width: number; readonly height: number };
    if (name.seal === undefined) return [];
    return [{ name: name.seal, x: middle - size.width / 2, y: y - size.height / 2 - bottom, ...size }];
  });
  return { rows, seals: placed };
}

/** One row of names: a single name as a centred paragraph, several as paragraphs of one line each, divided by tabs. */
function namesRows(
  setting: Setting,
  names: readonly Paragraph[],
  laid: readonly LaidParagraph[],
  middles: readonly number[],
  { lines, before, style }: { readonly lines: number; readonly before: number; readonly style: TextStyle },
): readonly ClosingRow[] {
  const [only] = names;
  const [middle = 0] = middles;
  if (names.length === 1 && only !== undefined) {
    const half = Math.min(middle, setting.width - middle);
    return [row(setting, only, { ...centred(style, middle - half, 2 * half, setting.width), before })];
  }
  return Array.from({ length: lines }, (_, index): ClosingRow => {
    // Shorter names stand on the last lines, next to the date.
    const parts = laid.map((one) => one.lines[index - lines + one.lines.length]);
    const runs = parts.flatMap((part, at) => {
      if (part === undefined) return [];
      const shift = (middles[at] as number) - part.x - part.width / 2;
      return part.runs.map((run): Run => ({ ...run, x: run.x + shift }));
    });
    const children = parts.flatMap((part): Inline[] => [
      { type: 'text', text: `\t${part?.runs.map((run) => run.text).join('') ?? ''}`, role: 'text' },
    ]);
    const line: Line = { x: 0, width: setting.width, runs };
    const used: TextStyle = {
      ...style,
      align: 'left',
      leftIndent: 0,
      rightIndent: 0,
      before: index === 0 ? before : 0,
    };
    const paragraph: Paragraph = { type: 'paragraph', level: 0, role: 'signature', children };
    return { paragraph, laid: laidOf(used, [line]), middles };
  });
}

/** In a box of this place and width, in the middle. */
function centred(style: TextStyle, left: number, box: number, width: number): TextStyle {
  return { ...style, align: 'center', balance: true, leftIndent: left, rightIndent: width - left - box };
}

/** What a stamp is high when there is no image of it. */
const stampHeight = mm(15);

/** The signer's title left of the stamp and level with its middle, the date below (7.3.5.3). */
function stamped(
  setting: Setting,
  title: Paragraph,
  date: Paragraph,
): { readonly rows: readonly ClosingRow[]; readonly seals: readonly PlacedSeal[] } {
  const { seals, page, width } = setting;
  const style = styleOf(title, page);
  const dateStyle = styleOf(date, page);
  const character = style.size + style.spacing;
  const seal = title.seal === undefined ? undefined : seals[title.seal];
  const size = sealSize(seal);
  const stamp = seal?.image ? size : { width: size.width, height: stampHeight };
  const band = Math.max(1, Math.ceil(stamp.height / style.pitch)) * style.pitch;
  const right = clauses.stampIndent.value * character;
  const aside = (band - style.pitch) / 2;
  const gap = clauses.stampDateGap.value * style.pitch;
  const rows = [
    row(setting, title, {
      ...style,
      before: clauses.stampGap.value * style.pitch + aside,
      after: aside + gap,
      rightIndent: right + stamp.width + clauses.stampTitleGap.value * character,
    }),
    row(setting, date, { ...dateStyle, rightIndent: clauses.stampDateIndent.value * character }),
  ];
  if (title.seal === undefined) return { rows, seals: [] };
  const x = width - right - stamp.width;
  return { rows, seals: [{ name: title.seal, x, y: -gap - (band + stamp.height) / 2, ...stamp }] };
}

function row({ fonts, width }: Setting, paragraph: Paragraph, style: TextStyle): ClosingRow {
  return { paragraph, laid: layParagraph(fonts, paragraph, style, width), middles: [] };
}

function laidOf(style: TextStyle, lines: readonly Line[]): LaidParagraph {
  const { pitch, before, after } = style;
  return { style, lines, pitch, before, after, height: before + lines.length * pitch + after };
}
