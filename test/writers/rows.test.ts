import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CellObject } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { styleOf } from '../../src/layout/style.ts';
import { defaultFont, excelStyle, lookOf } from '../../src/writers/xlsx/look.ts';
import { type CellContent, createRowWriter } from '../../src/writers/xlsx/rows.ts';
import type { PlacedCell, PlacedSheet } from '../../src/writers/xlsx/sheet.ts';
import { markedText, withoutMarks } from '../../src/writers/xlsx/text.ts';
import { unpack } from '../../src/writers/zip.ts';

const looks = (['cell', 'opinion', 'total'] as const).flatMap((role) => {
  const look = lookOf(styleOf({ level: 0, role }, 'landscape', 'compact', role === 'total'));
  return [look, { ...look, ruled: true }, { ...look, vertical: 'bottom' as const }];
});

const anyContent = fc.oneof(
  fc.record({
    text: fc.constantFrom('', '内保', ' 内保 & <b>"', 'constructor', '_x0041_', '$&', '2024', '一\n二', '\u0007😀'),
    format: fc.constantFrom('', '@'),
  }),
  fc.record({ number: fc.double({ noNaN: true, noDefaultInfinity: true }), format: fc.constantFrom('', '#,##0.00') }),
  fc.record({
    formula: fc.constantFrom('SUM(A1:B2)', 'IF(A1<B1,"$&",1)'),
    value: fc.constant(null),
    format: fc.constantFrom('', '0%', '0;-0;"-"'),
  }),
);

const anyCell = fc.record({
  content: anyContent,
  look: fc.constantFrom(...looks),
  row: fc.nat(5),
  column: fc.nat(3),
  rowSpan: fc.integer({ min: 1, max: 3 }),
  columnSpan: fc.integer({ min: 1, max: 3 }),
});

type Filled = PlacedCell & { readonly content: CellContent };

/** A sheet of those of the cells that have room in it. */
const anySheet = fc
  .array(anyCell, { maxLength: 14 })
  .map((wanted): { sheet: PlacedSheet; cells: readonly Filled[] } => {
    const [rows, columns] = [6, 4];
    const taken = new Set<string>();
    const cells = wanted.flatMap((one): Filled[] => {
      const places = [...Array(one.rowSpan * one.columnSpan).keys()].map((at) => {
        return `${one.row + Math.floor(at / one.columnSpan)} ${one.column + (at % one.columnSpan)}`;
      });
      const fits = one.row + one.rowSpan <= rows && one.column + one.columnSpan <= columns;
      if (!fits || places.some((place) => taken.has(place))) return [];
      for (const place of places) taken.add(place);
      return [{ ...one, text: '', cell: undefined }];
    });
    const heights = [...Array(rows).keys()].map((row) => 18.5 + row);
    const widths = [...Array(columns).keys()].map(() => 50);
    return { cells, sheet: { columns: { widths }, heights, cells, charts: [], pageEnds: [], head: undefined } };
  });

async function partsOf(data: readonly (readonly (CellObject | null)[])[][]): Promise<(path: string) => string> {
  const sheets = data.map((rows, index) => ({ sheet: `${index}`, data: rows.map((row) => [...row]) }));
  const parts = unpack(await writeExcelFile(sheets, defaultFont).toBuffer());
  return (path) => withoutMarks(path, Buffer.from(parts.get(path) as Uint8Array).toString('utf8'));
}

/** All cells of a sheet, as write-excel-file takes them. */
function wholly({ sheet, cells }: { readonly sheet: PlacedSheet; readonly cells: readonly Filled[] }) {
  const rows = sheet.heights.map(() => sheet.columns.widths.map((): CellObject | null => null));
  for (const { content, look, row, column, rowSpan, columnSpan } of cells) {
    const format = content.format === '' ? {} : { format: content.format };
    const place = { ...excelStyle(look), ...format, rowSpan, columnSpan, height: sheet.heights[row] as number };
    (rows[row] as (CellObject | null)[])[column] =
      'text' in content
        ? { ...place, type: String, value: markedText(content.text) }
        : 'number' in content
          ? { ...place, type: Number, value: content.number }
          : { ...place, type: 'Formula', value: content.formula };
  }
  return rows;
}

test('rows, their styles and texts are those that write-excel-file writes when it is given every cell', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anySheet, { minLength: 1, maxLength: 3 }), async (sheets) => {
      const writer = createRowWriter();
      const rows = sheets.map(({ sheet }) => writer.write(sheet, (cell) => (cell as Filled).content));
      const ours = await partsOf([[writer.looks]]);
      const theirs = await partsOf(sheets.map(wholly));
      for (const [index, xml] of rows.entries()) {
        expect(theirs(`xl/worksheets/sheet${index + 1}.xml`)).toContain(xml);
      }
      expect(ours('xl/styles.xml')).toBe(theirs('xl/styles.xml'));
      expect(theirs('xl/sharedStrings.xml')).toContain(`main">${writer.textsXml()}</sst>`);
    }),
    { numRuns: 60 },
  );
});
