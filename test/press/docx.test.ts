import { Document, Packer } from 'docx';
import fc from 'fast-check';
import { strFromU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.ts';
import { textOf } from '../../src/document/text.ts';
import type { DocumentTree, FormPage } from '../../src/document/types.ts';
import { loadFonts } from '../../src/layout/fonts.ts';
import { pressDocx } from '../../src/press/docx.ts';
import type { PressContext } from '../../src/press/press.ts';
import { createFlow } from '../../src/writers/docx/flow.ts';
import { wordBlock } from '../../src/writers/docx/piece.ts';
import { sectionOptions } from '../../src/writers/docx/section.ts';
import { createStylesheet } from '../../src/writers/docx/stylesheet.ts';
import { unpack } from '../../src/writers/zip.ts';
import { docxText, readDocx } from '../support/docx.ts';
import { officeMissing, renderOffice } from '../support/office.ts';
import { readPdf } from '../support/pdf.ts';

let context: PressContext;

beforeAll(async () => {
  const fonts = await loadFonts({ system: false });
  if (!fonts.ok) throw new Error('the free fonts are missing');
  context = { fonts: fonts.value, date: new Date('2024-12-17T08:00:00Z'), author: '上海市企事业单位治安保卫协会' };
}, 60_000);

const sentence = '各会员单位认真落实治安保卫责任制，全年组织安全检查24次，整改隐患36处，未发生重大案（事）件。';
const quoted = '开展“平安单位”创建，建立‘三色’预警机制——做到人防、物防、技防“三到位”……合格率98.5%。';

interface Entries {
  readonly copy?: string;
  readonly unit: string;
  readonly deeds: string;
}

function formOf({ copy = '第1份', unit, deeds }: Entries): string {
  const opinion = '<td colspan="2"><p role="opinion">负责人：</p><p role="opinion">年　月　日</p></td>';
  return `<div role="page"><p role="mark">${copy}</p><h1>2024年度上海内保工作先进单位审批表</h1>
    <table role="form"><colgroup>${'<col width="1">'.repeat(6)}</colgroup><tbody>
    <tr height="field"><th>单位名称</th><td colspan="3">${unit}</td><th rowspan="2">受奖<br>集体</th><td rowspan="2">单位</td></tr>
    <tr height="field"><th>人数</th><td colspan="3" align="center">1200</td></tr>
    <tr height="fill"><th>主要事迹</th><td colspan="5" role="deeds">${deeds}</td></tr>
    <tr height="opinion"><th>本单位<br>意见</th>${opinion}<th>上级部门<br>意见</th>${opinion}</tr></tbody></table>
    <p role="sign-off">经办人：\t负责人：</p><p role="note"><span role="hang">注：</span>“主要事迹”填写要简明扼要。</p></div>`;
}

function certificateOf(name: string): string {
  return `<div role="page" frame="certificate"><p role="certificate-number">证0001号</p><hr role="fill" weight="1">
    <p role="certificate-title">荣誉证书</p><hr role="fill" weight="2"><p role="certificate-recipient">${name}：</p>
    <p role="certificate-body">在2024年度上海内保工作中成绩突出，被评为先进单位。</p><hr role="fill" weight="1">
    <p role="certificate-issuer">上海市公安局治安总队</p><p role="certificate-date">2024年12月31日</p></div>`;
}

function treeOf(page: string, pages: readonly string[]): DocumentTree {
  const parsed = parseDocument(`<article title="审批表" page="${page}">${pages.join('')}</article>`);
  if (!parsed.ok) throw new Error(parsed.messages.map((one) => one.text).join('\n'));
  return parsed.value;
}

const forms = (...entries: readonly Entries[]) => treeOf('form', entries.map(formOf));

const samples = {
  forms: () =>
    forms(
      { unit: '上海虚构电子有限公司', deeds: sentence.repeat(7) },
      { unit: '上海虚构电子有限公司', deeds: sentence.repeat(7), copy: '第2份' },
      { unit: '上海虚构国际商务科技文化发展（集团）股份有限公司2024', deeds: `${sentence}${quoted}`.repeat(4) },
      { unit: '', deeds: '' },
    ),
  'forms of several kinds': () => {
    const entries = { unit: '上海虚构电子有限公司', deeds: sentence };
    const card =
      '<div role="page"><h1>座位卡</h1><table role="form"><tbody><tr height="fill"><td>1排2座</td></tr></tbody></table></div>';
    const others = { ...entries, deeds: quoted.repeat(3) };
    return treeOf('form', [formOf(entries), card, card, formOf(entries), formOf(entries), formOf(others), card]);
  },
  certificates: () =>
    treeOf(
      'certificate',
      ['张三', '李四', '上海虚构国际商务科技文化发展（集团）股份有限公司治安保卫工作部'].map(certificateOf),
    ),
};

const pagesOf = ({ children }: DocumentTree) => children.filter((block) => block.type === 'form-page');

async function pressed(tree: DocumentTree, pages: Iterable<FormPage> = pagesOf(tree)): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of pressDocx({ ...tree, pages }, context)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

/** Its XML as the `docx` package writes it, when it is given every page. */
async function packageXml(tree: DocumentTree): Promise<string> {
  const { page } = tree;
  const flow = createFlow(context.fonts, createStylesheet(page), page);
  flow.add(tree.children);
  const { frame } = pagesOf(tree)[0] as FormPage;
  const options = sectionOptions({ document: page, page, first: true, frame, framed: frame !== '' });
  const document = new Document({ sections: [{ ...options, children: flow.finish().map(wordBlock) }] });
  return documentXml(await Packer.pack(document, 'uint8array'));
}

const documentXml = (docx: Uint8Array) => strFromU8(unpack(docx).get('word/document.xml') as Uint8Array);

/** The tree with a text in place of 单位 in each form. */
function withText(tree: DocumentTree, text: string): DocumentTree {
  return JSON.parse(JSON.stringify(tree), (_, value) => (value === '单位' ? text : value));
}

describe('form pages pressed into a DOCX', () => {
  it.each(Object.entries(samples))('have the XML that the docx package would write for %s', async (_, sample) => {
    expect(documentXml(await pressed(sample()))).toBe(await packageXml(sample()));
  });

  it('have that XML whatever stands in them', async () => {
    const characters = fc.constantFrom(...'内保，。“”—…·24hA%（）&<>"\' \t\u0007\u000b\u001f😀𠅤');
    const text = fc.array(characters, { minLength: 1, maxLength: 60 }).map((all) => all.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 3 }), async (texts) => {
        const pages = texts.flatMap((one) => withText(forms({ unit: '上海', deeds: '单位' }), one).children);
        const tree = { ...forms({ unit: '', deeds: '' }), children: pages };
        expect(documentXml(await pressed(tree))).toBe(await packageXml(tree));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('keep marks of XML as text and leave out what XML cannot hold', async () => {
    const tree = withText(forms({ unit: '甲', deeds: sentence }), '<b>&"乙\u0000\'丙</w:t>\u001f&amp;');
    expect(docxText(await pressed(tree))).toContain('<b>&"乙\'丙</w:t>&amp;');
  });

  it('carry the text of the tree, each page beginning where one ends', async () => {
    const tree = samples.forms();
    const bytes = await pressed(tree);
    const { paragraphs, tables, part } = readDocx(bytes);
    expect(docxText(bytes).replace(/\s/g, '')).toBe(textOf(tree).replace(/\s/g, ''));
    expect(paragraphs.filter((one) => one.pageBreakBefore).map((one) => one.text)).toEqual(['第2份', '第1份', '第1份']);
    expect(tables).toHaveLength(4);
    expect(part('docProps/core.xml')).toContain('<dc:title>审批表</dc:title>');
  });

  it('are the same, byte for byte, when they are pressed again, as a stream or a list', async () => {
    const tree = samples.forms();
    const once = await pressed(tree);
    function* streamed() {
      yield* pagesOf(tree);
    }
    expect(Buffer.from(await pressed(tree, streamed())).equals(Buffer.from(once))).toBe(true);
  });

  it('go out as they are laid: no more than the next pages are asked for before', async () => {
    const [page] = pagesOf(forms({ unit: '上海', deeds: sentence.repeat(7) })) as [FormPage];
    const all = 3000;
    let asked = 0;
    let length = 0;
    function* many() {
      for (; asked < all; asked++) yield page;
    }
    let askedAtFirst: number | undefined;
    const tree = forms({ unit: '', deeds: '' });
    for await (const piece of pressDocx({ ...tree, pages: many() }, context)) {
      length += piece.length;
      // The other parts are smaller.
      if (piece.length > 1000 && asked > 0) askedAtFirst ??= asked;
    }
    expect(length).toBeGreaterThan(10_000);
    expect(askedAtFirst).toBeLessThan(all / 2);
  });

  it('of several frames are refused: one header cannot draw two', async () => {
    const tree = treeOf('certificate', [
      certificateOf('张三'),
      certificateOf('李四').replace(' frame="certificate"', ''),
    ]);
    await expect(pressed(tree)).rejects.toThrow('several frames');
  });

  it.skipIf(officeMissing)(
    'are one page each in LibreOffice, with all their text',
    async () => {
      const tree = samples.forms();
      const rendered = await readPdf(new Uint8Array(await renderOffice(await pressed(tree), 'docx')));
      expect(rendered.pages).toHaveLength(4);
      const characters = (text: string) => [...text.replace(/\s/g, '')].sort().join('');
      const shown = rendered.pages.map((page) => page.items.map((one) => one.text).join('')).join('');
      expect(characters(shown)).toBe(characters(textOf(tree)));
    },
    60_000,
  );
});
