import { strFromU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/document/parse.ts';
import type { DocumentTree } from '../../src/document/types.ts';
import { loadFonts } from '../../src/layout/fonts.ts';
import { type Format, writerOf } from '../../src/writers/registry.ts';
import type { WriteContext } from '../../src/writers/types.ts';
import { unpack } from '../../src/writers/zip.ts';
import { readHtml } from '../support/html.ts';
import { officeMissing, renderOffice } from '../support/office.ts';
import { type PdfText, readPdf } from '../support/pdf.ts';

let context: WriteContext;
beforeAll(async () => {
  const fonts = await loadFonts({ system: false });
  if (!fonts.ok) throw new Error('the free fonts are missing');
  context = { fonts: fonts.value, date: new Date('2024-12-17T00:00:00Z'), author: '示例协会' };
});

const districts = Array.from({ length: 21 }, (_, index) => `第${index + 1}区`);
const amounts = districts.map((name, index) => ({ name, paid: (index * 4000) % 90_000, kept: index * 100 }));

/** A table on one sheet, the chart of it on another. */
function chartTree(rows: typeof amounts): DocumentTree {
  const said = (value: number) => value.toFixed(2);
  const cells = rows.map(({ name, paid, kept }) => ({
    table: `<tr><td name="name">${name}</td><td type="number" name="paid" value="${paid}">${paid}</td><td type="number" name="kept" value="${kept}">${kept}</td></tr>`,
    chart: `<tr><td>${name}</td><td type="number" value="${paid}" format="#,##0.00">${said(paid)}</td><td type="number" value="${kept}">${said(kept)}</td></tr>`,
  }));
  const tree = parseDocument(`<article title="图" page="plain">
    <section role="sheet" name="数据"><table role="grid"><thead><tr><th>区</th><th>甲</th><th>乙</th></tr></thead>
      <tbody name="rows">${cells.map(({ table }) => table).join('')}</tbody></table></section>
    <section role="sheet" name="图"><p role="subtitle">各区</p><table role="chart">
      <thead><tr><th formula="[name@rows]">单位：元</th><th formula="[paid@rows]">发放&amp;补发</th><th formula="[kept@rows]">不发放</th></tr></thead>
      <tbody>${cells.map(({ chart }) => chart).join('')}</tbody></table></section></article>`);
  if (!tree.ok) throw new Error(JSON.stringify(tree.messages, null, 1));
  return tree.value;
}

const write = (rows: typeof amounts, format: Format) => writerOf(format)(chartTree(rows), context);

function overlaps(one: PdfText, other: PdfText): boolean {
  const height = Math.min(one.size, other.size) * 0.3;
  return Math.abs(one.y - other.y) < height && one.x < other.x + other.width - 0.1 && other.x < one.x + one.width - 0.1;
}

describe('in a PDF', () => {
  test('21 districts stand on one page, each with its values, none over another or beyond the margin', async () => {
    const { pages } = await readPdf(await write(amounts, 'pdf'));
    expect(pages).toHaveLength(2);
    const items = (pages[1]?.items ?? []).filter(({ text }) => text.trim() !== '');
    const clashes = items.flatMap((one, index) => items.slice(index + 1).filter((other) => overlaps(one, other)));
    expect(clashes).toEqual([]);
    expect(items.filter(({ x, width }) => x < 20 - 0.1 || x + width > 190 + 0.1)).toEqual([]);
    for (const { name, paid, kept } of amounts) {
      const label = items.find(({ text }) => text === name);
      const near = items.filter(({ text, y }) => /\./.test(text) && label && Math.abs(y - label.y) < 3.5);
      expect(near.map(({ text }) => text)).toEqual([paid.toFixed(2), kept.toFixed(2)]);
    }
  });

  test('a longer bar has its value further to the right, in proportion', async () => {
    const rows = [30, 60, 120].map((paid, index) => ({ name: `${index}区`, paid, kept: 0 }));
    const { pages } = await readPdf(await write(rows, 'pdf'));
    const x = (text: string) => pages[1]?.items.find((item) => item.text === text)?.x ?? Number.NaN;
    const zero = x('0.00');
    expect((x('120.00') - zero) / (x('30.00') - zero)).toBeCloseTo(4, 1);
    expect((x('60.00') - zero) / (x('30.00') - zero)).toBeCloseTo(2, 1);
  });

  test('a chart that no page can hold goes on with its legend', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ name: `第${index + 1}区`, paid: index, kept: 1 }));
    const { pages } = await readPdf(await write(many, 'pdf'));
    const charts = pages.filter(({ lines }) => lines.some((line) => line.includes('单位：元')));
    expect(charts).toHaveLength(3);
    const said = charts.flatMap(({ lines }) => lines.join(' ').match(/第\d+区/g) ?? []);
    expect(said).toEqual(many.map(({ name }) => name));
  });
});

describe('in a workbook', () => {
  test('it is drawn from the cells of the table, and holds their values', async () => {
    const parts = unpack(await write(amounts, 'xlsx'));
    const part = (path: string) => strFromU8(parts.get(path) ?? new Uint8Array());
    const chart = part('xl/charts/chart2-1.xml');
    expect([...chart.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(([, range]) => range)).toEqual([
      "'数据'!$A$2:$A$22",
      "'数据'!$B$2:$B$22",
      "'数据'!$A$2:$A$22",
      "'数据'!$C$2:$C$22",
    ]);
    expect(chart).toContain('<c:tx><c:v>发放&amp;补发</c:v></c:tx>');
    expect(chart.match(/<c:pt /g)).toHaveLength(4 * amounts.length);
    expect(part('xl/drawings/_rels/drawing2.xml.rels')).toContain('Target="../charts/chart2-1.xml"');
    expect(part('[Content_Types].xml')).toContain('/xl/charts/chart2-1.xml');
    // The figures stand in the table; the chart's own sheet holds its title alone.
    expect(part('xl/worksheets/sheet2.xml').match(/<v>/g)).toHaveLength(1);
  });

  test('the same tree gives the same bytes', async () => {
    expect(await write(amounts, 'xlsx')).toEqual(await write(amounts, 'xlsx'));
  });

  test.skipIf(officeMissing)('LibreOffice draws every category with its values', async () => {
    const pdf = await readPdf(new Uint8Array(await renderOffice(await write(amounts, 'xlsx'), 'xlsx')));
    const page = pdf.pages.at(-1)?.items.map(({ text }) => text) ?? [];
    const said = page.join('').replace(/\s/g, '');
    expect(pdf.pages).toHaveLength(2);
    for (const { name } of amounts) expect(said).toContain(name);
    expect(said).toContain('80,000.00');
    expect(said).toContain('发放&补发');
  });
});

test('in HTML each bar is as long as its share of the longest', async () => {
  const rows = [
    { name: '东', paid: 100, kept: 50 },
    { name: '西', paid: 0, kept: 25 },
  ];
  const bytes = await write(rows, 'html');
  expect(readHtml(bytes).lines.slice(-3)).toEqual(['单位：元 | 发放&补发不发放', '东 | 100.0050.00', '西 | 0.0025.00']);
  const widths = [...new TextDecoder().decode(bytes).matchAll(/none; width: ([\d.]+)%/g)].map(([, width]) => width);
  expect(widths.map(Number)).toEqual([75, 37.5, 18.75]);
});
