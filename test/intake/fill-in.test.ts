import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readCase, readFrame } from '../../src/case/read.ts';
import { districtColumns } from '../../src/case/roster-columns.ts';
import { categoryNames } from '../../src/case/terms.ts';
import { categories } from '../../src/case/types.ts';
import { fillInSheets, writeFillIn } from '../../src/intake/fill-in.ts';
import { writeWorkbook } from '../../src/intake/workbook.ts';
import { quotaTable } from '../../src/rules/quota.ts';
import { unpack } from '../../src/writers/zip.ts';
import { caseFolder } from '../case/folder.ts';
import { runCli } from '../support/cli.ts';
import { readXlsx } from '../support/xlsx.ts';

/** The workbook of 东湖: 3 units, 1 department, 2 responsible persons, 2 officers at city level. */
let made: Promise<Uint8Array> | undefined;
function workbook(): Promise<Uint8Array> {
  made ??= makeWorkbook();
  return made;
}

async function makeWorkbook(): Promise<Uint8Array> {
  const frame = await readFrame(await caseFolder());
  if (!frame.ok) throw new Error('the small case cannot be read');
  const { settings, districts } = frame.value;
  const [row] = quotaTable(districts, settings.quota.rates).rows;
  if (!row) throw new Error('the small case has no districts');
  return writeWorkbook(fillInSheets(row, settings));
}

const sheetOf = async (name: string) => {
  const sheet = readXlsx(await workbook()).find((one) => one.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
};

/** Which cells of a sheet are open to typing. */
async function isOpen(name: string, address: string): Promise<boolean> {
  const bytes = await workbook();
  const sheets = readXlsx(bytes);
  const sheet = sheets.find((one) => one.name === name);
  const style = new RegExp(`<c r="${address}" s="(\\d+)"`).exec(sheet?.xml ?? '')?.[1];
  const styles = strFromU8(unpack(bytes).get('xl/styles.xml') ?? new Uint8Array());
  const all = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(styles)?.[1]?.match(/<xf [^>]*>.*?<\/xf>/gs) ?? [];
  return all[Number(style)]?.includes('<protection locked="0"/>') ?? false;
}

describe('a district’s workbook to fill in', () => {
  test('explains itself, and has a sheet for each category and one for scores', async () => {
    expect(readXlsx(await workbook()).map(({ name }) => name)).toEqual([
      '说明',
      ...categories.map((category) => categoryNames[category]),
      '评分',
    ]);
  });

  test('says by when, where to, and how many', async () => {
    const text = (await sheetOf('说明')).lines.join('\n');
    expect(text).toContain('2024年12月30日');
    expect(text).toContain('一式2份，另附详细先进事迹材料1份');
    expect(text).toMatch(/先进单位 \| General\n.*3个/);
    expect((await sheetOf('先进单位')).lines.slice(0, 3).join('\n')).toContain('市级名额：3个');
  });

  test.each(categories)('has the headers of the contract, required ones marked: %s', async (category) => {
    const { lines } = await sheetOf(categoryNames[category]);
    const headers = lines.flatMap((line) => /![A-Z]+5 \| text \| (.*) \| General$/.exec(line)?.[1] ?? []);
    expect(headers).toEqual(districtColumns(category).map(({ name, required }) => (required ? `${name}*` : name)));
  });

  test('shows an example above the headers, which is no nominee', async () => {
    const { lines } = await sheetOf('先进单位');
    expect(lines).toContain('先进单位!C4 | text | 上海示例实业有限公司 | General');
  });

  test('keeps identifiers as text from the first keystroke on', async () => {
    const { xml } = await sheetOf('先进治安责任人');
    const styles = strFromU8(unpack(await workbook()).get('xl/styles.xml') ?? new Uint8Array());
    const text = /numFmtId="(\d+)" formatCode="@"/.exec(styles)?.[1];
    const xfs = styles.match(/<xf [^>]*>/g) ?? [];
    const formatOf = (address: string) => xfs[Number(new RegExp(`<c r="${address}" s="(\\d+)"`).exec(xml)?.[1])];
    // 统一社会信用代码, 出生年月, 身份证号, 联系电话, 银行账号
    for (const column of ['D', 'J', 'L', 'M', 'P']) expect(formatOf(`${column}6`)).toContain(`numFmtId="${text}"`);
    expect(formatOf('G6')).not.toContain('numFmtId');
  });

  test('offers what may be chosen, and refuses a number of the wrong length', async () => {
    const { xml } = await sheetOf('先进治安责任人');
    const limits = [...xml.matchAll(/<dataValidation [^>]*sqref="([A-Z]+)6:[A-Z]+2005">(.*?)<\/dataValidation>/g)];
    const limitOf = (column: string) => limits.find(([, letters]) => letters === column)?.[2];
    expect(limitOf('A')).toContain('市级,区级');
    expect(limitOf('B')).toContain('&quot;东湖&quot;');
    expect(limitOf('D')).toBe('<formula1>18</formula1>');
    expect(limitOf('E')).toContain('是,否');
    expect(limitOf('F')).toMatch(/'说明'!\$A\$\d+:\$A\$\d+/);
    expect(limitOf('H')).toContain('男,女');
    expect(limitOf('K')).toContain('中共党员');
    expect(limitOf('L')).toBe('<formula1>18</formula1>');
    expect(xml).toContain('身份证号应为18位');
  });

  test('the industries it offers are those of the case', async () => {
    const [, first, last] = /'说明'!\$A\$(\d+):\$A\$(\d+)/.exec((await sheetOf('先进单位')).xml) ?? [];
    const { lines } = await sheetOf('说明');
    const offered = lines.flatMap((line) => {
      const [, row, value] = /^说明!A(\d+) \| text \| (.*) \| General$/.exec(line) ?? [];
      return Number(row) >= Number(first) && Number(row) <= Number(last) ? [value] : [];
    });
    const frame = await readFrame(await caseFolder());
    expect(frame.ok && offered).toEqual(frame.ok && frame.value.settings.industries);
  });

  test('has a note on every header', async () => {
    const comments = strFromU8(unpack(await workbook()).get('xl/comments2.xml') ?? new Uint8Array());
    expect(comments.match(/<comment /g)).toHaveLength(districtColumns('unit').length);
    expect(comments).toContain('18位，对照营业执照或法人证书填写');
  });

  test('is open where one types, and locked everywhere else', async () => {
    expect((await sheetOf('先进单位')).xml).toContain('<sheetProtection sheet="1"');
    for (const address of ['A6', 'C6', 'R205']) expect(await isOpen('先进单位', address)).toBe(true);
    for (const address of ['A1', 'A2', 'A3', 'C4', 'C5']) expect(await isOpen('先进单位', address)).toBe(false);
    for (const address of ['H4', 'I4', 'J4']) expect(await isOpen('评分', address)).toBe(true);
    for (const address of ['A4', 'D4', 'G4']) expect(await isOpen('评分', address)).toBe(false);
  });

  test('has its parts in the order that the format prescribes', async () => {
    const order = [
      'sheetPr',
      'sheetViews',
      'cols',
      'sheetData',
      'sheetProtection',
      'mergeCells',
      'dataValidations',
      'pageMargins',
      'pageSetup',
      'headerFooter',
      'ignoredErrors',
      'legacyDrawing',
    ];
    for (const { xml } of readXlsx(await workbook())) {
      const places = order.map((name) => xml.search(new RegExp(`<${name}[ >/]`))).filter((place) => place >= 0);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    }
  });

  test('is the same, byte for byte, each time', async () => {
    expect(await makeWorkbook()).toEqual(await makeWorkbook());
  });
});

describe('neibao workbook', () => {
  test('writes one workbook for each district, named in the order of the quota table', async () => {
    const dir = await caseFolder();
    const run = await runCli(['workbook', dir, '--out', join(dir, '..', 'out'), '--json']);
    expect(run.exit).toBe(0);
    const names = await readdir(join(dir, '..', 'out'));
    expect(names).toEqual(['01东湖.xlsx', '02西岭.xlsx', '03市属处.xlsx', 'manifest.json']);
    const { value } = JSON.parse(run.out);
    expect(value.files[0]).toEqual({
      path: '01东湖.xlsx',
      district: '东湖',
      quota: { unit: 3, department: 1, responsible: 2, officer: 2 },
    });
  });

  test('does not ask for rosters that have not come in yet, nor mind what is wrong with others', async () => {
    const dir = await caseFolder({ 'rosters/先进单位.csv': '级别,区\n无,无\n' });
    const result = await writeFillIn(dir, { out: join(dir, '..', 'out') });
    expect(result.messages).toEqual([]);
    expect(result.ok).toBe(true);
  });

  test('writes nothing where the quota is not what the notice states', async () => {
    const settings = await readFile(join(await caseFolder(), 'case.yaml'), 'utf8');
    const dir = await caseFolder({ 'case.yaml': settings.replace(/(stated:[\s\S]*?unit: )\d+/, '$199') });
    const result = await writeFillIn(dir, { out: join(dir, '..', 'out') });
    expect(result.messages.map(({ code }) => code)).toContain('quota.stated-differs');
    expect(await readdir(join(dir, '..'))).toEqual(['case']);
  });

  test('an empty workbook that comes back has no nominees, no scores and nothing wrong', async () => {
    const bytes = await workbook();
    const dir = await caseFolder({ rosters: null, 'rosters/01东湖.xlsx': bytes });
    const read = await readCase(dir);
    expect(read.messages).toEqual([]);
    expect(read.ok && [read.value.nominees, read.value.scores]).toEqual([[], []]);
  });
});
