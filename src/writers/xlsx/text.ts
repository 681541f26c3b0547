/**
 * Texts of cells as they are. write-excel-file keeps its texts as names of an object's properties, so that `constructor`
 * and its like name something else: each text is handed over behind a mark, which is taken out of the finished file.
 */

/** A character of nobody's script. */
const mark = '\ue000';
const texts = 'xl/sharedStrings.xml';

/** A text as write-excel-file gets it. */
export function markedText(text: string): string {
  return text === '' ? '' : mark + heldText(text);
}

/** A text as workbooks hold it: `_x0041_` would be read as the character it names, were its _ not written so. */
export function heldText(text: string): string {
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
}

/** A part of the workbook without marks; spaces at the ends of texts stay. */
export function withoutMarks(path: string, xml: string): string {
  return path === texts
    ? xml.replace(new RegExp(`<t(?: xml:space="preserve")?>${mark}`, 'g'), '<t xml:space="preserve">')
    : xml;
}
