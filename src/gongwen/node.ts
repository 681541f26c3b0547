/** Blocks of the document tree, made in code. */
import type { ParagraphRole, SpanRole } from '../document/schema.ts';
import type { Cell, Inline, Paragraph, Text } from '../document/types.ts';

export function span(text: string, role: SpanRole = 'text'): Text {
  return { type: 'text', text, role };
}

/** A paragraph of a role; a line feed in its text is a line break. */
export function paragraph(role: ParagraphRole, content: string | readonly Inline[]): Paragraph {
  return { type: 'paragraph', level: 0, role, children: inlines(content) };
}

export function heading(level: 1 | 2 | 3 | 4 | 5, content: string | readonly Inline[]): Paragraph {
  return { type: 'paragraph', level, role: 'plain', children: inlines(content) };
}

/** 第一章　总则: number and name stand one character apart. */
export function chapterHeading(text: string): Paragraph {
  return { ...heading(2, text.replace(/^(第[^编章节]+[编章节])\s*(?=\S)/, '$1　')), role: 'chapter' };
}

function inlines(content: string | readonly Inline[]): readonly Inline[] {
  if (typeof content !== 'string') return content.filter((inline) => inline.type === 'break' || inline.text !== '');
  return lines(content).flatMap((line, index): readonly Inline[] =>
    index === 0 ? textInline(line) : [{ type: 'break' }, ...textInline(line)],
  );
}

function lines(text: string): readonly string[] {
  return text.split('\n');
}

function textInline(text: string): readonly Inline[] {
  return text === '' ? [] : [span(text)];
}

export function cell(children: readonly Paragraph[], rest: Partial<Omit<Cell, 'children'>> = {}): Cell {
  return {
    head: false,
    colspan: 1,
    rowspan: 1,
    align: 'left',
    children,
    data: { type: 'text', value: null, format: '', formula: '', name: '' },
    ...rest,
  };
}

/** A paragraph that hangs on its label and colon. */
export function labelled(role: 'attendance' | 'copy-to', text: string, hang: 'hang' | 'hang-label'): Paragraph {
  const end = text.search(/[:：]/) + 1;
  return paragraph(role, [span(text.slice(0, end), hang), span(text.slice(end).trimStart())]);
}
