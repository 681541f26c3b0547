import { Document, Packer } from 'docx';
import fc from 'fast-check';
import { strFromU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DocumentTree, FormPage } from '../../src/document/types.ts';
import { marked, setsOf } from '../../src/layout/copies.ts';
import { pressDocx } from '../../src/press/docx.ts';
import { pressPdf } from '../../src/press/pdf.ts';
import type { PressContext } from '../../src/press/press.ts';
import { bytesOf } from '../../src/press/zip.ts';
import { createFlow } from '../../src/writers/docx/flow.ts';
import { wordBlock } from '../../src/writers/docx/piece.ts';
import { sectionOptions } from '../../src/writers/docx/section.ts';
import { createStylesheet } from '../../src/writers/docx/stylesheet.ts';
import { unpack } from '../../src/writers/zip.ts';
import { freeFonts, heading, paragraph } from '../layout/build.ts';
import { anyForm } from '../support/forms.ts';
import { readPdf } from '../support/pdf.ts';
import { differences, picturesOf } from '../support/pixels.ts';
import { formPagesOf } from '../support/press.ts';
import { toolMissing } from '../support/tools.ts';

let context: PressContext;
beforeAll(async () => {
  context = { fonts: await freeFonts(), date: new Date('2024-12-17T00:00:00Z'), author: '市企保协会' };
});

const treeOf = (pages: readonly FormPage[]): DocumentTree => ({
  title: '审批表',
  lang: 'zh-CN',
  page: 'form',
  children: pages,
});

const pdfOf = (pages: readonly FormPage[], sets = setsOf(pages)) =>
  new Uint8Array(Buffer.concat([...pressPdf({ title: '审批表', lang: 'zh-CN', page: 'form', ...sets }, context)]));

describe('sets of forms', () => {
  test('are found where only their marks differ', async () => {
    const pages = await formPagesOf(4);
    const { pages: first, copies } = setsOf(pages);
    expect(first).toEqual(pages.slice(0, 4));
    expect(copies.map(({ children }) => children)).toMatchObject([[{ text: '第1份' }], [{ text: '第2份' }]]);
    expect(copies.flatMap((mark) => first.map((page) => marked(page, mark)))).toEqual(pages);
  });
  test('are none where a second copy says anything else, is missing, or stands elsewhere', async () => {
    const pages = await formPagesOf(4);
    const other = JSON.parse(JSON.stringify(pages).replace(/第3号事迹(?!.*第3号事迹)/, '第3号事跡')) as FormPage[];
    expect(other).not.toEqual(pages);
    for (const none of [other, pages.slice(0, 7), pages.slice(0, 4), [...pages.slice(1), pages[0] as FormPage]]) {
      expect(setsOf(none)).toEqual({ pages: none, copies: [] });
    }
  });
  test('of any forms are those forms again', () => {
    const mark = (copy: number) => paragraph('mark', `第${copy}份`);
    const anyForms = fc.array(anyForm, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(anyForms, fc.integer({ min: 2, max: 3 }), (forms, count) => {
        const pages = Array.from({ length: count }, (_, copy) =>
          forms.map((form): FormPage => {
            const own = form.children.filter((block) => block.type !== 'paragraph' || block.role !== 'mark');
            return { ...form, children: [mark(copy + 1), ...own] };
          }),
        ).flat();
        const { pages: first, copies } = setsOf(pages);
        expect(first).toHaveLength(forms.length);
        expect(copies.flatMap((one) => first.map((page) => marked(page, one)))).toEqual(pages);
      }),
      { numRuns: 100 },
    );
  });
});

describe('pages pressed in sets', () => {
  test('say in PDF what they say one by one, in their order', async () => {
    const pages = await formPagesOf(30);
    const alone = await readPdf(pdfOf(pages, { pages, copies: [] }));
    const inSets = await readPdf(pdfOf(pages));
    expect(inSets.pages).toEqual(alone.pages);
    expect(inSets.pages[30]?.lines).toContain('第2份');
  });
  test('are refused where a page has no mark to be replaced', async () => {
    const [page] = (await formPagesOf(1)) as [FormPage];
    const bare = { ...page, children: page.children.slice(1) };
    const sets = { pages: [bare, bare], copies: [paragraph('mark', '第1份'), paragraph('mark', '第2份')] };
    expect(() => pdfOf([], sets)).toThrow('no mark');
    const pieces = pressDocx({ ...treeOf([]), ...sets }, context);
    await expect(bytesOf(pieces)).rejects.toThrow('no mark');
  });
  test.skipIf(toolMissing('pdftoppm'))('look as they look one by one', async () => {
    const pages = await formPagesOf(3);
    const [alone, inSets] = [await picturesOf(pdfOf(pages, { pages, copies: [] })), await picturesOf(pdfOf(pages))];
    expect(inSets).toHaveLength(6);
    for (const [index, picture] of inSets.entries())
      expect(differences(picture, alone[index] as typeof picture)).toBe(0);
  });
  test('have in DOCX the XML that the docx package would write for each', async () => {
    const table = (await formPagesOf(1)).flatMap(({ children }) => children.filter((block) => block.type === 'table'));
    const rearranged: Readonly<Record<number, (page: FormPage, index: number) => FormPage>> = {
      // The mark need not stand at the top.
      2: (page) => ({ ...page, children: [heading(1, '附件'), ...page.children] }),
      // The last page of a set ends with a table, and the first begins with one.
      3: (page, index) => ({
        ...page,
        children: index % 3 === 0 ? [...table, ...page.children.slice(0, 1)] : [...page.children.slice(0, 1), ...table],
      }),
    };
    for (const count of [1, 2, 3, 5, 100]) {
      const pages = (await formPagesOf(count)).map(rearranged[count] ?? ((page) => page));
      expect(setsOf(pages).copies).toHaveLength(2);
      const tree = treeOf(pages);
      const flow = createFlow(context.fonts, createStylesheet('form'), 'form');
      flow.add(pages);
      const options = sectionOptions({ document: 'form', page: 'form', first: true, frame: '', framed: false });
      const whole = new Document({ sections: [{ ...options, children: flow.finish().map(wordBlock) }] });
      const pressed = await bytesOf(pressDocx({ ...tree, ...setsOf(pages) }, context));
      const xml = (bytes: Uint8Array) => strFromU8(unpack(bytes).get('word/document.xml') as Uint8Array);
      expect(xml(pressed) === xml(await Packer.pack(whole, 'uint8array')), `${count} pages`).toBe(true);
    }
  });
});
