import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { writeTable } from '../../src/writers/table.ts';
import { unpack } from '../../src/writers/zip.ts';

const columns = [
  { title: '单位', width: 20 },
  { title: '金额（元）', width: 12, format: '#,##0.00' },
];
const tableOf = (text: string, amount: number | null = null) => ({ name: '表', columns, rows: [[text, amount]] });

/** Text as people and malice write it: with what formulas, fields of Excel and CSV begin with. */
const risky = fc
  .tuple(fc.constantFrom('', '=', '+', '-', '@', '\t', "=cmd|'/C calc'!A0", '"', ',', '\n'), fc.string())
  .map(([start, rest]) => start + rest);

describe('as CSV', () => {
  test('no cell begins with what a spreadsheet takes for a formula, and nothing of the text is lost', async () => {
    await fc.assert(
      fc.asyncProperty(risky, async (text) => {
        const csv = new TextDecoder().decode(await writeTable(tableOf(text), 'csv'));
        const [, row] = parse(csv, { bom: true, relax_column_count: true }) as string[][];
        const [cell = ''] = row ?? [];
        expect(cell).not.toMatch(/^[=+\-@\t\r]/);
        expect([text, `'${text}`]).toContain(cell);
      }),
      { numRuns: 2000 },
    );
  });

  test('numbers are numbers, and Excel sees that it is UTF-8', async () => {
    const bytes = await writeTable(tableOf('甲', -1234.5), 'csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe('单位,金额（元）\r\n甲,-1234.5\r\n');
  });
});

describe('as a workbook', () => {
  test('there is never a formula, and text of digits stays text', async () => {
    for (const text of ['=1+1', '+1', '-1', '@A1', "=cmd|'/C calc'!A0", '6222000000010000028']) {
      const bytes = await writeTable(tableOf(text, 2000), 'xlsx');
      for (const [path, part] of unpack(bytes)) {
        if (path.startsWith('xl/worksheets/')) expect(new TextDecoder().decode(part)).not.toContain('<f>');
      }
      const [{ data: rows } = { data: [] }] = await readXlsxFile(Buffer.from(bytes));
      expect(rows[1]).toEqual([text, 2000]);
    }
  });

  test('the same table gives the same bytes', async () => {
    expect(await writeTable(tableOf('甲', 1), 'xlsx')).toEqual(await writeTable(tableOf('甲', 1), 'xlsx'));
  });
});
