/** Programs that tests read the product's files with. */
import { execFileSync } from 'node:child_process';

/** Whether a program is not here, so that a test may skip; never where `NEIBAO_NO_SKIP` says that it must be. */
export function toolMissing(tool: string): boolean {
  if (process.env.NEIBAO_NO_SKIP) return false;
  try {
    execFileSync(tool, ['--version'], { stdio: 'ignore' });
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
