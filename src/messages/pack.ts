import type { MessageText } from './text.ts';

/** Messages about an office's own packs: a folder with pack.yaml and templates. */
export const packMessages = {
  'pack.folder-missing': {
    level: 'error',
    text: '找不到文书包文件夹“{folder}”，或者其中没有 pack.yaml。',
    hint: '请核对 --pack 后面的路径；文书包是一个含 pack.yaml 和模板的文件夹，可以复制 templates/award-meeting 作为样例修改。',
  },
  'pack.folder-name': {
    level: 'error',
    text: '文书包文件夹的名称“{name}”里有不能用的字符。',
    expected: '汉字、字母、数字、“-”和“_”',
    hint: '请给文件夹改名，去掉空格、句点等字符。',
  },
  'pack.folder-twice': {
    level: 'error',
    text: '两个文书包都写入“{name}”文件夹。',
    hint: '请改动其中一个 pack.yaml 的 folder，或者只给出一个 --pack。',
  },
  'pack.name': {
    level: 'error',
    text: '“{key}”的值“{actual}”里有不能用的字符。',
    expected: '汉字、字母、数字、“-”和“_”',
    hint: '请去掉空格、斜杠、句点等字符；模板名不带 .hbs。',
  },
  'pack.empty': {
    level: 'error',
    text: '“{key}”下面没有内容。',
    hint: '请至少写一项。',
  },
  'pack.copies': {
    level: 'error',
    text: '份数“{key}”应当是 1 至 20 的整数。',
    hint: '请改成实际需要的份数；只要一份时可以不写这一项。',
  },
  'pack.name-twice': {
    level: 'error',
    text: '文书名称“{name}”已经用过。',
    hint: '每份文书的 name 都要不同，也不能与内置文书同名，请换一个。',
  },
  'pack.template-missing': {
    level: 'error',
    text: '文书包里没有模板“{name}.hbs”。',
    hint: '请把模板放进 pack.yaml 所在的文件夹，或者改正 template 的拼写；最接近的是“{nearest}”。',
  },
  'pack.view-other': {
    level: 'error',
    text: '模板第一行写的数据是“{actual}”，而 pack.yaml 中这份文书是 for: {wanted}。',
    expected: '{{!-- view: {wanted} --}}',
    hint: '请让模板第一行与 pack.yaml 的 for 一致。',
  },
  'pack.path-name': {
    level: 'error',
    text: '路径里的“{name}”不是这种文书可以用的名称。',
    hint: '最接近的是“{nearest}”；for: {subject} 的 path 可以用：{known}。',
  },
  'pack.path-copy': {
    level: 'error',
    text: '这份文书要 {copies} 份，而 path 里没有写明第几份，各份会互相覆盖。',
    hint: '请在 path 里加上第几份的位置，例如“{example}”。',
  },
  'pack.path-twice': {
    level: 'error',
    text: '有两份文书都要写成“{path}”，后一份会覆盖前一份。',
    hint: '请在 path 里加上能区分的名称，例如“{example}”。',
  },
  'pack.nothing': {
    level: 'warning',
    text: '文书“{name}”没有符合条件的人选，没有生成。',
    hint: '请核对 pack.yaml 中这份文书的 where：级别、类别、区和状态；不写 status 时只取状态为“最终”的人选。',
  },
  'pack.district-unknown': {
    level: 'error',
    text: '案卷里没有名为“{district}”的区。',
    hint: '最接近的是“{nearest}”；请按 members 表中的写法改正。',
  },
} as const satisfies Record<string, MessageText>;
