import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { DocumentTree, Paragraph } from '../../src/document/types.ts';
import { proofreader } from '../../src/proof/documents.ts';
import { type Proof, proof } from '../../src/proof/proof.ts';

/** Real papers; every finding below was read against the paper and is right. */
const source = (name: string) => fileURLToPath(new URL(`../gongwen/sources/${name}.txt`, import.meta.url));

async function findingsIn(path: string): Promise<readonly string[]> {
  const { value } = await proof(path);
  return (value?.findings ?? []).map((one) => `${one.place.line} ${one.code.replace('proof.', '')}`);
}

test('a notice with tables and seven annexes', async () => {
  expect(await findingsIn(source('notice'))).toEqual([
    '5 number-brackets',
    '11 word', // 铆定
    '15 space',
    '21 level-mark',
    '29 term-short', // 先进责任人 beside 先进治安责任人
    '45 broken-line', // 单⏎位全称
    '47 half-width',
    '49 annex-colon',
    '67 copy-end',
    '210 table-sum', // 加分项合计 100, and 30 in sum
    '227 term-variant', // 止保协会
    '257 term-variant', // 人保协会
  ]);
});

test('an opinion, a table of standards taken apart, and a plan with a regulation', async () => {
  expect(await findingsIn(source('opinion'))).toEqual([
    '5 between-marks',
    '21 half-width',
    '25 wide-digits',
    '27 space',
    '29 book-title-use', // 《保安员证》
  ]);
  expect(await findingsIn(source('standard'))).toEqual(['15 level-mark', '106 word', '124 half-width']);
  expect(await findingsIn(source('plan'))).toEqual([
    '12 note-brackets',
    '18 between-marks',
    '79 annex-label',
    '89 unpaired', // …实施方案》规定 without 《
    '91 word', // 建帐
    '111 annex-label',
    '115 half-width',
    '115 article-space',
  ]);
});

test.each(['notice', 'opinion', 'plan'])('nothing mechanical is left in the repaired %s', async (name) => {
  const dir = await mkdtemp(join(tmpdir(), 'neibao-proof-'));
  const out = join(dir, '稿.txt');
  const { value: first } = await proof(source(name), { fix: true, out });
  const { value: second } = await proof(out, { fix: true, out: join(dir, '再.txt') });
  await rm(dir, { recursive: true });
  const left = (one: Proof | undefined) => one?.repairs.length ?? 0;
  expect(left(first)).toBeGreaterThan(0);
  expect(second?.repairs).toEqual([]);
});

const paragraph = (role: Paragraph['role'], text: string, level: Paragraph['level'] = 0): Paragraph => ({
  type: 'paragraph',
  level,
  role,
  children: [{ type: 'text', text, role: 'text' }],
});

function letter(body: string): DocumentTree {
  const children = [
    paragraph('body', '关于征求意见的函', 1),
    paragraph('body', body),
    paragraph('date', '2024年12月17日'),
  ];
  return { title: '函', lang: 'zh-CN', page: 'gongwen', children };
}

test('findings in built documents are warnings, told once for letters of a kind', () => {
  const documents = ['市教委', '市卫健委'].map((name) => ({
    kind: 'letter',
    path: `函/${name}`,
    tree: letter('请于2月30日前复函,谢谢。'),
  }));
  expect(documents.flatMap(proofreader()).map(({ code, level, place }) => [code, level, place?.file])).toEqual([
    ['proof.half-width', 'warning', '函/市教委'],
    ['proof.date-impossible', 'warning', '函/市教委'],
  ]);
});

test('rosters, forms and certificates are no official texts', () => {
  const tree = { ...letter('请于2月30日前复函,谢谢。'), page: 'landscape' as const };
  expect(proofreader()({ kind: 'roster', path: '名册', tree })).toEqual([]);
});
