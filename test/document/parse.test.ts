import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/document/parse.ts';
import { textOf } from '../../src/document/text.ts';
import type { Block, DocumentTree, Table } from '../../src/document/types.ts';

function parse(body: string, page = 'plain'): DocumentTree {
  const result = parseDocument(`<article title="题" page="${page}">${body}</article>`);
  if (!result.ok) throw new Error(JSON.stringify(result.messages, null, 1));
  return result.value;
}

function codes(html: string): readonly string[] {
  return parseDocument(html).messages.map(({ code }) => code);
}

function only<T extends Block['type']>(tree: DocumentTree, type: T): Extract<Block, { type: T }> {
  const [block] = tree.children;
  if (block?.type !== type) throw new Error(`a ${block?.type} where a ${type} should be`);
  return block as Extract<Block, { type: T }>;
}

describe('blocks', () => {
  test('headings have levels, paragraphs roles', () => {
    const tree = parse('<h1>题目</h1><h3>（一）节</h3><p>正文</p><p role="date">2024年</p>');
    const found = tree.children.map((block) => block.type === 'paragraph' && [block.level, block.role]);
    expect(found).toEqual([
      [1, 'plain'],
      [3, 'plain'],
      [0, 'body'],
      [0, 'date'],
    ]);
  });

  test('spans keep their role, and a link its path', () => {
    const { children } = only(
      parse('<p>见<span role="strong">附件</span>和<a href="01/a.pdf">文件</a></p>'),
      'paragraph',
    );
    expect(children).toEqual([
      { type: 'text', text: '见', role: 'text' },
      { type: 'text', text: '附件', role: 'strong' },
      { type: 'text', text: '和', role: 'text' },
      { type: 'text', text: '文件', role: 'text', href: '01/a.pdf' },
    ]);
  });

  test('rules, page breaks, sections and form pages', () => {
    const tree = parse(
      '<hr role="red" /><hr role="page"/><section role="annex"><p>附件</p></section><div role="page"><hr role="fill" weight="3"></div>',
    );
    expect(tree.children).toMatchObject([
      { type: 'rule', role: 'red' },
      { type: 'page-break' },
      { type: 'section', role: 'annex', children: [{ type: 'paragraph' }] },
      { type: 'form-page', frame: '', children: [{ type: 'fill', weight: 3 }] },
    ]);
  });

  test('a cell with plain text is one paragraph in the role of the cell; a head is centred', () => {
    const table = only(
      parse('<table role="form"><tbody><tr><th>名</th><td role="deeds">事迹</td></tr></tbody></table>'),
      'table',
    );
    expect(table.rows[0]?.cells).toMatchObject([
      { head: true, align: 'center', children: [{ role: 'cell', level: 0 }] },
      { head: false, align: 'left', children: [{ role: 'deeds' }] },
    ]);
  });

  test('a cell with paragraphs has several, an empty one an empty paragraph', () => {
    const table = only(
      parse(
        '<table role="form"><tbody><tr><td role="opinion"> <p>同意</p><p>盖章</p> </td><td></td></tr></tbody></table>',
      ),
      'table',
    );
    expect(
      table.rows[0]?.cells.map((cell) => cell.children.map(({ role, children }) => [role, children.length])),
    ).toEqual([
      [
        ['opinion', 1],
        ['opinion', 1],
      ],
      [['cell', 0]],
    ]);
  });

  test('what a workbook stores comes with the cell', () => {
    const table = only(
      parse(
        `<table role="grid"><colgroup><col width="10"/><col width="20.5"/><col width="5"/></colgroup><thead><tr><th>a</th><th>b</th><th>c</th></tr></thead>
         <tbody name="rows"><tr height="field"><td type="number" value="-2.5" format="0.00" name="n">负</td><td type="number" value="">-</td><td formula="[n]*2" value="-5">x</td></tr></tbody></table>`,
      ),
      'table',
    );
    expect(table).toMatchObject({ columns: [10, 20.5, 5], headRows: 1 });
    expect(table.rows[1]).toMatchObject({ group: 'rows', height: 'field' });
    expect(table.rows[1]?.cells.map(({ data }) => data)).toEqual([
      { type: 'number', value: -2.5, format: '0.00', formula: '', name: 'n' },
      { type: 'number', value: null, format: '', formula: '', name: '' },
      { type: 'number', value: -5, format: '', formula: '[n]*2', name: '' },
    ]);
  });

  test('a table without rows leaves nothing', () => {
    expect(parse('<table role="grid"><tbody name="rows"></tbody></table>').children).toEqual([]);
  });

  test('columns without widths share the width', () => {
    const table = only(
      parse('<table role="grid"><tbody><tr><td colspan="2">a</td><td>b</td></tr></tbody></table>'),
      'table',
    );
    expect((table as Table).columns).toEqual([1, 1, 1]);
  });
});

describe('white space', () => {
  const line = (body: string) => textOf(parse(`<p>${body}</p>`));

  test('a line end beside a Chinese character vanishes', () => {
    expect(line('\n  各区企保协会，\n  共有\n  21家\n')).toBe('各区企保协会，共有21家');
  });

  test('a line end between Latin words is one space, as is any other white space', () => {
    expect(line('GB/T\n   9704   -2012')).toBe('GB/T 9704 -2012');
  });

  test('spans do not come apart from what is beside them', () => {
    expect(line('<span role="hang">注：</span>\n 1. <span role="strong">重要</span> 事项')).toBe('注：1. 重要 事项');
  });
  test('a space belongs to the span in which it was typed', () => {
    expect(parse('<p role="annex-next"><span role="hang">2. </span>2024年度名额分配表</p>').children).toMatchObject([
      {
        children: [
          { role: 'hang', text: '2. ' },
          { role: 'text', text: '2024年度名额分配表' },
        ],
      },
    ]);
  });

  test('spaces that are written as such stay', () => {
    expect(line('张&nbsp;三&ensp;李&emsp;四　王&#32;&#32;五')).toBe('张\u00a0三\u2002李\u2003四　王  五');
  });

  test('a line break begins a line, without spaces around it', () => {
    expect(line('第一行 <br/> 第二行')).toBe('第一行\n第二行');
  });

  test('a tab divides the parts of an imprint, and is a space elsewhere', () => {
    expect(textOf(parse('<p role="printed">某协会\t2024年印发</p><p>某 \t协会</p>'))).toBe(
      '某协会\t2024年印发\n某 协会',
    );
  });

  test('empty lines leave no line in the text, cells come in reading order', () => {
    const tree = parse(
      '<p></p><table role="grid"><tbody><tr><td rowspan="2">1</td><td>2</td></tr><tr><td>3</td></tr></tbody></table><p>4</p>',
    );
    expect(textOf(tree)).toBe('1\n2\n3\n4');
  });
});

describe('data', () => {
  test('comes out as it is', () => {
    const text = `<b>&amp; "甲" 'x' {{y}} &nbsp; \`=\``;
    const escaped = text.replace(/[&<>"'`=]/g, (one) => `&#${one.charCodeAt(0)};`);
    expect(textOf(parse(`<p>${escaped}</p>`))).toBe(text);
  });
});

test('cells that say the same share their paragraph; those of another role, or with a character by reference, do not', () => {
  const cells = [
    '<td>甲\n乙</td>',
    '<td align="right">甲\n乙</td>',
    '<th role="remark">甲\n乙</th>',
    '<td>甲&#10;乙</td>',
  ];
  const { rows } = only(
    parse(`<table role="grid"><tbody><tr>${cells.join('')}<td></td><td> </td></tr></tbody></table>`),
    'table',
  );
  const said = rows.flatMap((row) => row.cells.map(({ children }) => children));
  expect(said.map(([line]) => [line?.role, line?.children.map((one) => one.type === 'text' && one.text)])).toEqual([
    ['cell', ['甲乙']],
    ['cell', ['甲乙']],
    ['remark', ['甲乙']],
    ['cell', ['甲\n乙']],
    ['cell', []],
    ['cell', []],
  ]);
  expect(said[1]).toBe(said[0]);
});

describe('what is outside the schema', () => {
  const article = (body: string) => `<article title="题" page="plain">${body}</article>`;

  test.each([
    ['an unknown element', article('<ul></ul>'), 'template.element-unknown'],
    ['an element in the wrong place', article('<tr></tr>'), 'template.element-misplaced'],
    ['a fill outside a form page', article('<hr role="fill">'), 'template.element-misplaced'],
    ['a page break in a form page', article('<div role="page"><hr role="page"></div>'), 'template.element-misplaced'],
    [
      'a head below the rows',
      article('<table role="grid"><tbody><tr><td>1</td></tr></tbody><thead><tr><th>1</th></tr></thead></table>'),
      'template.element-misplaced',
    ],
    ['text between blocks', article('文字'), 'template.text-misplaced'],
    [
      'text beside paragraphs in a cell',
      article('<table role="grid"><tbody><tr><td>文字<p>段</p></td></tr></tbody></table>'),
      'template.text-misplaced',
    ],
    ['text outside the article', `前${article('')}`, 'template.text-misplaced'],
    ['an unknown attribute', article('<p class="x">a</p>'), 'template.attribute-unknown'],
    ['a value that is not allowed', article('<p role="x">a</p>'), 'template.attribute-value'],
    ['a value without quotes', article('<p role=body>a</p>'), 'template.attribute-unquoted'],
    ['an attribute twice', article('<p role="body" role="date">a</p>'), 'template.attribute-repeated'],
    ['a missing attribute', '<article title="题"></article>', 'template.attribute-missing'],
    ['a link to elsewhere', article('<p><a href="https://example.com">a</a></p>'), 'template.attribute-value'],
    ['a link that is a script', article('<p><a href="javascript:alert(1)">a</a></p>'), 'template.attribute-value'],
    ['an element left open', article('<p>a'), 'template.unclosed'],
    ['crossed elements', article('<p><span role="strong">a</p></span>'), 'template.unclosed'],
    ['an end without a beginning', article('</p>'), 'template.close-unmatched'],
    ['a doctype', `<!DOCTYPE html>${article('')}`, 'template.markup'],
    ['a tag without an end', `${article('')}<p `, 'template.markup'],
    ['an unknown character name', article('<p>&copy;</p>'), 'template.reference-unknown'],
    ['two articles', article('') + article(''), 'template.root'],
    ['nothing', '', 'template.root'],
    [
      'a short row',
      article(
        '<table role="grid"><colgroup><col width="1"/><col width="1"/></colgroup><tbody><tr><td>1</td></tr></tbody></table>',
      ),
      'template.table-columns',
    ],
    [
      'a cell over one that hangs down',
      article(
        '<table role="grid"><tbody><tr><td>1</td><td rowspan="2">2</td><td>3</td></tr><tr><td colspan="3">4</td></tr></tbody></table>',
      ),
      'template.table-columns',
    ],
    [
      'a cell that hangs out',
      article('<table role="grid"><tbody><tr><td rowspan="2">1</td></tr></tbody></table>'),
      'template.table-overhang',
    ],
  ])('%s is an error', (_, html, code) => {
    expect(codes(html)).toContain(code);
    expect(parseDocument(html).ok).toBe(false);
  });

  test('errors come all at once, each with its line and the nearest name', () => {
    const { messages } = parseDocument(article('\n<pp>一</pp>\n<p rol="note">二</p>'), 'a.hbs');
    expect(messages.map(({ code, place, expected }) => [code, place, expected])).toEqual([
      ['template.element-unknown', { file: 'a.hbs', line: 2 }, '<p>'],
      ['template.attribute-unknown', { file: 'a.hbs', line: 3 }, 'role'],
    ]);
  });

  test('errors in and around tables come in the order of the document, a table before its rows', () => {
    const html = `<article title="题" page="plain">
<table role="grid">
<thead><tr><th>甲</th><th>乙</th></tr></thead>
<tbody>组中
<tr>行中<td>格中<p>段</p></td>
<td>格中<p>段</p></td></tr>
<tr><td>1</td></tr></tbody>
<thead><tr>行中<th>丙</th><th>丁</th></tr></thead>
表中</table>
<hr role="fill" />
<table role="grid"><tbody><tr>行中<td formula="[甲]">1</td></tr></tbody></table>
文中</article>`;
    const { messages } = parseDocument(html, 'a.hbs');
    expect(messages.map(({ code, actual, place }) => [code, actual, place?.line])).toEqual([
      ['template.text-misplaced', '文中', 1],
      ['template.text-misplaced', '表中', 2],
      ['template.text-misplaced', '组中', 4],
      ['template.text-misplaced', '行中', 5],
      ['template.text-misplaced', '格中', 5],
      ['template.text-misplaced', '格中', 6],
      ['template.element-misplaced', '<thead>', 8],
      ['template.text-misplaced', '行中', 8],
      ['template.table-columns', '1', 7],
      ['template.element-misplaced', '<hr role="fill">', 10],
      ['template.text-misplaced', '行中', 11],
      ['template.formula-name', '[甲]', 11],
    ]);
  });

  test('a place of a line only is one in the template of the document', () => {
    const html = '<article data-at="2" title="题" page="plain"><p data-at="3" role="x">一</p></article>';
    expect(parseDocument(html, 'a.hbs').messages[0]?.place).toEqual({ file: 'a.hbs', line: 3 });
  });

  test('the place of a tag is that of its template', () => {
    const html = '<article data-at="a.hbs:2" title="题" page="plain"><p data-at="_b.hbs:7" role="x">一</p></article>';
    expect(parseDocument(html).messages[0]?.place).toEqual({ file: '_b.hbs', line: 7 });
  });
});

test('a tree that is kept does not keep the markup, which is many times as long', () => {
  const row = (number: number) => `<tr><td name="the-number-of-the-row">第${number}号先进集体的单位全称</td></tr>`;
  const rows = Array.from({ length: 50 }, (_, number) => row(number)).join('');
  const used = () => {
    setFlagsFromString('--expose-gc');
    (runInNewContext('gc') as () => void)();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const before = used();
  const trees = Array.from({ length: 20 }, () =>
    parse(`<table role="grid"><tbody>${rows}</tbody></table><!--${'注'.repeat(2 ** 20)}-->`),
  );
  // 2 MB of markup each.
  expect(used() - before).toBeLessThan(10);
  expect(trees).toHaveLength(20);
});

describe('formulas', () => {
  const table = (rows: string) => `<article title="题" page="plain"><table role="grid">${rows}</table></article>`;

  test('a group without rows is known, a misspelt one is not', () => {
    const rows = (group: string) =>
      table(`<tbody name="rows"></tbody><tbody><tr><td formula="SUM([n@${group}])" value="0">0</td></tr></tbody>`);
    expect(codes(rows('rows'))).toEqual([]);
    expect(parseDocument(rows('rosw')).messages).toMatchObject([
      { code: 'template.formula-name', actual: '[n@rosw]', hint: expect.stringContaining('“rows”') },
    ]);
  });

  test('a name that several cells have is ambiguous, unless one of them is in the row', () => {
    const row = '<tr><td type="number" value="1" name="n">1</td><td formula="[n]" value="1">1</td></tr>';
    const other = '<tr><td>-</td><td formula="[n]" value="1">1</td></tr>';
    expect(codes(table(`<tbody>${row}${row}</tbody>`))).toEqual([]);
    expect(codes(table(`<tbody>${row}${row}${other}</tbody>`))).toEqual(['template.formula-ambiguous']);
  });

  test('twenty thousand rows that each reckon with a cell of their own, in pages of one group, are soon looked up', () => {
    const row = '<tr><td type="number" value="1" name="n">1</td><td formula="[n]+0" value="1">1</td></tr>';
    const pages = Array.from({ length: 1000 }, (_, page) => `<tbody name="rows/${page}">${row.repeat(20)}</tbody>`);
    const sum = (group: string) => `<td formula="SUM([n@${group}])" value="1">1</td>`;
    const html = table(`${pages.join('')}<tbody><tr>${sum('rows')}${sum('rows/7')}</tr></tbody>`);
    const started = performance.now();
    // Templates come with the place of each tag, which need not be counted then.
    expect(codes(html.replace(/<(\w+)/g, '<$1 data-at="a.hbs:1"'))).toEqual([]);
    // Half a second; half a minute where each reference looks through all rows.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
