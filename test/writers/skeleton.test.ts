import { Document, Packer } from 'docx';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Block, PageName } from '../../src/document/types.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { createFlow } from '../../src/writers/docx/flow.ts';
import { hasDashes } from '../../src/writers/docx/part.ts';
import { wordBlock } from '../../src/writers/docx/piece.ts';
import { imprintOptions, sectionOptions } from '../../src/writers/docx/section.ts';
import { packageParts, type SetSection } from '../../src/writers/docx/skeleton.ts';
import { createStylesheet } from '../../src/writers/docx/stylesheet.ts';
import { unpack } from '../../src/writers/zip.ts';
import { cell, freeFonts, heading, paragraph, row, table, text } from '../layout/build.ts';
import { ring } from '../support/seal.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
}, 60_000);

function sectionOf(page: PageName, blocks: readonly Block[], first = true): SetSection {
  const flow = createFlow(fonts, createStylesheet(page), page, { seals: { issuer: ring() } });
  flow.add(blocks);
  return { place: { document: page, page, first, frame: '', framed: false, drawn: flow.drawn }, pieces: flow.finish() };
}

/** The XML of a document's blocks, and its other parts, as the package writes them when it is given everything. */
async function wholly(page: PageName, sections: readonly SetSection[]): Promise<Map<string, string>> {
  const document = new Document({
    sections: sections.map(({ place, pieces }) => ({
      ...('imprint' in place ? imprintOptions(place.imprint) : sectionOptions(place)),
      children: pieces.map(wordBlock),
    })),
    evenAndOddHeaderAndFooters: hasDashes(page),
  });
  return textsOf(unpack(await Packer.pack(document, 'uint8array')));
}

/** Parts that hold nothing of the document, but the hour or our own settings, are left out. */
function textsOf(parts: ReadonlyMap<string, Uint8Array>): Map<string, string> {
  const others = ['docProps/core.xml', 'word/settings.xml', 'word/fontTable.xml'];
  const own = [...parts].filter(([path]) => !others.includes(path));
  return new Map(own.map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]));
}

async function expectAlike(page: PageName, ...sections: readonly SetSection[]): Promise<void> {
  expect(textsOf(await packageParts(page, sections))).toEqual(await wholly(page, sections));
}

const roster = (names: readonly string[]) =>
  table(
    'compact',
    [1, 4, 2],
    [
      row([cell('序号', { head: true }), cell('单位', { head: true }), cell('备注', { head: true })]),
      ...names.map((name, index) =>
        row([`${index + 1}`, ...(index % 3 === 0 ? [cell(name, { colspan: 2 })] : [name, ''])]),
      ),
      row([cell('合计', { rowspan: 2 }), `${names.length}`, ''], 'field'),
      row(['', '签名'], 'field'),
    ],
    1,
  );

describe('a Word file', () => {
  test('of a list is what the package writes when it is given every cell, as is the next of another length', async () => {
    for (const count of [40, 7]) {
      const names = Array.from({ length: count }, (_, index) => `示例<单位>&“${index}”`);
      await expectAlike('landscape', sectionOf('landscape', [heading(1, `名册${count}`), roster(names)]));
    }
  });

  test('is so whatever stands in it', async () => {
    const characters = fc.constantFrom(...'内保，。“”—…·24hA%（）&<>"\' \t\u0007\ue000😀𠅤');
    const texts = fc.array(
      fc.array(characters, { maxLength: 40 }).map((all) => all.join('')),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(texts, async (all) => {
        const lines = all.map((one) => paragraph('body', text('（一）', 'hang'), one));
        await expectAlike('gongwen', sectionOf('gongwen', [...lines, roster(all), roster(all)]));
      }),
      { numRuns: 20 },
    );
  });

  test('with a seal, a joint mark, an imprint and several sections is so too', async () => {
    const imprint: Block = {
      type: 'section',
      role: 'imprint',
      name: '',
      children: [{ type: 'rule', role: 'thick' }, paragraph('printed', '示例协会办公室\t2024年12月17日印发')],
    };
    const notice = [
      paragraph(
        'organ',
        '示例市企事业单位治安保卫协会',
        { type: 'break' },
        '示例市公安局治安总队',
        { type: 'break' },
        '文件',
      ),
      { type: 'rule', role: 'red' } as const,
      heading(1, '关于表彰的通知'),
      paragraph('body', '正文。'),
      { ...paragraph('signature', '示例协会'), seal: 'issuer' },
      paragraph('date', '2024年12月17日'),
      paragraph('note', '（此件公开发布）'),
      imprint,
    ];
    const annex = sectionOf('landscape', [roster(['甲', '乙'])], false);
    const sections = [sectionOf('gongwen', notice), annex, sectionOf('gongwen', [paragraph('body', '附件')], false)];
    const parts = await packageParts('gongwen', sections);
    expect([...parts.keys()].filter((path) => path.startsWith('word/media/'))).toHaveLength(1);
    await expectAlike('gongwen', ...sections);
  });

  test('of no blocks is one of the package', async () => {
    await expectAlike('plain', sectionOf('plain', []));
  });
});
