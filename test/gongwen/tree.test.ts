import { describe, expect, test } from 'vitest';
import { textOfInline } from '../../src/document/text.ts';
import type { Block, Table } from '../../src/document/types.ts';
import { mergeForm, mergeGrid } from '../../src/gongwen/merge.ts';
import { recogniseText } from '../../src/gongwen/recognise.ts';
import { treeOf } from '../../src/gongwen/tree.ts';

/** One line to a block: role or level, and text with its spans in brackets. */
function outline(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    if (block.type === 'section') return [`section ${block.role}`, ...outline(block.children)];
    if (block.type === 'form-page') return ['form page', ...outline(block.children)];
    if (block.type === 'table') return [`table ${block.role}`];
    if (block.type === 'rule') return [`rule ${block.role}`];
    if (block.type !== 'paragraph') return [block.type];
    const spans = block.children.map((one) =>
      one.type === 'break' ? '/' : one.role === 'text' ? one.text : `[${one.role} ${one.text}]`,
    );
    return [`${block.level > 0 && block.role !== 'chapter' ? `h${block.level}` : block.role} ${spans.join('')}`];
  });
}

function set(text: string, options = {}) {
  return treeOf(recogniseText('文稿.txt', text, options));
}

describe('the head', () => {
  test('of a document', () => {
    const { tree } = set(
      '特急\n某某市公安局文件\n某公〔2024〕5号 签发人：张三\n李四\n关于拨款的请示\n某某局：\n妥否，请批示。',
    );
    expect(tree.page).toBe('gongwen');
    expect(outline(tree.children)).toEqual([
      'urgency 特急',
      'organ 某某市公安局文件',
      'signers 签发人：[signer 张三]',
      'number-signer 某公〔2024〕5号\t[signer 李四]',
      'rule red',
      'h1 关于拨款的请示',
      'addressee 某某局：',
      'body 妥否，请批示。',
    ]);
  });

  test('keeps room for a number to be filled in', () => {
    const { tree } = set('某某市公安局文件\n某公〔2024〕　　号\n关于加强管理的通知');
    expect(outline(tree.children)[1]).toBe('number 某公〔2024〕　　号');
  });
  test('of organs that issue together', () => {
    const { tree } = set('某某市公安局\n某某市财政局文件\n某公〔2024〕5号\n关于加强管理的通知\n各单位：\n请执行。');
    expect(outline(tree.children)[0]).toBe('organ 某某市公安局/某某市财政局[suffix 文件]');
  });

  test('of a letter, an order and minutes', () => {
    const letter = set('某某市公安局\n特急\n某公函〔2024〕5号\n关于商请支持的函\n某某局：\n请支持。');
    expect(letter.tree.page).toBe('gongwen-letter');
    expect(outline(letter.tree.children).slice(0, 4)).toEqual([
      'organ 某某市公安局',
      'rule red',
      'head-number 特急\t某公函〔2024〕5号',
      'h1 关于商请支持的函',
    ]);
    const order = set('某某市人民政府令\n第12号\n现予公布。\n市长　张三\n2024年5月6日');
    expect(order.tree.page).toBe('gongwen-order');
    expect(outline(order.tree.children).slice(0, 2)).toEqual(['organ 某某市人民政府令', 'order-number 第12号']);
    const minutes = set('某某协会会议纪要\n第3期\n会议研究了工作。\n出席：张三、李四');
    expect(minutes.tree.page).toBe('gongwen-minutes');
    expect(outline(minutes.tree.children).at(-1)).toBe('attendance [hang-label 出席：]张三、李四');
  });

  test('is not made up: a letter without a mark begins with its title, and that is said', () => {
    const { tree, messages } = set('关于商请支持的函\n某某局：\n请支持。');
    expect(tree.page).toBe('gongwen');
    expect(outline(tree.children)[0]).toBe('h1 关于商请支持的函');
    expect(messages.map(({ code }) => code)).toEqual(['typeset.no-mark']);
  });
});

describe('the text', () => {
  test('headings, run-in headings, the list of annexes', () => {
    const { tree } = set(
      '关于加强管理的通知\n各单位：\n一、要求\n（一）抓落实。要一项一项抓。\n一、讲政治。要带头。\n附件：1.名额表\n2. 审批表\n某某协会\n2024年5月6日\n（联系人：张三）',
    );
    expect(outline(tree.children).slice(2)).toEqual([
      'h2 一、要求',
      'body [run-in （一）抓落实。]要一项一项抓。',
      'body [strong 一、讲政治。]要带头。',
      'annex-first [hang 附件：1.]名额表',
      'annex-next [hang 2. ]审批表',
      'signature 某某协会',
      'date 2024年5月6日',
      'note （联系人：张三）',
    ]);
  });

  test('spaces typed for layout go; those between words and for writing stay', () => {
    const { tree, messages } = set(
      '关于加强 管理的通知\n各单位：\n名额 299 个，比例 20% ，见附件 1 。邮箱 a@b.cn 张三 李四。',
    );
    expect(outline(tree.children)).toEqual([
      'h1 关于加强管理的通知',
      'addressee 各单位：',
      'body 名额299个，比例20%，见附件1。邮箱 a@b.cn 张三 李四。',
    ]);
    expect(messages).toMatchObject([{ code: 'typeset.spaces' }]);
  });

  test('organs that issue together stand apart in the title', () => {
    const { tree } = set('某某市公安局 某某市财政局 关于加强 管理的通知\n各单位：\n请执行。');
    expect(tree.title).toBe('某某市公安局 某某市财政局 关于加强管理的通知');
  });

  test('chapters of a regulation stand in the middle, number and name one character apart', () => {
    const { tree } = set(
      '某某市保卫工作规定\n第一章 总则\n第一条 为了规范工作，制定本规定。\n第一节对象\n第二条 适用于各单位。',
    );
    expect(outline(tree.children)).toEqual([
      'h1 某某市保卫工作规定',
      'chapter 第一章　总则',
      'body [strong 第一条] 为了规范工作，制定本规定。',
      'chapter 第一节　对象',
      'body [strong 第二条] 适用于各单位。',
    ]);
  });

  test('the imprint comes last, behind the annexes', () => {
    const { tree, messages } = set(
      '关于加强管理的通知\n各单位：\n请执行。\n某某协会\n2024年5月6日\n抄送: 各区分局\n某某协会办公室   2024年5月7日印发\n附件1\n名额表\n正文。',
    );
    expect(outline(tree.children).slice(5)).toEqual([
      'section annex',
      'annex-label 附件1',
      'h1 名额表',
      'body 正文。',
      'section imprint',
      'rule thick',
      'copy-to [hang 抄送:]各区分局',
      'rule thin',
      'printed 某某协会办公室\t2024年5月7日印发',
      'rule thick',
    ]);
    expect(messages).toMatchObject([{ code: 'typeset.moved-to-imprint', place: { line: 6 } }]);
  });

  test('a remark above the title goes below the date', () => {
    const { tree, messages } = set('主动公开\n关于加强管理的通知\n各单位：\n请执行。\n某某协会\n2024年5月6日');
    expect(outline(tree.children).at(-1)).toBe('note 主动公开');
    expect(messages).toMatchObject([{ code: 'typeset.note-moved' }]);
  });
});

describe('tables', () => {
  const grid = (lines: readonly string[]) => lines.map((line) => line.split('|'));

  test('a head of two rows, groups and sums', () => {
    const rows = grid([
      '序号|区|会员|集体||个人|',
      '|||单位|部门|责任人|干部',
      '1|浦东|650|20|8|12|13',
      '小计||650|20|8|12|13',
      '合计||||53||',
    ]);
    expect(mergeGrid(rows)).toEqual({
      headRows: 2,
      spans: [
        { row: 0, column: 0, rowspan: 2, colspan: 1 },
        { row: 0, column: 1, rowspan: 2, colspan: 1 },
        { row: 0, column: 2, rowspan: 2, colspan: 1 },
        { row: 0, column: 3, rowspan: 1, colspan: 2 },
        { row: 0, column: 5, rowspan: 1, colspan: 2 },
        { row: 3, column: 0, rowspan: 1, colspan: 2 },
        { row: 4, column: 0, rowspan: 1, colspan: 2 },
        { row: 4, column: 4, rowspan: 1, colspan: 3 },
      ],
    });
  });

  test('columns to be filled in stay apart', () => {
    const rows = grid(['类型|栏目|分值|自评', '体系|机构|8|', '|职称|3|', '合计||11|']);
    expect(mergeGrid(rows).spans).toEqual([
      { row: 1, column: 0, rowspan: 2, colspan: 1 },
      { row: 3, column: 0, rowspan: 1, colspan: 2 },
    ]);
  });

  test('a form: labels, and room beside them', () => {
    const rows = grid(['单位名称||||受奖集体|', '地址||电话||人数|', '主要事迹|||||', '意见|年 月 日||意见|年 月 日|']);
    expect(mergeForm(rows).spans).toEqual([
      { row: 0, column: 1, rowspan: 1, colspan: 3 },
      { row: 2, column: 1, rowspan: 1, colspan: 5 },
      { row: 3, column: 1, rowspan: 1, colspan: 2 },
      { row: 3, column: 4, rowspan: 1, colspan: 2 },
    ]);
  });

  test('a form fills the page of its annex, with lines to sign', () => {
    const form =
      '附件1\n审批表\n单位名称\t\t人 数\t\n主 要 事 迹\t\t\t\n本单位意见\t负责人： (公章) 年 月 日\t\t\n注：1.一式两份。\n2.另附材料。';
    const { tree } = set(form);
    expect(outline(tree.children)).toEqual([
      'section annex',
      'form page',
      'annex-label 附件1',
      'h1 审批表',
      'table form',
      'note [hang 注：1.]一式两份。',
      'note-next [hang 2.]另附材料。',
    ]);
    const [section] = tree.children;
    const page = section?.type === 'section' ? section.children[0] : undefined;
    const table = page?.type === 'form-page' ? (page.children[2] as Table) : undefined;
    expect(table?.rows.map(({ height }) => height)).toEqual(['field', 'fill', 'opinion']);
    const texts = table?.rows.map((row) =>
      row.cells.map((cell) => cell.children.map((one) => textOfInline(one.children)).join('|')),
    );
    expect(texts).toEqual([
      ['单位名称', '', '人　数', ''],
      ['主要事迹', ''],
      ['本单位意见', '负责人：　　　　|(公章)　　|年　　月　　日'],
    ]);
  });

  test('a table that a page cut in two is one again', () => {
    const { tree, messages } = set('附件1\n指标\n类型\t分值\n甲\t1\n\n类型\t分值\n乙\t2');
    expect(outline(tree.children).filter((line) => line.startsWith('table'))).toEqual(['table grid']);
    expect(messages).toMatchObject([{ code: 'typeset.head-repeated', place: { line: 6 } }]);
  });

  test('a wide table lies on its side', () => {
    const row = (text: string) => Array.from({ length: 12 }, (_, index) => `${text}${index}`).join('\t');
    const { tree } = set(`附件1\n汇总表\n${row('列')}\n${row('格')}`);
    expect(outline(tree.children)[0]).toBe('section annex-landscape');
  });
});
