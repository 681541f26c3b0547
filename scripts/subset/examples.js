/** A small source for every element and role: shown in docs/html-subset.md, and set for its picture. */

/** `page` is where it is set; `whole` shows the pages, else what stands on the first one. */
const on = (page, source, whole = false) => ({ page, source, whole });
const gongwen = (source) => on('gongwen', source);
const plain = (source) => on('plain', source);
const certificate = (source) => on('certificate', `<div role="page">\n  ${source}\n</div>`);
const form = (rows) =>
  on(
    'form',
    `<div role="page">
  <table role="form">
    <colgroup><col width="1" /><col width="4" /></colgroup>
    <tbody>
      ${rows}
    </tbody>
  </table>
</div>`,
  );
const list = (role, rows) =>
  plain(`<table role="${role}">
  <thead><tr><th>序号</th><th>单位</th><th>人数</th></tr></thead>
  <tbody>
    ${rows ?? '<tr><td align="center">1</td><td>示例东湖有限公司</td><td align="center">20</td></tr>'}
  </tbody>
</table>`);
const row = (height) =>
  list(
    'grid',
    `<tr height="${height}"><td align="center">1</td><td>示例东湖有限公司</td><td align="center">20</td></tr>`,
  );
const text = '各单位应当认真组织，按时报送材料。逾期不报的，视为放弃。请各区指定一名联系人，于三日内将名单报送协会。';
const letter = `<p role="organ">示例市企保协会</p>\n<hr role="red" />`;

const paragraphs = {
  body: gongwen(`<p>${text}</p>`),
  plain: gongwen(`<p role="plain">${text}</p>`),
  'copy-number': gongwen('<p role="copy-number">000001</p>'),
  secrecy: gongwen('<p role="secrecy">秘密★1年</p>'),
  urgency: gongwen('<p role="urgency">特急</p>'),
  organ: gongwen('<p role="organ">示例市企保协会文件</p>'),
  number: gongwen('<p role="number">示企保协〔2024〕1号</p>'),
  'head-number': on('gongwen-letter', `${letter}\n<p role="head-number">000001&#9;示企保协函〔2024〕1号</p>`),
  'order-number': on('gongwen-order', '<p role="organ">示例市人民政府令</p>\n<p role="order-number">第1号</p>'),
  signers: gongwen(
    '<p role="signers">签发人：<span role="signer">张甲　李乙</span></p>\n<p role="number-signer">示企保协〔2024〕1号&#9;<span role="signer">王丙</span></p>',
  ),
  'number-signer': gongwen(
    '<p role="number-signer">示企保协〔2024〕1号&#9;签发人：<span role="signer">张甲</span></p>',
  ),
  subtitle: plain('<h1>评选结果</h1>\n<p role="subtitle">（征求意见稿）</p>'),
  addressee: gongwen('<p role="addressee">各区企保协会，各会员单位：</p>'),
  chapter: gongwen('<p role="chapter">第一章　总则</p>\n<p>第一条　为规范评选工作，制定本办法。</p>'),
  'annex-first': gongwen('<p role="annex-first"><span role="hang">附件：1. </span>名额分配表</p>'),
  'annex-next': gongwen(
    '<p role="annex-first"><span role="hang">附件：1. </span>名额分配表</p>\n<p role="annex-next"><span role="hang">2. </span>审批表</p>',
  ),
  signature: gongwen('<p role="signature">示例市企业事业单位治安保卫协会</p>\n<p role="date">2024年12月1日</p>'),
  stamp: on('gongwen-order', '<p role="stamp">市　长</p>\n<p role="date">2024年12月1日</p>'),
  date: gongwen('<p role="signature">示例市企业事业单位治安保卫协会</p>\n<p role="date">2024年12月1日</p>'),
  note: gongwen('<p role="note">（联系人：示例甲，电话：000-0000）</p>'),
  'note-next': plain(
    '<p role="note"><span role="hang">注：</span>1.人数以年底在册为准。</p>\n<p role="note-next">2.“-”表示没有名额。</p>',
  ),
  'annex-label': gongwen('<p role="annex-label">附件1</p>'),
  attendance: on('gongwen-minutes', '<p role="attendance"><span role="hang-label">出席：</span>张甲、李乙、王丙</p>'),
  'copy-to': gongwen('<p role="copy-to"><span role="hang">抄送：</span>示例市公安局，各区公安分局。</p>'),
  printed: gongwen('<p role="printed">示例市企保协会秘书处&#9;2024年12月1日印发</p>'),
  caption: plain('<p role="caption">单位：元</p>'),
  remark: plain('<h1>先进单位名单</h1>\n<p role="remark">（排名不分先后）</p>'),
  mark: plain('<p role="mark">第1份</p>'),
  cell: form('<tr><th role="cell-label">单位</th><td role="cell">示例东湖有限公司</td></tr>'),
  'cell-label': form('<tr><td role="cell-label">单位</td><td>示例东湖有限公司</td></tr>'),
  deeds: form(`<tr><th role="cell-label">主要事迹</th><td role="deeds">${text}</td></tr>`),
  opinion: form(
    '<tr height="opinion"><th role="cell-label">单位意见</th><td role="opinion"><p>同意推荐</p><p>（盖章）</p><p>2024年12月1日</p></td></tr>',
  ),
  'certificate-title': certificate('<p role="certificate-title">荣誉证书</p>'),
  'certificate-number': certificate('<p role="certificate-number">证书编号：2024001</p>'),
  'certificate-recipient': certificate('<p role="certificate-recipient">示例东湖有限公司：</p>'),
  'certificate-body': certificate('<p role="certificate-body">被评为2024年度内部治安保卫工作先进单位。</p>'),
  'certificate-closing': certificate('<p role="certificate-closing">特发此证，以资鼓励。</p>'),
  'certificate-issuer': certificate('<p role="certificate-issuer">示例市企保协会</p>'),
  'certificate-date': certificate('<p role="certificate-date">2024年12月31日</p>'),
  total: plain('<p role="total">合计：2,000.00元，大写：贰仟元整</p>'),
  'page-number': on('form', '<div role="pages">\n  <p role="page-number">示例东湖有限公司</p>\n</div>'),
  'sign-off': plain('<p role="sign-off">制表：&#9;审核：&#9;负责人：</p>'),
};

const spans = {
  text: plain('<p>评选<span role="text">范围</span>如下。</p>'),
  strong: plain('<p>评选<span role="strong">范围</span>如下。</p>'),
  hang: paragraphs['annex-next'],
  'hang-label': paragraphs.attendance,
  label: plain('<p><span role="label">单位：</span>示例东湖有限公司</p>'),
  'run-in': gongwen('<p><span role="run-in">（一）评选范围。</span>全市会员单位。</p>'),
  signer: paragraphs['number-signer'],
  rare: plain('<p>联系人：张<span role="rare">喆</span></p>'),
  warning: plain('<p><span role="warning">3处有待核对</span></p>'),
  suffix: gongwen('<p role="organ">示例市企保协会<br />示例市公安局<span role="suffix">文件</span></p>'),
};

const tables = {
  grid: list('grid'),
  form: form('<tr><th role="cell-label">单位</th><td>示例东湖有限公司</td></tr>'),
  compact: list('compact'),
  dense: list('dense'),
  bare: plain(
    '<table role="bare">\n  <tbody><tr><td>示例东湖有限公司</td><td>示例西岭医院</td></tr></tbody>\n</table>',
  ),
  signature: plain(
    '<table role="signature">\n  <tbody><tr><td>制表：示例甲</td><td>审核：示例乙</td></tr></tbody>\n</table>',
  ),
  chart: plain(`<table role="grid">
  <thead><tr><th>区</th><th>金额</th></tr></thead>
  <tbody name="districts">
    <tr><td name="district">东湖</td><td type="number" value="6000" name="amount">6000</td></tr>
    <tr><td name="district">西岭</td><td type="number" value="4000" name="amount">4000</td></tr>
  </tbody>
</table>
<table role="chart">
  <thead><tr><th formula="[district@districts]">元</th><th formula="[amount@districts]">金额</th></tr></thead>
  <tbody>
    <tr><td>东湖</td><td type="number" value="6000">6000</td></tr>
    <tr><td>西岭</td><td type="number" value="4000">4000</td></tr>
  </tbody>
</table>`),
};

const rows = {
  auto: row('auto'),
  field: form('<tr height="field"><th role="cell-label">单位</th><td>示例东湖有限公司</td></tr>'),
  opinion: paragraphs.opinion,
  list: row('list'),
  sign: row('sign'),
  fill: {
    ...form(
      '<tr height="field"><th role="cell-label">单位</th><td>示例东湖有限公司</td></tr>\n      <tr height="fill"><th role="cell-label">主要事迹</th><td></td></tr>',
    ),
    whole: true,
  },
};

const rules = {
  red: gongwen('<p role="number">示企保协〔2024〕1号</p>\n<hr role="red" />\n<h1>关于评选工作的通知</h1>'),
  thick: gongwen(
    '<section role="imprint">\n  <hr role="thick" />\n  <p role="printed">示例市企保协会&#9;2024年12月1日印发</p>\n  <hr role="thick" />\n</section>',
  ),
  thin: gongwen(
    '<section role="imprint">\n  <hr role="thick" />\n  <p role="copy-to">抄送：各区公安分局。</p>\n  <hr role="thin" />\n  <p role="printed">示例市企保协会&#9;2024年12月1日印发</p>\n  <hr role="thick" />\n</section>',
  ),
  page: on('plain', '<p>第一页。</p>\n<hr role="page" />\n<p>第二页。</p>', true),
  fill: on(
    'form',
    '<div role="page">\n  <p>上。</p>\n  <hr role="fill" weight="2" />\n  <p>中。</p>\n  <hr role="fill" />\n  <p>下。</p>\n</div>',
    true,
  ),
};

const paper = (organ, extra) => `<p role="organ">${organ}</p>\n${extra}\n<h1>关于评选工作的通知</h1>\n<p>${text}</p>`;
const pages = {
  gongwen: on(
    'gongwen',
    paper('示例市企保协会文件', '<p role="number">示企保协〔2024〕1号</p>\n<hr role="red" />'),
    true,
  ),
  'gongwen-letter': on(
    'gongwen-letter',
    paper('示例市企保协会', '<hr role="red" />\n<p role="number">示企保协函〔2024〕1号</p>'),
    true,
  ),
  'gongwen-order': on(
    'gongwen-order',
    `<p role="organ">示例市人民政府令</p>\n<p role="order-number">第1号</p>\n<p>${text}</p>`,
    true,
  ),
  'gongwen-minutes': on(
    'gongwen-minutes',
    `<p role="organ">示例市企保协会办公会议纪要</p>\n<p role="number">第1期</p>\n<hr role="red" />\n<p>${text}</p>`,
    true,
  ),
  plain: on('plain', `<h1>先进单位名单</h1>\n<p>${text}</p>`, true),
  landscape: on('landscape', `<h1>先进单位名单</h1>\n<p>${text}</p>`, true),
  form: on(
    'form',
    '<div role="page">\n  <h1>审批表</h1>\n  <table role="form">\n    <tbody><tr height="fill"><th role="cell-label">主要事迹</th><td></td></tr></tbody>\n  </table>\n</div>',
    true,
  ),
  certificate: on(
    'certificate',
    '<div role="page" frame="certificate">\n  <p role="certificate-title">荣誉证书</p>\n</div>',
    true,
  ),
};

const sections = {
  annex: on(
    'gongwen',
    '<p>请按附件报送。</p>\n<section role="annex">\n  <p role="annex-label">附件1</p>\n  <h1>名额分配表</h1>\n</section>',
    true,
  ),
  'annex-landscape': on(
    'gongwen',
    '<p>请按附件报送。</p>\n<section role="annex-landscape">\n  <p role="annex-label">附件1</p>\n  <h1>名额分配表</h1>\n</section>',
    true,
  ),
  sheet: on(
    'plain',
    '<section role="sheet" name="东湖">\n  <h1>东湖区</h1>\n</section>\n<section role="sheet" name="西岭">\n  <h1>西岭区</h1>\n</section>',
    true,
  ),
  imprint: on('gongwen', `<p>请认真执行。</p>\n${rules.thin.source}`, true),
};

const framed = (frame) =>
  on('certificate', `<div role="page" frame="${frame}">\n  <p role="certificate-title">荣誉证书</p>\n</div>`, true);

const spanned = plain(`<table role="grid">
  <colgroup><col width="1" /><col width="2" /><col width="2" /></colgroup>
  <thead><tr><th>区</th><th>单位</th><th>金额（元）</th></tr></thead>
  <tbody name="paid">
    <tr><td rowspan="2" align="center">东湖</td><td>示例有限公司</td><td type="number" value="2000" format="#,##0" name="amount" align="right">2,000</td></tr>
    <tr><td>示例医院</td><td type="number" value="1000" format="#,##0" name="amount" align="right">1,000</td></tr>
  </tbody>
  <tbody>
    <tr><th colspan="2">合计</th><th type="number" value="3000" format="#,##0" formula="SUM([amount@paid])" align="right">3,000</th></tr>
  </tbody>
</table>`);

const elements = {
  article: on('plain', `<h1>先进单位名单</h1>\n<p>${text}</p>`, true),
  section: sections.sheet,
  div: { ...form('<tr height="fill"><th role="cell-label">主要事迹</th><td></td></tr>'), whole: true },
  h1: gongwen('<h1>示例市企业事业单位治安保卫协会关于开展2024年度评选表彰工作的通知</h1>'),
  h2: gongwen('<h2>一、评选范围</h2>'),
  h3: gongwen('<h3>（一）单位</h3>'),
  h4: gongwen('<h4>1.基本条件</h4>'),
  h5: gongwen('<h5>（1）制度健全</h5>'),
  p: paragraphs.body,
  span: spans.strong,
  br: gongwen('<h1>示例市企业事业单位治安保卫协会<br />关于开展评选工作的通知</h1>'),
  a: plain('<p>见<a href="01/notice.pdf">通知</a>。</p>'),
  hr: rules.red,
  table: tables.grid,
  ...Object.fromEntries(['colgroup', 'col', 'thead', 'tbody', 'tr', 'th', 'td'].map((name) => [name, spanned])),
};

/** By kind and name; each has a picture `docs/subset/<kind>-<name>.png`. */
export const examples = {
  element: elements,
  p: paragraphs,
  span: spans,
  table: tables,
  tr: rows,
  hr: rules,
  page: pages,
  section: sections,
  frame: { certificate: framed('certificate'), lines: framed('lines') },
};

/** The markup of an example as a document of its own. */
export function documentOf({ page, source }) {
  return `<article title="例" page="${page}">\n${source}\n</article>`;
}
