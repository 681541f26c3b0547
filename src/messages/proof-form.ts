import type { MessageText } from './text.ts';

/** Findings on the parts of an official text: number, date, levels, annexes, titles. */
export const proofFormMessages = {
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
} as const satisfies Record<string, MessageText>;
