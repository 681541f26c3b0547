import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fix } from '../../src/proof/fix.ts';
import type { Finding } from '../../src/proof/types.ts';
import { runCli } from '../support/cli.ts';
import { type Line, official } from './parts.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'neibao-proof-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const notice = [
  '沪企保协（2024）39号',
  '',
  '关于开展安全检查的通知',
  '',
  '各会员单位：',
  '',
  '一、检查时间',
  '',
  '1、各单位（含下属单位)应当于12月30日前自查 299 处,并报送结果。',
  '',
  '上海市企事业单位治安保卫协会',
  '2024年12月17日',
  '',
].join('\r\n');

test('a repaired copy lies beside the file, line ends kept, and the file is as it was', async () => {
  const file = join(dir, '通知.txt');
  await writeFile(file, notice);
  const run = await runCli(['proof', file, '--fix', '--json']);
  const { value } = JSON.parse(run.out);
  expect(run.exit).toBe(1);
  expect(value.fixed).toBe(join(dir, '通知-fixed.txt'));
  const repaired = notice
    .replace('（2024）', '〔2024〕')
    .replace('1、', '1.')
    .replace('处,', '处，')
    .replace('单位)', '单位）')
    .replace(' 299 ', '299');
  expect(await readFile(value.fixed, 'utf8')).toBe(repaired);
  expect(await readFile(file, 'utf8')).toBe(notice);
  expect(value.repairs[0]).toMatchObject({ line: 1, before: '沪企保协（2024）39号', after: '沪企保协〔2024〕39号' });
});

test('people read each repair with its line', async () => {
  const file = join(dir, '通知.txt');
  const out = join(dir, '改', '稿.txt');
  await writeFile(file, notice);
  const run = await runCli(['proof', file, '-o', out]);
  expect(run.out).toContain(`改正稿：${out}`);
  expect(run.out).toMatch(/1 {2}沪企保协（2024）39号 +沪企保协〔2024〕39号/);
  expect(await readdir(join(dir, '改'))).toEqual(['稿.txt']);
});

test('a clean text needs no copy', async () => {
  const file = join(dir, '好.txt');
  await writeFile(
    file,
    notice.replace('（2024）', '〔2024〕').replace(/一、检查时间\r\n\r\n1、.*/, '请于12月30日前自查。'),
  );
  const run = await runCli(['proof', file, '--fix']);
  expect(run).toMatchObject({ exit: 0, out: '没有发现问题。\n' });
  expect(await readdir(dir)).not.toContain('好-fixed.txt');
});

test('the same findings in Markdown', async () => {
  const file = join(dir, '稿.md');
  await copyFile(join(dir, '通知.txt'), file);
  const run = await runCli(['proof', file, '--json']);
  const codes = JSON.parse(run.out).value.findings.map((one: Finding) => one.code);
  expect(codes).toContain('proof.number-brackets');
  expect(codes).toContain('proof.half-width');
});

test('repairing changes no Chinese character, and a second time nothing', () => {
  const word = fc.constantFrom(
    ...[
      '安全',
      '检查',
      '1、',
      '（一）',
      '(二)',
      '、',
      ',',
      '.',
      ';',
      ':',
      '?',
      '"',
      "'",
      '“',
      '”',
      '（',
      '(',
      ')',
      '）',
    ],
    ...[
      '~',
      '25',
      '％',
      '１',
      ' ',
      '　',
      '\t',
      '一是',
      '首先',
      '附件',
      '〔2024〕',
      '(2024)',
      '39号',
      'A',
      '《',
      '》',
      '年',
      '。',
    ],
  );
  const text = fc.array(word, { maxLength: 14 }).map((words) => words.join(''));
  const role = fc.constantFrom('body' as const, 'heading' as const, 'title' as const, 'annex-list' as const);
  const han = (lines: readonly string[]) => lines.join('\n').replace(/[^\p{Script=Han}\n]/gu, '');
  fc.assert(
    fc.property(fc.array(fc.tuple(role, text), { minLength: 1, maxLength: 3 }), (lines: Line[]) => {
      const fixed = fix(official(lines)).lines;
      expect(han(fixed)).toBe(han(lines.map(([, line]) => line)));
      const again = official(lines.map(([partRole], index) => [partRole, fixed[index] ?? '']));
      expect(fix(again).repairs).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
