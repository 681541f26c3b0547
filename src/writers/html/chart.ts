/** A chart as bars of HTML: each as long as its share of the longest. */
import type { Cell, Table } from '../../document/types.ts';
import { colorOf } from '../../layout/chart.ts';
import { chartLook } from '../../layout/looks.ts';
import { cellStyleOf } from '../../layout/style.ts';
import { paragraphHtml, type Setting } from './block.ts';
import { pt } from './style.ts';

/** Share of a row that the longest bar takes, in percent: its value stands behind it. */
const longest = 75;

export function chartHtml(table: Table, setting: Setting): string {
  const [head, ...body] = table.rows;
  const most = Math.max(...body.flatMap(({ cells }) => cells.map(({ data }) => data.value ?? 0)), 1);
  const said = (cell: Cell) =>
    cell.children
      .map((paragraph) => {
        const style = cellStyleOf(cell, paragraph, setting.page, table.role);
        return paragraphHtml(paragraph, { ...style, align: 'left' }, setting);
      })
      .join('');
  const look = setting.styles.classOf('chart', `padding: ${pt(chartLook.rowPadding)} ${pt(chartLook.gap)}`);
  const line = setting.styles.classOf('chart-bar', `display: flex; align-items: center; gap: ${pt(chartLook.gap)}`);
  const bar = (series: number, width: string) =>
    `<span style="flex: none; width: ${width}; height: ${pt(chartLook.bar)}; box-sizing: border-box; ` +
    `background: ${colorOf(series)}; border: ${pt(chartLook.rule)} solid #000; print-color-adjust: exact"></span>`;
  const cell = (content: string, style = '') => `<td class="${look}"${style}>${content}</td>`;
  const named = ' style="white-space: nowrap"';
  const axis = ` style="width: 100%; border-left: ${pt(chartLook.rule)} solid #000"`;

  const [unit, ...names] = head?.cells ?? [];
  const legend = names.map((name, series) => `${bar(series, pt(chartLook.bar))}${said(name)}`).join('');
  const rows = body.map(({ cells: [label, ...values] }) => {
    const bars = values.map((value, series) => {
      const share = ((value.data.value ?? 0) / most) * longest;
      return `<div class="${line}">${share > 0 ? bar(series, `${share.toFixed(2)}%`) : ''}${said(value)}</div>`;
    });
    return `<tr>${cell(label ? said(label) : '', named)}${cell(bars.join(''), axis)}</tr>`;
  });
  const first = `<tr>${cell(unit ? said(unit) : '', named)}${cell(`<div class="${line}">${legend}</div>`)}</tr>`;
  return `<table style="table-layout: auto">\n${[first, ...rows].join('\n')}\n</table>`;
}
