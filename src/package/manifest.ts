/** manifest.json: what the package holds and what it was made from. No clock: the same input gives the same bytes. */
import { createHash } from 'node:crypto';
import type { InputFile } from '../case/types.ts';
import type { ReconciledRow } from '../rules/reconcile.ts';

export interface ManifestFile {
  readonly path: string;
  /** Name of the document in the pack. */
  readonly document: string;
  readonly format: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly pages: number | null;
}

export interface Manifest {
  readonly generator: string;
  readonly case: string;
  readonly year: number;
  readonly inputs: readonly InputFile[];
  readonly files: readonly ManifestFile[];
  readonly counts: { readonly files: number; readonly pages: number; readonly findings: number };
  readonly reconciliation: readonly ReconciledRow[];
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Number of pages of a PDF, from the count its page tree states; the writer leaves that object uncompressed. */
export function pagesOf(pdf: Uint8Array): number {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  for (let at = bytes.indexOf('/Pages'); at >= 0; at = bytes.indexOf('/Pages', at + 1)) {
    const count = /^\/Pages\s*\/Count (\d+)/.exec(bytes.toString('latin1', at, at + 40))?.[1];
    if (count !== undefined) return Number(count);
  }
  throw new Error('a PDF without a page tree');
}
