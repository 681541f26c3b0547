import { expect, test } from 'vitest';
import { readXlsx } from '../../src/case/read-xlsx.ts';
import { textCell, textRow, workbook } from './workbook.ts';

async function rowsOf(xml: string) {
  const sheets = await readXlsx({ path: 'rosters/a.xlsx', bytes: workbook({ 先进单位: xml }) });
  if (!sheets.ok) throw new Error(JSON.stringify(sheets.messages));
  return sheets.value[0]?.rows;
}

test('rows keep their numbers: blank rows above and between are there', async () => {
  const rows = await rowsOf(textRow(3, '区') + textRow(6, '东湖'));
  expect(rows?.map((row) => row[0])).toEqual(
    [undefined, undefined, '区', undefined, undefined, '东湖'].map((x) => x ?? null),
  );
});

test('a cell keeps its type: text that looks like a number stays text, a number is a number, a date a date', async () => {
  const rows = await rowsOf(
    `<row r="1">${textCell('A1', '0012')}<c r="B1"><v>12</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" s="1"><v>27454</v></c></row>`,
  );
  expect(rows?.[0]).toEqual(['0012', 12, true, new Date('1975-03-01T00:00:00Z')]);
});

test('a formula gives the result stored with it', async () => {
  const rows = await rowsOf(
    '<row r="1"><c r="A1" t="str"><f>B1</f><v>东湖</v></c><c r="B1"><f>1+1</f><v>2</v></c></row>',
  );
  expect(rows?.[0]).toEqual(['东湖', 2]);
});

test('a formula that fails gives its error, not an empty cell', async () => {
  const rows = await rowsOf(`<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c t="e" r="B1"><v>#REF!</v></c></row>`);
  expect(rows?.[0]).toEqual(['#N/A', '#REF!']);
});

test('of merged cells the first has the content and the others are empty', async () => {
  const bytes = workbook({ 先进单位: `${textRow(1, '东湖')}<row r="2"><c r="A2"/>${textCell('B2', '二')}</row>` });
  const sheets = await readXlsx({ path: 'a.xlsx', bytes });
  expect(sheets.ok && sheets.value[0]?.rows).toEqual([
    ['东湖', null],
    [null, '二'],
  ]);
});

test('hidden rows are read like all others', async () => {
  const rows = await rowsOf(`${textRow(1, '区')}<row r="2" hidden="1">${textCell('A2', '东湖')}</row>`);
  expect(rows).toEqual([['区'], ['东湖']]);
});

test('every sheet comes with its name, empty ones too', async () => {
  const sheets = await readXlsx({ path: 'a.xlsx', bytes: workbook({ 说明: '', 先进单位: textRow(1, '区') }) });
  expect(sheets.ok && sheets.value.map(({ name, rows }) => [name, rows.length])).toEqual([
    ['说明', 0],
    ['先进单位', 1],
  ]);
});

test('a million empty rows below, as a formatted column leaves them, do no harm', async () => {
  const rows = await rowsOf(`${textRow(1, '区')}<row r="1048576"><c r="A1048576" s="1"/></row>`);
  expect(rows).toEqual([['区']]);
});

test('whatever damage a workbook has is said as a message', async () => {
  const good = workbook({ 先进单位: textRow(1, '区', '会员单位') });
  for (let at = 0; at < good.length; at += 7) {
    const bytes = good.slice();
    bytes.fill(0xff, at, at + 5);
    const result = await readXlsx({ path: 'a.xlsx', bytes });
    if (!result.ok) expect(result.messages.map(({ level }) => level)).toEqual(['error']);
  }
});

test('a cell without its address is a damaged workbook', async () => {
  const bytes = workbook({ 先进单位: '<row r="1"><c t="inlineStr"><is><t>区</t></is></c></row>' });
  const result = await readXlsx({ path: 'a.xlsx', bytes });
  expect(result.messages.map(({ code }) => code)).toEqual(['case.workbook-broken']);
});
