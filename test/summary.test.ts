import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build, payout } from '../src/build.ts';
import type { Manifest } from '../src/package/manifest.ts';
import type { PayoutJson } from '../src/rules/json.ts';
import { officeMissing } from './support/office.ts';
import { baseCase, temporaryFolder } from './support/package.ts';
import { type Pdf, readPdf } from './support/pdf.ts';
import { readXlsx, recalculated } from './support/xlsx.ts';

let book: Uint8Array;
let pdf: Pdf;
let manifest: Manifest;
let now: PayoutJson;
let before: PayoutJson;

/** The base case, and last year's, in which a collective got 100 yuan less and one unit fewer was honoured. */
beforeAll(async () => {
  const family = await temporaryFolder('summary');
  const [last, dir] = [join(family, '2023'), join(family, '2024')];
  for (const folder of [last, dir]) await cp(baseCase, folder, { recursive: true });
  const settings = await readFile(join(dir, 'case.yaml'), 'utf8');
  await writeFile(join(dir, 'case.yaml'), `${settings}\nprevious: ../2023\n`);
  const earlier = settings
    .replaceAll('2024', '2023')
    .replace(/collective: (\d+)(?=\n\s+individual: 1000)/, (_, yuan) => `collective: ${Number(yuan) - 100}`);
  await writeFile(join(last, 'case.yaml'), earlier);
  const out = join(family, '文书');
  const built = await build(dir, { systemFonts: false, out, only: ['summary'] });
  if (!built.ok) throw new Error(JSON.stringify(built.messages, null, 1));
  const read = async (path: string) => new Uint8Array(await readFile(join(out, path)));
  book = await read('09奖金发放/发放情况汇总.xlsx');
  pdf = await readPdf(await read('09奖金发放/发放情况汇总.pdf'));
  manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
  now = (await payout(dir)).value?.json as PayoutJson;
  before = (await payout(last)).value?.json as PayoutJson;
});

interface Row {
  readonly name: string;
  /** Counts and yuan, from left to right. */
  readonly figures: readonly number[];
}

/** The rows of the table of a sheet below its head; formulas by their values. */
function rowsOf(bytes: Uint8Array, sheet: string): readonly Row[] {
  const rows = new Map<string, Map<string, string>>();
  for (const line of readXlsx(bytes).find(({ name }) => name === sheet)?.lines ?? []) {
    const [, column = '', row = '', type = '', value = ''] = /!([A-Z])(\d+) \| (\w+) \| (.*) \| /.exec(line) ?? [];
    const cells = rows.get(row) ?? new Map();
    rows.set(row, cells.set(column, type === 'formula' ? value.replace(/^.* → /, '') : value));
  }
  return [...rows.values()].flatMap((cells) => {
    const [name = '', ...figures] = cells.values();
    return figures.length >= 7 && figures.every((one) => /^-?[\d.]+$/.test(one))
      ? [{ name, figures: figures.map(Number) }]
      : [];
  });
}

function yuan(payments: readonly { readonly amount: number }[]): readonly [number, number] {
  return [payments.length, payments.reduce((sum, { amount }) => sum + amount, 0)];
}

describe('the sums of the written workbook', () => {
  const sheets = ['汇总', '各发放单位', '各区'];

  test('are those of `payout`, this year and last', () => {
    const total = [now.total.count, now.total.amount, now.withheld.length];
    const previous = [before.total.count, before.total.amount, now.total.amount - before.total.amount];
    expect(previous[2]).toBeGreaterThan(0);
    for (const sheet of sheets) {
      const sum = rowsOf(book, sheet).at(-1);
      expect([sheet, sum?.name]).toEqual([sheet, '合计']);
      expect(sum?.figures.filter((_, index) => index !== 3)).toEqual([...total, ...previous]);
    }
  });

  test('come out the same by honour, by payer and by district, row by row', () => {
    for (const sheet of sheets) {
      const rows = rowsOf(book, sheet);
      const sum = rows.at(-1)?.figures ?? [];
      const added = sum.map((_, column) => rows.slice(0, -1).reduce((all, row) => all + (row.figures[column] ?? 0), 0));
      expect([sheet, added]).toEqual([sheet, sum]);
    }
  });

  test('name what each payer and each district pays', () => {
    const figuresOf = (sheet: string, name: string) => rowsOf(book, sheet).find((row) => row.name === name)?.figures;
    for (const { payer, count, amount } of now.totals)
      expect(figuresOf('各发放单位', payer)?.slice(0, 2)).toEqual([count, amount]);
    const districts = new Set([...now.payments, ...now.withheld].map(({ district }) => district));
    for (const district of districts) {
      const own = now.payments.filter((one) => one.district === district);
      const kept = now.withheld.filter((one) => one.district === district);
      expect(figuresOf('各区', district)?.slice(0, 3)).toEqual([...yuan(own), kept.length]);
    }
  });

  test.skipIf(officeMissing)('are what a spreadsheet works out by itself', async () => {
    const fresh = await recalculated(book);
    for (const sheet of sheets) expect(rowsOf(fresh, sheet)).toEqual(rowsOf(book, sheet));
  });

  test('are the figures of the PDF, in tables and charts', () => {
    const said = pdf.pages.flatMap(({ lines }) => lines).join('\n');
    const figure = (value: number) => value.toLocaleString('en-US', { minimumFractionDigits: 2 });
    for (const sheet of sheets) {
      for (const { name, figures } of rowsOf(book, sheet).filter((row) => row.name !== '合计')) {
        const shown = figures.map((value, index) => {
          if (value === 0) return '-';
          return index % 2 === 1 || index === 6 ? figure(value) : String(value);
        });
        expect(said).toContain([name, ...shown].join(' | '));
      }
    }
    expect(said).toContain('各区发放情况图');
  });
});

test('the manifest holds the hash of every file of last year’s case', () => {
  const paths = manifest.inputs.map(({ path }) => path);
  expect(paths).toContain('../2023/case.yaml');
  expect(paths.filter((path) => path.startsWith('../2023/'))).toHaveLength(paths.length / 2);
});
