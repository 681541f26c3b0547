/** A folder of workbooks, written as a whole or not at all. */
import { diskFault } from '../disk.ts';
import { hasErrors, type Message, message } from '../message.ts';
import { checkTarget, openStaging, type Staging } from '../package/folder.ts';
import { sha256 } from '../package/manifest.ts';

export interface WrittenFile {
  /** Name in the folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Replaces a folder that this tool has written before, or makes a new one; whatever people have changed in the old one
 * is kept beside it. The list of hashes by which it knows is `manifest.json`. Errors: what `package/folder` says of the place.
 */
export async function writeFolder(
  target: string,
  title: string,
  files: AsyncIterable<WrittenFile>,
): Promise<readonly Message[]> {
  const wrong = await checkTarget(target);
  if (hasErrors(wrong)) return wrong;
  let staging: Staging | undefined;
  try {
    staging = await openStaging(target);
    const listed: { path: string; bytes: number; sha256: string }[] = [];
    for await (const { path, bytes } of files) {
      await staging.write(path, bytes);
      listed.push({ path, bytes: bytes.length, sha256: sha256(bytes) });
    }
    await staging.write('manifest.json', `${JSON.stringify({ generator: 'neibao', title, files: listed }, null, 2)}\n`);
    return await staging.commit();
  } catch (error) {
    await staging?.discard();
    const reason = diskFault(error);
    if (reason === undefined) throw error;
    return [message('package.write-failed', { dir: target, reason })];
  }
}
