import { beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/document/parse.ts';
import { loadFonts } from '../../src/layout/fonts.ts';
import type { WriteContext } from '../../src/writers/types.ts';
import { sheetNames } from '../../src/writers/xlsx/name.ts';
import { writeXlsx } from '../../src/writers/xlsx.ts';
import { unpack } from '../../src/writers/zip.ts';
import { officeMissing, pageCount, renderOffice } from '../support/office.ts';
import { dumpXlsx, type ReadSheet, readXlsx, recalculated } from '../support/xlsx.ts';

let context: WriteContext;
beforeAll(async () => {
  const fonts = await loadFonts({ system: false });
  if (!fonts.ok) throw new Error('the free fonts are missing');
  context = { fonts: fonts.value, date: new Date('2024-12-17T00:00:00Z'), author: '示例协会' };
});

function write(body: string, page = 'plain', title = '名额表'): Promise<Uint8Array> {
  const tree = parseDocument(`<article title="${title}" page="${page}">${body}</article>`);
  if (!tree.ok) throw new Error(JSON.stringify(tree.messages, null, 1));
  return writeXlsx(tree.value, context);
}

async function firstSheet(body: string, page?: string): Promise<ReadSheet> {
  const [sheet] = readXlsx(await write(body, page));
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

const row = (cells: string) => `<table role="grid"><tbody><tr>${cells}</tr></tbody></table>`;

/** Two scopes with their sums, and a second sheet that refers to the first. */
const quota = `
<section role="sheet" name="名额">
  <h1>名额分配表</h1>
  <table role="grid">
    <colgroup><col width="20"/><col width="20"/><col width="20"/></colgroup>
    <thead><tr><th rowspan="2">区</th><th colspan="2">名额</th></tr><tr><th>会员</th><th>单位</th></tr></thead>
    <tbody name="districts">
      <tr><td>东</td><td type="number" value="650" name="members">650</td><td type="number" value="20" name="unit" formula="ROUND([members]*[rate],0)">20</td></tr>
      <tr><td>西</td><td type="number" value="" name="members">-</td><td type="number" value="1" name="unit">1</td></tr>
      <tr><td>北</td><td type="number" value="36" name="members">36</td><td type="number" value="0" name="unit">-</td></tr>
    </tbody>
    <tbody name="city"></tbody>
    <tbody><tr><th>合计</th><th type="number" value="686" formula="SUM([members@districts],[members@city])" format="#,##0">686</th>
      <th type="number" value="21" formula="SUM([unit@districts],[unit@city])" name="units">21</th></tr></tbody>
  </table>
  <table role="bare"><colgroup><col width="1"/><col width="2"/></colgroup><tbody><tr><td>比例</td><td type="number" value="0.03" format="0%" name="rate">3%</td></tr></tbody></table>
</section>
<section role="sheet" name="金额/元">
  <table role="grid"><tbody name="pay"><tr><td type="number" value="2000" name="price" format="#,##0.00">2,000.00</td>
    <td type="number" value="42000" formula="[units]*[price]" format="#,##0.00">42,000.00</td></tr></tbody>
    <tbody><tr><td>合计</td><td type="number" value="651" formula="SUM([members@districts])-MAX([members@districts])+SUM([price@pay])-1385">651</td></tr></tbody>
  </table>
</section>`;

describe('cells', () => {
  test('numbers, formulas with their values, and text', async () => {
    expect(dumpXlsx(await write(quota))).toBe(
      [
        '名额!A1 | text | 名额分配表 | General',
        '名额!A2 | text | 区 | General',
        '名额!B2 | text | 名额 | General',
        '名额!B3 | text | 会员 | General',
        '名额!C3 | text | 单位 | General',
        '名额!A4 | text | 东 | General',
        '名额!B4 | number | 650 | General',
        '名额!C4 | formula | =ROUND(B4*$B$8,0) → 20 | General',
        '名额!A5 | text | 西 | General',
        '名额!B5 | text | - | General',
        '名额!C5 | number | 1 | General',
        '名额!A6 | text | 北 | General',
        '名额!B6 | number | 36 | General',
        '名额!C6 | number | 0 | General;-General;"-"',
        '名额!A7 | text | 合计 | General',
        '名额!B7 | formula | =SUM(B4:B6,0) → 686 | #,##0',
        '名额!C7 | formula | =SUM(C4:C6,0) → 21 | General',
        '名额!A8 | text | 比例 | General',
        '名额!B8 | number | 0.03 | 0%',
        '金额／元!A1 | number | 2000 | #,##0.00',
        "金额／元!B1 | formula | ='名额'!$C$7*A1 → 42000 | #,##0.00",
        '金额／元!A2 | text | 合计 | General',
        "金额／元!B2 | formula | =SUM('名额'!B4:B6)-MAX('名额'!B4:B6)+SUM(A1:A1)-1385 → 651 | General",
      ].join('\n'),
    );
  });

  test.skipIf(officeMissing)('LibreOffice calculates the values that the workbook carries', async () => {
    const bytes = await write(quota);
    const values = (book: Uint8Array) =>
      dumpXlsx(book)
        .split('\n')
        .filter((line) => line.includes('| formula |'))
        .map((line) => [line.split(' | ')[0], Number(/→ (\S+)/.exec(line)?.[1])]);
    expect(values(bytes)).toHaveLength(5);
    expect(values(await recalculated(bytes))).toEqual(values(bytes));
  });

  test.each(['=1+1', '+86', '-5', '@SUM(A1)', '310105199001011234', '6222 0212', '=HYPERLINK("http://x")'])(
    '%s in the data is text, never a number or a formula',
    async (text) => {
      const escaped = text.replaceAll('"', '&quot;');
      expect((await firstSheet(row(`<td type="text">${escaped}</td>`))).lines).toEqual([
        `名额表!A1 | text | ${text} | @`,
      ]);
    },
  );

  test('an empty column of identifiers is text too where the template says so', async () => {
    const [line] = (await firstSheet(row('<td format="@">户名</td>'))).lines;
    expect(line).toBe('名额表!A1 | text | 户名 | @');
  });

  test('paragraphs of a cell and line breaks are lines of its text', async () => {
    const { lines } = await firstSheet(row('<td><p>同意<br/>盖章</p><p>日期</p></td>'));
    expect(lines).toEqual(['名额表!A1 | text | 同意\n盖章\n日期 | General']);
  });

  test('markup in the data comes out as it is', async () => {
    const { lines } = await firstSheet('<p>甲&amp;乙 &lt;b&gt; &quot;丙&quot;</p>');
    expect(lines).toEqual(['名额表!A1 | text | 甲&乙 <b> "丙" | General']);
  });
});

describe('sheets', () => {
  test('a tree without sheets is one, named after the document', async () => {
    expect(readXlsx(await write('<p>a</p>', 'plain', '2024年度：名额[表]')).map(({ name }) => name)).toEqual([
      '2024年度：名额［表］',
    ]);
  });

  test('what stands outside the sheets is a sheet in front', async () => {
    const sheets = readXlsx(await write('<h1>封面</h1><section role="sheet" name="表"><p>a</p></section>'));
    expect(sheets.map(({ name }) => name)).toEqual(['名额表', '表']);
  });

  test('names are as Excel allows them: short, plain, none twice', () => {
    const long = '二〇二四年度上海内保工作先进集体和先进个人评选表彰活动名额分配总表';
    expect(sheetNames(['a/b:c', 'A／B：C', "'引'", '', long, long])).toEqual([
      'a／b：c',
      'A／B：C(2)',
      '引',
      'Sheet',
      long.slice(0, 31),
      `${long.slice(0, 28)}(2)`,
    ]);
    for (const name of sheetNames(['𠮷'.repeat(20)])) expect(name).toBe('𠮷'.repeat(15));
  });

  test('titles run across the columns, spans are merged, a coarser table merges columns of the finer', async () => {
    const [sheet] = readXlsx(await write(quota));
    expect(sheet?.merged).toEqual(['A1:C1', 'A2:A3', 'B2:C2', 'B8:C8']);
  });

  test('it prints on A4, one page wide, head repeated and page numbers at the foot', async () => {
    const bytes = await write(quota, 'landscape');
    const [sheet] = readXlsx(bytes);
    expect(sheet?.xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(sheet?.xml).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(sheet?.xml).toContain('&amp;C第 &amp;P 页 共 &amp;N 页');
    expect(sheet?.xml).toMatch(/<pane ySplit="3"[^>]*state="frozen"/);
    const workbook = new TextDecoder().decode(unpack(bytes).get('xl/workbook.xml'));
    expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'名额'!$2:$3</definedName>`);
  });

  test.skipIf(officeMissing)('a list of 120 rows prints in a few pages, none of them beside another', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => `<tr><td>${index + 1}</td><td>示例有限公司</td></tr>`).join(
      '',
    );
    const list = `<h1>名册</h1><table role="grid"><colgroup><col width="10"/><col width="60"/></colgroup><thead><tr><th>序号</th><th>单位</th></tr></thead><tbody>${rows}</tbody></table>`;
    const pages = await pageCount(await renderOffice(await write(list), 'xlsx'));
    expect(pages).toBeGreaterThan(2);
    expect(pages).toBeLessThan(6);
  });
});

describe('the file', () => {
  test('has title, author and date of the document, not the clock', async () => {
    const core = new TextDecoder().decode(unpack(await write('<p>a</p>')).get('docProps/core.xml'));
    expect(core).toContain(
      '<dc:title>名额表</dc:title><dc:creator>示例协会</dc:creator><dc:language>zh-CN</dc:language>',
    );
    expect(core.match(/2024-12-17T00:00:00Z/g)).toHaveLength(2);
  });

  test('is the same, byte for byte, every time', async () => {
    expect(Buffer.from(await write(quota)).equals(Buffer.from(await write(quota)))).toBe(true);
  });
});
