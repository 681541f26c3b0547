import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SealImage } from '../../src/case/types.ts';
import { parseDocument } from '../../src/document/parse.ts';
import { withProfile } from '../../src/document/profile.ts';
import type { Profile } from '../../src/document/types.ts';
import type { ClauseId } from '../../src/layout/gbt9704.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { type Measurement, measure } from '../../src/measure/measure.ts';
import { writeDocx } from '../../src/writers/docx.ts';
import { writePdf } from '../../src/writers/pdf.ts';
import { freeFonts } from '../layout/build.ts';
import { officeMissing } from '../support/office.ts';
import { temporaryFolder } from '../support/package.ts';

let fonts: FontSet;
let folder: string;
beforeAll(async () => {
  fonts = await freeFonts();
  folder = await temporaryFolder('formats');
});

const sentence = '各单位要落实治安保卫责任，完善人防、物防、技防措施，组织安全检查，及时消除隐患。';
const prose = `<p role="body">${sentence.repeat(2)}</p>`;
const closing = '<p role="signature">示例市企事业单位治安保卫协会</p><p role="date">2024年12月17日</p>';
const sealed = closing.replace('<p role="signature">', '<p role="signature" seal="issuer">');
const imprint =
  '<section role="imprint"><hr role="thick"><p role="copy-to"><span role="hang">抄送：</span>各区公安分局。</p><hr role="thin">' +
  '<p role="printed">示例市企事业单位治安保卫协会&#9;2024年12月17日印发</p><hr role="thick"></section>';
const head = '<p role="organ">示例市企事业单位治安保卫协会</p>';
const title = '<h1>关于开展2024年度示例市内保工作先进集体、先进个人评选表彰活动的通知</h1>';
const addressee = '<p role="addressee">各区企保协会：</p>';

const articles = {
  document: `${head}<p role="number">示企保协〔2024〕39号</p><hr role="red">${title}${addressee}${prose.repeat(14)}${closing}${imprint}`,
  whole: `<p role="copy-number">000001</p><p role="secrecy">机密★1年</p><p role="urgency">特急</p>${head}<p role="number">示企保协〔2024〕39号</p><hr role="red">${title}${addressee}${prose}${closing}`,
  upward: `${head}<p role="number-signer">示企保协〔2024〕40号&#9;签发人：<span role="signer">甲示例</span></p><hr role="red"><h1>关于表彰名单的请示</h1>${addressee}${prose}${closing}`,
  sealed: `${head}<p role="number">示企保协〔2024〕39号</p><hr role="red">${title}${addressee}${prose}${prose}${sealed}<p role="note">（此件公开发布）</p>`,
  letter: `${head}<hr role="red"><p role="number">示企保协函〔2024〕41号</p><h1>关于征求意见的函</h1>${addressee}${prose.repeat(6)}${closing}`,
  letterHead: `${head}<hr role="red"><p role="head-number">000123&#9;示企保协函〔2024〕41号</p><p role="secrecy">机密★1年</p><p role="urgency">特急</p><h1>关于征求意见的函</h1>${addressee}${prose}${closing}`,
  order: `<p role="organ">示例市人民政府令</p><p role="order-number">第1号</p>${prose}<p role="stamp" seal="issuer">市　长</p><p role="date">2024年12月17日</p>`,
  minutes: `<p role="organ">示例市企事业单位治安保卫协会会议纪要</p><p role="number">第1号</p><hr role="red"><h1>2024年第一次会议纪要</h1>${prose}<p role="attendance"><span role="hang-label">出席：</span>甲示例、乙示例</p>`,
  landscape: `${head}<p role="number">示企保协〔2024〕39号</p><hr role="red">${title}${addressee}${prose}${closing}<section role="annex-landscape"><p role="annex-label">附件1</p><h1>名额分配表</h1><table role="grid"><colgroup><col width="1"><col width="1"></colgroup><thead><tr><th>区</th><th>名额</th></tr></thead><tbody><tr><td>东湖</td><td>3</td></tr></tbody></table></section>`,
} as const;

const pages: Partial<Record<keyof typeof articles, string>> = {
  letter: 'gongwen-letter',
  letterHead: 'gongwen-letter',
  order: 'gongwen-order',
  minutes: 'gongwen-minutes',
};

async function measured(
  name: keyof typeof articles,
  type: 'pdf' | 'docx' = 'pdf',
  profile: Profile = '9704',
): Promise<Measurement> {
  const parsed = parseDocument(
    `<article title="${name}" page="${pages[name] ?? 'gongwen'}">${articles[name]}</article>`,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.messages));
  const seals = { issuer: { diameter: 42, image: ring } };
  const context = { fonts, date: new Date(0), author: '示例协会', seals };
  const tree = withProfile(parsed.value, profile);
  const file = join(folder, `${name}.${type}`);
  await writeFile(file, await (type === 'pdf' ? writePdf : writeDocx)(tree, context));
  const { value, messages } = await measure(file);
  if (value === undefined) throw new Error(JSON.stringify(messages));
  return value;
}

function broken({ clauses }: Measurement): readonly string[] {
  return clauses
    .filter(({ verdict, strength }) => verdict === 'broken' && strength === '规定')
    .map((one) => `${one.id}: ${one.measured} for ${one.expected}, page ${one.page} ${one.note}`);
}

function measuredIds({ clauses }: Measurement): readonly ClauseId[] {
  return clauses.filter(({ verdict }) => verdict !== 'unmeasured').map(({ id }) => id);
}

const expected: readonly [keyof typeof articles, Measurement['format'], readonly ClauseId[]][] = [
  [
    'document',
    'document',
    ['markTop', 'redRuleGap', 'lines', 'characters', 'imprintFoot', 'printedIndent', 'imprintEven'],
  ],
  ['whole', 'document', ['copyNumberDigits', 'copyNumberLine', 'secrecyFont', 'secrecyLine', 'urgencyFont', 'markTop']],
  ['upward', 'document', ['numberIndent', 'signerIndent', 'signerFont', 'signersPerLine']],
  ['sealed', 'document', ['sealedDateIndent', 'sealedCentred', 'sealReach', 'sealDiameter', 'noteIndent']],
  [
    'letter',
    'letter',
    [
      'letterMarkTop',
      'letterRuleGap',
      'letterRuleFoot',
      'letterRuleLength',
      'letterNumberGap',
      'letterTitleGap',
      'letterFirstFolio',
      'letterImprint',
    ],
  ],
  [
    'letterHead',
    'letter',
    ['copyNumberDigits', 'copyNumberLine', 'secrecyFont', 'urgencyFont', 'letterNumberGap', 'letterNumberRight'],
  ],
  ['order', 'order', ['orderMarkTop', 'orderNumberGap', 'orderBodyGap', 'stampGap', 'stampIndent', 'stampDateIndent']],
  ['minutes', 'minutes', ['minutesMarkTop', 'attendanceGap', 'attendanceIndent', 'attendanceFont']],
  ['landscape', 'document', ['landscapeHead', 'landscapeFolio', 'annexLabelFont']],
];

describe('every format as we write it', () => {
  test.each(expected)('%s keeps what must be kept, and its own clauses are measured', async (name, format, ids) => {
    const value = await measured(name);
    expect(value.format).toBe(format);
    expect(broken(value)).toEqual([]);
    expect(measuredIds(value)).toEqual(expect.arrayContaining([...ids]));
  });

  test('in the profile of GB/T 33476.2 the page is recognised by its margins, and 22 lines stand on it too', async () => {
    const value = await measured('document', 'pdf', '33476');
    expect(value.profile).toBe('33476');
    expect(broken(value)).toEqual([]);
    expect(measuredIds(value)).toEqual(
      expect.arrayContaining(['displayTop', 'displayBottom', 'displayPitch', 'lines']),
    );
  });

  test.skipIf(officeMissing).each(expected)('%s as DOCX keeps what must be kept within 1 mm', async (name, format) => {
    const value = await measured(name, 'docx');
    expect(value.format).toBe(format);
    expect(broken(value)).toEqual([]);
  });
});

/** A red ring on nothing, as PNG: 64 × 64 pixels. */
const ring: SealImage = { format: 'png', width: 64, height: 64, bytes: ringPng(64) };

function ringPng(side: number): Uint8Array {
  const rows = Array.from({ length: side }, (_, y) => [
    0,
    ...Array.from({ length: side }, (_, x) => {
      const distance = Math.hypot(x - side / 2 + 0.5, y - side / 2 + 0.5);
      return [215, 0, 15, distance < side / 2 && distance > side / 2 - 4 ? 255 : 0];
    }).flat(),
  ]).flat();
  const size = Buffer.alloc(13);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(side, 4);
  size.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.from(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
