import type { DocumentTree } from '../document/types.ts';
import type { FontSet } from '../layout/types.ts';

/** What every writer needs beside the tree. */
export interface WriteContext {
  readonly fonts: FontSet;
  /** Stands in the document's properties in place of the clock. */
  readonly date: Date;
  readonly author: string;
}

/** A writer turns a tree into the bytes of one file; the same tree and context give the same bytes. */
export type Writer = (tree: DocumentTree, context: WriteContext) => Promise<Uint8Array>;
