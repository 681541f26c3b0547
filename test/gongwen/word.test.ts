import { expect, test } from 'vitest';
import { recognise } from '../../src/gongwen/recognise.ts';
import { wordSource } from '../../src/gongwen/word.ts';
import { list, numbered, paragraph, table, type WordParts, wordFile } from '../support/word-file.ts';

async function read(parts: WordParts) {
  const source = await wordSource('文稿.docx', wordFile(parts));
  if (!source.ok) throw new Error(JSON.stringify(source.messages));
  return source.value;
}

test('the numbers that Word draws are written out, level by level', async () => {
  const numbering = list(1, [
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3.'],
  ]);
  const body = [
    paragraph('关于加强管理的通知'),
    paragraph('总体要求', numbered(1)),
    paragraph('目标', numbered(1, 1)),
    paragraph('内容甲；', numbered(1, 2)),
    paragraph('内容乙。', numbered(1, 2)),
    paragraph('措施', numbered(1)),
    paragraph('分工', numbered(1, 1)),
  ].join('');
  const source = await read({ body, numbering });
  expect(source.lines.map((line) => line.text).slice(1)).toEqual([
    '一、总体要求',
    '（一）目标',
    '1.内容甲；',
    '2.内容乙。',
    '二、措施',
    '（一）分工',
  ]);
  expect(source.messages.map(({ code }) => code)).toEqual(['gongwen.numbering-added']);
  expect(recognise(source).parts.map(({ level }) => level)).toEqual([0, 1, 2, 3, 3, 1, 2]);
});

test('a number that comes with the style of a paragraph is written out too', async () => {
  const styles = `<w:style w:type="paragraph" w:styleId="a"><w:name w:val="标题一"/><w:pPr>${numbered(1)}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="标题甲"/><w:basedOn w:val="a"/></w:style>`;
  const body = paragraph('总则', '<w:pStyle w:val="a"/>') + paragraph('附则', '<w:pStyle w:val="b"/>');
  const source = await read({ body, styles, numbering: list(1, [['chineseCounting', '第%1章 ']]) });
  expect(source.lines.map((line) => line.text)).toEqual(['第一章 总则', '第二章 附则']);
});

test('a format that cannot be written out is said', async () => {
  const source = await read({ body: paragraph('内容', numbered(1)), numbering: list(1, [['hebrew1', '%1.']]) });
  expect(source.messages).toMatchObject([{ code: 'gongwen.numbering-lost' }]);
});

test('merged cells stay merged', async () => {
  const body = table([
    [
      { text: '类别', properties: '<w:vMerge w:val="restart"/>' },
      { text: '名额', properties: '<w:gridSpan w:val="2"/>' },
    ],
    [{ text: '', properties: '<w:vMerge/>' }, '集体', '个人'],
    ['合计', '1', '2'],
  ]);
  const { lines } = await read({ body });
  expect(lines[0]?.rows).toEqual([
    ['类别', '名额', ''],
    ['', '集体', '个人'],
    ['合计', '1', '2'],
  ]);
  expect(lines[0]?.spans).toEqual([
    { row: 0, column: 0, rowspan: 2, colspan: 1 },
    { row: 0, column: 1, rowspan: 1, colspan: 2 },
  ]);
});

test('what is not text is named when it is left out', async () => {
  const { messages } = await read({ body: paragraph('正文。'), header: '内部资料' });
  expect(messages).toMatchObject([{ code: 'gongwen.word-left-out', text: 'Word 文件里的页眉没有带入。' }]);
});

test('tracked changes are taken as accepted', async () => {
  const body =
    '<w:p><w:r><w:t>通过</w:t></w:r><w:ins w:id="1" w:author="甲"><w:r><w:t>了</w:t></w:r></w:ins><w:del w:id="2" w:author="甲"><w:r><w:delText>过</w:delText></w:r></w:del><w:r><w:t>。</w:t></w:r></w:p>';
  const { lines, messages } = await read({ body });
  expect(lines[0]?.text).toBe('通过了。');
  expect(messages).toMatchObject([{ code: 'gongwen.word-revisions' }]);
});

test('the styles of headings say the levels, and a page break begins a page', async () => {
  const styles = ['Title', 'heading 1', 'heading 2']
    .map((name, index) => `<w:style w:type="paragraph" w:styleId="s${index}"><w:name w:val="${name}"/></w:style>`)
    .join('');
  const body = [
    paragraph('实施方案', '<w:pStyle w:val="s0"/>'),
    paragraph('目标', '<w:pStyle w:val="s1"/>'),
    paragraph('步骤', '<w:pStyle w:val="s2"/>'),
    '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
    paragraph('附件1'),
  ].join('');
  const source = await read({ body, styles });
  expect(source.lines.map(({ heading, before }) => [heading, before])).toEqual([
    [1, 'gap'],
    [2, 'gap'],
    [3, 'gap'],
    [0, 'page'],
  ]);
  expect(recognise(source).parts.map(({ role, level }) => [role, level])).toEqual([
    ['title', 0],
    ['heading', 1],
    ['heading', 2],
    ['annex-label', 0],
  ]);
});

test('a zip that is no Word file is said to be damaged', async () => {
  expect(await wordSource('文稿.docx', new Uint8Array([0x50, 0x4b, 3, 4, 0]))).toMatchObject({
    ok: false,
    messages: [{ code: 'gongwen.file-damaged' }],
  });
});
