/** Blocks of the tree as HTML. What comes from the tree is escaped, every character of it. */

import type { RuleRole } from '../../document/schema.ts';
import type { Block, Cell, FormPage, Inline, PageName, Paragraph } from '../../document/types.ts';
import { layFlowing } from '../../layout/flow.ts';
import { formStylePage, type LaidFormBlock, layForm } from '../../layout/form.ts';
import { layTable } from '../../layout/grid.ts';
import { layJointMark } from '../../layout/mark.ts';
import { hangWidth } from '../../layout/measured.ts';
import { pageOf } from '../../layout/page.ts';
import type { Seals } from '../../layout/seal.ts';
import { closingAt } from '../../layout/signature.ts';
import { ruleStyle, spanStyle } from '../../layout/style.ts';
import type { FontSet, LaidCell, LaidTable, TextStyle } from '../../layout/types.ts';
import { chartHtml } from './chart.ts';
import { closingHtml, markHtml } from './closing.ts';
import { fontStacks, pt, ruleDeclarations, type Stylesheet, textDeclarations } from './style.ts';

/** What blocks are written with. */
export interface Setting {
  readonly fonts: FontSet;
  readonly page: PageName;
  readonly styles: Stylesheet;
  readonly seals: Seals;
}

/** Blocks that flow down the pages; breaks, sections and form pages are the pages' own matter. */
export function flowHtml(blocks: readonly Block[], setting: Setting): string {
  const { fonts, page, seals } = setting;
  const written: string[] = [];
  for (let index = 0; index < blocks.length; ) {
    const closing = closingAt(fonts, blocks, index, page, seals);
    written.push(closing ? closingHtml(closing, seals, setting) : blockHtml(blocks, index, setting));
    index += closing?.count ?? 1;
  }
  return written.join('\n');
}

function blockHtml(blocks: readonly Block[], index: number, setting: Setting): string {
  const { fonts, page } = setting;
  const { width } = pageOf(page).area;
  const block = blocks[index];
  switch (block?.type) {
    case 'paragraph': {
      const { style } = layFlowing(fonts, blocks, index, page);
      const mark = block.role === 'organ' ? layJointMark(fonts, block, page, width) : undefined;
      return mark
        ? markHtml({ ...mark, laid: { ...mark.laid, style } }, setting)
        : paragraphHtml(block, style, setting);
    }
    case 'table':
      if (block.role === 'chart') return chartHtml(block, setting);
      return tableHtml(layTable(fonts, block, page, width), false, setting);
    case 'rule':
      return ruleHtml(block.role, setting);
    default:
      return '';
  }
}

/** A form page at the sizes and heights that the layout has found for it. */
export function formHtml(form: FormPage, setting: Setting): string {
  const { blocks } = layForm(setting.fonts, form, setting.page);
  return blocks.map((block, index) => formBlockHtml(block, form.children[index], setting)).join('\n');
}

function formBlockHtml(block: LaidFormBlock, child: Block | undefined, setting: Setting): string {
  switch (block.type) {
    case 'paragraph':
      return paragraphHtml(block.paragraph, block.laid.style, setting);
    case 'table': {
      const page = child?.type === 'table' ? formStylePage(setting.page, child) : setting.page;
      return tableHtml(block.laid, true, { ...setting, page });
    }
    case 'rule':
      return ruleHtml(block.rule.role, setting);
    case 'fill':
      return `<div style="height: ${pt(block.height)}"></div>`;
  }
}

export function paragraphHtml(paragraph: Paragraph, style: TextStyle, { fonts, styles }: Setting): string {
  const tag = paragraph.level > 0 ? `h${paragraph.level}` : 'p';
  const name = paragraph.level > 0 && paragraph.role !== 'chapter' ? `title-${paragraph.level}` : paragraph.role;
  const look = styles.classOf(name, textDeclarations(style, hangWidth(fonts, paragraph, style)));
  const parts = partsOf(paragraph.children);
  const [only = []] = parts;
  if (parts.length === 1) return `<${tag} class="${look}">${inlinesHtml(only, style)}</${tag}>`;
  const spans = parts.map((part) => `<span>${inlinesHtml(part, style)}</span>`).join('\t');
  return `<${tag} class="${look} parts">${spans}</${tag}>`;
}

/** Tabs divide a line into parts. */
function partsOf(children: readonly Inline[]): readonly (readonly Inline[])[] {
  const parts: Inline[][] = [[]];
  for (const inline of children) {
    if (inline.type === 'break') {
      parts.at(-1)?.push(inline);
      continue;
    }
    inline.text.split('\t').forEach((text, index) => {
      if (index > 0) parts.push([]);
      if (text !== '') parts.at(-1)?.push({ ...inline, text });
    });
  }
  return parts;
}

function inlinesHtml(children: readonly Inline[], style: TextStyle): string {
  return children
    .map((inline) => {
      if (inline.type === 'break') return '<br>';
      const { slot, color } = spanStyle(style, inline.role);
      const text = linked(escapeHtml(inline.text), inline.href);
      const differs = [
        ...(slot === style.slot ? [] : [`font-family: ${fontStacks[slot].replaceAll('"', "'")}`]),
        ...(color === style.color ? [] : [`color: ${color}`]),
      ];
      return differs.length === 0 ? text : `<span style="${differs.join('; ')}">${text}</span>`;
    })
    .join('');
}

/** `fixed` rows are as high as the layout made them. */
function tableHtml(laid: LaidTable, fixed: boolean, setting: Setting): string {
  const { table } = laid;
  const total = laid.columns.reduce((sum, width) => sum + width, 0);
  const columns = laid.columns.map((width) => `<col style="width: ${((width / total) * 100).toFixed(2)}%">`).join('');
  const cells = new Map(laid.cells.map((cell) => [cell.cell, cell]));
  const rows = table.rows.map((row, index) => {
    const height = fixed ? ` style="height: ${pt(laid.rows[index] ?? 0)}"` : '';
    return `<tr${height}>${row.cells.map((cell) => cellHtml(cell, cells.get(cell), laid, setting)).join('')}</tr>`;
  });
  const part = (tag: string, from: number, to?: number) =>
    rows.slice(from, to).length > 0 ? `<${tag}>\n${rows.slice(from, to).join('\n')}\n</${tag}>` : '';
  const parts = [part('thead', 0, table.headRows), part('tbody', table.headRows)].filter((one) => one !== '');
  return `<table>\n<colgroup>${columns}</colgroup>\n${parts.join('\n')}\n</table>`;
}

function cellHtml(cell: Cell, laid: LaidCell | undefined, table: LaidTable, setting: Setting): string {
  const tag = cell.head ? 'th' : 'td';
  const look = setting.styles.classOf(
    `${table.table.role}-cell`,
    `padding: ${pt(table.padding.y)} ${pt(table.padding.x)}; vertical-align: ${laid?.verticalAlign ?? 'middle'}; ` +
      `border: ${table.rule > 0 ? `${pt(table.rule)} solid #000` : 'none'}`,
  );
  const spans = [
    ...(cell.colspan > 1 ? [` colspan="${cell.colspan}"`] : []),
    ...(cell.rowspan > 1 ? [` rowspan="${cell.rowspan}"`] : []),
  ];
  const paragraphs = cell.children.map((paragraph, index) => {
    const style = laid?.paragraphs[index]?.style;
    return style === undefined ? '' : paragraphHtml(paragraph, style, setting);
  });
  return `<${tag} class="${look}"${spans.join('')}>${paragraphs.join('')}</${tag}>`;
}

function ruleHtml(role: RuleRole, { page, styles }: Setting): string {
  const style = ruleStyle(role, page);
  const declarations = `${ruleDeclarations(style)}; margin: ${pt(style.before)} 0 ${pt(style.after)} ${pt(style.x)}`;
  return `<hr class="${styles.classOf(`rule-${role}`, declarations)}">`;
}

function linked(text: string, href: string | undefined): string {
  return href === undefined ? text : `<a href="${escapeHtml(href)}">${text}</a>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\u00a0', '&nbsp;');
}
