import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { expect, test } from 'vitest';
import { plainWorkbook } from '../../src/case/plain-workbook.ts';
import { listedSheets } from '../../src/case/sheet-shape.ts';
import type { Cell } from '../../src/case/table.ts';
import { workbook } from './workbook.ts';

type Rows = readonly (readonly Cell[])[];

/** What is made of a workbook here; undefined where it is left to the library. */
function plain(bytes: Uint8Array): readonly { name: string; rows: Rows }[] | undefined {
  const parts = unzipSync(bytes);
  const partOf = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  return plainWorkbook(listedSheets(partOf), partOf);
}

async function asLibrary(bytes: Uint8Array): Promise<readonly { name: string; rows: Rows }[]> {
  const sheets = await readXlsxFile(bytes.slice().buffer);
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as Rows }));
}

/** The workbook with shared strings and these cell styles. */
function withParts(rows: string, strings: readonly string[], styles: string): Uint8Array {
  const parts = unzipSync(workbook({ 先进单位: rows }));
  const relations = strFromU8(parts['xl/_rels/workbook.xml.rels'] as Uint8Array);
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings';
  return zipSync({
    ...parts,
    'xl/_rels/workbook.xml.rels': strToU8(
      relations.replace('</Rel', `<Relationship Id="rIdTexts" Type="${type}" Target="sharedStrings.xml"/></Rel`),
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings.join('')}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`),
  });
}

/** Styles 0 to 3 are certain to show numbers, 4 to 6 are dates, 7 is not certain. */
const styles =
  '<numFmts><numFmt numFmtId="176" formatCode="0_ "/><numFmt numFmtId="177" formatCode="yyyy/m/d"/><numFmt numFmtId="178" formatCode="0&quot;人&quot;"/></numFmts>' +
  '<cellXfs><xf/><xf numFmtId="49" xfId="0"><alignment/></xf><xf numFmtId="2"/><xf numFmtId="176"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="177"/><xf numFmtId="178"/></cellXfs>';

const words = fc.constantFrom(
  '区',
  '示例有限公司',
  ' 两边 有空 ',
  '',
  '\n',
  'A&amp;B',
  '&lt;甲&gt;',
  '&#10;',
  '_x0041_',
  '_x005F_x0041_',
  '0012',
  '　',
);
const said = fc.array(words, { maxLength: 3 }).map((some) => some.join(''));
const sharedString = fc.oneof(
  { weight: 8, arbitrary: said.map((text) => `<si><t xml:space="preserve">${text}</t></si>`) },
  said.map((text) => `<si><t>${text}</t><phoneticPr fontId="1" type="noConversion"/></si>`),
  fc.constant('<si><t/></si>'),
);
const richString = fc.constant('<si><r><rPr><b/></rPr><t>粗</t></r><r><t>细</t></r></si>');
const formula = fc.constantFrom('', '<f>A1</f>', '<f t="shared" ref="A1:A9" si="0"/>');
const number = fc.oneof(fc.integer().map(String), fc.double({ noNaN: true, noDefaultInfinity: true }).map(String));
/** What stands behind the address of a cell. */
const plainCell = fc.oneof(
  fc.nat(9).map((index) => ` s="1" t="s"><v>${index}</v></c>`),
  fc.tuple(formula, said).map(([f, text]) => ` t="str">${f}<v>${text}</v></c>`),
  said.map((text) => ` t="inlineStr"><is><t>${text}</t></is></c>`),
  fc.tuple(fc.nat(3), formula, number).map(([style, f, value]) => ` s="${style}">${f}<v>${value}</v></c>`),
  fc.tuple(formula, number).map(([f, value]) => ` t="n">${f}<v>${value}</v></c>`),
  fc.constantFrom(
    ' t="b"><v>1</v></c>',
    ' t="b"><v>0</v></c>',
    ' s="2"/>',
    '/>',
    ' s="1" t="s"></c>',
    ' t="str"><f>A1</f></c>',
  ),
);
const strangeCell = fc.constantFrom(
  ' s="4"><v>45000</v></c>',
  ' s="6"><v>45000.5</v></c>',
  ' s="7"><v>12</v></c>',
  ' t="d"><v>2024-12-30</v></c>',
  ' t="inlineStr"><is><r><t>粗</t></r><r><t>细</t></r></is></c>',
  ' t="inlineStr"><is><t>&#x41;</t></is></c>',
  ' t="n" s="1"><v>5</v></c>',
  ' cm="1" t="str"><f>A1</f><v>x</v></c>',
  '><v>12</v><!-- a note --></c>',
);
/** Cells by row and column, most places empty. */
const sheetOf = (cell: fc.Arbitrary<string>) =>
  fc.array(fc.array(fc.option(cell, { freq: 3 }), { maxLength: 5 }), { maxLength: 6 }).map((rows) =>
    rows
      .map((cells, row) => {
        const all = cells.map((one, at) =>
          one === null ? '' : `<c r="${String.fromCharCode(65 + at)}${row + 1}"${one}`,
        );
        return cells.length === 1 ? '' : `<row r="${row + 1}" spans="1:5" x14ac:dyDescent="0.2">${all.join('')}</row>`;
      })
      .join(''),
  );
const ten = (one: fc.Arbitrary<string>) => fc.array(one, { minLength: 10, maxLength: 10 });

test('a plain workbook is read here, and as the library reads it', async () => {
  await fc.assert(
    fc.asyncProperty(sheetOf(plainCell), ten(sharedString), async (rows, strings) => {
      const bytes = withParts(rows, strings, styles);
      const read = plain(bytes);
      expect(read).toEqual(await asLibrary(bytes));
    }),
    { numRuns: 500 },
  );
});

test('of any other workbook nothing is made that the library would make otherwise', async () => {
  let left = 0;
  await fc.assert(
    fc.asyncProperty(
      sheetOf(fc.oneof({ weight: 9, arbitrary: plainCell }, strangeCell)),
      ten(fc.oneof({ weight: 30, arbitrary: sharedString }, richString)),
      async (rows, strings) => {
        const bytes = withParts(rows, strings, styles);
        const read = plain(bytes);
        if (read === undefined) left += 1;
        else expect(read).toEqual(await asLibrary(bytes));
      },
    ),
    { numRuns: 500 },
  );
  expect(left).toBeGreaterThan(50);
});

test('an error in a cell comes through as text, which the library drops', () => {
  const bytes = workbook({ 先进单位: '<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>' });
  expect(plain(bytes)).toEqual([{ name: '先进单位', rows: [['#N/A']] }]);
});

test.each([
  ['rows out of order', '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'],
  ['cells out of order', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'],
  ['a text that is not there', '<row r="1"><c r="A1" t="s"><v>99</v></c></row>'],
  ['a number that is none', '<row r="1"><c r="A1"><v>zwölf</v></c></row>'],
  ['a style that is not there', '<row r="1"><c r="A1" s="9"><v>1</v></c></row>'],
])('%s are left to the library, which refuses them', async (_, rows) => {
  const bytes = workbook({ 先进单位: rows });
  expect(plain(bytes)).toBeUndefined();
  await expect(asLibrary(bytes)).rejects.toThrow();
});

test('what other programs write is plain, unless it has dates', () => {
  const folder = new URL('../intake/mess/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
  const left = files.filter((name) => plain(new Uint8Array(readFileSync(new URL(name, folder)))) === undefined);
  expect(left).toEqual(['dates-as-serial.xlsx']);
  expect(files.length).toBeGreaterThan(10);
});
