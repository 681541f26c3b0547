import { describe, expect, test } from 'vitest';
import { proofread } from '../../src/proof/check.ts';
import { type Line, official, told, withTable } from './parts.ts';

const found = (lines: readonly Line[]) => told(proofread(official(lines)));
const title: Line = ['title', '关于开展安全检查的通知'];

describe('the parts round a text', () => {
  test.each<[string, Line[], string[]]>([
    [
      'a number with round brackets',
      [['number', '沪企保协（2024）39号']],
      ['number-brackets: 沪企保协（2024）39号 → 沪企保协〔2024〕39号'],
    ],
    ['a number of two digits', [['number', '沪企保协〔24〕39号']], ['number-year: 沪企保协〔24〕39号 → 四位数年份']],
    ['a number with zeros', [['number', '沪企保协〔2024〕039号']], ['number-serial: 沪企保协〔2024〕039号 → 39号']],
    ['a number without a year', [['number', '沪企保协第39号']], ['number-form: 沪企保协第39号 → 机关代字〔2024〕5号']],
    ['a number to be filled in', [['number', '沪企保协〔2024〕　　号']], []],
    ['a number to be filled in, with less room', [['number', '沪企保协〔2024〕　号']], []],
    ['a number as it should be', [['number', '沪企保协〔2024〕39号']], []],
    ['a date with zeros', [['date', '2024年05月10日']], ['date-form: 2024年05月10日 → 2024年5月10日']],
    ['a date with strokes', [['date', '2024-5-10']], ['date-form: 2024-5-10 → 2024年5月10日']],
    ['a date of two digits', [['date', '24年5月10日']], ['date-form: 24年5月10日 → 2024年5月10日']],
    [
      'a date in Chinese numerals',
      [['date', '二〇二四年十二月十七日']],
      ['date-chinese: 二〇二四年十二月十七日 → 2024年12月17日'],
    ],
    ['a day that no year has', [['date', '2023年2月29日']], ['date-form: 2023年2月29日 → 日历上有的日期']],
    ['a date as it should be', [['date', '2024年12月17日']], []],
    [
      'a date of printing',
      [['printed', '学校办公室　　2016年09月12日印发']],
      ['date-form: 2016年09月12日 → 2016年9月12日'],
    ],
    [
      'a title with a stop',
      [['title', '关于开展安全检查的通知。']],
      ['title-end-mark: 关于开展安全检查的通知。 → 关于开展安全检查的通知'],
    ],
    [
      'a title without a kind',
      [['title', '关于开展安全检查']],
      ['title-kind: 关于开展安全检查 → ……的通知（或其他法定文种）'],
    ],
    ['a title of no legal kind', [['title', '安全检查工作方案']], ['title-kind-other: 安全检查工作方案']],
    [
      'addressees without a colon',
      [['addressee', '各区企保协会']],
      ['addressee-colon: 各区企保协会 → 末尾用全角冒号“：”'],
    ],
    ['a note without brackets', [['note', '主动公开']], ['note-brackets: 主动公开 → （主动公开）']],
    [
      'copies without a stop',
      [['copy-to', '抄送：各区公安分局']],
      ['copy-end: …抄送：各区公安分局 → …抄送：各区公安分局。'],
    ],
    ['a heading with a stop', [['heading', '一、工作要求。']], ['heading-end-mark: 一、工作要求。 → 一、工作要求']],
    ['subject words', [['body', '主题词：安全']], ['abolished: 主题词：安全']],
    ['a page without text', [['body', '（此页无正文）']], ['abolished: （此页无正文）']],
    ['a seal in words', [['signature', '市企保协会（盖章）']], ['abolished: 市企保协会（盖章）']],
  ])('%s', (_, lines, findings) => {
    expect(found(lines)).toEqual(findings);
  });
});

describe('levels', () => {
  const body = (...texts: readonly string[]): Line[] => texts.map((text) => ['body', text]);
  test.each<[string, Line[], string[]]>([
    ['follow one another', body('一、要求', '（一）组织', '1.领导', '（1）分工', '（二）检查', '二、时间'), []],
    ['may skip from 一、 to 1.', body('一、要求', '1.领导', '2.分工', '二、时间'), []],
    ['may count on over several 一、', body('一、要求', '（一）组织', '二、时间', '（二）检查', '（三）总结'), []],
    ['have no gap', body('一、要求', '三、时间'), ['level-gap: 三、时间 → 二、']],
    [
      'are not repeated',
      body('一、要求', '（一）组织', '（一）检查', '（三）总结'),
      ['level-gap: （三）总结 → （二）'],
    ],
    ['do not go back', body('1.领导', '2.分工', '3.检查', '2.总结'), ['level-gap: 2.总结 → 4.']],
    [
      'are not upside down',
      body('一、要求', '1.领导', '（一）分工'),
      ['level-order: （一）分工 → 一、→（一）→1.→（1）→①'],
    ],
    ['do not skip two', body('一、要求', '（1）分工'), ['level-order: （1）分工 → 一、→（一）→1.→（1）→①']],
  ])('%s', (_, lines, findings) => {
    expect(found(lines)).toEqual(findings);
  });
});

describe('annexes', () => {
  const behind = (...titles: readonly string[]): Line[] =>
    titles.flatMap((one, index): Line[] => [
      ['annex-label', `附件${index + 1}`, index + 1],
      ['annex-title', one, index + 1],
    ]);
  test.each<[string, Line[], string[]]>([
    [
      'as listed',
      [title, ['annex-list', '附件：1.名额表'], ['annex-list', '2.评分 指标'], ...behind('名额表', '评分指标')],
      ['space: 2.评分 指标 → 2.评分指标'],
    ],
    ['that lie apart', [title, ['annex-list', '附件：1.名额表'], ['annex-list', '2.评分指标']], []],
    ['with a colon in half width', [title, ['annex-list', '附件:名额表']], ['annex-colon: 附件:名额表 → 附件：名额表']],
    ['with end marks', [title, ['annex-list', '附件：名额表。']], ['annex-end-mark: 名额表。 → 名额表']],
    ['with book-title marks', [title, ['annex-list', '附件：《名额表》']], ['annex-book-title: 《名额表》 → 名额表']],
    ['one with a number', [title, ['annex-list', '附件：1.名额表']], ['annex-single: 1.名额表 → 名额表']],
    [
      'with Chinese numerals',
      [title, ['annex-list', '附件：一、名额表'], ['annex-list', '二、评分指标']],
      ['annex-number: 一.名额表 → 1.名额表', 'annex-number: 二.评分指标 → 2.评分指标'],
    ],
    [
      'under another title',
      [title, ['annex-list', '附件：名额表'], ...behind('名额分配表')].map((one) =>
        one[1] === '附件1' ? ['annex-label', '附件', 1] : one,
      ) as Line[],
      ['annex-differs: 名额分配表 → 名额表'],
    ],
    [
      'one missing',
      [title, ['annex-list', '附件：1.名额表'], ['annex-list', '2.评分指标'], ...behind('名额表')],
      ['annex-missing: 评分指标'],
    ],
    [
      'one more',
      [
        title,
        ['annex-list', '附件：1.名额表'],
        ['annex-list', '2.评分指标'],
        ...behind('名额表', '评分指标', '审批表'),
      ],
      ['annex-unlisted: 附件3 审批表'],
    ],
    ['label with a colon', [['annex-label', '附件1：', 1]], ['annex-label: 附件1： → 附件1']],
    [
      'referred to and not there',
      [title, ['body', '填写审批表（附件4、5）。'], ['annex-list', '附件：1.名额表'], ['annex-list', '2.评分指标']],
      ['annex-reference: 填写审批表（附件4、5）。'],
    ],
  ])('%s', (_, lines, findings) => {
    expect(found(lines)).toEqual(findings);
  });
});

describe('figures', () => {
  const table = (rows: readonly string[]) => told(proofread(withTable(official([]), rows)));

  test('a total that is not the sum of its rows', () => {
    expect(table(['区|单位', '浦东|20', '黄浦|9', '轨交|-', '合计|30'])).toEqual(['table-sum: 30 → 29']);
  });

  test('subtotals, totals of subtotals and a total over merged cells', () => {
    const rows = [
      '序号|区|单位|部门',
      '1|浦东|20|8',
      '2|黄浦|9|4',
      '小计||29|12',
      '3|内保处|63|25',
      '小计||92|37',
      '合计||129|',
    ];
    expect(table(rows)).toEqual([]);
    expect(table(rows.with(6, '合计||130|'))).toEqual(['table-sum: 130 → 129']);
    expect(table(rows.with(5, '小计||90|37'))).toContain('table-sum: 90 → 92');
  });

  test('the total of a group, beside the sum of other groups that it happens to equal', () => {
    const rows = [
      '类型|栏目|分值',
      '制度|有制度|60',
      '|有检查|40',
      '基本分合计||100',
      '加分项|获表彰|20',
      '|供稿|10',
      '加分项合计||100',
      '总计||130',
    ];
    expect(table(rows)).toEqual(['table-sum: 100 → 30']);
    expect(table(rows.with(6, '加分项合计||30'))).toEqual([]);
  });

  test('points of a group', () => {
    const rows = [
      '类型|栏目|分值',
      '组织体系 25分|有机构|8',
      '|有人员|5',
      '|有责任书|3',
      '制度 8分|有制度|5',
      '|有值班|3',
    ];
    expect(table(rows)).toEqual(['group-sum: 25分 → 16分']);
  });

  test('a column of sums', () => {
    const rows = ['区|单位|个人|合计', '浦东|20|12|32', '黄浦|9|5|14', '徐汇|7|4|11', '长宁|4|2|7'];
    expect(table(rows)).toEqual(['row-sum: 7 → 6']);
  });

  test('parts of one or two wholes in a sentence', () => {
    const sentence = (department: number) =>
      found([
        [
          'body',
          `先进集体名额299个，先进个人名额290名。其中，先进单位214家，先进保卫部门${department}家，先进治安责任人129人，先进保卫干部161人（详见附件1）。`,
        ],
      ]).filter((one) => !one.startsWith('annex'));
    expect(sentence(85)).toEqual([]);
    expect(sentence(58)).toEqual(['prose-sum: 先进集体299个 → 214+58=272']);
    expect(found([['body', '共有职工500人，其中党员120人，团员80人。']])).toEqual([]);
    expect(found([['body', '共有职工500人，其中男职工320人，女职工190人。']])).toEqual([
      'prose-sum: 职工500人 → 320+190=510',
    ]);
  });

  test('figures that the annex does not have', () => {
    const text = official([
      title,
      ['body', '先进集体299个。其中，先进单位213家，先进保卫部门86家（详见附件1）。'],
      ['annex-list', '附件：名额表'],
      ['annex-label', '附件1', 1],
      ['annex-title', '名额表', 1],
    ]);
    const findings = told(proofread(withTable(text, ['区|单位|部门', '浦东|200|80', '黄浦|14|5', '合计|214|85'], 1)));
    expect(findings).toEqual(['figure-differs: 先进单位213家', 'figure-differs: 先进保卫部门86家']);
  });

  test('points of a heading and of its items', () => {
    const items = ['一、通用标准（80分）', '1.责任制（50分）。落实责任。', '2.机构（20）。设置机构。'];
    expect(found(items.map((text) => ['body', text]))).toEqual(['group-sum: 80分 → 70分']);
  });
});

describe('words and lines', () => {
  test('a rare name that differs from a frequent one by a character', () => {
    const lines = [...Array<string>(6).fill('报企保协会审核。'), '报止保协会审核。'];
    expect(found(lines.map((text) => ['body', text]))).toEqual(['term-variant: 止保协会 → 企保协会']);
  });

  test('names that differ by what tells them apart are two names', () => {
    const lines = [...Array<string>(6).fill('报上海分公司审核。'), '报上海总公司审核。'];
    expect(found(lines.map((text) => ['body', text]))).toEqual([]);
  });

  test('an honour under a short name and a full one', () => {
    const lines = ['先进责任人名额', '先进责任人条件', '先进治安责任人名额', '先进治安责任人条件'];
    expect(found(lines.map((text) => ['body', text]))).toEqual(['term-short: 先进责任人 → 先进治安责任人']);
  });

  test('a paragraph in two lines', () => {
    const { text } = official([['body', '汇总先进集体（单位全称）表册。']]);
    const part = { ...text.parts[0], lastLine: 3 } as (typeof text.parts)[number];
    const findings = proofread({ text: { ...text, parts: [part] }, lines: ['汇总先进集体（单', '', '位全称）表册。'] });
    expect(told(findings)).toEqual(['broken-line: …先进集体（单⏎位全称）表册… → …先进集体（单位全称）表册…']);
  });

  test('a habit is told once, with all its lines', () => {
    const [finding] = proofread(
      official([
        ['body', '1、加强领导。'],
        ['body', '2、落实责任。'],
      ]),
    );
    expect(finding?.lines).toEqual([1, 2]);
    expect(finding?.message.text).toContain('共2处（第1、2行）');
  });

  test('identifiers are masked', () => {
    const [finding] = proofread(official([['body', '身份证号,11010519491231002X。']]));
    expect(finding?.found).toBe('身份证号,110105…');
    const [spaced] = proofread(official([['body', '证号 11010519491231002X 备查。']]));
    expect(spaced?.found).not.toContain('11010519491231002X');
  });
});
