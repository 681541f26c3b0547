/** The one text of a document: what every format must carry. */
import type { Block, DocumentTree, Inline, Paragraph } from './types.ts';

/** A line per paragraph and per line break in it, in reading order: tables row by row, cells from left to right. Empty lines are left out. */
export function textOf(tree: DocumentTree): string {
  return tree.children.flatMap(linesOf).join('\n');
}

/** The text of a paragraph, its line breaks as `\n`. */
export function textOfInline(children: readonly Inline[]): string {
  return children.map((one) => (one.type === 'break' ? '\n' : one.text)).join('');
}

function linesOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return linesOfParagraph(block);
    case 'table':
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.children.flatMap(linesOfParagraph)));
    case 'section':
    case 'form-page':
      return block.children.flatMap(linesOf);
    case 'rule':
    case 'page-break':
    case 'fill':
      return [];
  }
}

function linesOfParagraph(paragraph: Paragraph): readonly string[] {
  return textOfInline(paragraph.children)
    .split('\n')
    .filter((line) => line !== '');
}
