import { spawn } from 'node:child_process';
import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { readRegister } from '../src/register/journal.ts';
import { baseCase, projectFolder, temporaryFolder } from './support/package.ts';

/** The steps of the register itself are killed 200 times in `register/crash.test.ts`; here it is the command that people give. */
const cli = join(projectFolder, 'dist', 'cli.js');

function start(family: string) {
  const people = ['--prepared', '甲某', '--reviewed', '乙某', '--date', '2025-01-20'];
  const argv = [cli, 'payout', join(family, '2024'), '--issue', ...people, '--out', join(family, '发放'), '--json'];
  const child = spawn(process.execPath, argv, { stdio: 'ignore' });
  return { child, ended: new Promise<number | null>((resolve) => child.once('close', resolve)) };
}

async function newFamily(): Promise<string> {
  const family = await temporaryFolder('crash');
  await cp(baseCase, join(family, '2024'), { recursive: true });
  return family;
}

async function livePayments(family: string): Promise<number> {
  const register = await readRegister(join(family, 'register.jsonl'));
  if (!register.ok) throw new Error(JSON.stringify(register.messages));
  return register.value.payments.filter(({ live }) => live).length;
}

test('`payout --issue` killed at any moment and given again pays everybody exactly once, and the lists are whole', {
  timeout: 240_000,
}, async () => {
  const whole = await newFamily();
  const began = performance.now();
  expect(await start(whole).ended).toBe(0);
  const duration = performance.now() - began;
  const awards = await livePayments(whole);
  const outcomes = new Set<number>();
  for (let run = 0; run < 16; run += 1) {
    const family = await newFamily();
    const { child, ended } = start(family);
    // Spread over the run; the register's step lies near its middle.
    await wait((duration * (run + Math.random())) / 16);
    child.kill('SIGKILL');
    await ended;
    const paid = await livePayments(family);
    outcomes.add(paid);
    expect([0, awards]).toContain(paid);
    expect(await start(family).ended).toBe(0);
    expect(await livePayments(family)).toBe(awards);
    const manifest = await readFile(join(family, '发放', 'manifest.json'), 'utf8').catch(() => null);
    // Killed after its payments were entered, a batch has nothing left to issue, and its lists come by `--files`.
    if (paid === 0) expect(JSON.parse(manifest ?? '').counts.files).toBeGreaterThan(3);
  }
  expect(outcomes).toEqual(new Set([0, awards]));
});
