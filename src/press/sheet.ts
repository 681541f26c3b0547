/** What a form page shows, piece by piece, each in its place: what two pages have in common is the same object. */
import type { FormPage } from '../document/types.ts';
import { type LaidForm, layForm } from '../layout/form.ts';
import { frameMarks } from '../layout/frame.ts';
import { type LineMark, paragraphMarks, ruleMarks, type TextMark } from '../layout/marks.ts';
import type { PageGeometry } from '../layout/page.ts';
import { ruleStyle } from '../layout/style.ts';
import { cellMarks, rowTops, tableRules } from '../layout/table-marks.ts';
import type { FontSet, LaidCell, LaidParagraph, LaidTable } from '../layout/types.ts';
import type { Content } from './pdf/content.ts';

interface Place {
  /** Left edge, upper and lower edge, in pt from the page's upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly end: number;
}

export type Piece =
  | (Place & { readonly type: 'lines'; readonly of: readonly LineMark[] })
  | (Place & { readonly type: 'paragraph'; readonly of: LaidParagraph; readonly copyMark: boolean })
  | (Place & { readonly type: 'cell'; readonly of: LaidCell; readonly padding: LaidTable['padding'] });

/** What stands on one page, or on one of the cards of a page. */
export interface Sheet {
  readonly pieces: readonly Piece[];
}

/** A form page, laid. */
export interface FormSheet extends Sheet {
  readonly laid: LaidForm;
}

/**
 * Lays a form page.
 * @param like the sheet before, on the same page: what this one has of it is taken over
 */
export function sheetOf(fonts: FontSet, form: FormPage, page: PageGeometry, like?: FormSheet): FormSheet {
  const laid = layForm(fonts, form, page.name, like?.laid);
  const pieces: Piece[] = [];
  if (form.frame !== '') pieces.push({ type: 'lines', of: frameMarks[form.frame], x: 0, y: 0, end: page.height });
  const x = page.margin.left;
  let y = page.margin.top;
  for (const [index, block] of laid.blocks.entries()) {
    const end = y + ('laid' in block ? block.laid.height : block.height);
    if (block.type === 'paragraph') {
      pieces.push({ type: 'paragraph', of: block.laid, x, y, end, copyMark: block.paragraph.role === 'mark' });
    } else if (block.type === 'table') {
      const before = like?.laid.blocks[index];
      const rules = like?.pieces[pieces.length];
      const same =
        before?.type === 'table' && sameGrid(block.laid, before.laid) && rules?.type === 'lines' && rules.y === y;
      pieces.push(same ? rules : { type: 'lines', of: tableRules(block.laid, x, y), x, y, end });
      const tops = rowTops(block.laid, y);
      const { cells, padding } = block.laid;
      for (let at = 0; at < cells.length; at++) {
        const cell = cells[at] as LaidCell;
        const top = tops[cell.row] as number;
        const bottom = tops[cell.row + cell.cell.rowspan] as number;
        const known = like?.pieces[pieces.length];
        pieces.push(
          known?.of === cell && known.x === x && known.y === top && known.end === bottom
            ? known
            : { type: 'cell', of: cell, x, y: top, end: bottom, padding },
        );
      }
    } else if (block.type === 'rule') {
      const rule = ruleStyle(block.rule.role, page.name);
      pieces.push({ type: 'lines', of: ruleMarks(rule, x, y + rule.before), x, y, end });
    }
    y = end;
  }
  return { laid, pieces };
}

/** The columns of a table that is like another are that one's. */
function sameGrid(one: LaidTable, other: LaidTable): boolean {
  return (
    one.columns === other.columns &&
    (one.rows === other.rows || one.rows.every((height, row) => height === other.rows[row]))
  );
}

/** Whether two pages show the same in the same place. */
export function samePiece(one: Piece, other: Piece | undefined): boolean {
  return one === other || (one.of === other?.of && one.x === other.x && one.y === other.y && one.end === other.end);
}

/** Which copy a form is: all that differs between the copies. */
export function isCopyMark(piece: Piece): boolean {
  return piece.type === 'paragraph' && piece.copyMark;
}

export function drawPiece(content: Content, piece: Piece): void {
  if (piece.type === 'lines') content.lines(piece.of);
  else {
    const marks = textsOf(piece);
    for (let at = 0; at < marks.length; at++) content.text(marks[at] as TextMark);
  }
}

function textsOf(piece: Exclude<Piece, { type: 'lines' }>): readonly TextMark[] {
  if (piece.type === 'paragraph') return paragraphMarks(piece.of, piece.x, piece.y);
  return cellMarks(piece.of, piece.padding, piece.x, piece.y, piece.end);
}
