/** The small case with nominees in every state of the flow. */
import { readFileSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { baseCase, temporaryFolder } from './package.ts';

/** Columns 状态 and 撤回原因 of each roster, row by row. */
const states: Readonly<Record<string, readonly string[]>> = {
  先进单位: ['最终,', '已公示,', '初审通过,', '推荐,', '撤回,发生治安案件', '最终,'],
  先进保卫部门: ['最终,'],
  先进治安责任人: ['最终,', '已公示,', '推荐,', '撤回,所在单位已撤回'],
  先进保卫干部: ['最终,', '初审通过,', '推荐,', '最终,'],
};

/** Files to lay over a copy of the small case. */
export function rostersInStates(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(states).map(([sheet, ends]) => {
      const path = `rosters/${sheet}.csv`;
      const [head, ...rows] = readFileSync(join(baseCase, path), 'utf8').trimEnd().split(/\r?\n/);
      return [path, [`${head},状态,撤回原因`, ...rows.map((row, index) => `${row},${ends[index]}`)].join('\n')];
    }),
  );
}

/** A copy of the small case with files replaced, gone after the tests of the file. */
export async function baseWith(files: Readonly<Record<string, string>>): Promise<string> {
  const dir = join(await temporaryFolder('states'), 'case');
  await cp(baseCase, dir, { recursive: true });
  for (const [path, text] of Object.entries(files)) await writeFile(join(dir, path), text);
  return dir;
}
