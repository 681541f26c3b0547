/** A block of a Word document in the making: plain data, of which an object of the package is made, or XML straight away. */
import type { FileChild } from 'docx';
import { wordTable } from './grid.ts';
import { type PlannedParagraph, wordParagraph } from './paragraph.ts';
import type { PlannedTable } from './table.ts';

export type Piece =
  | { readonly type: 'paragraph'; readonly of: PlannedParagraph; readonly copyMark?: boolean }
  | { readonly type: 'table'; readonly of: PlannedTable }
  /** What no form page has. */
  | { readonly type: 'made'; readonly of: FileChild };

/** The package's object of a piece. */
export function wordBlock(piece: Piece): FileChild {
  switch (piece.type) {
    case 'paragraph':
      return wordParagraph(piece.of);
    case 'table':
      return wordTable(piece.of.grid, (cell) => (piece.of.cells[cell] ?? []).map(wordParagraph));
    case 'made':
      return piece.of;
  }
}
