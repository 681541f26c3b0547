/** A bank's batch file: the transfers of one payer and batch, as the bank wants them. */
import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { type Message, message } from '../message.ts';
import type { BankSheet } from '../views/bank.ts';
import type { BankField, BankFormat } from './format.ts';

/** The same sheet and format give the same bytes. */
export function writeBankFile(sheet: BankSheet, format: BankFormat): Uint8Array {
  const titles = format.titles ? [format.columns.map(({ title }) => title)] : [];
  const head = format.head.length > 0 ? [format.head.map((field) => headText(field, sheet, format))] : [];
  const text = stringify([...head, ...titles, ...cellsOf(sheet, format)], {
    delimiter: format.delimiter,
    record_delimiter: format.lineEnd === 'CRLF' ? '\r\n' : '\n',
    quote: format.quote ? '"' : '',
    // A spreadsheet must not take a name for a formula.
    escape_formulas: true,
  });
  const [encoding, addBOM] = encodings[format.encoding];
  return new Uint8Array(iconv.encode(text, encoding, { addBOM }));
}

const encodings: Readonly<Record<BankFormat['encoding'], readonly [string, boolean]>> = {
  'UTF-8': ['utf8', false],
  'UTF-8 BOM': ['utf8', true],
  GB18030: ['gb18030', false],
};

/** Errors: `bank.delimiter-inside`, where a format takes no quotes. */
export function checkBankSheet(sheet: BankSheet, format: BankFormat): readonly Message[] {
  if (format.quote) return [];
  return cellsOf(sheet, format).flatMap((cells, row) =>
    cells.flatMap((text, column) => {
      const inside = [format.delimiter, '"'].find((mark) => text.includes(mark));
      const { title: field } = format.columns[column] as BankFormat['columns'][number];
      const who = sheet.rows[row]?.recipient ?? '';
      return inside === undefined
        ? []
        : [message('bank.delimiter-inside', { who, field, actual: inside, name: format.name })];
    }),
  );
}

function cellsOf(sheet: BankSheet, format: BankFormat): readonly (readonly string[])[] {
  return sheet.rows.map((row) => {
    const texts: Readonly<Record<BankField, string>> = {
      number: String(row.number),
      account: row.account,
      // Exactly as the account is called, without spaces.
      accountName: row.accountName.replace(/\s/g, ''),
      bank: row.bank.replace(/\s/g, ''),
      amount: amountText(row.net, format),
      purpose: sheet.purpose,
      recipient: oneLine(row.recipient),
      unit: oneLine(row.unit),
      award: row.award,
      district: row.district,
      line: String(row.line ?? ''),
    };
    return format.columns.map(({ field, text }) => (field === undefined ? (text ?? '') : texts[field]));
  });
}

function headText(field: BankFormat['head'][number], sheet: BankSheet, format: BankFormat): string {
  switch (field) {
    case 'count':
      return String(sheet.rows.length);
    case 'sum':
      return amountText(sheet.net, format);
    case 'payer':
      return sheet.payer;
    case 'batch':
      return String(sheet.batch ?? '');
    case 'date':
      return sheet.date ?? '';
  }
}

/** In whole fen, so that nothing is rounded. */
function amountText(fen: number, { amount }: BankFormat): string {
  const cents = String(fen % 100).padStart(2, '0');
  return amount === 'fen' ? String(fen) : `${Math.floor(fen / 100)}.${cents}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
