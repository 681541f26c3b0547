import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../src/build.ts';
import { readFacts } from '../src/facts.ts';
import { issue, rewriteBatch } from '../src/issue.ts';
import { loadFonts } from '../src/layout/fonts.ts';
import { reversePayment } from '../src/register-case.ts';
import { renderTemplate } from '../src/template/render.ts';
import { pagesOf } from '../src/views/payment-row.ts';
import { type PayoutView, payoutDocuments } from '../src/views/payout.ts';
import { writePdf } from '../src/writers/pdf.ts';
import { writeXlsx } from '../src/writers/xlsx.ts';
import { anyHostile } from './support/hostile.ts';
import { readHtml } from './support/html.ts';
import { officeMissing } from './support/office.ts';
import { baseCase, type Files, readFiles, temporaryFolder } from './support/package.ts';
import { pdfText, readPdf } from './support/pdf.ts';
import { readXlsx, recalculated } from './support/xlsx.ts';

const people = { prepared: '甲某', reviewed: '乙某' };
const city = '09奖金发放/01市企保协会奖金';
const bank = '09奖金发放/银行代发/01市企保协会（第1批）';

/** A copy of the small case, with texts replaced in its files, in a family of its own. */
async function caseWith(edits: Readonly<Record<string, readonly (readonly [string, string])[]>> = {}): Promise<string> {
  const dir = join(await temporaryFolder('finance'), '2024');
  await cp(baseCase, dir, { recursive: true });
  for (const [file, pairs] of Object.entries(edits)) {
    let text = await readFile(join(dir, file), 'utf8');
    for (const [from, to] of pairs) {
      expect(text).toContain(from);
      text = text.replace(from, to);
    }
    await writeFile(join(dir, file), text);
  }
  return dir;
}

async function issued(dir: string): Promise<Files> {
  const out = join(dir, '..', '发放');
  const done = await issue(dir, { ...people, date: '2025-01-20', out });
  if (!done.ok) throw new Error(JSON.stringify(done.messages, null, 1));
  return readFiles(out);
}

const bytesOf = (files: Files, path: string) => {
  const bytes = files.get(path);
  if (bytes === undefined) throw new Error(`${path} is not among ${[...files.keys()].join(' ')}`);
  return bytes;
};
const textOf = (files: Files, path: string) => new TextDecoder().decode(bytesOf(files, path));
const said = (bytes: Uint8Array) => readXlsx(bytes).flatMap(({ lines }) => lines);
const sheetNames = (bytes: Uint8Array) => readXlsx(bytes).map(({ name }) => name);

describe('a batch', () => {
  let files: Files;
  let list: Uint8Array;

  beforeAll(async () => {
    files = await issued(await caseWith());
    list = bytesOf(files, `${city}发放表（第1批）.xlsx`);
  });

  test('has for each payer a workbook with its PDF, a sign-off list and a file in each of the bank’s formats', () => {
    const own = [...files.keys()].filter((path) => path.includes('市企保协会') && !path.includes('区')).sort();
    expect(own).toEqual(
      [
        `${city}发放表（第1批）.pdf`,
        `${city}发放表（第1批）.xlsx`,
        `${city}签领单（第1批）.pdf`,
        `${city}签领单（第1批）.xlsx`,
        `${bank}-CSV.csv`,
        `${bank}-TXT.txt`,
      ].sort(),
    );
  });

  test('has a cover with batch, date, people, sums by award, in figures and in capitals', () => {
    expect(sheetNames(list)).toEqual(['封面', '发放表', '不重复发放']);
    const cover = said(list).filter((line) => line.startsWith('封面'));
    for (const text of ['第1批（已登记）', '2025年1月20日', '人民币壹万伍仟元整'])
      expect(
        cover.some((line) => line.includes(`| ${text} |`)),
        text,
      ).toBe(true);
    expect(cover.join('\n')).toMatch(/制表：甲某.*审核：乙某/);
    expect(cover.join('\n')).toMatch(/=SUMIF\('发放表'!\$?D.*,.*,'发放表'!.*\) → 8000/);
  });

  test('has the same sum in the workbook, in the sign-off list and in the bank file', () => {
    const [head = '', ...rows] = textOf(files, `${bank}-TXT.txt`).trimEnd().split('\n');
    expect(head).toBe('11|15000.00');
    expect(rows).toHaveLength(11);
    expect(said(list).join('\n')).toMatch(/发放表!E\d+ \| formula \| =SUMIF\(.*\) → 15000 \|/);
    const cash = said(bytesOf(files, `${city}签领单（第1批）.xlsx`)).join('\n');
    expect(cash).toMatch(/签领单!D\d+ \| formula \| =SUMIF\(.*\) → 15000 \|/);
    expect(cash).toContain('转账11笔、15,000.00元；现金0笔、0.00元');
  });

  test('shows accounts in the payout list and the bank files alone', async () => {
    const account = '6222000000000000012';
    for (const [path, bytes] of files) {
      const text = path.endsWith('.pdf')
        ? pdfText(await readPdf(new Uint8Array(bytes)))
        : path.endsWith('.xlsx')
          ? said(bytes).join('\n')
          : new TextDecoder().decode(bytes);
      const may = path.startsWith(bank) || path.startsWith(`${city}发放表`);
      expect(text.includes(account), path).toBe(may);
    }
  });

  test('is listed whole on the cover of its folder', () => {
    const { links } = readHtml(bytesOf(files, 'index.html'));
    const whole = (path: string) => path.replace(/\.\w+$/, '');
    const others = [...files.keys()].filter((path) => !/^(index|manifest)\./.test(path)).map(whole);
    expect(others.filter((path) => !links.map(whole).includes(path))).toEqual([]);
  });

  test.skipIf(officeMissing)('is calculated by LibreOffice as we did, and keeps its accounts', async () => {
    const lines = (bytes: Uint8Array) => said(bytes).map((line) => line.split(' | '));
    const again = new Map(lines(await recalculated(list)).map(([at, type, value]) => [at, { type, value }]));
    const formulas = lines(list).filter(([, type]) => type === 'formula');
    expect(formulas.length).toBeGreaterThan(10);
    const result = (value = '') => Number(value.split(' → ')[1]);
    for (const [at, , value] of formulas) expect(result(again.get(at)?.value), at).toBe(result(value));
    const accounts = lines(list).filter(([, , value = '']) => /^\d{17,19}$/.test(value));
    expect(accounts.length).toBe(11);
    for (const [at, , value] of accounts) expect(again.get(at)).toEqual({ type: 'text', value });
  });
});

test('what is in no batch is a draft: there is nothing to pay it from', async () => {
  const dir = await caseWith();
  const out = join(dir, '..', '文书');
  const built = await build(dir, { out, systemFonts: false, only: ['payout', 'cash-list', 'bank-files'] });
  expect(built.ok).toBe(true);
  const files = await readFiles(out);
  expect([...files.keys()].filter((path) => /签领单|银行代发/.test(path))).toEqual([]);
  expect(said(bytesOf(files, `${city}发放表.xlsx`)).join('\n')).toContain('草稿，未登记');
});

test('the case’s tax items give gross, tax and net, and the bank transfers the net', async () => {
  const tax = [
    '  tax:',
    '    items: { 不计税: { rate: 0, basis: 财务意见 }, 偶然所得: { rate: 0.2, basis: 个人所得税法第三条 } }',
    '    collective: 不计税',
    '    individual: 偶然所得',
  ].join('\n');
  const dir = await caseWith({ 'case.yaml': [['payout:\n', `payout:\n${tax}\n`]] });
  const files = await issued(dir);
  const lines = said(bytesOf(files, `${city}发放表（第1批）.xlsx`)).join('\n');
  const sums = [...lines.matchAll(/发放表!([EFG])\d+ \| formula \| =SUMIF\(.*\) → (\d+) \|/g)];
  expect(sums.map(([, column, value]) => `${column} ${value}`)).toEqual(['E 15000', 'F 1400', 'G 13600']);
  expect(lines).toContain('| 个人所得税法第三条 |');
  expect(textOf(files, `${bank}-TXT.txt`)).toMatch(/^11\|13600\.00\n/);
  expect(textOf(files, `${bank}-TXT.txt`)).toContain('|例五|800.00|');
});

test('without bank or account a payment is in no bank file, but on a sheet of its own and to be signed for', async () => {
  const dir = await caseWith({ 'rosters/先进保卫干部.csv': [['示例银行示例支行,6222000000010000051', ',']] });
  const files = await issued(dir);
  const list = bytesOf(files, `${city}发放表（第1批）.xlsx`);
  expect(sheetNames(list)).toContain('缺少账号');
  const missing = said(list).filter((line) => line.startsWith('缺少账号'));
  expect(missing.join('\n')).toMatch(/例五[\s\S]*开户行、银行账号/);
  expect(textOf(files, `${bank}-TXT.txt`)).toMatch(/^10\|14000\.00\n/);
  expect(textOf(files, `${bank}-TXT.txt`)).not.toContain('例五');
  expect(said(bytesOf(files, `${city}签领单（第1批）.xlsx`)).join('\n')).toContain('现金1笔、1,000.00元');
});

test('what was reversed leaves the lists of its batch, and the cover says so', async () => {
  const dir = await caseWith();
  await issued(dir);
  const reversed = await reversePayment(dir, 3, { ...people, reason: '账号有误，退票' });
  expect(reversed.ok).toBe(true);
  const out = join(dir, '..', '重做');
  await mkdir(out);
  expect((await rewriteBatch(dir, '1', { out })).ok).toBe(true);
  const files = await readFiles(out);
  const cover = said(bytesOf(files, `${city}发放表（第1批）.xlsx`)).join('\n');
  expect(cover).toContain('登记时11笔、15,000.00元；其后冲销1笔、2,000.00元。本表只列其余各笔。');
  expect(textOf(files, `${bank}-TXT.txt`)).toMatch(/^10\|13000\.00\n/);
});

describe('a list of many pages', () => {
  let view: PayoutView;
  const written = async (changed: PayoutView) => {
    const rendered = await renderTemplate('commendation/payout', changed, {});
    if (!rendered.ok) throw new Error(JSON.stringify(rendered.messages, null, 1));
    const fonts = await loadFonts({ slots: {}, system: false });
    if (!fonts.ok) throw new Error('no fonts');
    const context = { fonts: fonts.value, date: new Date(0), author: '' };
    return { xlsx: await writeXlsx(rendered.value, context), pdf: () => writePdf(rendered.value, context) };
  };
  const withRows = (rows: PayoutView['pages'][number]['rows']): PayoutView => {
    const pages = pagesOf(rows, 12);
    return { ...view, pages, paged: pages.length > 1, ...pages.at(-1)?.running };
  };

  beforeAll(async () => {
    const { facts } = await readFacts(baseCase);
    const [first] = facts ? payoutDocuments(facts) : [];
    view = first?.view as PayoutView;
  });

  test('ends each page after twelve rows with its sum and what is carried forward, on paper and in the workbook', async () => {
    const [row] = view.pages[0]?.rows ?? [];
    if (row === undefined) throw new Error('the small case pays nothing');
    const rows = Array.from({ length: 30 }, (_, index) => ({
      ...row,
      number: index + 1,
      amount: 100_001,
      net: 100_001,
    }));
    const { xlsx, pdf } = await written(withRows(rows));
    const pages = (await readPdf(await pdf())).pages.map((page) => page.lines.join('\n'));
    const list = pages.filter((page) => page.includes('本页小计'));
    expect(list).toHaveLength(3);
    expect(list.map((page) => /累计（(\d+)笔）/.exec(page.replace(/[\s|]/g, ''))?.[1])).toEqual(['12', '24', '30']);
    for (const page of list) expect(page).toContain('开户行');
    const sheet = readXlsx(xlsx).find(({ name }) => name === '发放表');
    expect(sheet?.lines.filter((line) => line.includes('本页小计'))).toHaveLength(3);
    // Rows 1 to 3 are title, caption and head; a page has twelve rows and two of sums.
    expect([...(sheet?.xml.matchAll(/<brk id="(\d+)"/g) ?? [])].map(([, row]) => Number(row))).toEqual([17, 31]);
    expect(sheet?.xml).toContain('fitToWidth="1" fitToHeight="0"');
  });

  test('never has a formula for a text, whatever it begins with', async () => {
    const formulas = (xml: string) => xml.split('<f>').length - 1;
    const rows = view.pages.flatMap((page) => page.rows);
    await fc.assert(
      fc.asyncProperty(fc.array(anyHostile, { minLength: rows.length, maxLength: rows.length }), async (texts) => {
        const hostile = rows.map((row, index) => {
          const text = texts[index] ?? '';
          return { ...row, recipient: text, unit: text, accountName: text, bank: text, account: text };
        });
        const [plain, changed] = [await written(withRows(rows)), await written(withRows(hostile))];
        const [before, after] = [plain, changed].map(({ xlsx }) => readXlsx(xlsx));
        expect(after?.map(({ xml }) => formulas(xml))).toEqual(before?.map(({ xml }) => formulas(xml)));
        const cells = after?.flatMap(({ lines }) => lines).filter((line) => / \| text \| [=+\-@]/.test(line)) ?? [];
        for (const cell of cells) expect(cell).toMatch(/ \| @$/);
      }),
      { numRuns: 25 },
    );
  });
});
