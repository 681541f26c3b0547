import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { checkBankSheet, writeBankFile } from '../../src/bank/file.ts';
import { type BankFormat, readBankFormats } from '../../src/bank/format.ts';
import type { BankSheet } from '../../src/views/bank.ts';
import type { PaymentRow } from '../../src/views/payment-row.ts';
import { anyHostile } from '../support/hostile.ts';

const read = await readBankFormats('commendation', undefined);
if (!read.ok) throw new Error(JSON.stringify(read.messages));
const [csv, txt] = read.value as [BankFormat, BankFormat];

function payment(over: Partial<PaymentRow> = {}): PaymentRow {
  return {
    number: 1,
    recipient: '例一',
    unit: '示例东湖第一中学',
    award: '市级先进保卫干部',
    district: '东湖',
    amount: 100_000,
    tax: 20_000,
    net: 80_000,
    accountName: '例一',
    bank: '示例银行示例支行',
    account: '6222000000010000051',
    missing: '',
    line: 3,
    ...over,
  };
}

function sheet(rows: readonly PaymentRow[]): BankSheet {
  const names = { number: '01', payer: '市企保协会', batch: '（第1批）' };
  const net = rows.reduce((sum, row) => sum + row.net, 0);
  return { names, payer: '市企保协会', batch: 1, date: '2025-01-20', purpose: '2024年度先进奖金', rows, net };
}

const linesOf = (of: BankSheet, format: BankFormat, encoding: string) =>
  iconv.decode(Buffer.from(writeBankFile(of, format)), encoding, { stripBOM: false });

test('the two formats that come with the product are a CSV in GB18030 with titles and a TXT in UTF-8 with count and sum', () => {
  const one = sheet([payment(), payment({ number: 2, net: 200_005, accountName: '䶮堃厂', line: 4 })]);
  expect(linesOf(one, csv, 'gb18030')).toBe(
    [
      '序号,收款账号,收款户名,开户行,金额,用途,登记簿行号',
      '1,6222000000010000051,例一,示例银行示例支行,800.00,2024年度先进奖金,3',
      '2,6222000000010000051,䶮堃厂,示例银行示例支行,2000.05,2024年度先进奖金,4',
      '',
    ].join('\r\n'),
  );
  expect(linesOf(one, txt, 'utf8')).toBe(
    '2|2800.05\n6222000000010000051|例一|800.00|奖金\n6222000000010000051|䶮堃厂|2000.05|奖金\n',
  );
});

test('the account holder stands without spaces, as the account is called', () => {
  expect(linesOf(sheet([payment({ accountName: '例 一　' })]), txt, 'utf8')).toContain('|例一|');
});

test('amounts in fen are whole numbers, and UTF-8 may carry a mark', () => {
  const format: BankFormat = { ...txt, amount: 'fen', encoding: 'UTF-8 BOM', head: ['payer', 'batch', 'date', 'sum'] };
  expect(linesOf(sheet([payment()]), format, 'utf8')).toBe(
    '\uFEFF市企保协会|1|2025-01-20|80000\n6222000000010000051|例一|80000|奖金\n',
  );
});

test('a delimiter within a value is quoted where the bank takes quotes, and an error where it does not', () => {
  const one = sheet([payment({ accountName: '甲,乙|丙' })]);
  expect(linesOf(one, csv, 'gb18030')).toContain(',"甲,乙|丙",');
  expect(checkBankSheet(one, csv)).toEqual([]);
  expect(checkBankSheet(one, txt).map(({ code, actual }) => [code, actual])).toEqual([['bank.delimiter-inside', '|']]);
});

describe('by property', () => {
  const fen = fc.integer({ min: 0, max: 10 ** 11 });

  test('what the file adds up to is what is paid, to the fen', () => {
    fc.assert(
      fc.property(fc.array(fen, { minLength: 1, maxLength: 20 }), (amounts) => {
        const one = sheet(amounts.map((net, index) => payment({ net, number: index + 1 })));
        const [head = '', ...rows] = linesOf(one, txt, 'utf8').trimEnd().split('\n');
        const fenOf = (yuan = '') => Number(yuan.replace('.', ''));
        const written = rows.map((row) => fenOf(row.split('|')[2]));
        expect(written).toEqual(amounts);
        expect(head).toBe(`${amounts.length}|${head.split('|')[1]}`);
        expect(fenOf(head.split('|')[1])).toBe(amounts.reduce((sum, one) => sum + one, 0));
      }),
    );
  });

  test('no cell begins as a formula does, and the columns stay in their places', () => {
    fc.assert(
      fc.property(anyHostile, anyHostile, (accountName, bank) => {
        const text = linesOf(sheet([payment({ accountName, bank })]), csv, 'gb18030');
        const cells: string[][] = parse(text);
        expect(cells.map((row) => row.length)).toEqual([7, 7]);
        for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
      { numRuns: 500 },
    );
  });
});
