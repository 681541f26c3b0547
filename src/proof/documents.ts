/** The official documents of a package, proofread before they are written. */
import type { Block, DocumentTree } from '../document/types.ts';
import type { Message } from '../message.ts';
import { type KnownParagraphs, proofread } from './check.ts';
import { officialTextOf } from './from-tree.ts';

export interface BuiltDocument {
  /** Name in the pack: documents of one kind come from one template. */
  readonly kind: string;
  /** Path in the package without the format's ending. */
  readonly path: string;
  readonly tree: DocumentTree;
}

/**
 * Says what stands against one document after the other, as warnings: what the office wrote into its case or templates
 * does not stop a build. Letters of one kind repeat a finding, which is told of the first.
 */
export function proofreader(): (document: BuiltDocument) => readonly Message[] {
  const told = new Set<string>();
  const known: KnownParagraphs = new Map();
  return ({ kind, path, tree }) => {
    if (!isOfficial(tree)) return [];
    return proofread(officialTextOf(tree, path), known).flatMap(({ code, found, message }): readonly Message[] => {
      const key = [kind, code, found].join('\n');
      if (message.level === 'info' || told.has(key)) return [];
      told.add(key);
      return [{ ...message, level: 'warning' }];
    });
  };
}

/** Whether a document goes out as an official text: set as one, or signed and dated. Forms, rosters and lists are none. */
function isOfficial(tree: DocumentTree): boolean {
  if (tree.page.startsWith('gongwen')) return true;
  const isDate = (block: Block) => block.type === 'paragraph' && block.role === 'date';
  return tree.page === 'plain' && tree.children.some(isDate);
}
