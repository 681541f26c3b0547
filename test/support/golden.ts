/** Golden files: what a document says, as text that people can read and compare. `npm run golden` writes them anew. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Block, Cell, DocumentTree, Inline, Paragraph, Row } from '../../src/document/types.ts';
import { readDocx } from './docx.ts';

const folder = fileURLToPath(new URL('../golden', import.meta.url));
const updating = process.env.UPDATE_GOLDEN === '1';

/** Holds a text against its golden file. One that is missing is a failure, not a new golden. */
export function expectGolden(name: string, text: string): void {
  const file = join(folder, name);
  const said = `${text.trimEnd()}\n`;
  if (updating) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, said);
    return;
  }
  if (!existsSync(file)) throw new Error(`test/golden/${name} is missing: run npm run golden, and read what it wrote`);
  expect(said).toBe(readFileSync(file, 'utf8'));
}

/** Golden files that no test asks for are litter. */
export function expectNoOtherGoldens(names: readonly string[]): void {
  const others = readdirSync(folder).filter((name) => !names.includes(name));
  if (updating) for (const name of others) rmSync(join(folder, name));
  else expect(others, 'golden files without a test').toEqual([]);
}

/** A tree, a line per paragraph and table row; what is as usual is left out. */
export function treeDump(tree: DocumentTree): string {
  return [`${tree.title} · ${tree.lang} · page ${tree.page}`, ...tree.children.flatMap(blockDump)].join('\n');
}

function blockDump(block: Block): readonly string[] {
  const inside = (children: readonly Block[]) => children.flatMap(blockDump).map((line) => `  ${line}`);
  switch (block.type) {
    case 'paragraph':
      return [paragraphDump(block)];
    case 'table':
      return [`table ${block.role} (${block.columns.join(' ')}) head ${block.headRows}`, ...block.rows.map(rowDump)];
    case 'section':
      return [`section ${block.role} ${block.name}`.trimEnd(), ...inside(block.children)];
    case 'form-page':
      return [`form-page ${block.frame}`.trimEnd(), ...inside(block.children)];
    case 'rule':
      return [`rule ${block.role}`];
    case 'fill':
      return [`fill ${block.weight}`];
    case 'page-break':
      return ['page-break'];
  }
}

function paragraphDump({ level, role, children }: Paragraph): string {
  return `${level === 0 ? role : `h${level}`}: ${inlineDump(children)}`;
}

function inlineDump(children: readonly Inline[]): string {
  return children
    .map((one) => {
      if (one.type === 'break') return ' ⏎ ';
      const text = one.text.replaceAll('\t', '→');
      if (one.href !== undefined) return `[${text}](${decodeURI(one.href)})`;
      return one.role === 'text' ? text : `{${one.role}: ${text}}`;
    })
    .join('');
}

function rowDump({ height, group, cells }: Row): string {
  const kind = [height === 'auto' ? '' : height, group].filter((part) => part !== '').join(' ');
  return `  row${kind && ` ${kind}`} | ${cells.map(cellDump).join(' | ')}`;
}

/** Attributes in brackets: head cell, span in columns × rows, alignment, number with format, name and formula. */
function cellDump({ head, colspan, rowspan, align, data, children }: Cell): string {
  const attributes = [
    head && 'th',
    (colspan > 1 || rowspan > 1) && `${colspan}×${rowspan}`,
    align !== (head ? 'center' : 'left') && align,
    data.type === 'number' && `${data.value ?? 'null'}${data.format && ` as ${data.format}`}`,
    data.name,
    data.formula && `=${data.formula}`,
  ].filter((part) => typeof part === 'string' && part !== '');
  const text = children.map((one) => (one.role === 'cell' ? inlineDump(one.children) : paragraphDump(one))).join(' ¶ ');
  return `${attributes.length > 0 ? `[${attributes.join(', ')}] ` : ''}${text}`.trim();
}

/** A DOCX: its parts, style and text of each paragraph, and the grid of each table, in twips. */
export function docxDump(bytes: Uint8Array): string {
  const { parts, paragraphs, tables } = readDocx(bytes);
  return [
    '== parts',
    ...parts,
    '== paragraphs',
    ...paragraphs.map(({ style, text, pageBreakBefore }) => {
      const said = text.replaceAll('\n', ' ⏎ ').replaceAll('\t', '→');
      return `${style}${pageBreakBefore ? ' (new page)' : ''}: ${said}`.trimEnd();
    }),
    '== tables',
    ...tables.map(({ grid, rows }) => `${rows.length} rows, grid ${grid.join(' ')}`),
  ].join('\n');
}
