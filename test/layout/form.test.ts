import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FormPage, PageName } from '../../src/document/types.ts';
import { deedsOf, layForm, overflowOf } from '../../src/layout/form.ts';
import { pageOf } from '../../src/layout/page.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { mm } from '../../src/layout/units.ts';
import { cell, freeFonts, heading, lineTexts, paragraph, row, table } from './build.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
});

const sentence = '全年组织安全检查96次，排查整改隐患143处，整改率达100%；';

function form(deeds: string, unit = '示例单位'): FormPage {
  const opinion = cell(paragraph('opinion', '年　　月　　日'));
  return {
    type: 'form-page',
    frame: '',
    children: [
      paragraph('mark', '第1份'),
      heading(1, '2024年度上海内保工作先进单位审批表'),
      table(
        'form',
        [3, 7, 3, 7],
        [
          row([cell('单位名称', { head: true }), cell(unit, { colspan: 3 })], 'field'),
          row([cell('主要事迹', { head: true }), cell(paragraph('deeds', deeds), { colspan: 3 })], 'fill'),
          row([cell('本单位意见', { head: true }), opinion, cell('公安机关意见', { head: true }), opinion], 'opinion'),
          row([cell('区协会意见', { head: true }), opinion, cell('市协会意见', { head: true }), opinion], 'opinion'),
        ],
      ),
      paragraph('note', '注：本表一式2份。'),
    ],
  };
}

function lay(deeds: string, page: PageName = 'form', unit?: string) {
  return layForm(fonts, form(deeds, unit), page);
}

describe('a form page', () => {
  test('sets the label of a narrow cell downwards, a character a line, in the middle', () => {
    const narrow: FormPage = {
      type: 'form-page',
      frame: '',
      children: [
        table(
          'form',
          [9, 156],
          [row([cell('主要事迹', { head: true, align: 'center' }), cell(paragraph('deeds', sentence))], 'fill')],
        ),
      ],
    };
    const { blocks, overflow } = layForm(fonts, narrow, 'form');
    const label = blocks[0]?.type === 'table' ? blocks[0].laid.cells[0] : undefined;
    expect(overflow).toBe(false);
    expect(label?.paragraphs.flatMap(lineTexts)).toEqual(['主', '要', '事', '迹']);
    for (const line of label?.paragraphs[0]?.lines ?? []) {
      expect(line.x + line.width / 2).toBeCloseTo((label?.width ?? 0) / 2 - mm(1), 1);
    }
  });
  test('fills its page but for a reserve of 3 mm, so that Word never needs a second one', () => {
    const { height } = lay('');
    expect((pageOf('form').area.height - height) / mm(1)).toBeCloseTo(3, 6);
  });
  test('sets short deeds in 四号', () => {
    expect(deedsOf(lay(sentence.repeat(4)))).toMatchObject({ size: 14 });
  });
  test('shrinks long deeds to 小四 at the least', () => {
    const laid = lay(sentence.repeat(22));
    const deeds = deedsOf(laid);
    expect(laid.overflow).toBe(false);
    expect(deeds?.size).toBeLessThan(14);
    expect(deeds?.size).toBeGreaterThanOrEqual(12);
  });
  test('says how many lines there are and how many fit when deeds are too long even so', () => {
    const laid = lay(sentence.repeat(60));
    const deeds = deedsOf(laid);
    expect(laid.overflow).toBe(true);
    expect(deeds?.size).toBe(12);
    expect(deeds?.lines).toBeGreaterThan(deeds?.capacity ?? 0);
  });
  test('says which text has no room, and that it lacks the height of the lines that are too many', () => {
    const laid = lay(sentence.repeat(60));
    const { lines = 0, capacity = 0 } = deedsOf(laid) ?? {};
    const [, , block] = laid.blocks;
    const pitch = block?.type === 'table' ? (block.laid.cells[3]?.paragraphs[0]?.pitch ?? 0) : 0;
    const { text, missing } = overflowOf(laid, 'form');
    expect(text).toBe(sentence.repeat(60));
    expect(missing).toBeGreaterThan((lines - capacity - 1) * pitch);
    expect(missing).toBeLessThanOrEqual((lines - capacity) * pitch);
  });
  test('lacks the height of a page where only that is too full, and the width of a character that is too wide', () => {
    const full = Array.from({ length: 60 }, () => paragraph('note', '注'));
    const laid = layForm(fonts, { type: 'form-page', frame: '', children: full }, 'form');
    const room = pageOf('form').area.height - mm(3);
    expect(overflowOf(laid, 'form').missing).toBeCloseTo(laid.height - room, 6);
    const narrow = table('form', [1, 199], [row([cell(paragraph('mark', '国')), '甲'], 'field')]);
    const { text, missing } = overflowOf(
      layForm(fonts, { type: 'form-page', frame: '', children: [narrow] }, 'form'),
      'form',
    );
    expect(text).toBe('国');
    expect(missing).toBeGreaterThan(mm(3));
  });
  test('keeps the height of a field for a long unit name, which shrinks', () => {
    const rows = (unit: string) => {
      const [, , block] = lay('', 'form', unit).blocks;
      return block?.type === 'table' ? block.laid.rows : [];
    };
    expect(rows('示例精密制造（集团）股份有限公司临港新片区智能装备与新材料分公司保卫部')).toEqual(rows('示例'));
  });
  test('fills its page where a cell reaches from a row to be filled into the next one', () => {
    const deeds = cell(paragraph('deeds', sentence.repeat(3)), { rowspan: 2 });
    const rows = [row([cell('主要事迹', { rowspan: 2 }), deeds], 'fill'), row([])];
    const children = [table('form', [3, 7], rows)];
    const { height, overflow } = layForm(fonts, { type: 'form-page', frame: '', children }, 'form');
    expect(overflow).toBe(false);
    expect((pageOf('form').area.height - height) / mm(1)).toBeCloseTo(3, 6);
  });
  test('has room for what is empty, however far its style would indent it', () => {
    const narrow = table('form', [1, 9], [row([cell(paragraph('certificate-date', '')), '甲'])]);
    expect(layForm(fonts, { type: 'form-page', frame: '', children: [narrow] }, 'form').overflow).toBe(false);
  });
  test('in a 公文 is set in the type area of the 公文', () => {
    const { height, overflow } = lay('', 'gongwen');
    expect(overflow).toBe(false);
    expect(height).toBeLessThan(pageOf('gongwen').area.height);
  });
  test('divides what is left by the weights of its fills', () => {
    const { blocks } = layForm(
      fonts,
      {
        type: 'form-page',
        frame: 'certificate',
        children: [
          { type: 'fill', weight: 1 },
          paragraph('certificate-title', '荣誉证书'),
          { type: 'fill', weight: 3 },
        ],
      },
      'certificate',
    );
    const [above, , below] = blocks;
    const heights = [above, below].map((block) => (block?.type === 'fill' ? block.height : 0));
    expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(3, 6);
  });
  test('is never higher than its page and never has a negative space, unless it says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 29 }), (times, rest) => {
        const laid = lay(sentence.repeat(times) + sentence.slice(0, rest));
        if (laid.overflow) return true;
        const block = laid.blocks[2];
        const rows = block?.type === 'table' ? block.laid.rows : [];
        return laid.height <= pageOf('form').area.height && rows.every((height) => height > 0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a certificate’s recipient', () => {
  const recipient = (name: string) => {
    const { blocks } = layForm(
      fonts,
      { type: 'form-page', frame: 'certificate', children: [paragraph('certificate-recipient', `${name}：`)] },
      'certificate',
    );
    const [block] = blocks;
    return block?.type === 'paragraph' ? block.laid : undefined;
  };
  test('of two characters stands in full size', () => {
    expect(recipient('李喆')).toMatchObject({ style: { size: 26 } });
  });
  test('of thirty shrinks to one line', () => {
    expect(recipient('例'.repeat(30))?.lines).toHaveLength(1);
  });
  test('of forty takes two lines in a good size rather than one in a small one', () => {
    const laid = recipient('例'.repeat(40));
    expect(laid?.lines).toHaveLength(2);
    expect(laid?.style.size).toBe(26);
  });
});
