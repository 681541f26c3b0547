/** A pack's list of documents: `pack.yaml` beside its templates. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const packSchema = z.object({
  documents: z.array(
    z.strictObject({
      /** By which `--only` names it, and under which its views are found. */
      name: z.string(),
      /** The template's file name without `.hbs`. */
      template: z.string(),
      /** Where its files go, without the format's ending; `{…}` is filled from each file's own names. */
      path: z.string(),
      formats: z.array(z.enum(['docx', 'pdf', 'xlsx', 'html'])),
    }),
  ),
  /** Files for banks: a batch of each payer in each format of the folder `bank`. */
  bankFiles: z.strictObject({ name: z.string(), path: z.string() }),
  /** Variable text alone, for the stock of the folder `stock`: the folder beside the document, and the name of a proof. */
  overprint: z.strictObject({ folder: z.string(), proof: z.string() }),
  /** Names of the files of a print run, without the ending. */
  print: z.strictObject({ district: z.string(), pages: z.string(), list: z.string() }),
});

export type Pack = z.infer<typeof packSchema>;
export type PackDocument = z.infer<typeof packSchema>['documents'][number];

/** Reads the pack of a folder. The packs are the product's own: a faulty one is a bug, and throws. */
export async function readPack(folder: string): Promise<Pack> {
  return packSchema.parse(parse(await readFile(join(folder, 'pack.yaml'), 'utf8')));
}
