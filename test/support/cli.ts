import { main } from '../../src/cli.ts';

/** What a run of the command line left behind. */
export interface Run {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, e.g. `runCli(['check', dir, '--json'])`. */
export async function runCli(argv: readonly string[]): Promise<Run> {
  let out = '';
  let err = '';
  const exit = await main(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    progress: false,
  });
  return { exit, out, err };
}
