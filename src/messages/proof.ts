import type { MessageText } from './text.ts';

/**
 * Proofreading of official texts. Every hint ends with the clause and its strength; only what a standard lays down
 * (规定) is an error.
 */
export const proofMessages = {
  'proof.number-brackets': {
    level: 'error',
    text: '发文字号的年份没有用六角括号括起。',
    hint: '年份用六角括号“〔〕”括起（{source}）。',
  },
  'proof.number-year': {
    level: 'error',
    text: '发文字号的年份没有写全。',
    hint: '年份写四位数字（{source}）。',
  },
  'proof.number-serial': {
    level: 'error',
    text: '发文字号的顺序号加了“第”字或者编了虚位。',
    hint: '顺序号直接写数字，不加“第”，1不写成01（{source}）。',
  },
  'proof.number-form': {
    level: 'error',
    text: '发文字号的写法不对。',
    hint: '发文字号由机关代字、年份、顺序号组成（{source}）。',
  },
  'proof.title-kind': {
    level: 'warning',
    text: '标题没有以文种结尾。',
    hint: '标题由发文机关、事由和文种组成，请补上文种（{source}）。',
  },
  'proof.title-kind-other': {
    level: 'info',
    text: '标题所用的“{kind}”不是法定文种。',
    hint: '作为附件或者用通知印发的不必改；单独行文请选用法定文种（{source}）。',
  },
  'proof.title-end-mark': {
    level: 'warning',
    text: '标题末尾有标点。',
    hint: '标题末尾不用句号、逗号等标点（{source}）。',
  },
  'proof.addressee-colon': {
    level: 'error',
    text: '主送机关末尾没有冒号。',
    hint: '最后一个主送机关后面用全角冒号（{source}）。',
  },
  'proof.heading-end-mark': {
    level: 'warning',
    text: '层次标题末尾有标点。',
    hint: '单独成段的层次标题末尾不用标点（{source}）。',
  },
  'proof.level-order': {
    level: 'warning',
    text: '层次的顺序与上文相反，或者中间少了不止一层。',
    hint: '结构层次依次用“一、”“（一）”“1.”“（1）”，可以从“一、”直接到“1.”（{source}）。',
  },
  'proof.level-gap': {
    level: 'warning',
    text: '序号与上文接不上。',
    hint: '请核对是否漏了一项、序号重复或者写错（{source}）。',
  },
  'proof.level-mark': {
    level: 'warning',
    text: '序号的标点不合规范{times}。',
    hint: '“1”后面用下脚点“.”，“一”后面用顿号，带括号的序号后面不用标点；运行时加 --fix 可一并改正（{source}）。',
  },
  'proof.article-space': {
    level: 'warning',
    text: '条文的序号与正文之间没有空格{times}。',
    hint: '“第一条”后面空一字再写正文（{source}）。',
  },
  'proof.item-mark': {
    level: 'warning',
    text: '序次语的标点不合规范{times}。',
    hint: '“一是”后面不用标点，“第一”“首先”后面用逗号；运行时加 --fix 可一并改正（{source}）。',
  },
  'proof.annex-colon': {
    level: 'error',
    text: '附件说明的冒号是半角。',
    hint: '“附件”二字后面用全角冒号；运行时加 --fix 可改正（{source}）。',
  },
  'proof.annex-number': {
    level: 'error',
    text: '附件顺序号没有用阿拉伯数字。',
    hint: '附件顺序号用阿拉伯数字（{source}）。',
  },
  'proof.annex-single': {
    level: 'warning',
    text: '只有一个附件，却编了号。',
    hint: '只有一个附件时不编号（{source}）。',
  },
  'proof.annex-end-mark': {
    level: 'error',
    text: '附件名称后面有标点。',
    hint: '附件名称后面不加标点（{source}）。',
  },
  'proof.annex-book-title': {
    level: 'warning',
    text: '附件名称加了书名号。',
    hint: '附件名称一般不加书名号（{source}）。',
  },
  'proof.annex-differs': {
    level: 'error',
    text: '附件{number}的标题与{listLine}中的名称不一致。',
    hint: '请使附件标题与附件说明的名称一致（{source}）。',
  },
  'proof.annex-missing': {
    level: 'error',
    text: '附件说明列有附件{number}，后面没有这个附件。',
    hint: '请补上附件，或者改正附件说明（{source}）。',
  },
  'proof.annex-unlisted': {
    level: 'error',
    text: '后面有这个附件，附件说明没有列出。',
    hint: '请在正文之后的附件说明中列出全部附件（{source}）。',
  },
  'proof.annex-label': {
    level: 'warning',
    text: '附件页的“附件”和顺序号后面有冒号。',
    hint: '附件页左上角只写“附件”和顺序号（{source}）。',
  },
  'proof.annex-reference': {
    level: 'warning',
    text: '正文提到附件{number}，实际列出的附件有{count}个。',
    hint: '请核对附件序号（{source}）。',
  },
  'proof.date-form': {
    level: 'error',
    text: '日期的写法不对。',
    hint: '用阿拉伯数字写全年、月、日，年份四位，月、日不补零（{source}）。',
  },
  'proof.date-chinese': {
    level: 'error',
    text: '成文日期或印发日期用了汉字数字。',
    hint: '2012年起成文日期用阿拉伯数字（{source}）。',
  },
  'proof.date-impossible': {
    level: 'warning',
    text: '日历上没有这一天。',
    hint: '请核对月份和日期（{source}）。',
  },
  'proof.note-brackets': {
    level: 'error',
    text: '附注没有加圆括号。',
    hint: '附注加圆括号，编排在成文日期下一行（{source}）。',
  },
  'proof.copy-end': {
    level: 'error',
    text: '抄送机关末尾没有句号。',
    hint: '最后一个抄送机关后面用句号（{source}）。',
  },
  'proof.abolished': {
    level: 'warning',
    text: '这是旧标准的做法。',
    hint: '{why}（{source}）。',
  },
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
  'proof.fix-word-file': {
    level: 'warning',
    text: '{file} 是 Word 文件，--fix 只改纯文本和 Markdown，没有写出改正稿。',
    hint: '请按列出的问题在 Word 中修改，或者另存为 .txt 后再运行。',
  },
  'proof.fix-same-file': {
    level: 'error',
    text: '改正稿不能写到原文件 {file}。',
    hint: '请用 -o 另写一个文件名，或者不写 -o，改正稿存为“原名-fixed”。',
  },
} as const satisfies Record<string, MessageText>;
