import { describe, expect, test } from 'vitest';
import { recogniseText } from '../../src/gongwen/recognise.ts';

/** Roles and texts, one part to a line. */
function parts(text: string): readonly string[] {
  return recogniseText('文稿.txt', text).parts.map(
    (part) => `${part.annex > 0 ? `${part.annex} ` : ''}${part.role}${part.level > 0 ? part.level : ''} ${part.text}`,
  );
}

function codes(text: string): readonly string[] {
  return recogniseText('文稿.txt', text).messages.map(({ code }) => code);
}

const opening = '关于加强管理的通知\n\n各单位：\n\n现将有关事项通知如下。\n\n';

describe('the head', () => {
  test('every part of a paper that goes up', () => {
    const head =
      '000123\n机密★1年\n特急\n某某市公安局文件\n某公〔2024〕5号　签发人：张三\n李四　王五\n关于拨付经费的请示\n某某市财政局：\n妥否，请批示。';
    expect(parts(head)).toEqual([
      'copy-number 000123',
      'secrecy 机密★1年',
      'urgency 特急',
      'organ 某某市公安局文件',
      'number 某公〔2024〕5号',
      'signer 签发人：张三',
      'signer 李四　王五',
      'title 关于拨付经费的请示',
      'addressee 某某市财政局：',
      'body 妥否，请批示。',
    ]);
  });

  test.each([
    '某公〔2024〕5号',
    '某公（2024）5号',
    '某公[2024]5号',
    '某公【2024】第5号',
    '某公〔24〕05号',
    '某公 〔2024〕 5 号',
    '某公〔2024年〕5号',
    '某公〔2024〕　号',
    '〔2024〕　　号',
    '某公2024年5号',
  ])('a number stays as it is written: %s', (number) => {
    expect(parts(`某某市公安局\n${number}\n关于加强管理的通知\n各单位：\n请执行。`).slice(0, 3)).toEqual([
      'organ 某某市公安局',
      `number ${number}`,
      'title 关于加强管理的通知',
    ]);
  });

  test('an organ apart from the title is its mark, and that is said; right above, it is the title’s first line', () => {
    const below = '关于表彰2024年度先进集体\n和先进个人的决定\n\n各单位：\n\n决定予以表彰。';
    expect(parts(`某某市公安局治安总队\n\n${below}`).slice(0, 2)).toEqual([
      'organ 某某市公安局治安总队',
      'title 关于表彰2024年度先进集体和先进个人的决定',
    ]);
    expect(codes(`某某市公安局治安总队\n\n${below}`)).toContain('gongwen.mark-assumed');
    expect(parts(`某某市公安局治安总队\n${below}`)[0]).toMatch(/^title 某某市公安局治安总队关于/);
    expect(parts(`某某市公安局治安总队\n〔2024〕　号\n${below}`).slice(0, 2)).toEqual([
      'organ 某某市公安局治安总队',
      'number 〔2024〕　号',
    ]);
  });

  test('a number below the title, as on web pages', () => {
    expect(parts('关于加强管理的通知\n某公〔2024〕5号\n各单位：\n请执行。')).toEqual([
      'title 关于加强管理的通知',
      'number 某公〔2024〕5号',
      'addressee 各单位：',
      'body 请执行。',
    ]);
  });

  test('an order and minutes are known by their marks', () => {
    const order = recogniseText(
      '令.txt',
      '某某市人民政府令\n第12号\n《某某办法》已经通过，现予公布。\n市长　张三\n2024年5月6日',
    );
    expect([order.kind, order.format]).toEqual(['令', 'order']);
    expect(order.parts.map(({ role }) => role)).toEqual(['organ', 'order-number', 'body', 'signature', 'date']);
    const minutes = recogniseText(
      '纪要.txt',
      '某某协会会议纪要\n第3期\n会议研究了有关工作。\n出席：张三、李四\n请假：王五',
    );
    expect([minutes.kind, minutes.format]).toEqual(['纪要', 'minutes']);
    expect(minutes.parts.map(({ role }) => role)).toEqual(['organ', 'number', 'body', 'attendance', 'attendance']);
  });

  test('a letter that goes out under a mark of 文件 is a document', () => {
    const text = '关于商请支持的函\n某某局：\n请支持。';
    expect(recogniseText('函.txt', text).format).toBe('letter');
    expect(recogniseText('函.txt', `某某市公安局文件\n某公〔2024〕5号\n${text}`).format).toBe('document');
    expect(recogniseText('函.txt', text, { kind: '通知' }).format).toBe('document');
  });
});

describe('the title', () => {
  test.each([
    ['broken inside', '关于深化平安单位创建工\n作实施方案', '关于深化平安单位创建工作实施方案'],
    ['broken before its kind', '关于开展评选表彰活动的\n通知', '关于开展评选表彰活动的通知'],
    [
      'with the organ above',
      '某某市企业事业单位治安保卫协会\n关于开展评选的通知',
      '某某市企业事业单位治安保卫协会关于开展评选的通知',
    ],
    [
      'broken inside a book title',
      '关于印发《某某市管理办法\n（试行）》的通知',
      '关于印发《某某市管理办法（试行）》的通知',
    ],
    [
      'over three lines',
      '某某市公安局\n关于进一步加强单位内部\n治安保卫工作的意见',
      '某某市公安局关于进一步加强单位内部治安保卫工作的意见',
    ],
    ['with a word that might end it', '关于完善管理制度\n建设的意见', '关于完善管理制度建设的意见'],
  ])('%s is one', (_, lines, title) => {
    expect(parts(`${lines}\n各单位：\n请执行。`)).toEqual([`title ${title}`, 'addressee 各单位：', 'body 请执行。']);
  });

  test('lines in brackets stand below it', () => {
    expect(parts('某某市保卫工作规定\n（征求意见稿）\n第一条 为了规范工作，制定本规定。').slice(0, 2)).toEqual([
      'title 某某市保卫工作规定',
      'subtitle （征求意见稿）',
    ]);
  });

  test('a heading below it is not joined', () => {
    expect(parts('工作要点\n一、总体要求\n抓好落实。').slice(0, 2)).toEqual([
      'title 工作要点',
      'heading1 一、总体要求',
    ]);
  });

  test('a text without one says so', () => {
    expect(codes('今年以来，各单位认真落实要求，取得成效。\n\n现将情况报告如下。')).toEqual(['gongwen.no-title']);
  });
});

describe('the levels', () => {
  test.each([
    ['一、总体要求', 'heading1'],
    ['（一）工作目标', 'heading2'],
    ['(一) 工作目标', 'heading2'],
    ['1.加强领导', 'heading3'],
    ['1．加强领导', 'heading3'],
    ['1、加强领导', 'heading3'],
    ['１．加强领导', 'heading3'],
    ['（1）建立制度', 'heading4'],
    ['(1)建立制度', 'heading4'],
    ['①建立制度', 'heading4'],
    ['1.2024年度计划', 'heading3'],
    ['1.5亿元资金全部到位。', 'body'],
    ['一、二级企业按要求执行。', 'body'],
    ['1、加强领导，落实责任；', 'body3'],
    ['（一）形成工作体系。各级政府要抓好工作。', 'body2'],
  ])('%s', (line, role) => {
    const [found = ''] = parts(`${opening}${line}\n\n请各单位遵照执行。`).slice(3);
    expect(found).toBe(`${role} ${line}`);
  });

  test('a run-in heading is the first sentence of its paragraph', () => {
    const { parts: found } = recogniseText(
      '文稿.txt',
      `${opening}（一）形成体系。各级要抓好。\n\n一是加强领导。各单位要重视。\n\n（二）工作很多，要一项一项抓，抓一项成一项，不能停留在口头上和文件里。然后总结。`,
    );
    expect(found.slice(3).map(({ runIn }) => runIn)).toEqual(['（一）形成体系。'.length, '一是加强领导。'.length, 0]);
  });

  test('items of a regulation are no headings', () => {
    const text = '某某规定\n第一条　单位应当：\n(一)建立制度；\n(二)其他制度。\n第二条　本规定自公布之日起施行。';
    expect(parts(text)).toEqual([
      'title 某某规定',
      'body 第一条　单位应当：',
      'body2 (一)建立制度；',
      'body2 (二)其他制度。',
      'body 第二条　本规定自公布之日起施行。',
    ]);
  });
});

describe('annexes', () => {
  test.each([
    ['one on its line', '附件：名额分配表', ['附件：名额分配表']],
    ['several on lines', '附件：1.名额分配表\n2.审批表', ['附件：1.名额分配表', '2.审批表']],
    ['with blank lines between', '附件: 1、名额分配表\n\n2、审批表', ['附件: 1、名额分配表', '2、审批表']],
    ['all on one line', '附件：1. 名额分配表  2. 审批表 3. 标准', ['附件：1. 名额分配表', '2. 审批表', '3. 标准']],
    ['the label on its own line', '附件：\n1.名额分配表\n2.审批表', ['附件：1.名额分配表', '2.审批表']],
    ['each with its label', '附件1：名额分配表\n附件2：审批表', ['附件1：名额分配表', '附件2：审批表']],
    ['numbered 一、二、', '附件：一、名额分配表\n二、审批表', ['附件：一、名额分配表', '二、审批表']],
    ['of 一、二、 on one line', '附件：一、名额分配表 二、审批表', ['附件：一、名额分配表', '二、审批表']],
    ['numbers before years', '附件：1、2024年名额表\n2、2024年审批表', ['附件：1、2024年名额表', '2、2024年审批表']],
  ])('a list %s', (_, list, names) => {
    expect(parts(`${opening}${list}\n\n某某协会\n2024年5月6日`).slice(3)).toEqual([
      ...names.map((name) => `annex-list ${name}`),
      'signature 某某协会',
      'date 2024年5月6日',
    ]);
  });

  test.each(['附件1', '附件 1', ' 附件 1 ', '附件1：', '附件一', '附件'])('the label “%s” begins an annex', (label) => {
    const text = `${opening}某某协会\n2024年5月6日\n\n${label}\n\n先进名额\n分配表\n\n正文。`;
    expect(parts(text).slice(5)).toEqual([
      `1 annex-label ${label.trim()}`,
      '1 annex-title 先进名额分配表',
      '1 body 正文。',
    ]);
  });

  test('label and title on one line are two parts', () => {
    expect(parts(`${opening}某某协会\n2024年5月6日\n附件1：名额分配表\n正文。`).slice(5)).toEqual([
      '1 annex-label 附件1：',
      '1 annex-title 名额分配表',
      '1 body 正文。',
    ]);
  });
});

describe('the end', () => {
  test.each([
    '2024年12月17日',
    '二〇二四年十二月十七日',
    '二○二四年十二月十七日',
    '2024年 月 日',
    '2024 年 12 月 17 日',
    '2024.12.17',
  ])('a date: %s', (date) => {
    expect(parts(`${opening}某某市公安局\n某某市财政局\n${date}`).slice(3)).toEqual([
      'signature 某某市公安局',
      'signature 某某市财政局',
      `date ${date}`,
    ]);
  });

  test('signature and date on one line are two parts', () => {
    expect(parts(`${opening}某某协会      2024年5月6日`).slice(3)).toEqual(['signature 某某协会', 'date 2024年5月6日']);
  });

  test('a line of the text above the date is no signature', () => {
    expect(parts(`${opening}特此通知\n某某协会\n2024年5月6日`).slice(3)).toEqual([
      'body 特此通知',
      'signature 某某协会',
      'date 2024年5月6日',
    ]);
  });

  test('notes and the imprint', () => {
    const end =
      '某某协会\n2024年5月6日\n（联系人：张三，电话：12345678）\n主动公开\n抄送：各区分局。\n某某协会办公室\n2024年5月7日印发';
    expect(parts(`${opening}${end}`).slice(5)).toEqual([
      'note （联系人：张三，电话：12345678）',
      'note 主动公开',
      'copy-to 抄送：各区分局。',
      'printed 某某协会办公室\t2024年5月7日印发',
    ]);
  });

  test('a second text behind the date begins anew', () => {
    const text = `${opening}某某协会\n2024年5月6日\n某某协会评选办法\n各单位：\n一、目的\n表彰先进。`;
    expect(parts(text).slice(5)).toEqual([
      'title 某某协会评选办法',
      'addressee 各单位：',
      'heading1 一、目的',
      'body 表彰先进。',
    ]);
    expect(codes(text)).toEqual(['gongwen.inner-text']);
  });
});

describe('broken lines', () => {
  const long = '各单位要认真落实内部治安保卫工作责任制，定期开展检查，发现问题及时整改，并汇总先进集体（单';

  test('a paragraph that a page broke inside a word is joined and said', () => {
    const text = `${opening}${long}\n\n位全称）、先进个人表册。`;
    expect(parts(text).slice(3)).toEqual([`body ${long}位全称）、先进个人表册。`]);
    expect(codes(text)).toEqual(['gongwen.line-broken']);
  });

  test('words in brackets that a page broke are joined, also where the line is short', () => {
    expect(parts(`${opening}汇总先进集体（单\n\n位全称）表册。`).slice(3)).toEqual([
      'body 汇总先进集体（单位全称）表册。',
    ]);
  });

  test('lines of one width are paragraphs again', () => {
    const body =
      '　　各单位要认真落实内部治安保卫工作的责任制度，定期开展检查，发现问题及时整改到位。今后要把这项工作作为重要任务来抓，明确责任部门，指定专门人员，按照要求上报有关材料。';
    const wrapped = body.match(/.{1,24}/gu)?.join('\n') ?? '';
    expect(parts(`关于加强管理的通知\n各单位：\n${wrapped}\n　　请遵照执行。`).slice(2)).toEqual([
      `body ${body.trim()}`,
      'body 请遵照执行。',
    ]);
  });

  test('short lines stay apart', () => {
    expect(parts(`${opening}组长：张三\n副组长：李四\n领导小组负责日常工作。`).slice(3)).toEqual([
      'body 组长：张三',
      'body 副组长：李四',
      'body 领导小组负责日常工作。',
    ]);
  });

  test('a form feed begins a page, and white space at the ends is none of the text', () => {
    const found = recogniseText('文稿.txt', '\ufeff\f  关于加强管理的通知 \u3000\r\n\u00a0各单位：\r　请执行。\u200b');
    expect(found.parts.map(({ text }) => text)).toEqual(['关于加强管理的通知', '各单位：', '请执行。']);
  });
});

describe('tables', () => {
  test('rows of tabs, ragged ones too', () => {
    const { parts: found } = recogniseText(
      '文稿.txt',
      `${opening}序号\t区\t名额\n1\t浦东\t20\n2\t黄浦\n合计\t\t29\t\n`,
    );
    expect(found.at(-1)?.rows).toEqual([
      ['序号', '区', '名额'],
      ['1', '浦东', '20'],
      ['2', '黄浦', ''],
      ['合计', '', '29'],
    ]);
  });

  test('Markdown’s bars', () => {
    const { parts: found } = recogniseText(
      '文稿.txt',
      `${opening}| 区 | 名额 |\n|---|:---:|\n| 浦东 | 20 |\n\n请执行。`,
    );
    expect(found.at(-2)?.rows).toEqual([
      ['区', '名额'],
      ['浦东', '20'],
    ]);
  });

  test('a table that was taken apart cell by cell is put together, and said', () => {
    const text =
      '附件1\n评分标准\n\t项目\n\t标准\n\n\t人\n防\n20分\n\t1、配足人员。\n\n\t\n\t2、管理规范。\n\n\t\n\t3、持证上岗。\n\n\t\n\t4、记录完整。\n';
    const { parts: found, messages } = recogniseText('文稿.txt', text);
    expect(found.at(-1)?.rows).toEqual([
      ['项目', '标准'],
      ['人防\n20分', '1、配足人员。'],
      ['', '2、管理规范。'],
      ['', '3、持证上岗。'],
      ['', '4、记录完整。'],
    ]);
    expect(messages.map(({ code }) => code)).toEqual(['gongwen.table-apart']);
  });

  test('one line with a tab is no table', () => {
    expect(parts(`${opening}联系人：张三\t电话：123`).slice(3)).toEqual(['body 联系人：张三\t电话：123']);
  });

  test('notes below a table are its notes', () => {
    expect(parts(`${opening}甲\t乙\n1\t2\n- 注：1.填写单位。\n2.另附材料。\n\n请执行。`).slice(3)).toEqual([
      'table ',
      'note 注：1.填写单位。',
      'note 2.另附材料。',
      'body 请执行。',
    ]);
  });
});
