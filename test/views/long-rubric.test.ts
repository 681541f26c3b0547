import { describe, expect, test, vi } from 'vitest';
import { textOf } from '../../src/document/text.ts';
import type { DocumentTree } from '../../src/document/types.ts';
import { type Prepared, prepare } from '../../src/prepare.ts';
import { rubric, scoringItems } from '../../src/rules/rubric.ts';
import { writerOf } from '../../src/writers/registry.ts';
import { caseFolder } from '../case/folder.ts';
import { officeMissing, pageCount, renderOffice } from '../support/office.ts';
import { pdfText, readPdf } from '../support/pdf.ts';

/** The rubric of another city: eighty items in eleven sections, one of them longer than a page, 100 points in all. */
vi.mock('../../src/rules/rubric.ts', async (load) => {
  const original = await load<typeof import('../../src/rules/rubric.ts')>();
  const base = [2, 40, 1, 9, 3, 3, 8, 4, 5, 1, 4].map((count, section) => ({
    name: `第${section + 1}类工作`,
    points: section === 1 ? count + 20 : count,
    items: Array.from({ length: count }, (_, index) => ({
      text: `第${section + 1}类第${index + 1}项，${'落实责任、配齐力量、留有记录；'.repeat(index % 4)}按规定执行`,
      points: section === 1 && index < 20 ? 2 : 1,
    })),
  }));
  const items = original.scoringItems().filter(({ kind }) => kind !== 'base');
  const numbered = base.flatMap(({ name, items: own }, section) =>
    own.map((item, index) => ({ number: `${section + 1}.${index + 1}`, kind: 'base', section: name, ...item })),
  );
  return { rubric: { ...original.rubric, base }, scoringItems: () => [...numbered, ...items] };
});

const unit = '示例东湖第一中学';
/** Of 100 points eight are lost, and five added, as the roster has it. */
const given: Readonly<Record<string, string>> = {
  加1: '5',
  ...Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`2.${index + 1}`, '1'])),
};
const scores = scoringItems().map(({ number, kind, points }) => {
  const usual = kind === 'veto' ? '未发生' : kind === 'bonus' ? '0' : String(points);
  const score = given[number] ?? usual;
  return `${unit},91990101000000019M,先进单位,${number},${score},`;
});
const rows = ['单位全称*,统一社会信用代码,类别,编号*,自评分,评审分', ...scores].join('\n');

async function prepared(): Promise<Prepared> {
  const made = await prepare(await caseFolder({ 'rosters/东湖-评分.csv': rows }), { systemFonts: false });
  if (!made.ok) throw new Error(JSON.stringify(made.messages, null, 1));
  return made.value;
}

const squeezed = (text: string) => text.replace(/\s+/g, '');
const criteria = rubric.base.flatMap(({ items }) => items.map(({ text }) => text));

function treeOf({ composed }: Prepared, name: string): DocumentTree {
  const found = composed.find(({ document }) => document.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found.tree;
}

function written(made: Prepared, format: 'pdf' | 'docx'): Promise<Uint8Array> {
  const context = { fonts: made.fonts, date: new Date('2024-12-17T00:00:00Z'), author: 'a' };
  return writerOf(format)(treeOf(made, 'scoring'), context);
}

describe('a long rubric', () => {
  test('is filled in on as many form pages as it needs, each with whose it is and which page', async () => {
    const made = await prepared();
    const tree = treeOf(made, 'scoring');
    const pages = tree.children.filter((block) => block.type === 'form-page');
    expect(criteria).toHaveLength(80);
    expect(pages.length).toBeGreaterThan(3);
    expect(tree.children).toEqual(pages);
    const pdf = await readPdf(await written(made, 'pdf'));
    expect(pdf.pages).toHaveLength(pages.length);
    for (const said of [squeezed(textOf(tree)), squeezed(pdfText(pdf))]) {
      expect(criteria.filter((text) => said.split(text).length !== 2)).toEqual([]);
      const numbers = pages.map((_, index) => `${unit}第${index + 1}页共${pages.length}页`);
      expect(numbers.filter((text) => !said.includes(text))).toEqual([]);
      expect(said).toContain('认定得分：基本分92分，加分5分，合计97分；一票否决项未发生。');
    }
  });

  test.skipIf(officeMissing)(
    'has as many pages in Word',
    async () => {
      const made = await prepared();
      const rendered = await renderOffice(await written(made, 'docx'), 'docx');
      expect(await pageCount(rendered)).toBe(treeOf(made, 'scoring').children.length);
    },
    60_000,
  );

  test('stands in the notice with all its items, once', async () => {
    const said = squeezed(textOf(treeOf(await prepared(), 'notice')));
    expect(criteria.filter((text) => said.split(text).length !== 2)).toEqual([]);
  });
});
