/**
 * The rows of sheets as XML. write-excel-file would take the look of every cell apart: it is handed a cell of each look
 * only, which it numbers and writes the styles of.
 */
import type { CellObject } from 'write-excel-file/node';
import { sanitizeTextContent } from 'write-excel-file/utility';
import { kept } from '../../layout/kept.ts';
import type { TextStyle } from '../../layout/types.ts';
import { addressText } from './address.ts';
import { type CellLook, excelStyle } from './look.ts';
import type { PlacedCell, PlacedSheet } from './sheet.ts';
import { heldText } from './text.ts';

/** What a cell holds, with its number format; '' for none. */
export type CellContent = { readonly format: string } & (
  | { readonly text: string }
  | { readonly number: number }
  /** The value is for readers that do not calculate. */
  | { readonly formula: string; readonly value: number | null }
);

export interface RowWriter {
  /** The rows of a sheet, and which of its cells are merged. */
  write(sheet: PlacedSheet, contentOf: (cell: PlacedCell) => CellContent): string;
  /** A cell of each look, in the order of the numbers by which rows refer to their styles. */
  readonly looks: readonly CellObject[];
  /** Inside of the part that holds all texts, each once. */
  textsXml(): string;
}

/** Number of the first look's style; before it comes the one that write-excel-file makes for cells of no look. */
export const firstStyle = 1;

export function createRowWriter(): RowWriter {
  const looks: CellObject[] = [];
  const numbers = new Map<string, number>();
  const numbersByStyle = new Map<TextStyle, Map<string, number>>();
  const texts = new Map<string, number>();

  const styleOf = (look: CellLook, format: string): number => {
    const known = kept(numbersByStyle, look.style, () => new Map<string, number>());
    return kept(known, `${look.ruled} ${look.vertical} ${format}`, () => {
      // Numbers alone may have any format, and this one has no value: it is not seen.
      const cell: CellObject = { ...excelStyle(look), type: Number, ...(format && { format }) };
      return kept(numbers, JSON.stringify(cell), () => looks.push(cell) - 1 + firstStyle);
    });
  };
  const inside = (content: CellContent): string => {
    if ('number' in content) return `><v>${content.number}</v></c>`;
    if ('formula' in content) {
      const value = content.value === null ? '' : `<v>${content.value}</v>`;
      return `><f>${sanitizeTextContent(content.formula)}</f>${value}</c>`;
    }
    return content.text === '' ? '/>' : ` t="s"><v>${kept(texts, content.text, () => texts.size)}</v></c>`;
  };

  return {
    looks,
    write({ heights, cells, columns }, contentOf) {
      const letters = columns.widths.map((_, column) => addressText({ row: 0, column }).slice(0, -1));
      const places = heights.map(() => new Array<PlacedCell | undefined>(letters.length).fill(undefined));
      for (const cell of cells) {
        const right = cell.column + cell.columnSpan;
        for (let row = cell.row; row < cell.row + cell.rowSpan; row++) places[row]?.fill(cell, cell.column, right);
      }
      const merged: string[] = [];
      const rows = places.map((row, at) => {
        let xml = '';
        let begins = false;
        for (const [column, cell] of row.entries()) {
          if (cell === undefined) continue;
          const address = `${letters[column]}${at + 1}`;
          if (cell.row < at || cell.column < column) {
            xml += `<c r="${address}" s="${styleOf(cell.look, '')}"/>`;
            continue;
          }
          const content = contentOf(cell);
          xml += `<c r="${address}" s="${styleOf(cell.look, content.format)}"${inside(content)}`;
          begins = true;
          const last = { row: at + cell.rowSpan - 1, column: column + cell.columnSpan - 1 };
          if (last.row > at || last.column > column) merged.push(`<mergeCell ref="${address}:${addressText(last)}"/>`);
        }
        // A row of nothing but the lower halves of others is as high as a program makes it.
        const height = begins ? ` ht="${heights[at]}" customHeight="1"` : '';
        return `<row r="${at + 1}"${height}${xml === '' ? '/>' : `>${xml}</row>`}`;
      });
      const merges = merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '';
      return `<sheetData>${rows.join('')}</sheetData>${merges}`;
    },
    textsXml: () =>
      [...texts.keys()]
        .map((text) => `<si><t xml:space="preserve">${sanitizeTextContent(heldText(text))}</t></si>`)
        .join(''),
  };
}
