import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../src/build.ts';
import { baseCase, temporaryFolder } from './support/package.ts';
import { type PdfText, readPdf } from './support/pdf.ts';

let root: string;
beforeAll(async () => {
  root = await temporaryFolder('overprint');
});

const certificates = '08证书/01先进单位证书.pdf';
const overprinted = '08证书/套打/01先进单位证书.pdf';

/** Texts of the first page, with their places in mm. */
async function pageOf(path: string): Promise<readonly PdfText[]> {
  return (await readPdf(await readFile(path))).pages[0]?.items ?? [];
}

/** Where a stretch of text begins that contains these words. */
function placeOf(items: readonly PdfText[], words: string): { readonly x: number; readonly y: number } {
  const found = items.find(({ text }) => text.includes(words));
  if (found === undefined) throw new Error(`${words} is not on the page: ${items.map(({ text }) => text).join('|')}`);
  return found;
}

async function built(
  name: string,
  { templates, printer = '' }: { templates?: string; printer?: string } = {},
): Promise<string> {
  const dir = join(root, `${name}-case`);
  await cp(baseCase, dir, { recursive: true });
  if (printer !== '')
    await writeFile(join(dir, 'case.yaml'), `${await readFile(join(dir, 'case.yaml'), 'utf8')}\n${printer}`);
  const out = join(root, name);
  const only = ['certificates', 'forms'];
  const result = await build(dir, {
    out,
    only,
    formats: ['pdf'],
    overprint: true,
    systemFonts: false,
    ...(templates && { templates }),
  });
  expect(result.messages.filter(({ level }) => level === 'error')).toEqual([]);
  return out;
}

describe('overprinting', () => {
  let out: string;
  beforeAll(async () => {
    out = await built('plain');
  });

  test('puts the text of a certificate where the whole certificate has it, without what is printed on the stock', async () => {
    const [whole, over] = [await pageOf(join(out, certificates)), await pageOf(join(out, overprinted))];
    for (const words of ['编号', '示例东湖第一中学', '被评为', '治安总队']) {
      const [expected, found] = [placeOf(whole, words), placeOf(over, words)];
      expect(Math.abs(found.x - expected.x), words).toBeLessThan(0.5);
      expect(Math.abs(found.y - expected.y), words).toBeLessThan(0.5);
    }
    const textOf = (items: readonly PdfText[]) => items.map(({ text }) => text.replaceAll(' ', '')).join('');
    expect(textOf(whole)).toContain('荣誉证书');
    expect(textOf(over)).not.toContain('荣誉证书');
  });

  test('fills in a form whose lines and labels are there', async () => {
    const over = await readPdf(await readFile(join(out, '03审批表/01东湖/套打/03先进治安责任人审批表.pdf')));
    const whole = await readPdf(await readFile(join(out, '03审批表/01东湖/03先进治安责任人审批表.pdf')));
    expect(over.pages).toHaveLength(whole.pages.length);
    const text = over.pages[0]?.items.map((item) => item.text).join('') ?? '';
    expect(text).toContain('990101197503150119');
    expect(text).not.toMatch(/姓名|审批表|负责人：/);
    for (const words of ['例一', '校长']) {
      const [expected, found] = [
        placeOf(whole.pages[0]?.items ?? [], words),
        placeOf(over.pages[0]?.items ?? [], words),
      ];
      expect(Math.abs(found.x - expected.x), words).toBeLessThan(1.5);
      expect(Math.abs(found.y - expected.y), words).toBeLessThan(1.5);
    }
  });

  test('is not made without being asked for', async () => {
    const result = await build(baseCase, {
      out: join(root, 'none'),
      only: ['certificates'],
      formats: ['pdf'],
      systemFonts: false,
    });
    expect(result.ok).toBe(true);
    await expect(readFile(join(root, 'none', overprinted))).rejects.toThrow('ENOENT');
  });

  test('is moved against what was measured on the printer', async () => {
    const moved = await built('moved', { printer: 'printer:\n  right: 2\n  down: -1\n  ruler: 198\n' });
    for (const words of ['编号', '治安总队']) {
      const asked = placeOf(await pageOf(join(out, overprinted)), words);
      const drawn = placeOf(await pageOf(join(moved, overprinted)), words);
      // What this printer makes of it: all lengths from the cross at 20 mm 1 % shorter, then moved.
      expect(20 + (drawn.x - 20) * 0.99 + 2).toBeCloseTo(asked.x, 1);
      expect(20 + (drawn.y - 20) * 0.99 - 1).toBeCloseTo(asked.y, 1);
    }
  });

  test('comes with a proof on the scan that the office gives', async () => {
    const templates = join(root, 'templates');
    await mkdir(join(templates, 'commendation/stock'), { recursive: true });
    const stock = await readFile(new URL('../templates/commendation/stock/certificates.yaml', import.meta.url), 'utf8');
    await writeFile(join(templates, 'commendation/stock/certificates.yaml'), stock.replace('scan:', 'scan: 底版.png'));
    await writeFile(join(templates, 'commendation/stock/底版.png'), redPng(40, 30));
    const proved = await built('proved', { templates });
    const proof = join(proved, '08证书/套打/01先进单位证书校样.pdf');
    const [on, alone] = [await pageOf(proof), await pageOf(join(proved, overprinted))];
    expect(on).toEqual(alone);
    expect((await readFile(proof)).toString('latin1')).toContain(
      '/Subtype/Image/Width 40/Height 30/ColorSpace/DeviceRGB',
    );
    expect((await readFile(join(proved, overprinted))).toString('latin1')).not.toContain('/Subtype/Image');
  });
});

/** A red PNG without transparency. */
function redPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length, 0);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.from(Array.from({ length: width }, () => [255, 0, 0]).flat())]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
