/** Small trees in code. */

import type { ParagraphRole, RowHeight, SpanRole, TableRole } from '../../src/document/schema.ts';
import type { Cell, Inline, Paragraph, Row, Table } from '../../src/document/types.ts';
import { loadFonts } from '../../src/layout/fonts.ts';
import type { FontSet, LaidParagraph } from '../../src/layout/types.ts';

/** The free fonts, on every machine the same. */
export async function freeFonts(): Promise<FontSet> {
  const fonts = await loadFonts({ system: false });
  if (!fonts.ok) throw new Error('the free fonts are missing');
  return fonts.value;
}

export function text(said: string, role: SpanRole = 'text'): Inline {
  return { type: 'text', text: said, role };
}

export function paragraph(role: ParagraphRole, ...children: readonly (string | Inline)[]): Paragraph {
  return {
    type: 'paragraph',
    level: 0,
    role,
    children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
  };
}

export function heading(level: Paragraph['level'], said: string): Paragraph {
  return { type: 'paragraph', level, role: 'body', children: [text(said)] };
}

export function cell(content: string | Paragraph, more: Partial<Cell> = {}): Cell {
  return {
    head: false,
    colspan: 1,
    rowspan: 1,
    align: 'left',
    children: [typeof content === 'string' ? paragraph('cell', content) : content],
    data: { type: 'text', value: null, format: '', formula: '', name: '' },
    ...more,
  };
}

export function row(cells: readonly (string | Cell)[], height: RowHeight = 'auto'): Row {
  return { height, group: '', cells: cells.map((one) => (typeof one === 'string' ? cell(one) : one)) };
}

export function table(role: TableRole, columns: readonly number[], rows: readonly Row[], headRows = 0): Table {
  return { type: 'table', role, columns, headRows, rows };
}

export function lineTexts(laid: LaidParagraph): string[] {
  return laid.lines.map((line) => line.runs.map((run) => run.text).join(''));
}
