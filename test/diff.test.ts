import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { caseFolder } from './case/folder.ts';
import { runCli } from './support/cli.ts';
import { baseCase } from './support/package.ts';

test('two years are compared in Chinese, and as JSON with amounts in yuan', async () => {
  const yaml = await readFile(join(baseCase, 'case.yaml'), 'utf8');
  const next = await caseFolder({
    'case.yaml': yaml.replace('year: 2024', 'year: 2025').replace('collective: 2000', 'collective: 2500'),
    'members.csv': '区,会员单位\n东湖,200\n西岭,34\n市属处,5\n',
  });
  const shown = await runCli(['diff', baseCase, next]);
  expect(shown.exit).toBe(0);
  expect(shown.out).toMatch(/东湖\s+100→200（\+100）\s+3→6（\+3）/);
  expect(shown.out).toContain('二、两年都在名单上的单位：6 个（两年都是市级 5，两年都是区级 1）');
  expect(shown.out).toMatch(/合计\s+20,000\.00\s+23,000\.00\s+\+3,000\.00/);
  const { ok, value } = JSON.parse((await runCli(['diff', baseCase, next, '--json'])).out);
  expect(ok).toBe(true);
  expect(value.quota[0]).toMatchObject({ district: '东湖', members: { old: 100, new: 200, change: 100 } });
  expect(value.paid.change).toBe(500 * value.again.filter((one: { kind: string }) => one.kind === 'unit').length);
});

test('errors are said with the folder of the case they are in, and nothing is compared', async () => {
  const broken = await caseFolder({ 'members.csv': null });
  const run = await runCli(['diff', baseCase, broken, '--json']);
  expect(run.exit).toBe(1);
  const { messages, value } = JSON.parse(run.out);
  expect(messages).toMatchObject([{ code: 'case.file-missing', place: { file: 'case/members.csv' } }]);
  expect(value).toBeNull();
});

test('two cases of one year are told apart as the old and the new one', async () => {
  const next = await caseFolder({ 'members.csv': '区,会员单位\n东湖,200\n西岭,34\n市属处,5\n' });
  const { out } = await runCli(['diff', baseCase, next]);
  expect(out).toContain('2024年的两份案卷比较。每格为“旧案卷→新案卷（增减）”');
  expect(out).toMatch(/发放单位\s+旧案卷\s+新案卷\s+增减/);
  expect(out).toContain('二、两份案卷都在名单上的单位');
});

test('both folders are asked for', async () => {
  expect((await runCli(['diff', baseCase])).exit).toBe(2);
});
