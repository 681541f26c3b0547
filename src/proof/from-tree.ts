/** A document of the package as an official text, so that what is built is proofread like what is brought. */
import { textOfInline } from '../document/text.ts';
import type { Block, DocumentTree, Paragraph, Table } from '../document/types.ts';
import { documentKinds, type OfficialText, type Part, type PartRole } from '../gongwen/types.ts';
import type { ProofText } from './types.ts';

const roles: Readonly<Partial<Record<Paragraph['role'], PartRole>>> = {
  organ: 'organ',
  number: 'number',
  'number-signer': 'number',
  subtitle: 'subtitle',
  addressee: 'addressee',
  'annex-first': 'annex-list',
  'annex-next': 'annex-list',
  signature: 'signature',
  date: 'date',
  'annex-label': 'annex-label',
  'copy-to': 'copy-to',
  printed: 'printed',
};

/** @param path the document's path in the package, as the place of what is found */
export function officialTextOf(tree: DocumentTree, path: string): ProofText {
  let annex = 0;
  const part = (role: PartRole, text: string, rows: Part['rows'] = []): Part => ({
    role,
    text,
    rows,
    level: 0,
    runIn: 0,
    annex,
    line: 0,
    lastLine: 0,
  });
  const partsOf = (block: Block): readonly Part[] => {
    switch (block.type) {
      case 'paragraph':
        return [part(roleOf(block, annex), textOfInline(block.children).replace(/\n/g, ''))];
      case 'table':
        return [part('table', '', rowsOf(block))];
      case 'section':
        if (block.role === 'annex') annex += 1;
        return block.children.flatMap(partsOf);
      case 'form-page':
        return block.children.flatMap(partsOf);
      default:
        return [];
    }
  };
  const parts = tree.children.flatMap(partsOf);
  const title = parts.find((one) => one.role === 'title')?.text ?? '';
  const text: OfficialText = {
    file: path,
    kind: documentKinds.find((kind) => title.endsWith(kind)) ?? null,
    format: 'document',
    parts,
    messages: [],
  };
  return { text, lines: null };
}

function roleOf({ level, role }: Paragraph, annex: number): PartRole {
  if (level === 1) return annex === 0 ? 'title' : 'annex-title';
  if (level > 1) return 'heading';
  if (role === 'note' && annex === 0) return 'note';
  return roles[role] ?? 'body';
}

/** Rows with a cell for each column, as the grid has them: a cell that spans is followed by empty ones. */
function rowsOf({ rows, columns }: Table): Part['rows'] {
  const covered = columns.map(() => 0);
  return rows.map((row) => {
    const cells: string[] = [];
    const waiting = [...row.cells];
    for (let column = 0; column < columns.length; ) {
      if ((covered[column] ?? 0) > 0) {
        covered[column] = (covered[column] ?? 0) - 1;
        cells.push('');
        column += 1;
        continue;
      }
      const cell = waiting.shift();
      if (cell === undefined) break;
      const text = cell.children.map((paragraph) => textOfInline(paragraph.children)).join('\n');
      for (let span = 0; span < cell.colspan; span += 1) {
        cells.push(span === 0 ? text : '');
        covered[column + span] = cell.rowspan - 1;
      }
      column += cell.colspan;
    }
    return cells;
  });
}
