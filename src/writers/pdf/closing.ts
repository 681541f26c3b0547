/** The closing of a paper as boxes: its lines, which stay together, with the seals behind them. */
import type { Block } from '../../document/types.ts';
import type { ImageMark, Marks } from '../../layout/marks.ts';
import type { Seals } from '../../layout/seal.ts';
import { keptLines, type LaidClosing } from '../../layout/signature.ts';
import { type Box, lineBoxes } from './boxes.ts';

/** The boxes of a closing; `noted` where a note follows, which stays with the date. */
export function closingBoxes(closing: LaidClosing, seals: Seals, noted: boolean): readonly Box[] {
  const boxes = closing.rows.flatMap(({ laid }) => lineBoxes(laid));
  const last = boxes.length - 1;
  return boxes.map((box, index) => {
    if (index < last) return { ...box, keepNext: true };
    const draw = (x: number, y: number): Marks => ({ ...box.draw(x, y), images: imagesOf(closing, seals, x, y) });
    return { ...box, keepNext: noted, draw };
  });
}

/** The boxes with the last lines kept with what follows: no closing stands on a page without text. */
export function withKeptEnd(boxes: readonly Box[], closing: Block): readonly Box[] {
  return boxes.map((box, index) =>
    index < boxes.length - keptLines ? box : { ...box, keepNext: true, pulledBy: closing },
  );
}

function imagesOf(closing: LaidClosing, seals: Seals, x: number, y: number): readonly ImageMark[] {
  return closing.seals.flatMap((seal) => {
    const image = seals[seal.name]?.image;
    return image ? [{ image, x: x + seal.x, y: y + seal.y, width: seal.width, height: seal.height }] : [];
  });
}
