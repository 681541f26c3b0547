import { main } from '../../src/cli.ts';

/** What a run of the command line left behind. */
export interface Run {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs the command line in this process, e.g. `runCli(['check', dir, '--json'])`.
 * @param outputFails whether the first write to standard output fails, as to a closed pipe
 */
export async function runCli(argv: readonly string[], outputFails = false): Promise<Run> {
  let out = '';
  let err = '';
  let fails = outputFails;
  const exit = await main(argv, {
    out: (text) => {
      if (fails) {
        fails = false;
        throw new Error('write EPIPE');
      }
      out += text;
    },
    err: (text) => {
      err += text;
    },
    progress: false,
  });
  return { exit, out, err };
}
