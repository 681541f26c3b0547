import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../src/build.ts';
import type { Composed } from '../src/compose.ts';
import type { Manifest } from '../src/package/manifest.ts';
import { docxDump, expectGolden, expectNoOtherGoldens, treeDump } from './support/golden.ts';
import { readHtml } from './support/html.ts';
import { baseCase, prepareBase, temporaryFolder } from './support/package.ts';
import { pdfTranscript, readPdf } from './support/pdf.ts';
import { dumpXlsx } from './support/xlsx.ts';

/** Golden name → path in the package. Of documents that are one of many, those that differ in kind. */
const documents: Readonly<Record<string, string>> = {
  notice: '01通知/关于开展2024年度示例市内保工作先进集体、先进个人评选表彰活动的通知',
  quota: '02名额分配/2024年度示例市内保工作先进名额分配表',
  'form-unit': '03审批表/02西岭/01先进单位审批表',
  'form-officer': '03审批表/03市属处/04先进保卫干部审批表',
  'category-roster': '04名册/按类别/02先进保卫部门名册',
  'district-roster': '04名册/按区/02西岭名册',
  'authority-letter': '05征求意见/行业主管部门/01市教委征求意见函',
  'police-letter': '05征求意见/公安机关/02西岭征求意见函',
  'publicity-request': '06公示/01公示名单请示',
  publicity: '06公示/02公示',
  'final-request': '07表彰决定/01表彰名单请示',
  decision: '07表彰决定/02表彰决定',
  news: '07表彰决定/03分行业先进名单',
  'certificate-department': '08证书/02先进保卫部门证书',
  'certificate-officer': '08证书/04先进保卫干部证书',
  payout: '09奖金发放/01市企保协会奖金发放表',
  withheld: '09奖金发放/不重复发放清单',
  summary: '09奖金发放/发放情况汇总',
  reconciliation: '10核对/核对表',
};

const dumps: Readonly<Record<string, (bytes: Uint8Array) => string | Promise<string>>> = {
  docx: docxDump,
  pdf: async (bytes) => pdfTranscript(await readPdf(bytes)),
  xlsx: dumpXlsx,
  html: (bytes) => readHtml(bytes).lines.join('\n'),
};

let out: string;
let manifest: Manifest;
let composed: readonly Composed[];

beforeAll(async () => {
  out = join(await temporaryFolder('golden'), '文书');
  const built = await build(baseCase, { systemFonts: false, out });
  if (!built.ok) throw new Error(JSON.stringify(built.messages, null, 1));
  manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
  composed = (await prepareBase()).composed;
});

const bytesOf = async (path: string) => new Uint8Array(await readFile(join(out, path)));

describe.each(Object.entries(documents))('%s', (name, path) => {
  test('tree', () => {
    const document = composed.find((one) => one.path === path);
    expect(document, `${path} is not in the package`).toBeDefined();
    if (document) expectGolden(`${name}.tree.txt`, treeDump(document.tree));
  });

  test('files', async () => {
    const files = manifest.files.filter((file) => file.path === `${path}.${file.format}`);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const dump = dumps[file.format];
      if (dump === undefined) throw new Error(`no dump for ${file.format}`);
      expectGolden(`${name}.${file.format}.txt`, await dump(await bytesOf(file.path)));
    }
  });
});

test('the cover', async () => {
  const { lines } = readHtml(await bytesOf('index.html'));
  expectGolden('cover.html.txt', lines.join('\n'));
});

test('what the package holds', () => {
  const lines = manifest.files.map(({ path, pages }) => `${path}${pages === null ? '' : ` | ${pages}`}`);
  expectGolden('files.txt', [...lines, JSON.stringify(manifest.counts)].join('\n'));
});

test('each document of the pack has a golden, and each golden a document', () => {
  const kinds = (paths: readonly string[]) =>
    new Set(composed.filter((one) => paths.includes(one.path)).map((one) => one.document.name));
  expect(kinds(Object.values(documents))).toEqual(kinds(composed.map((one) => one.path)));
  const formats = (path: string) =>
    manifest.files.filter((file) => file.path === `${path}.${file.format}`).map((file) => file.format);
  const names = Object.entries(documents).flatMap(([name, path]) =>
    ['tree', ...formats(path)].map((format) => `${name}.${format}.txt`),
  );
  expectNoOtherGoldens([...names, 'cover.html.txt', 'files.txt']);
});
