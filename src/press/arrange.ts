/** How sheets stand on the pages of a print run: one or several on each, moved and scaled for the printer. Lengths in pt. */

/** A printer as it was measured on its test page: where it puts a mark, and how long it makes what is one long. */
export interface Calibration {
  /** The point of the page at which the offsets were measured, from its upper left corner. */
  readonly mark: { readonly x: number; readonly y: number };
  /** How far to the right of its place, and below it, the mark was printed. */
  readonly right: number;
  readonly down: number;
  /** Printed length of what is one long. */
  readonly scale: number;
}

export interface Arrangement {
  /** The page. */
  readonly width: number;
  readonly height: number;
  /** Sheets on each page. */
  readonly perPage: number;
  /** Upper left corner of each of these sheets on the page. */
  readonly corners: readonly { readonly x: number; readonly y: number }[];
  /** Of a sheet, for its lower edge, from which PDF counts. */
  readonly sheetHeight: number;
  readonly calibration: Calibration | null;
  /** Whether a blank page follows each, for the back of its paper. */
  readonly duplex: boolean;
}

/** What a printer asks for. */
export interface Printing {
  readonly calibration?: Calibration | null;
  readonly duplex?: boolean;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Each sheet on a page of its own. */
export function onePerPage(
  { width, height }: Size,
  { calibration = null, duplex = false }: Printing = {},
): Arrangement {
  return { width, height, perPage: 1, corners: [{ x: 0, y: 0 }], sheetHeight: height, calibration, duplex };
}

/**
 * As many sheets on a page as it can hold, in rows from the left to the right, the whole in the middle of the page;
 * undefined where it cannot hold one.
 */
export function manyPerPage(
  sheet: Size,
  page: Size,
  gap: number,
  { calibration = null, duplex = false }: Printing = {},
): Arrangement | undefined {
  // Sums of lengths differ by rounding only.
  const fitting = (room: number, size: number) => Math.floor((room + gap + 0.01) / (size + gap));
  const columns = fitting(page.width, sheet.width);
  const rows = fitting(page.height, sheet.height);
  if (columns < 1 || rows < 1) return undefined;
  const left = (page.width - columns * sheet.width - (columns - 1) * gap) / 2;
  const top = (page.height - rows * sheet.height - (rows - 1) * gap) / 2;
  const corners = Array.from({ length: columns * rows }, (_, index) => ({
    x: left + (index % columns) * (sheet.width + gap),
    y: top + Math.floor(index / columns) * (sheet.height + gap),
  }));
  const { width, height } = page;
  return { width, height, perPage: corners.length, corners, sheetHeight: sheet.height, calibration, duplex };
}

/** The transformation of PDF that puts a sheet in its place on the page; '' where it stands there by itself. */
export function matrixOf({ height, corners, sheetHeight, calibration }: Arrangement, place: number): string {
  const corner = corners[place] ?? { x: 0, y: 0 };
  const [x, y] = [corner.x, height - corner.y - sheetHeight];
  if (calibration === null) return x === 0 && y === 0 ? '' : matrix(1, x, y);
  // What is drawn at p is printed at mark + offset + scale (p - mark): drawn at the inverse, it is printed at p.
  const { mark, right, down, scale } = calibration;
  const markY = height - mark.y;
  const shrink = 1 / scale;
  return matrix(shrink, mark.x + (x - mark.x - right) * shrink, markY + (y - markY + down) * shrink);
}

function matrix(scale: number, x: number, y: number): string {
  const [a, e, f] = [scale, x, y].map((value) => String(Math.round(value * 1e5) / 1e5));
  return `${a} 0 0 ${a} ${e} ${f}`;
}
