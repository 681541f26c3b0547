import { describe, expect, test } from 'vitest';
import { fontClass, fontFit } from '../../src/measure/fonts.ts';
import { measurePdf } from '../../src/measure/page.ts';
import type { MeasuredPage } from '../../src/measure/types.ts';
import { rawPdf } from '../support/raw-pdf.ts';

const mm = (points: number) => (points / 72) * 25.4;

async function pageOf(content: string, page?: Parameters<typeof rawPdf>[1]): Promise<MeasuredPage> {
  const measured = await measurePdf(rawPdf(content, page));
  if (typeof measured === 'string') throw new Error(measured);
  return measured.pages[0] as MeasuredPage;
}

describe('text on a page', () => {
  test('stands at its baseline, with its size, font and colour', async () => {
    const { lines, width, height } = await pageOf('1 0 0 rg BT /F1 16 Tf 100 700 Td (AB) Tj ET');
    expect([width, height]).toEqual([expect.closeTo(210, 1), expect.closeTo(297, 1)]);
    expect(lines).toMatchObject([
      {
        text: 'AB',
        x: expect.closeTo(mm(100), 2),
        baseline: expect.closeTo(mm(841.89 - 700), 2),
        size: 16,
        font: 'Helvetica',
        colour: '#ff0000',
        turned: 0,
      },
    ]);
    // The em box: 0.88 above the baseline, 0.12 below it.
    const [line] = lines;
    expect((line?.bottom ?? 0) - (line?.top ?? 0)).toBeCloseTo(mm(16), 3);
    expect((line?.baseline ?? 0) - (line?.top ?? 0)).toBeCloseTo(mm(0.88 * 16), 3);
  });

  test('has its characters where spacing, kerning and scaling put them', async () => {
    const xs = async (content: string) => (await pageOf(content)).lines[0]?.chars.map(({ x }) => x) ?? [];
    // A of Helvetica is 667 thousandths wide.
    expect((await xs('BT /F1 10 Tf 0 100 Td (AA) Tj ET'))[1]).toBeCloseTo(mm(6.67), 3);
    expect((await xs('BT /F1 10 Tf 2 Tc 0 100 Td (AA) Tj ET'))[1]).toBeCloseTo(mm(8.67), 3);
    expect((await xs('BT /F1 10 Tf 0 100 Td [(A) 100 (A)] TJ ET'))[1]).toBeCloseTo(mm(5.67), 3);
    expect((await xs('BT /F1 10 Tf 50 Tz 0 100 Td (AA) Tj ET'))[1]).toBeCloseTo(mm(3.335), 3);
    expect((await xs('2 0 0 2 0 0 cm BT /F1 10 Tf 0 100 Td (AA) Tj ET'))[1]).toBeCloseTo(mm(13.34), 3);
  });

  test('makes one line of what shares a baseline, and another of what stands lower', async () => {
    const { lines } = await pageOf(
      'BT /F1 10 Tf 200 500 Td (right) Tj ET BT /F1 10 Tf 100 500 Td (left) Tj ET BT /F1 10 Tf 100 480 Td (below) Tj ET',
    );
    expect(lines.map(({ text }) => text)).toEqual(['leftright', 'below']);
  });

  test('goes on from line to line by the leading', async () => {
    const { lines } = await pageOf("BT /F1 10 Tf 20 TL 100 500 Td (one) Tj (two) ' T* (four) ' ET");
    expect(lines.map(({ baseline }) => baseline)).toEqual(
      [500, 480, 440].map((y) => expect.closeTo(mm(841.89 - y), 2)),
    );
  });

  test('that is turned is read as it runs', async () => {
    const { lines } = await pageOf('BT /F1 10 Tf 0 -1 1 0 300 400 Tm (down) Tj ET');
    expect(lines).toMatchObject([{ text: 'down', turned: 90 }]);
  });

  test('on a page that is turned by the file stands upright', async () => {
    const page = await pageOf('BT /F1 10 Tf 0 1 -1 0 300 400 Tm (up) Tj ET', { rotate: 90 });
    expect([page.width, page.height]).toEqual([expect.closeTo(297, 1), expect.closeTo(210, 1)]);
    expect(page.lines).toMatchObject([{ text: 'up', turned: 0 }]);
  });

  test('that is not drawn, as behind a scan, does not count', async () => {
    expect(await measurePdf(rawPdf('BT /F1 10 Tf 3 Tr 100 500 Td (hidden) Tj ET'))).toBe('no-text');
  });
});

describe('rules', () => {
  const text = 'BT /F1 10 Tf 100 500 Td (x) Tj ET ';

  test('are strokes and thin boxes, with their thickness', async () => {
    const { rules } = await pageOf(`${text} 1 0 0 RG 2 w 80 600 m 500 600 l S 0 0 1 rg 80 400 420 1 re f`);
    expect(rules).toMatchObject([
      {
        direction: 'horizontal',
        x: expect.closeTo(mm(80), 2),
        y: expect.closeTo(mm(841.89 - 600), 2),
        length: expect.closeTo(mm(420), 2),
        thickness: expect.closeTo(mm(2), 3),
        colour: '#ff0000',
      },
      { y: expect.closeTo(mm(841.89 - 400.5), 2), thickness: expect.closeTo(mm(1), 3), colour: '#0000ff' },
    ]);
  });
  test('that are drawn piece by piece are one', async () => {
    const { rules } = await pageOf(`${text} 1 w 80 600 m 200 600 l S 200 600 m 500 600 l S`);
    expect(rules).toMatchObject([{ length: expect.closeTo(mm(420), 2) }]);
  });
  test('of white are none', async () => {
    expect((await pageOf(`${text} 1 1 1 rg 80 400 420 1 re f`)).rules).toEqual([]);
  });
});

test('a file that is no PDF says so', async () => {
  expect(await measurePdf(new TextEncoder().encode('no PDF at all'))).toBe('not-a-pdf');
});

describe('a font', () => {
  test.each([
    ['FZXBSJW--GB1-0', '小标宋'],
    ['方正小标宋简体', '小标宋'],
    ['FangSong_GB2312', '仿宋'],
    ['仿宋', '仿宋'],
    ['KaiTi', '楷体'],
    ['SimHei', '黑体'],
    ['SimSun', '宋体'],
    ['ArialMT', 'ArialMT'],
  ])('%s is %s', (name, slot) => {
    expect(fontClass(name)).toBe(slot);
  });
  test('of a free kind stands in where there is no free font of the class', () => {
    expect(fontFit('LXGWWenKai-Light', '仿宋')).toBe('stands-in');
    expect(fontFit('LXGWWenKai-Regular', '仿宋')).toBe('other');
    expect(fontFit('LXGWWenKai-Light', '楷体')).toBe('other');
    expect(fontFit('NotoSerifSC-Bold', '小标宋')).toBe('stands-in');
    expect(fontFit('仿宋_GB2312', '宋体')).toBe('other');
  });
});
