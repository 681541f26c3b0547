import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../../src/document/text.ts';
import type { FormPage, Row, Table } from '../../src/document/types.ts';
import { divideForms } from '../../src/layout/divide.ts';
import { layForm } from '../../src/layout/form.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { cell, freeFonts, heading, paragraph, row, table } from './build.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
});

const head = row(['类型', '分类栏目', '分值'].map((said) => cell(said, { head: true })));

/** Sections of so many items, each with its name in a cell over all of them; an item is numbered, its text its own. */
function sheet(sections: readonly number[], item = (number: number) => `第${number}项`): Table {
  let number = 0;
  const rows = sections.flatMap((count, section) =>
    Array.from({ length: count }, (_, index): Row => {
      number += 1;
      const name = index === 0 ? [cell(`第${section + 1}类`, { head: true, rowspan: count })] : [];
      return row([...name, item(number), '5']);
    }),
  );
  return table('compact', [22, 120, 14], [head, ...rows], 1);
}

function divided(children: FormPage['children'], long = true): readonly FormPage[] {
  const form: FormPage = { type: 'form-page', frame: '', children, ...(long && { long }) };
  const tree = divideForms(fonts, { title: '题', lang: 'zh-CN', page: 'form', children: [form] });
  return tree.children.filter((block) => block.type === 'form-page');
}

const said = (page: FormPage | undefined) =>
  textOf({ title: '', lang: 'zh-CN', page: 'form', children: page ? [page] : [] }).replace(/\s+/g, '');
const itemsOf = (page: FormPage) => [...said(page).matchAll(/第(\d+)项/g)].map(([, number]) => Number(number));
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const overflows = (page: FormPage) => layForm(fonts, page, 'form').overflow;

describe('a long form', () => {
  test('that has room on one page stays as it is, and a form page always does', () => {
    const title = heading(1, '评分表');
    expect(divided([title, sheet([3, 4])])).toEqual([
      { type: 'form-page', frame: '', children: [title, sheet([3, 4])] },
    ]);
    expect(divided([title, sheet([80])], false)).toHaveLength(1);
  });

  test('ends its pages between groups of rows, and repeats the head', () => {
    const pages = divided([heading(1, '评分表'), sheet([9, 9, 9, 9, 9, 9, 9, 9])]);
    expect(pages.map((page) => itemsOf(page).length)).toEqual([36, 36]);
    expect(pages.map((page) => said(page).match(/分类栏目/g)?.length)).toEqual([1, 1]);
    expect(pages.map(said).map((one) => one.includes('评分表'))).toEqual([true, false]);
    expect(pages.filter(overflows)).toEqual([]);
  });

  test('cuts a group that is longer than a page, and says on each page which it is', () => {
    const pages = divided([sheet([80, 5])]);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap(itemsOf)).toEqual(upTo(85));
    expect(pages.slice(0, -1).every((page) => said(page).includes('第1类'))).toBe(true);
    expect(pages.filter(overflows)).toEqual([]);
  });

  test('leaves no page half empty for the sake of a group', () => {
    const pages = divided([sheet([10, 45, 10])]);
    expect(itemsOf(pages[0] as FormPage).length).toBeGreaterThan(30);
  });

  test('leaves no heading at the end of a page, no row alone on the next, and no space at its beginning', () => {
    for (let count = 35; count < 60; count += 1) {
      const pages = divided([sheet([count]), paragraph('remark'), paragraph('caption', '加分项'), sheet([9])]);
      const [first, second] = pages as readonly [FormPage, FormPage];
      const last = first.children.at(-1);
      expect(said(first).endsWith('加分项') || last?.type === 'paragraph').toBe(false);
      expect(itemsOf(second).length).toBeGreaterThan(1);
      expect(second.children[0]).not.toEqual(paragraph('remark'));
    }
  });

  test('has at the foot of each page whose it is and which page', () => {
    const pages = divided([sheet([70]), paragraph('page-number', '示例厂')]);
    const ends = pages.map((page) => /示例厂第\d页共\d页$/.exec(said(page))?.[0]);
    expect(ends).toEqual(['示例厂第1页共2页', '示例厂第2页共2页']);
    for (const page of pages) {
      const { blocks } = layForm(fonts, page, 'form');
      expect(blocks.at(-2)?.type).toBe('fill');
    }
    expect(said(divided([paragraph('page-number')])[0])).toBe('第1页共1页');
    // A name that leaves no room for the number beside it takes two lines, on full pages too.
    for (let count = 35; count < 60; count += 1) {
      const long = divided([sheet([count]), paragraph('plain'), paragraph('page-number', '厂'.repeat(60))]);
      expect(long.filter(overflows)).toEqual([]);
    }
  });

  test('whose row is higher than a page is too full, and loses nothing', () => {
    const pages = divided([sheet([4], (number) => `第${number}项${number === 2 ? '应当逐项落实。'.repeat(900) : ''}`)]);
    expect(pages.map(overflows)).toContain(true);
    expect(pages.flatMap(itemsOf)).toEqual(upTo(4));
  });

  test('of whatever length and kind fits its pages, with everything in its order', () => {
    const sections = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 });
    const lengths = fc.array(fc.integer({ min: 0, max: 150 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(sections, lengths, fc.nat(90), (counts, texts, foot) => {
        const item = (number: number) =>
          `第${number}项${'应当逐项落实；'.repeat(12).slice(0, texts[number % texts.length])}`;
        const pages = divided([
          heading(1, '评分表'),
          sheet(counts, item),
          paragraph('total', '合计'),
          paragraph('page-number', '厂'.repeat(foot)),
        ]);
        expect(pages.filter(overflows)).toEqual([]);
        expect(pages.flatMap(itemsOf)).toEqual(upTo(counts.reduce((sum, count) => sum + count, 0)));
        expect(pages.filter((page) => said(page).includes('合计'))).toEqual(pages.slice(-1));
      }),
      // The name at the foot is so long that it is set smaller beside a long number.
      { numRuns: 40, examples: [[[16], [32, 65, 65, 65], 50]] },
    );
  });
});
