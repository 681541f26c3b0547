/** The closing of a paper in Word: names and date in their places, the seals as pictures behind them. */
import { HorizontalPositionRelativeFrom, ImageRun, VerticalPositionRelativeFrom } from 'docx';
import type { PageName } from '../../document/types.ts';
import type { PlacedSeal, Seals } from '../../layout/seal.ts';
import type { LaidClosing } from '../../layout/signature.ts';
import type { FontSet, LaidParagraph } from '../../layout/types.ts';
import { type PlannedParagraph, planParagraph } from './paragraph.ts';
import type { Stylesheet } from './stylesheet.ts';

export interface ClosingInPlace {
  readonly closing: LaidClosing;
  readonly seals: Seals;
  readonly page: PageName;
  /** Of the type area. */
  readonly width: number;
  readonly breakBefore: boolean;
  /** Whether a note follows, which stays with the date. */
  readonly noted: boolean;
}

/** The paragraphs of a closing, which stay on one page. */
export function closingParagraphs(
  fonts: FontSet,
  sheet: Stylesheet,
  place: ClosingInPlace,
): readonly PlannedParagraph[] {
  const { closing, page, width, seals } = place;
  const last = closing.rows.length - 1;
  return closing.rows.map(({ paragraph, laid, middles }, index) =>
    planParagraph(fonts, {
      paragraph,
      laid: middles.length > 0 ? laid : closing.seals.length > 0 ? inMiddle(laid, width) : fromLeft(laid),
      named: sheet.styleFor({ paragraph, page }),
      width,
      breakBefore: place.breakBefore && index === 0,
      middles,
      keepNext: index < last || place.noted,
      // Their places count from the date, which has no distance above it that Word might or might not count.
      pictures: index === last ? closing.seals.flatMap((seal, at) => pictureOf(seal, seals, at + 1)) : [],
    }),
  );
}

/**
 * A line at the right, told by where it begins: LibreOffice widens a date by the spaces it sets between Chinese and
 * figures, and its first character is what the standard places.
 */
function fromLeft(laid: LaidParagraph): LaidParagraph {
  const [line, ...more] = laid.lines;
  if (laid.style.align !== 'right' || line === undefined || more.length > 0) return laid;
  return { ...laid, style: { ...laid.style, align: 'left', leftIndent: line.x, firstIndent: 0, rightIndent: 0 } };
}

/** A line over or under another, told by its middle, which stays where it is however wide the line gets. */
function inMiddle(laid: LaidParagraph, width: number): LaidParagraph {
  const [line, ...more] = laid.lines;
  const leftIndent = line === undefined ? 0 : 2 * line.x + line.width - width;
  if (laid.style.align !== 'right' || more.length > 0 || leftIndent < 0) return laid;
  return { ...laid, style: { ...laid.style, align: 'center', leftIndent, firstIndent: 0, rightIndent: 0 } };
}

const emuPerPoint = 12_700;
/** The package counts sizes in pixels. */
const pixelsPerPoint = 4 / 3;

function pictureOf(seal: PlacedSeal, seals: Seals, id: number): readonly ImageRun[] {
  const image = seals[seal.name]?.image;
  if (!image) return [];
  return [
    new ImageRun({
      type: image.format === 'png' ? 'png' : 'jpg',
      data: image.bytes,
      transformation: { width: seal.width * pixelsPerPoint, height: seal.height * pixelsPerPoint },
      altText: { id: String(id), name: `印章${id}`, description: '印章', title: '印章' },
      floating: {
        horizontalPosition: {
          relative: HorizontalPositionRelativeFrom.MARGIN,
          offset: Math.round(seal.x * emuPerPoint),
        },
        verticalPosition: {
          relative: VerticalPositionRelativeFrom.PARAGRAPH,
          offset: Math.round(seal.y * emuPerPoint),
        },
        behindDocument: true,
        allowOverlap: true,
        layoutInCell: false,
      },
    }),
  ];
}
