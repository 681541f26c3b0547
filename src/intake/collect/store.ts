/** Writes a collection: the originals, then the rosters in one move, then the list of what has come in. */
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Message, message } from '../../message.ts';
import { openStaging, type Staging } from '../../package/folder.ts';
import { inThreads, threadsFor } from '../../threads/threads.ts';
import type { Collected } from './decide.ts';
import { collectedFolder, type Ledger, type LedgerEntry, ledgerPath, ledgerText } from './ledger.ts';
import type { Shelf } from './shelf.ts';
import { writingWorkbooks } from './workbook.ts';

/**
 * Whatever is killed on the way can be run again: originals that the list does not name yet come in as new ones, and
 * the rows that they bring are those already there. Throws what the disk says, with nothing of the run left behind.
 */
export async function store(
  dir: string,
  ledger: Ledger,
  collected: readonly Collected[],
  shelf: Shelf,
  received: string,
): Promise<readonly Message[]> {
  const originals = join(dir, collectedFolder);
  const copies = [...collected.map(({ file }) => file.stored), ...shelf.takenOver.map(({ stored }) => stored)];
  let staging: Staging | undefined;
  try {
    await mkdir(originals, { recursive: true });
    for (const { file } of collected) await copyFile(file.source.path, join(originals, file.stored));
    for (const { stored, input } of shelf.takenOver) await copyFile(join(dir, input.path), join(originals, stored));
    staging = await openStaging(join(dir, 'rosters'));
    await stage(staging, join(dir, 'rosters'), shelf);
    await staging.commit();
  } catch (error) {
    await staging?.discard();
    for (const name of copies) await rm(join(originals, name), { force: true });
    throw error;
  }
  const entries = [
    ...shelf.takenOver.map(({ stored, input, rows }) => ({
      name: stored,
      from: input.path,
      sha256: input.sha256,
      received,
      rows,
      rejected: 0,
    })),
    ...collected.map(
      ({ file, rows, rejected }): LedgerEntry => ({
        name: file.stored,
        from: file.source.path,
        sha256: file.source.hash,
        received,
        rows,
        rejected,
      }),
    ),
  ];
  await writeFile(join(dir, `${ledgerPath}.new`), ledgerText({ files: [...ledger.files, ...entries] }));
  await rename(join(dir, `${ledgerPath}.new`), join(dir, ledgerPath));
  return shelf.takenOver.map(({ stored, input }) =>
    message('collect.taken-over', { place: { file: input.path }, kept: `${collectedFolder}/${stored}` }),
  );
}

/** What a row of a roster takes in a workbook, about. */
const bytesPerRow = 130;

/** The rosters as they will stand: those that did not change, and the new ones. */
async function stage(staging: Staging, rosters: string, { removed, written }: Shelf): Promise<void> {
  const gone = new Set([...removed.map((path) => basename(path)), ...written.map(({ name }) => name)]);
  for (const name of await readdir(rosters).catch(() => [])) {
    if (!gone.has(name)) await staging.write(name, await readFile(join(rosters, name)));
  }
  const files = written.filter(({ nominees, scores }) => nominees.length > 0 || scores.length > 0);
  const rows = files.reduce((sum, { nominees }) => sum + nominees.length, 0);
  await inThreads(writingWorkbooks, files, threadsFor(rows * bytesPerRow), {
    keep: (workbook, index) => staging.write(files[index]?.name ?? '', workbook),
  });
}
