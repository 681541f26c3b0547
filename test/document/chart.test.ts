import { expect, test } from 'vitest';
import { parseDocument } from '../../src/document/parse.ts';
import { textOf } from '../../src/document/text.ts';

const data =
  '<table role="grid"><tbody name="rows"><tr><td name="name">东</td><td type="number" name="paid" value="3">3</td></tr></tbody></table>';
const head = '<tr><th formula="[name@rows]">元</th><th formula="[paid@rows]">发放</th></tr>';
const body = '<tr><td>东</td><td type="number" value="3">3</td></tr>';

function parse(chart: string) {
  return parseDocument(`<article title="题" page="plain">${data}<table role="chart">${chart}</table></article>`);
}

function faults(chart: string): readonly (string | undefined)[] {
  return parse(chart).messages.map(({ code, actual }) => (code === 'template.chart-shape' ? actual : code));
}

test('a chart is a table whose head names the series and whose rows are the categories', () => {
  const read = parse(`<thead>${head}</thead><tbody>${body}</tbody>`);
  expect(read.messages).toEqual([]);
  if (!read.ok) throw new Error('a tree was expected');
  expect(read.value.children[1]).toMatchObject({ type: 'table', role: 'chart', headRows: 1 });
  expect(textOf(read.value)).toBe('东\n3\n元\n发放\n东\n3');
});

test('a chart without rows leaves nothing on paper', () => {
  const read = parse(`<thead>${head}</thead><tbody></tbody>`);
  expect(read.ok && read.value.children.length).toBe(1);
});

test.each([
  ['without a head', `<tbody>${body}</tbody>`, '<thead> 应当恰有一行，写单位和各系列的名称'],
  [
    'with two head rows',
    `<thead>${head}${head}</thead><tbody>${body}</tbody>`,
    '<thead> 应当恰有一行，写单位和各系列的名称',
  ],
  ['with merged cells', `<thead>${head}</thead><tbody><tr><td colspan="2">东</td></tr></tbody>`, '单元格不能合并'],
  [
    'with a series that names no cells',
    `<thead><tr><th formula="[name@rows]">元</th><th>发放</th></tr></thead><tbody>${body}</tbody>`,
    '表头各格应当有 formula="[名称@行组]"',
  ],
  [
    'with a negative value',
    `<thead>${head}</thead><tbody><tr><td>东</td><td type="number" value="-3">-3</td></tr></tbody>`,
    '各系列的值应当是不小于 0 的数（type="number"）',
  ],
])('a chart %s is an error that says so', (_, chart, fault) => {
  expect(faults(chart)).toContain(fault);
});

test('a chart of cells that are not there is an error', () => {
  const unknown = head.replace('[paid@rows]', '[pay@rows]');
  expect(faults(`<thead>${unknown}</thead><tbody>${body}</tbody>`)).toEqual(['template.formula-name']);
});
