/** `neibao quota`: the quota table. */
import type { Command } from 'commander';
import { quota } from '../build.ts';
import { reportQuota } from '../report.ts';
import type { Shell } from './shell.ts';

export function addQuota(program: Command, shell: Shell): void {
  shell
    .verb(program, 'quota', '显示名额分配表', 'quota data/shanghai-2024', 'quota data/shanghai-2024 --json')
    .action(async (dir: string) => {
      const shown = await quota(dir);
      shell.finish(
        shown,
        (value) => value.json,
        (value) => reportQuota(value.table),
      );
    });
}
