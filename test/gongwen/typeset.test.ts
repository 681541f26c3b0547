import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8 } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { unpack } from '../../src/writers/zip.ts';
import { runCli } from '../support/cli.ts';
import { temporaryFolder } from '../support/package.ts';
import { pdfText, readPdf } from '../support/pdf.ts';

const text =
  '某某市公安局\n某公函〔2024〕5号\n关于商请支持的函\n某某市财政局：\n请予支持。\n某某市公安局\n2024年5月6日\n';
let dir: string;
let file: string;

beforeEach(async () => {
  dir = await temporaryFolder('typeset');
  file = join(dir, '商请函.txt');
  await writeFile(file, text);
});

test('both files are written, and say the same', async () => {
  const run = await runCli(['typeset', file, '-o', join(dir, '成文'), '--json']);
  expect(run.exit).toBe(0);
  const { value } = JSON.parse(run.out);
  expect(value).toMatchObject({
    kind: '函',
    format: 'letter',
    files: [
      { format: 'docx', pages: null },
      { format: 'pdf', pages: 1 },
    ],
  });
  expect((await readdir(join(dir, '成文'))).sort()).toEqual(['商请函.docx', '商请函.pdf']);
  const pdf = await readPdf(new Uint8Array(await readFile(join(dir, '成文', '商请函.pdf'))));
  expect(pdf.title).toBe('关于商请支持的函');
  expect(pdfText(pdf)).toContain(text.replace(/\s/g, ''));
  const document = unpack(new Uint8Array(await readFile(join(dir, '成文', '商请函.docx')))).get('word/document.xml');
  expect(strFromU8(document as Uint8Array).replace(/<[^>]*>/g, '')).toContain('请予支持。');
}, 30_000);

test('the name of a file asks for this file only, and the kind given decides the format', async () => {
  const out = join(dir, '新', '通知.pdf');
  const run = await runCli(['typeset', file, '-o', out, '--kind', '通知', '--profile', '33476', '--json']);
  expect(JSON.parse(run.out).value).toMatchObject({ kind: '通知', format: 'document', files: [{ path: out }] });
  expect(await readdir(join(dir, '新'))).toEqual(['通知.pdf']);
}, 30_000);

test('the same text gives the same bytes', async () => {
  const written = async (name: string) => {
    await runCli(['typeset', file, '-o', join(dir, name), '--formats', 'docx,pdf']);
    return Promise.all((await readdir(join(dir, name))).map((one) => readFile(join(dir, name, one))));
  };
  expect(await written('甲')).toEqual(await written('乙'));
}, 30_000);

test('people read what was recognised and what was written', async () => {
  const run = await runCli(['typeset', file, '-o', dir, '--formats', 'docx']);
  expect(run.out).toContain('已认出：文种“函”，版式“信函”');
  expect(run.out).toContain('发文字号（第2行）：某公函〔2024〕5号');
  expect(run.out).toContain('商请函.docx');
}, 30_000);

test.each([
  [['--kind', '公示'], '没有“公示”这个文种'],
  [['--formats', 'xlsx'], '不能生成“xlsx”格式'],
  [['--profile', '1999'], '没有“1999”这种版式'],
])('wrong usage is said: %j', async (options, said) => {
  const run = await runCli(['typeset', file, '-o', dir, ...options]);
  expect(run.exit).toBe(2);
  expect(run.err).toContain(said);
});

test('the input is never overwritten, and a failed run leaves nothing', async () => {
  const word = join(dir, '商请函.docx');
  await runCli(['typeset', file, '-o', word]);
  const before = await readFile(word);
  const run = await runCli(['typeset', word, '-o', dir, '--json']);
  expect(run.exit).toBe(1);
  expect(JSON.parse(run.out).messages).toMatchObject([{ code: 'typeset.overwrites-input' }]);
  expect(await readFile(word)).toEqual(before);
  expect((await readdir(dir)).sort()).toEqual(['商请函.docx', '商请函.txt']);
}, 30_000);

test('our own Word files are read back with the parts they were set from', async () => {
  await runCli(['typeset', file, '-o', dir, '--formats', 'docx']);
  const run = await runCli(['typeset', join(dir, '商请函.docx'), '-o', join(dir, '再排.pdf'), '--json']);
  const { parts } = JSON.parse(run.out).value as { parts: readonly { role: string; text: string }[] };
  expect(parts.map(({ role, text }) => `${role} ${text}`)).toEqual([
    'organ 某某市公安局',
    'number 某公函〔2024〕5号',
    'title 关于商请支持的函',
    'addressee 某某市财政局：',
    'body 请予支持。',
    'signature 某某市公安局',
    'date 2024年5月6日',
  ]);
}, 30_000);

test('GB18030 is read as well as UTF-8', async () => {
  // 关于加强管理的通知 in GB18030
  const bytes = Buffer.from('b9d8d3dabcd3c7bfb9dcc0edb5c4cda8d6aa', 'hex');
  await writeFile(file, bytes);
  const run = await runCli(['typeset', file, '-o', join(dir, '成文'), '--formats', 'docx', '--json']);
  expect(JSON.parse(run.out).value.parts[0]).toMatchObject({ role: 'title', text: '关于加强管理的通知' });
}, 30_000);
