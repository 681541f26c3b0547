/** Blocks as XML: the package makes what stands round their texts once for all that look alike. */
import { Paragraph, TextRun } from 'docx';
import { kept, recent } from '../../layout/kept.ts';
import type { Ink } from '../../press/docx/ink.ts';
import { type Stencil, writeParagraph } from '../../press/docx/stencils.ts';
import { xmlOf } from '../../press/docx/xml.ts';
import { type GridRow, type TableGrid, wordRow, wordTable } from './grid.ts';
import type { Piece } from './piece.ts';
import type { PlannedTable } from './table.ts';

/** Writes blocks one after the other; none of them has a picture, whose file the package would have to keep. */
export function writePieces(pieces: readonly Piece[], ink: Ink): void {
  for (const piece of pieces) {
    if (piece.type === 'paragraph') writeParagraph(piece.of, ink);
    else if (piece.type === 'table') writeTable(piece.of, ink);
    else ink.raw(Buffer.from(xmlOf(piece.of)));
  }
}

function writeTable({ grid, cells }: PlannedTable, ink: Ink): void {
  const [head, foot] = tableStencil(grid) as [Uint8Array, Uint8Array];
  let cell = 0;
  ink.raw(head);
  for (const row of grid.rows) {
    for (const [index, part] of rowStencil(row).entries()) {
      if (index > 0) for (const paragraph of cells[cell++] ?? []) writeParagraph(paragraph, ink);
      ink.raw(part);
    }
  }
  ink.raw(foot);
}

/** Stands where a text will be. */
export const gap = () => new Paragraph({ children: [new TextRun('\ue000')] });
export const gapXml = xmlOf(gap());

const tables = recent<Stencil>(1000);
const rows = recent<Stencil>(1000);

/** A table without its rows, which look alike in long tables: what stands before them, and behind. */
function tableStencil({ look }: TableGrid): Stencil {
  return kept(tables, JSON.stringify(look), () => {
    const foot = '</w:tbl>';
    const xml = xmlOf(wordTable({ look, rows: [] }, () => []));
    return [xml.slice(0, -foot.length), foot].map((part) => Buffer.from(part));
  });
}

/** A row with a gap for the paragraphs of each cell that has text. */
function rowStencil(row: GridRow): Stencil {
  return kept(rows, JSON.stringify(row), () =>
    xmlOf(wordRow(row, () => [gap()]))
      .split(gapXml)
      .map((part) => Buffer.from(part)),
  );
}
