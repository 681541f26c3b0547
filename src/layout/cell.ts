/** The text of a cell: at the largest sizes its styles allow that fit its box and tear nothing. All lengths in pt. */
import type { TableRole } from '../document/schema.ts';
import type { Cell, PageName, Paragraph } from '../document/types.ts';
import { mayPart } from './breaks.ts';
import { sizesOf } from './fit.ts';
import { layParagraph, naturalWidths } from './lines.ts';
import { measure } from './measured.ts';
import { cellStyleOf } from './style.ts';
import type { FontSet, LaidParagraph, TextStyle } from './types.ts';

/** The paragraphs of a cell, each a step smaller than the last until they fit; `room` is their height, or infinite. */
export function layCell(
  fonts: FontSet,
  cell: Cell,
  page: PageName,
  role: TableRole,
  width: number,
  room: number,
): readonly LaidParagraph[] {
  const paragraph = cell.children[0];
  if (paragraph === undefined) return [];
  if (cell.children.length === 1) {
    const sizes = sizesOf(cellStyleOf(cell, paragraph, page, role));
    return [layOne(fonts, paragraph, sizes, width, room)];
  }
  const all = cell.children.map((one) => sizesOf(cellStyleOf(cell, one, page, role)));
  const steps = Math.max(...all.map((own) => own.length));
  const forced = cell.children.map((one, index) => measure(fonts, one.children, all[index]?.[0] as TextStyle));
  let fitting: readonly LaidParagraph[] | undefined;
  let laid: readonly LaidParagraph[] = [];
  for (let step = 0; step < steps; step++) {
    laid = cell.children.map((one, index) => {
      const own = all[index] as readonly TextStyle[];
      return layParagraph(fonts, one, own[Math.min(step, own.length - 1)] as TextStyle, width, forced[index]);
    });
    if (heightOf(laid) > room) continue;
    if (laid.every((one, index) => !isTorn(one, cell.children[index] as Paragraph))) return laid;
    fitting ??= laid;
  }
  return fitting ?? laid;
}

function layOne(
  fonts: FontSet,
  paragraph: Paragraph,
  sizes: readonly TextStyle[],
  width: number,
  room: number,
): LaidParagraph {
  const largest = sizes[0] as TextStyle;
  const estimated = sizes.length > 1 && room < Number.POSITIVE_INFINITY && isWide(paragraph);
  const forced = measure(fonts, paragraph.children, largest);
  const natural = estimated ? naturalWidths(forced, largest) : undefined;
  let fitting: LaidParagraph | undefined;
  let laid: LaidParagraph | undefined;
  for (let step = 0; step < sizes.length; step++) {
    const style = sizes[step] as TextStyle;
    // A size at which the characters alone need more room is passed over before any line is broken.
    const last = step === sizes.length - 1;
    if (natural !== undefined && !last && leastHeight(natural, largest, style, width) > room) continue;
    laid = layParagraph(fonts, paragraph, style, width, forced);
    if (laid.height > room) continue;
    if (!isTorn(laid, paragraph)) return laid;
    fitting ??= laid;
  }
  return fitting ?? (laid as LaidParagraph);
}

/** Characters from which on a text is sooner estimated than broken into lines. */
const wideText = 10;

function isWide({ children }: Paragraph): boolean {
  return children.some((one) => one.type === 'text' && one.text.length > wideText);
}

/** Height below which a paragraph cannot stay, however well its lines are filled. */
function leastHeight(natural: readonly number[], largest: TextStyle, style: TextStyle, width: number): number {
  const scale = style.size / largest.size;
  const box = width - style.leftIndent - style.rightIndent;
  let count = 0;
  // Sums of advances differ from the box by rounding only.
  for (const line of natural) count += Math.max(1, Math.ceil((line * scale) / box - 0.01));
  return style.before + count * style.pitch + style.after;
}

/** Whether a number or a word is broken, or a line that should be one: of an opinion, or of a label with line breaks. */
export function isTorn({ lines }: LaidParagraph, { role, children }: Paragraph): boolean {
  if (lines.length <= 1) return false;
  const breaks = children.filter((inline) => inline.type === 'break').length;
  if (lines.length <= breaks + 1) return false;
  if (role === 'opinion' || (role === 'cell-label' && breaks > 0)) return true;
  return lines.some(({ runs }, index) => {
    const [before = '', after = ''] = [lines[index - 1]?.runs.at(-1)?.text, runs[0]?.text];
    return index > 0 && !mayPart(before, after);
  });
}

export function heightOf(paragraphs: readonly LaidParagraph[]): number {
  let height = 0;
  for (const paragraph of paragraphs) height += paragraph.height;
  return height;
}
