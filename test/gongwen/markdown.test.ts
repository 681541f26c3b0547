import { expect, test } from 'vitest';
import { markdownSource } from '../../src/gongwen/markdown.ts';
import { recognise } from '../../src/gongwen/recognise.ts';

const text = `# 关于**加强**管理的通知

各单位：

## 一、总体要求

- 抓好\`落实\`。
- 抓好[检查](https://example.org)。

### 工作目标

1. 建立制度；
2. 定期检查。

| 区 | 名额 |
|---|---|
| 浦东 | **20** |

---

附件1

# 名额\\_分配表

正文。
`;

test('headings give title and levels, lists keep their numbers, marks go and that is said', () => {
  const source = markdownSource('文稿.md', text);
  const { parts } = recognise(source);
  expect(parts.map((part) => `${part.role}${part.level} ${part.text}`)).toEqual([
    'title0 关于加强管理的通知',
    'addressee0 各单位：',
    'heading1 一、总体要求',
    'body0 抓好落实。',
    'body0 抓好检查。',
    'heading2 工作目标',
    'body3 1.建立制度；',
    'body3 2.定期检查。',
    'table0 ',
    'annex-label0 附件1',
    'annex-title0 名额_分配表',
    'body0 正文。',
  ]);
  expect(parts.find((part) => part.role === 'table')?.rows).toEqual([
    ['区', '名额'],
    ['浦东', '20'],
  ]);
  expect(source.messages.map(({ code }) => code)).toEqual(['gongwen.markup-removed']);
});

test('a text without marks comes out as it is, with its lines', () => {
  const source = markdownSource(
    '文稿.md',
    '关于加强管理的通知\n各单位：\n　　一、总体要求\n\n（1）建立制度，达到 5 < 6 & 7 的要求。\n',
  );
  expect(source.lines.map(({ text, line }) => [line, text])).toEqual([
    [1, '关于加强管理的通知'],
    [2, '各单位：'],
    [3, '一、总体要求'],
    [5, '（1）建立制度，达到 5 < 6 & 7 的要求。'],
  ]);
  expect(source.messages).toEqual([]);
});

test('lines of tabs are tables in Markdown too', () => {
  const { lines } = markdownSource('文稿.md', '区\t名额\n浦东\t20\n');
  expect(lines[0]?.rows).toEqual([
    ['区', '名额'],
    ['浦东', '20'],
  ]);
});
