/** What a workbook makes of a tree: a sheet per section of role `sheet`, or the whole tree as one. */
import type { Block, DocumentTree, Table } from './types.ts';

export interface SheetContent {
  /** As the template gives it; the title of the document where it gives none. */
  readonly name: string;
  /** Without sections and form pages: their blocks stand here one after the other. */
  readonly blocks: readonly FlatBlock[];
}

export type FlatBlock = Exclude<Block, { readonly type: 'section' | 'form-page' }>;

/** In the tree's order. What stands outside the sheets of a tree that has some is a sheet of its own, in front. */
export function sheetsOf(tree: DocumentTree): readonly SheetContent[] {
  const isSheet = (block: Block) => block.type === 'section' && block.role === 'sheet';
  const rest = tree.children.filter((block) => !isSheet(block)).flatMap(flat);
  const sheets = tree.children.flatMap((block): SheetContent[] =>
    block.type === 'section' && block.role === 'sheet'
      ? [{ name: block.name || tree.title, blocks: block.children.flatMap(flat) }]
      : [],
  );
  return rest.length > 0 || sheets.length === 0 ? [{ name: tree.title, blocks: rest }, ...sheets] : sheets;
}

export function tablesOf(sheet: SheetContent): readonly Table[] {
  return sheet.blocks.filter((block): block is Table => block.type === 'table');
}

function flat(block: Block): readonly FlatBlock[] {
  return block.type === 'section' || block.type === 'form-page' ? block.children.flatMap(flat) : [block];
}
