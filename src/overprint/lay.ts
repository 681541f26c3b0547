/** Sets the variable text of a document alone, each text where the stock has its place. */
import type { Paragraph } from '../document/types.ts';
import { isTorn } from '../layout/cell.ts';
import { sizesOf } from '../layout/fit.ts';
import { layParagraph } from '../layout/lines.ts';
import { missingGlyphs } from '../layout/missing.ts';
import type { FontSet, LaidParagraph, TextStyle } from '../layout/types.ts';
import { mm } from '../layout/units.ts';
import { type Message, message, type Place } from '../message.ts';
import type { Piece, Sheet } from '../press/sheet.ts';
import type { Stock, StockText } from './stock.ts';

/** What is printed on one sheet: the fields of the view, and where they come from in the user's files. */
export interface Item {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly place: Place | undefined;
}

/** Lines are this many sizes apart where the stock does not say. */
const usualPitch = 1.4;

/** One sheet for each item. Errors: `stock.too-long`, `font.glyph-missing`. */
export function laySheets(
  fonts: FontSet,
  { texts, paper }: Stock,
  items: readonly Item[],
): { readonly sheets: readonly Sheet[]; readonly messages: readonly Message[] } {
  const styles = new Map(texts.map((one) => [one, styleOf(one)]));
  const messages: Message[] = [];
  const sheets = items.map(({ fields, place }): Sheet => {
    const pieces: Piece[] = [];
    for (const one of texts) {
      if ((one.if !== undefined && !fields[one.if]) || (one.unless !== undefined && fields[one.unless])) continue;
      const paragraph = paragraphOf(
        one.text.replace(/\{([^{}]*)\}/g, (_, field: string) => String(fields[field] ?? '')),
      );
      const room = one.height === undefined ? Number.POSITIVE_INFINITY : mm(one.height);
      const laid = fitting(fonts, paragraph, styles.get(one) as TextStyle, mm(one.width), room);
      const lowest = one.height === undefined ? paper.height - mm(one.top) : room;
      if (laid.height > lowest + tolerance) {
        const facts = { what: one.text, lines: laid.lines.length, size: laid.style.size };
        messages.push(message('stock.too-long', { ...(place && { place }), ...facts }));
      }
      const free = Number.isFinite(room) ? Math.max(0, room - laid.height) : 0;
      const y = mm(one.top) + free * { top: 0, middle: 0.5, bottom: 1 }[one.vertical];
      pieces.push({ type: 'paragraph', of: laid, x: mm(one.left), y, end: y + laid.height, copyMark: false });
      const tree = { title: '', lang: 'zh-CN', page: 'plain', children: [paragraph] } as const;
      messages.push(...missingGlyphs(tree, fonts));
    }
    return { pieces };
  });
  return { sheets, messages };
}

const tolerance = 0.01;

function paragraphOf(text: string): Paragraph {
  return { type: 'paragraph', level: 0, role: 'body', children: [{ type: 'text', text, role: 'text' }] };
}

function styleOf({ font, size, smallest = size, pitch = size * usualPitch, align, indent }: StockText): TextStyle {
  return {
    slot: font as TextStyle['slot'],
    size,
    minSize: Math.min(smallest, size),
    pitch,
    align,
    firstIndent: indent * size,
    leftIndent: 0,
    rightIndent: 0,
    before: 0,
    after: 0,
    color: '#000000',
    bold: false,
    spacing: 0,
    keepNext: false,
    balance: false,
  };
}

/** The largest size at which the text fits its box and no number is torn; without a height it is one line. */
function fitting(fonts: FontSet, paragraph: Paragraph, style: TextStyle, width: number, room: number): LaidParagraph {
  const sizes = sizesOf(style).map((sized) => layParagraph(fonts, paragraph, sized, width));
  const fits = (laid: LaidParagraph) =>
    Number.isFinite(room) ? laid.height <= room + tolerance : laid.lines.length === 1;
  const smallest = sizes.at(-1) as LaidParagraph;
  return sizes.find((laid) => fits(laid) && !isTorn(laid, paragraph)) ?? sizes.find(fits) ?? smallest;
}
