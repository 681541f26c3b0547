/** Notes on cells: the text in one part, the shape that shows it in another, as every spreadsheet since Excel 97 reads them. */
import { type Address, addressText } from '../writers/xlsx/address.ts';
import { escapeXml } from './xml.ts';

export interface Note {
  readonly at: Address;
  readonly text: string;
}

interface NotesParts {
  readonly files: Readonly<Record<string, string>>;
  /** For the sheet's relationships. */
  readonly relationships: string;
  readonly contentType: string;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * The parts for the notes of one sheet.
 * @param widths of the sheet's columns, in characters
 * @param number the sheet's, from 1
 */
export function notesParts(notes: readonly Note[], widths: readonly number[], number: number): NotesParts {
  const comments = `xl/comments${number}.xml`;
  const shapes = `xl/drawings/vmlDrawing${number}.vml`;
  return {
    files: { [comments]: commentsXml(notes), [shapes]: shapesXml(notes, widths, number) },
    relationships:
      `<Relationship Id="rIdNotes" Type="${relations}/comments" Target="../comments${number}.xml"/>` +
      `<Relationship Id="rIdNotesShapes" Type="${relations}/vmlDrawing" Target="../drawings/vmlDrawing${number}.vml"/>`,
    contentType: `<Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml" PartName="/${comments}"/>`,
  };
}

function commentsXml(notes: readonly Note[]): string {
  const comments = notes.map(
    ({ at, text }) =>
      `<comment ref="${addressText(at)}" authorId="0"><text><r><rPr><sz val="10"/><rFont val="宋体"/></rPr>` +
      `<t xml:space="preserve">${escapeXml(text)}</t></r></text></comment>`,
  );
  return (
    `${head}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author/></authors>` +
    `<commentList>${comments.join('')}</commentList></comments>`
  );
}

/** Sizes of a note in pixels, and how many characters of 10 pt a line of it holds. */
const noteWidth = 250;
const lineHeight = 18;
const charactersPerLine = 18;
const rowHeight = 20;

function shapesXml(notes: readonly Note[], widths: readonly number[], number: number): string {
  const shapes = notes.map(({ at: { row, column }, text }, index) => {
    const lines = text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / charactersPerLine)), 0);
    const height = lines * lineHeight + 10;
    const right = columnAt(widths, column, noteWidth);
    const bottom = row + 1 + Math.ceil(height / rowHeight);
    // Left column and offset, top row and offset, right column and offset, bottom row and offset; offsets in pixels.
    const anchor = [column, 8, row + 1, 4, right.column, right.offset, bottom, 4].join(', ');
    return (
      `<v:shape id="_x0000_s${number * 1024 + index + 1}" type="#_x0000_t202" fillcolor="#ffffe1" o:insetmode="auto"` +
      ` style="position:absolute;visibility:hidden;width:${noteWidth}px;height:${height}px;z-index:${index + 1}">` +
      '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>' +
      '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>` +
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    );
  });
  return (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"' +
    ' xmlns:x="urn:schemas-microsoft-com:office:excel">' +
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${number}"/></o:shapelayout>` +
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>' +
    `${shapes.join('')}</xml>`
  );
}

/** The column so many pixels right of where another begins, and how far into it. */
function columnAt(widths: readonly number[], from: number, pixels: number): { column: number; offset: number } {
  let column = from;
  let offset = pixels;
  for (;;) {
    const width = (widths[column] ?? 9) * 8;
    if (offset < width) return { column, offset: Math.round(offset) };
    offset -= width;
    column += 1;
  }
}
