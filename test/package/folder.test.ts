import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkTarget, openStaging } from '../../src/package/folder.ts';
import { sha256 } from '../../src/package/manifest.ts';

let root: string;
let place: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'neibao-folder-'));
  place = join(root, '文书');
});
afterEach(() => rm(root, { recursive: true }));

async function writePackage(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const staging = await openStaging(place);
  for (const [path, text] of Object.entries(files)) await staging.write(path, text);
  const listed = Object.entries(files).map(([path, text]) => ({ path, sha256: sha256(Buffer.from(text)) }));
  await staging.write('manifest.json', JSON.stringify({ files: listed }));
  return (await staging.commit()).map((one) => one.code);
}

test('nothing stands at the place before the package is whole', async () => {
  const staging = await openStaging(place);
  await staging.write('01通知/通知.txt', '通知');
  expect(existsSync(place)).toBe(false);
  await staging.commit();
  expect(await readFile(join(place, '01通知/通知.txt'), 'utf8')).toBe('通知');
  expect(await readdir(root)).toEqual(['文书']);
});

test('a discarded build leaves the last good package and nothing else', async () => {
  await writePackage({ 'a.txt': '旧' });
  const staging = await openStaging(place);
  await staging.write('a.txt', '新');
  await staging.discard();
  expect(await readFile(join(place, 'a.txt'), 'utf8')).toBe('旧');
  expect(await readdir(root)).toEqual(['文书']);
});

test('a new package replaces the old one whole, files of the old that are no more included', async () => {
  await writePackage({ 'a.txt': '旧', 'b.txt': '旧' });
  expect(await writePackage({ 'a.txt': '新' })).toEqual([]);
  expect((await readdir(place)).sort()).toEqual(['a.txt', 'manifest.json']);
});

test('what somebody edited in the old package by hand is kept beside the new one', async () => {
  await writePackage({ 'a.txt': '旧' });
  await writeFile(join(place, 'a.txt'), '手工修改');
  expect(await writePackage({ 'a.txt': '新' })).toEqual(['package.kept']);
  expect(await readFile(join(place, 'a.txt'), 'utf8')).toBe('新');
  expect(await readFile(join(root, '文书-旧稿1', 'a.txt'), 'utf8')).toBe('手工修改');
});

test('what somebody added to the old package is kept too', async () => {
  await writePackage({ 'a.txt': '旧' });
  await writeFile(join(place, '领导批示.txt'), '同意');
  expect(await writePackage({ 'a.txt': '旧' })).toEqual(['package.kept']);
  expect(await readFile(join(root, '文书-旧稿1', '领导批示.txt'), 'utf8')).toBe('同意');
});

test('what a killed build left is cleared, and a package caught between its two moves comes back', async () => {
  const dead = 2 ** 22 + 7; // above the largest process id of Linux
  await mkdir(join(root, `.文书.writing-${dead}`));
  await mkdir(join(root, `.文书.old-${dead}`));
  await writeFile(join(root, `.文书.old-${dead}`, 'a.txt'), '旧');
  const staging = await openStaging(place);
  expect(await readFile(join(place, 'a.txt'), 'utf8')).toBe('旧');
  await staging.discard();
  expect(await readdir(root)).toEqual(['文书']);
});

test('a folder with other people’s files is refused, an empty one and a package are not', async () => {
  expect(await checkTarget(place)).toEqual([]);
  await mkdir(place);
  expect(await checkTarget(place)).toEqual([]);
  await writeFile(join(place, '照片.jpg'), '');
  expect((await checkTarget(place)).map((one) => one.code)).toEqual(['package.target-foreign']);
  expect((await checkTarget(join(place, '照片.jpg'))).map((one) => one.code)).toEqual(['package.target-is-file']);
  await writeFile(join(place, 'manifest.json'), '{}');
  expect(await checkTarget(place)).toEqual([]);
});
