/** A pack's list of documents: `pack.yaml` beside its templates. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

export interface PackDocument {
  /** By which `--only` names it, and under which its views are found. */
  readonly name: string;
  /** The template's file name without `.hbs`. */
  readonly template: string;
  /** Where its files go, without the format's ending; `{…}` is filled from each file's own names. */
  readonly path: string;
  readonly formats: readonly ('docx' | 'pdf' | 'xlsx' | 'html')[];
}

export interface Pack {
  readonly documents: readonly PackDocument[];
  /** Files for banks: a batch of each payer in each format of the folder `bank`. */
  readonly bankFiles: { readonly name: string; readonly path: string };
  /** Variable text alone, for the stock of the folder `stock`: the folder beside the document, and the name of a proof. */
  readonly overprint: { readonly folder: string; readonly proof: string };
  /** Names of the files of a print run, without the ending. */
  readonly print: { readonly district: string; readonly pages: string; readonly list: string };
}

const packSchema = z.object({
  documents: z.array(
    z.strictObject({
      name: z.string(),
      template: z.string(),
      path: z.string(),
      formats: z.array(z.enum(['docx', 'pdf', 'xlsx', 'html'])),
    }),
  ),
  bankFiles: z.strictObject({ name: z.string(), path: z.string() }),
  overprint: z.strictObject({ folder: z.string(), proof: z.string() }),
  print: z.strictObject({ district: z.string(), pages: z.string(), list: z.string() }),
});

/** Reads the pack of a folder. The packs are the product's own: a faulty one is a bug, and throws. */
export async function readPack(folder: string): Promise<Pack> {
  return packSchema.parse(parse(await readFile(join(folder, 'pack.yaml'), 'utf8')));
}
