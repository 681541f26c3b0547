/**
 * A Word table that came to be plain text cell by cell: each cell begins with a tab, its paragraphs stand on lines of
 * their own, and an empty cell (one that is merged with the one above) is a line of a tab only.
 */

/** So many empty cells make sure that the tabs are no indents. */
const fewestEmpty = 3;
const mostColumns = 12;

interface ApartTable {
  readonly rows: readonly (readonly string[])[];
  /** Lines that it takes. */
  readonly length: number;
}

/** Whether there are enough empty cells for such a table. */
export function mayHoldApartTable(raw: readonly string[]): boolean {
  return raw.filter((line) => /^\t\s*$/.test(line)).length >= fewestEmpty;
}

/** The table that begins at this line; undefined where none does. */
export function apartTable(raw: readonly string[], at: number): ApartTable | undefined {
  if (!startsCell(raw[at])) return undefined;
  const cells: string[][] = [];
  let end = at;
  let lastCell = at;
  for (let line = at; line < raw.length; line++) {
    const text = raw[line] as string;
    // A line with tabs inside is a row of another kind of table.
    if (/\S[^\S\t]*\t/.test(text)) break;
    if (startsCell(text)) {
      cells.push([]);
      lastCell = line;
    }
    cells.at(-1)?.push(text.trim());
    end = line + 1;
  }
  // The last cell ends at the first blank line: what follows may be text.
  const rest = raw.slice(lastCell + 1, end).findIndex((line) => line.trim() === '');
  if (rest >= 0) {
    end = lastCell + 1 + rest;
    cells.splice(-1, 1, (cells.at(-1) ?? []).slice(0, rest + 1));
  }
  const texts = cells.map(cellText);
  const empty = texts.filter((text) => text === '').length;
  const columns = columnsOf(texts);
  if (empty < fewestEmpty || columns === undefined) return undefined;
  const rows = Array.from({ length: texts.length / columns }, (_, row) =>
    texts.slice(row * columns, (row + 1) * columns),
  );
  return { rows, length: end - at };
}

function startsCell(text: string | undefined): boolean {
  return text?.startsWith('\t') === true;
}

/** The smallest number of columns of which all empty cells stand in one. */
function columnsOf(texts: readonly string[]): number | undefined {
  for (let columns = 2; columns <= mostColumns; columns++) {
    if (texts.length % columns !== 0) continue;
    const empty = new Set(texts.flatMap((text, index) => (text === '' ? [index % columns] : [])));
    if (empty.size === 1) return columns;
  }
  return undefined;
}

/** The paragraphs of a cell as one text: characters set one below the other make a word, other paragraphs lines. */
function cellText(paragraphs: readonly string[]): string {
  let joined = '';
  let before = '';
  for (const one of paragraphs) {
    if (one === '') continue;
    const vertical = one.length === 1 && (before.length === 1 || /\d$/.test(before));
    joined += joined === '' || vertical ? one : `\n${one}`;
    before = one;
  }
  return joined;
}
