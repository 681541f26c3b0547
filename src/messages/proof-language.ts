import type { MessageText } from './text.ts';

/** Findings on its punctuation, numerals, terms and sums. */
export const proofLanguageMessages = {
  'proof.half-width': {
    level: 'error',
    text: '中文里有半角标点{times}。',
    hint: '中文里用全角标点；运行时加 --fix 可一并改正（{source}）。',
  },
  'proof.straight-quotes': {
    level: 'error',
    text: '中文里用了直引号{times}。',
    hint: '中文里用弯引号；运行时加 --fix 可一并改正（{source}）。',
  },
  'proof.unpaired': {
    level: 'error',
    text: '“{mark}”没有配对。',
    hint: '请补上另一半，或者删去（{source}）。',
  },
  'proof.nested-quotes': {
    level: 'error',
    text: '双引号里面又用了双引号。',
    hint: '引号里面再用引号，外面用双引号，里面用单引号（{source}）。',
  },
  'proof.nested-book-titles': {
    level: 'error',
    text: '双书名号里面又用了双书名号。',
    hint: '书名号里面再用书名号，外面用双书名号，里面用单书名号（{source}）。',
  },
  'proof.between-marks': {
    level: 'warning',
    text: '并列的引号或书名号之间用了顿号{times}。',
    hint: '标有引号或书名号的并列成分之间通常不用顿号（{source}）。',
  },
  'proof.before-deng': {
    level: 'warning',
    text: '“等”字前面用了顿号。',
    hint: '用顿号的列举，“等”字前面不用标点（{source}）。',
  },
  'proof.ellipsis': {
    level: 'error',
    text: '省略号的写法不对。',
    hint: '省略号是六个圆点，占两个字，不与“等”同用（{source}）。',
  },
  'proof.dash': {
    level: 'error',
    text: '破折号的写法不对。',
    hint: '破折号占两个字，不用连字符代替（{source}）。',
  },
  'proof.double-mark': {
    level: 'error',
    text: '两个标点连在一起。',
    hint: '请删去多余的标点（{source}）。',
  },
  'proof.inner-stop': {
    level: 'warning',
    text: '句中括号内的末尾用了句号。',
    hint: '句子中间的括号内，末尾不用句号（{source}）。',
  },
  'proof.book-title-use': {
    level: 'error',
    text: '书名号括起的不是作品名称{times}。',
    hint: '证件、奖项、会议、活动等名称不用书名号，需要时用引号（{source}）。',
  },
  'proof.range-tilde': {
    level: 'error',
    text: '数值范围没有用浪纹线{times}。',
    hint: '数值范围用“～”；运行时加 --fix 可一并改正（{source}）。',
  },
  'proof.range-hyphen': {
    level: 'warning',
    text: '起止用了短横线。',
    hint: '时间起止用一字线“—”，数值范围用浪纹线“～”（{source}）。',
  },
  'proof.range-unit': {
    level: 'warning',
    text: '数值范围的前一个数没有写出百分号或“万”“亿”。',
    hint: '百分号和“万”“亿”在前后两个数后面都要写（{source}）。',
  },
  'proof.leading-zero': {
    level: 'warning',
    text: '小数点前面没有“0”。',
    hint: '小于1的小数，小数点前面写“0”（{source}）。',
  },
  'proof.two-digit-year': {
    level: 'warning',
    text: '年份只有两位数。',
    hint: '年份写四位数字（{source}）。',
  },
  'proof.mixed-numeral': {
    level: 'warning',
    text: '一个数里混用阿拉伯数字和汉字。',
    hint: '除“万”“亿”外，一个数只用一种数字（{source}）。',
  },
  'proof.zero-sign': {
    level: 'warning',
    text: '“零”的写法不对。',
    hint: '编号和年份用“〇”，计数用“零”（{source}）。',
  },
  'proof.wide-digits': {
    level: 'warning',
    text: '数字、字母或百分号是全角的{times}。',
    hint: '数字、字母和百分号用半角；运行时加 --fix 可一并改正（{source}）。',
  },
  'proof.space': {
    level: 'warning',
    text: '中文里有多余的空格{times}。',
    hint: '中文之间、中文与数字之间不空格；运行时加 --fix 可一并改正（{source}）。',
  },
  'proof.broken-line': {
    level: 'warning',
    text: '一段文字断成了两行。',
    hint: '请连成一段；排版时按段落自动换行（{source}）。',
  },
  'proof.word': {
    level: 'warning',
    text: '有错别字或者不规范的词形{times}。',
    hint: '请改为规范的词形（{source}）。',
  },
  'proof.term-variant': {
    level: 'warning',
    text: '“{found}”出现{count}次，“{expected}”出现{usual}次，可能是同一名称写错了一个字。',
    hint: '请核对并统一名称（{source}）。',
  },
  'proof.term-short': {
    level: 'info',
    text: '“{found}”出现{count}次，“{expected}”出现{usual}次，可能是同一名称的两种写法。',
    hint: '请核对；确为同一名称的，全文统一（{source}）。',
  },
  'proof.table-sum': {
    level: 'warning',
    text: '表中“{name}”与所列{count}个数之和不符。',
    hint: '请核对各数和合计（{source}）。',
  },
  'proof.row-sum': {
    level: 'warning',
    text: '表中“{row}”一行的“{name}”与同行各数之和不符。',
    hint: '请核对各数和合计（{source}）。',
  },
  'proof.group-sum': {
    level: 'warning',
    text: '“{name}”的分值与所属{count}项之和不符。',
    hint: '请核对各项分值和总分（{source}）。',
  },
  'proof.prose-sum': {
    level: 'warning',
    text: '总数与分项（{parts}）之和不符。',
    hint: '请核对总数和分项（{source}）。',
  },
  'proof.figure-differs': {
    level: 'warning',
    text: '附件{annex}的合计中没有正文写的这个数。',
    hint: '请核对正文和附件（{source}）。',
  },
} as const satisfies Record<string, MessageText>;
