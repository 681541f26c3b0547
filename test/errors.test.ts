import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Message, messageTexts } from '../src/message.ts';
import { runCli } from './support/cli.ts';

interface Example {
  readonly argv: readonly string[];
  readonly exit: number;
  readonly message: Partial<Message>;
  readonly remove?: readonly string[];
  readonly outputFails?: boolean;
}

const root = fileURLToPath(new URL('errors', import.meta.url));
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map((entry) => entry.name);
const codeOf = (folder: string) => folder.replace(/--.*$/, '');

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'neibao-errors-'));
});
afterAll(() => rm(work, { recursive: true, force: true }));

test('every message has an example', () => {
  expect(Object.keys(messageTexts).filter((code) => !folders.map(codeOf).includes(code))).toEqual([]);
});

test('every example is of a message that exists', () => {
  expect(folders.filter((folder) => !(codeOf(folder) in messageTexts))).toEqual([]);
});

test('the case that the examples start from has no findings', async () => {
  const dir = await layCase('_base', []);
  const run = await runCli(['check', dir, '--json']);
  const { messages }: { messages: readonly Message[] } = JSON.parse(run.out);
  // Which fonts stand in depends on the machine, and is only a note.
  expect(messages.filter(({ level }) => level !== 'info')).toEqual([]);
  expect(run.exit).toBe(0);
});

describe('an input and the message it gives', () => {
  test.each(folders)('%s', async (folder) => {
    const example: Example = JSON.parse(await readFile(join(root, folder, 'expect.json'), 'utf8'));
    const dir = await layCase(folder, example.remove ?? []);
    const out = join(work, folder, 'out');
    await mkdir(out);
    const places = { case: dir, files: join(root, folder, 'files'), out };
    const argv = example.argv.map((word) =>
      word.replace(/\{(case|files|out)\}/g, (_, name: keyof typeof places) => places[name]),
    );
    const run = await runCli(argv, example.outputFails);
    const { messages }: { messages: readonly Message[] } = JSON.parse(run.out);
    const found = messages.find(({ code }) => code === codeOf(folder));
    expect(found ?? messages).toMatchObject(example.message);
    expect(run.exit).toBe(example.exit);
    if (run.exit !== 0) expect(await readdir(out)).toEqual([]);
  });
});

/** A copy of the valid case with the example's files laid over it. */
async function layCase(folder: string, remove: readonly string[]): Promise<string> {
  const dir = join(work, folder, 'case');
  await cp(join(root, '_base'), dir, { recursive: true });
  const files = join(root, folder, 'files');
  if (existsSync(files)) await cp(files, dir, { recursive: true });
  for (const path of remove) await rm(join(dir, path), { recursive: true });
  return dir;
}
