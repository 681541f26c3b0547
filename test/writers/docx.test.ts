import { beforeAll, describe, expect, it } from 'vitest';
import { parseDocument } from '../../src/document/parse.ts';
import { textOf } from '../../src/document/text.ts';
import type { DocumentTree } from '../../src/document/types.ts';
import { loadFonts } from '../../src/layout/fonts.ts';
import { writeDocx } from '../../src/writers/docx.ts';
import { writePdf } from '../../src/writers/pdf.ts';
import type { WriteContext } from '../../src/writers/types.ts';
import { docxText, find, findAll, readDocx } from '../support/docx.ts';
import { officeMissing, pageCount, renderOffice } from '../support/office.ts';

let context: WriteContext;

beforeAll(async () => {
  const fonts = await loadFonts({ system: false });
  if (!fonts.ok) throw new Error('the free fonts are missing');
  context = { fonts: fonts.value, date: new Date('2024-12-17T08:00:00Z'), author: '上海市企事业单位治安保卫协会' };
}, 60_000);

function treeOf(html: string): DocumentTree {
  const parsed = parseDocument(html);
  if (!parsed.ok) throw new Error(parsed.messages.map((one) => one.text).join('\n'));
  return parsed.value;
}

const sentence = '各会员单位认真落实治安保卫责任制，全年组织安全检查24次，整改隐患36处，未发生重大案（事）件。';

const quotaTable = `<table role="grid"><colgroup><col width="10"><col width="20"><col width="15"><col width="15"></colgroup>
  <thead><tr><th rowspan="2">序号</th><th rowspan="2">各区</th><th colspan="2">先进集体</th></tr>
  <tr><th>单位</th><th>保卫部门</th></tr></thead>
  <tbody>${Array.from({ length: 60 }, (_, row) => `<tr><td>${row + 1}</td><td>浦东</td><td align="right">20</td><td>8</td></tr>`).join('')}
  </tbody></table>`;

function formPage(deeds: string, first = '<p role="mark">第1份</p>'): string {
  const opinion = '<td colspan="2"><p role="opinion">负责人：</p><p role="opinion">年　月　日</p></td>';
  const label = (text: string) => `<td role="cell-label">${text}</td>`;
  return `<div role="page">${first}<h1>2024年度上海内保工作先进单位审批表</h1>
    <table role="form"><colgroup>${'<col width="1">'.repeat(6)}</colgroup><tbody>
    <tr height="field">${label('单位名称')}<td colspan="3">上海虚构电子有限公司</td>${label('受奖集体')}<td>单位</td></tr>
    <tr height="field">${label('单位地址')}<td>虚构路100号3号楼</td>${label('联系电话')}<td>00000000</td>${label('人数')}<td>1200</td></tr>
    <tr height="fill">${label('主要事迹')}<td colspan="5" role="deeds">${deeds}</td></tr>
    <tr height="opinion">${label('本单位意见')}${opinion}${label('上级部门意见')}${opinion}</tr></tbody></table>
    <p role="note"><span role="hang">注：</span>“主要事迹”填写要简明扼要。</p></div>`;
}

const notice = (): DocumentTree =>
  treeOf(`<article title="关于开展评选表彰活动的通知" page="gongwen">
  <p role="organ">上海市企事业单位治安保卫协会</p><p role="number">沪企保协〔2024〕39号</p><hr role="red">
  <h1>关于开展2024年度上海内保工作先进集体、先进个人评选表彰活动的通知</h1>
  <p role="addressee">各会员单位保卫处（科）：</p><p>${sentence.repeat(4)}</p><h2>一、先进名额</h2><p>${sentence.repeat(9)}</p>
  <p role="annex-first"><span role="hang">附件：</span>1. 名额分配表</p><p role="annex-next"><span role="hang">2. </span>审批表</p>
  <p role="signature">上海市企事业单位治安保卫协会</p><p role="date">2024年12月17日</p>
  <section role="annex"><p role="annex-label">附件1</p><h1>名额分配表</h1>${quotaTable}</section>
  <section role="annex">${formPage('', '<p role="annex-label">附件2</p>')}</section>
  <section role="imprint"><hr role="thick"><p role="copy-to"><span role="hang">抄送：</span>各区公安分局治安支队。</p><hr role="thin">
  <p role="printed">协会办公室\t2024年12月17日印发</p><hr role="thick"></section></article>`);

const forms = (...deeds: string[]): DocumentTree =>
  treeOf(`<article title="先进单位审批表" page="form">${deeds.map((one) => formPage(one)).join('')}</article>`);

const certificates = (...names: string[]): DocumentTree =>
  treeOf(
    `<article title="证书" page="certificate">${names
      .map(
        (
          name,
        ) => `<div role="page" frame="certificate"><p role="certificate-number">证0001号</p><hr role="fill" weight="1">
      <p role="certificate-title">荣誉证书</p><hr role="fill" weight="1"><p role="certificate-recipient">${name}：</p>
      <p role="certificate-body">在2024年度上海内保工作中成绩突出，被评为先进单位。</p><p role="certificate-closing">特发此证，以资鼓励。</p>
      <hr role="fill" weight="1"><p role="certificate-issuer">上海市公安局治安总队</p><p role="certificate-date">2024年12月31日</p></div>`,
      )
      .join('')}</article>`,
  );

const withoutBreaks = (text: string): string => text.replace(/\s/g, '');

describe('a DOCX', () => {
  it('has the parts of a Word document, the content types first', async () => {
    const docx = readDocx(await writeDocx(notice(), context));
    expect(docx.parts[0]).toBe('[Content_Types].xml');
    expect(docx.parts).toEqual(
      expect.arrayContaining(['word/document.xml', 'word/styles.xml', 'word/fontTable.xml', 'word/settings.xml']),
    );
    for (const path of docx.parts) expect(() => docx.xml(path), path).not.toThrow();
  });

  it('is the same, byte for byte, when it is written again', async () => {
    const once = await writeDocx(notice(), context);
    const again = await writeDocx(notice(), context);
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
  });

  it('names its title and author, and the date of the case instead of the clock', async () => {
    const core = readDocx(await writeDocx(notice(), context)).xml('docProps/core.xml');
    expect(find(core, 'dc:title')?.children).toEqual(['关于开展评选表彰活动的通知']);
    expect(find(core, 'dc:creator')?.children).toEqual(['上海市企事业单位治安保卫协会']);
    expect(find(core, 'dcterms:modified')?.children).toEqual(['2024-12-17T08:00:00Z']);
  });

  it('carries the text of the tree', async () => {
    for (const tree of [notice(), forms(sentence), certificates('张三')]) {
      expect(withoutBreaks(docxText(await writeDocx(tree, context)))).toBe(withoutBreaks(textOf(tree)));
    }
  });
});

describe('the styles', () => {
  it('have the names an office knows, and none of the package’s own', async () => {
    const docx = readDocx(await writeDocx(notice(), context));
    const used = new Set(docx.paragraphs.filter(({ text }) => text !== '').map(({ style }) => style));
    expect([...used]).toEqual(
      expect.arrayContaining(['发文机关标志', '发文字号', '公文标题', '公文正文', '一级标题', '附件标识', '抄送机关']),
    );
    expect(docx.part('word/styles.xml')).not.toMatch(/Calibri|2E74B5/);
  });

  it('set the body in 仿宋_GB2312 of 16 pt on lines of 28.95 pt, indented by two characters', async () => {
    const styles = findAll(readDocx(await writeDocx(notice(), context)).xml('word/styles.xml'), 'w:style');
    const body = styles.find((style) => find(style, 'w:name')?.attributes['w:val'] === '公文正文');
    if (body === undefined) throw new Error('no style of the body');
    expect(find(body, 'w:rFonts')?.attributes).toMatchObject({ 'w:ascii': '仿宋_GB2312', 'w:eastAsia': '仿宋_GB2312' });
    expect(find(body, 'w:sz')?.attributes['w:val']).toBe('32');
    expect(find(body, 'w:spacing')?.attributes).toMatchObject({ 'w:line': '579', 'w:lineRule': 'exact' });
    expect(Number(find(body, 'w:ind')?.attributes['w:firstLine'])).toBeCloseTo(2 * 316, -1);
  });

  it('say what stands in for a font that is not installed', async () => {
    const fonts = findAll(readDocx(await writeDocx(notice(), context)).xml('word/fontTable.xml'), 'w:font');
    const alternatives = fonts.map((font) => [font.attributes['w:name'], find(font, 'w:altName')?.attributes['w:val']]);
    expect(alternatives).toContainEqual(['仿宋_GB2312', '仿宋,FangSong']);
    expect(alternatives).toContainEqual(['方正小标宋简体', '华文中宋,STZhongsong,SimSun']);
  });
});

describe('a 公文', () => {
  it('has the page of the standard: 37, 28, 26 and 35 mm, 22 lines', async () => {
    const [first] = findAll(readDocx(await writeDocx(notice(), context)).xml('word/document.xml'), 'w:sectPr');
    if (first === undefined) throw new Error('no section');
    const margins = find(first, 'w:pgMar')?.attributes ?? {};
    const millimetres = ['top', 'left', 'right', 'bottom'].map((side) =>
      Math.round(Number(margins[`w:${side}`]) / 56.7),
    );
    expect(millimetres).toEqual([37, 28, 26, 35]);
    expect(find(first, 'w:docGrid')?.attributes).toMatchObject({ 'w:type': 'lines', 'w:linePitch': '579' });
  });

  it('has page numbers between dashes at the outer edge, and none beside the imprint, which is on an even page', async () => {
    const docx = readDocx(await writeDocx(notice(), context));
    const [body, imprint] = findAll(docx.xml('word/document.xml'), 'w:sectPr');
    const footer = (number: number) => findAll(docx.xml(`word/footer${number}.xml`), 'w:p');
    const content = (number: number) =>
      footer(number).flatMap((one) => findAll(one, 'w:r').flatMap((run) => run.children));
    expect(find(docx.xml('word/settings.xml'), 'w:evenAndOddHeaders')).toBeDefined();
    expect(footer(1).map((one) => find(one, 'w:jc')?.attributes['w:val'])).toEqual(['right']);
    expect(footer(2).map((one) => find(one, 'w:jc')?.attributes['w:val'])).toEqual(['left']);
    expect(JSON.stringify(content(1))).toMatch(/— .*PAGE.* —/);
    expect(JSON.stringify(content(3))).not.toContain('PAGE');
    expect(body && find(body, 'w:type')?.attributes['w:val']).toBe('nextPage');
    expect(imprint && find(imprint, 'w:type')?.attributes['w:val']).toBe('evenPage');
  });

  it('begins each annex on a new page', async () => {
    const docx = readDocx(await writeDocx(notice(), context));
    const labels = docx.paragraphs.filter(({ style }) => style === '附件标识');
    expect(labels.map(({ text, pageBreakBefore }) => [text, pageBreakBefore])).toEqual([
      ['附件1', true],
      ['附件2', true],
    ]);
  });
});

describe('a table', () => {
  it('has a width on every column, a repeated head, and cells merged as in the tree', async () => {
    const docx = readDocx(await writeDocx(notice(), context));
    const table = docx.tables[0];
    expect(table?.grid).toHaveLength(4);
    expect(table?.grid.reduce((sum, width) => sum + width, 0)).toBe(Math.round((156 / 25.4) * 1440));
    const heads = table?.rows.slice(0, 2).map((row) => row.map((cell) => [cell.text, cell.span, cell.continued]));
    expect(heads).toEqual([
      [
        ['序号', 1, false],
        ['各区', 1, false],
        ['先进集体', 2, false],
      ],
      [
        ['', 1, true],
        ['', 1, true],
        ['单位', 1, false],
        ['保卫部门', 1, false],
      ],
    ]);
    const rows = findAll(docx.xml('word/document.xml'), 'w:tr');
    expect(rows.slice(0, 3).map((row) => find(row, 'w:tblHeader') !== undefined)).toEqual([true, true, false]);
    expect(rows.every((row) => find(row, 'w:cantSplit') !== undefined)).toBe(true);
  });
});

describe('a certificate', () => {
  it('has its frame drawn behind every page, and its text as paragraphs', async () => {
    const docx = readDocx(await writeDocx(certificates('张三', '李四'), context));
    const shapes = findAll(docx.xml('word/header1.xml'), 'v:shape');
    expect(new Set(shapes.map((shape) => shape.attributes.strokecolor)).size).toBe(2);
    expect(docx.paragraphs.filter(({ style }) => style === '受奖者').map(({ text }) => text)).toEqual([
      '张三：',
      '李四：',
    ]);
  });
});

describe.skipIf(officeMissing)('rendered by LibreOffice', () => {
  const pagesOf = async (tree: DocumentTree) => {
    const rendered = await renderOffice(await writeDocx(tree, context), 'docx');
    return { docx: await pageCount(rendered), pdf: await pageCount(await writePdf(tree, context)) };
  };

  it('a notice with annexes and imprint has as many pages as its PDF', async () => {
    const pages = await pagesOf(notice());
    expect(pages.docx).toBe(pages.pdf);
    expect(pages.docx % 2).toBe(0);
  }, 60_000);

  it('a form is one page, whether its deeds are short, long or not there', async () => {
    const pages = await pagesOf(forms('', sentence.slice(0, 60), sentence.repeat(12).slice(0, 400)));
    expect(pages).toEqual({ docx: 3, pdf: 3 });
  }, 60_000);

  it('a certificate is one page, for a short name and for a long one', async () => {
    const pages = await pagesOf(
      certificates('张三', '上海虚构国际商务科技文化发展（集团）股份有限公司治安保卫工作部第一分队'),
    );
    expect(pages).toEqual({ docx: 2, pdf: 2 });
  }, 60_000);
});
