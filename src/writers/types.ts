import type { DocumentTree } from '../document/types.ts';
import type { Seals } from '../layout/seal.ts';
import type { FontSet } from '../layout/types.ts';

/** What every writer needs beside the tree. */
export interface WriteContext {
  readonly fonts: FontSet;
  /** Stands in the document's properties in place of the clock. */
  readonly date: Date;
  readonly author: string;
  /** Images of the seals that a tree calls for; without one, there is room to press it by hand. */
  readonly seals?: Seals;
}

/** A writer turns a tree into the bytes of one file; the same tree and context give the same bytes. */
export type Writer = (tree: DocumentTree, context: WriteContext) => Promise<Uint8Array>;
