import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/document/parse.ts';
import { textOf } from '../../src/document/text.ts';
import type { DocumentTree } from '../../src/document/types.ts';
import { loadFonts } from '../../src/layout/fonts.ts';
import { writeHtml } from '../../src/writers/html.ts';
import { formats, writerOf } from '../../src/writers/registry.ts';
import type { WriteContext } from '../../src/writers/types.ts';

let context: WriteContext;
beforeAll(async () => {
  const fonts = await loadFonts({ system: false });
  if (!fonts.ok) throw new Error('the free fonts are missing');
  context = { fonts: fonts.value, date: new Date('2024-12-17T00:00:00Z'), author: '示例&协会' };
});

function treeOf(body: string, page = 'plain'): DocumentTree {
  const tree = parseDocument(`<article title="通知 &lt;1&gt;" page="${page}">${body}</article>`);
  if (!tree.ok) throw new Error(JSON.stringify(tree.messages, null, 1));
  return tree.value;
}

async function html(tree: DocumentTree): Promise<string> {
  return new TextDecoder().decode(await writeHtml(tree, context));
}

/** What a reader sees, a line per block and line break; and every element with its attributes. */
function read(source: string) {
  const lines = [''];
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  let inBody = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      elements.push({ name, attributes });
      if (name === 'body') inBody = true;
      if (/^(p|h\d|br)$/.test(name)) lines.push('');
    },
    ontext(text) {
      // Between blocks there are line ends only.
      if (inBody && text !== '\n') lines[lines.length - 1] += text.replaceAll('\n', '');
    },
  });
  parser.end(source);
  return { text: lines.filter((line) => line !== '').join('\n'), elements };
}

const notice = `<p role="organ">示例协会文件</p><p role="number">示协〔2024〕1号</p><hr role="red"/><h1>关于表彰的通知</h1>
<p role="addressee">各单位：</p><p>甲 &lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; “乙”&nbsp;<span role="strong">重点</span><br/>下一行</p>
<p role="note"><span role="hang">注：</span>说明</p><p role="signature">示例协会</p><p role="date">2024年12月17日</p>
<section role="annex"><p role="annex-label">附件</p><table role="grid"><colgroup><col width="1"/><col width="3"/></colgroup>
<thead><tr><th rowspan="2">序号</th><th>单位</th></tr><tr><th>名称</th></tr></thead><tbody><tr><td>1</td><td align="right">甲</td></tr></tbody></table></section>
<section role="imprint"><hr role="thick"/><p role="printed">示例协会\t2024年12月17日印发</p><hr role="thick"/></section>`;

describe('an HTML file', () => {
  test('carries the text of the document, every character of it', async () => {
    const tree = treeOf(notice, 'gongwen');
    expect(read(await html(tree)).text).toBe(textOf(tree));
  });

  test('shows the parts of a letter’s head, and a double rule below its mark and at its foot', async () => {
    const letter = `<p role="organ">示例协会</p><hr role="red"/><p role="head-number">000001\t示协函〔2024〕1号</p>
<p role="urgency">特急</p><h1>关于征求意见的函</h1><p>请函复。</p>`;
    const tree = treeOf(letter, 'gongwen-letter');
    const source = await html(tree);
    expect(read(source).text).toBe(textOf(tree));
    expect(source).toMatch(
      /\.rule-red \{ border: 0; border-top: 2\.83pt solid #d7000f; border-bottom: 0\.99pt solid #d7000f/,
    );
    expect(source).toMatch(/\.page:first-child::after \{ content: ""; position: absolute; .*border-top: 0\.99pt/);
  });

  test('has title, language and author', async () => {
    const source = await html(treeOf(notice));
    expect(source).toContain('<html lang="zh-CN">');
    expect(source).toContain('<title>通知 &lt;1&gt;</title>');
    expect(source).toContain('content="示例&amp;协会"');
  });

  test('holds no script and loads nothing', async () => {
    const { elements } = read(await html(treeOf(`${notice}<p><a href="01%E9%80%9A/a.pdf">文件</a></p>`)));
    expect(elements.filter(({ name }) => ['script', 'link', 'img', 'iframe'].includes(name))).toEqual([]);
    const links = elements.flatMap(({ attributes }) => [attributes.href ?? [], attributes.src ?? []].flat());
    expect(links).toEqual(['01%E9%80%9A/a.pdf']);
  });

  test('closes every element it opens', async () => {
    const source = await html(treeOf(notice));
    const count = (pattern: RegExp) => source.match(pattern)?.length ?? 0;
    for (const tag of ['section', 'table', 'tr', 'td', 'th', 'p', 'span', 'div']) {
      expect([tag, count(new RegExp(`<${tag}[ >]`, 'g'))]).toEqual([tag, count(new RegExp(`</${tag}>`, 'g'))]);
    }
  });

  test('sections, page breaks and form pages are pages of their own', async () => {
    const pages = async (body: string) => (await html(treeOf(body))).match(/<section class="page/g)?.length;
    expect(await pages('<p>1</p><p>1</p>')).toBe(1);
    expect(await pages('<p>1</p><hr role="page"/><p>2</p><section role="annex"><p>3</p></section><p>4</p>')).toBe(4);
    expect(await pages('<div role="page"><p>1</p></div><div role="page"><p>2</p></div>')).toBe(2);
  });

  test('a certificate has its frame, and a page without margins to draw it in', async () => {
    const source = await html(
      treeOf(
        '<div role="page" frame="certificate"><p role="certificate-title">荣誉证书</p><hr role="fill"/><p role="certificate-date">2024年</p></div>',
        'certificate',
      ),
    );
    expect(source).toMatch(/<svg [^>]*aria-hidden="true"><polygon/);
    expect(source).toContain('@page { size: 841.89pt 595.28pt; margin: 0; }');
  });

  test('the head of a table repeats, cells keep their spans', async () => {
    const source = await html(treeOf(notice));
    expect(source).toMatch(/<thead>\n<tr><th class="[^"]*" rowspan="2">/);
    expect(source.match(/<thead>.*?<\/thead>/s)?.[0].match(/<tr>/g)).toHaveLength(2);
  });

  test('is the same, byte for byte, every time', async () => {
    expect(await html(treeOf(notice))).toBe(await html(treeOf(notice)));
  });
});

describe('the formats', () => {
  test('are these, each with its writer', async () => {
    expect(formats).toEqual(['docx', 'pdf', 'xlsx', 'html']);
    const tree = treeOf(notice);
    expect(await writerOf('html')(tree, context)).toEqual(await writeHtml(tree, context));
  });

  test('another is an error that lists them', () => {
    const unknown = 'doc' as (typeof formats)[number];
    expect(() => writerOf(unknown)).toThrow('doc; known: docx, pdf, xlsx, html');
  });
});
