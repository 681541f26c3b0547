/** What pages have in common: drawn once, as form XObjects, and shown on each of them. */
import type { Content } from './pdf/content.ts';
import { drawPiece, isCopyMark, type Piece, type Sheet, samePiece } from './sheet.ts';

/** Of each piece of a sheet, in order: the piece that all the sheets have there, or undefined where they differ. */
type Common = readonly (Piece | undefined)[];

/** A run of pieces that pages have in common, each run an object of its own: so a page's text keeps its order. */
export interface SharedRun {
  /** The piece after its last. */
  readonly to: number;
  /** Name among the resources of a page, without the slash. */
  readonly name: string;
}

export interface Shared {
  /** The runs of a sheet that others have too, by the first piece of each, for the sheet after `before` and before `next`. */
  runsOf(sheet: Sheet, next: Sheet | undefined): ReadonlyMap<number, SharedRun>;
}

/**
 * Finds out what sheets have in common as they come by. What two neighbours have is taken to be common, until a sheet
 * lacks a part of it: then the rest is, so that after a few sheets it is the labels alone.
 * @param write writes a form XObject, and returns its name
 */
export function createShared(content: Content, write: (drawing: Uint8Array) => string): Shared {
  let common: Common | undefined;
  let runs: ReadonlyMap<number, SharedRun> = new Map();

  const written = (pieces: Common): ReadonlyMap<number, SharedRun> => {
    const found = new Map<number, SharedRun>();
    for (let from = 0; from < pieces.length; from++) {
      let to = from;
      for (let piece = pieces[to]; piece !== undefined; piece = pieces[to]) {
        drawPiece(content, piece);
        to += 1;
      }
      if (to > from) found.set(from, { to, name: write(content.take()) });
      from = to;
    }
    return found;
  };
  return {
    runsOf(sheet, next) {
      if (common === undefined || !hasAll(sheet, common)) {
        common = commonOf(sheet.pieces, common) ?? commonOf(sheet.pieces, next?.pieces);
        runs = common === undefined ? new Map() : written(common);
      }
      return runs;
    },
  };
}

/**
 * What two sheets have in common; undefined where that is nothing. Which copy a sheet is counts as its own: were it held
 * to be common to all first copies, the second ones would no longer be like them.
 */
function commonOf(one: Common, other: Common | undefined): Common | undefined {
  if (one.length !== other?.length) return undefined;
  const common = one.map((piece, index) =>
    piece !== undefined && !isCopyMark(piece) && samePiece(piece, other[index]) ? piece : undefined,
  );
  return common.some((piece) => piece !== undefined) ? common : undefined;
}

function hasAll({ pieces }: Sheet, common: Common): boolean {
  if (pieces.length !== common.length) return false;
  for (let at = 0; at < common.length; at++) {
    const piece = common[at];
    if (piece !== undefined && !samePiece(piece, pieces[at])) return false;
  }
  return true;
}
