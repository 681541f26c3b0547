import type { MessageText } from './text.ts';

/** Messages about the package and its place. */
export const packageMessages = {
  'form.overflow': {
    level: 'error',
    text: '第{page}页排不下“{what}”，还差{missing}毫米。',
    expected: '一页之内，每一项不超出自己的位置',
    hint: '请在名册中改用规范的简称，或者在模板中放宽这一项的位置；改好前不生成文书，以免印出的内容缺失。',
  },
  'form.deeds-too-long': {
    level: 'warning',
    text: '主要事迹太长，用最小的小四号字需要{lines}行，审批表此栏只能容纳{capacity}行；审批表中改印“见所附详细先进事迹材料”。',
    hint: '压缩主要事迹，写明事例和数据即可，全文放入随表附送的材料。',
  },
  'package.target-is-file': {
    level: 'error',
    text: '输出位置“{dir}”是一个文件，不是文件夹。',
    expected: '一个新文件夹，或者上次生成的文书文件夹',
    hint: '用 --out 指定另一个位置，或者先移走该文件。',
  },
  'package.target-foreign': {
    level: 'error',
    text: '输出位置“{dir}”里有其他文件，不是本工具生成的文书，为免覆盖，没有写入。',
    expected: '空文件夹、新文件夹，或者上次生成的文书文件夹（内有 manifest.json）',
    hint: '用 --out 指定另一个位置。',
  },
  'package.kept': {
    level: 'info',
    text: '上次生成的文书被人改动过，已原样保留在“{dir}”。',
    hint: '需要的改动请从该文件夹中取用，不再需要时可以删除。',
  },
  'package.partial': {
    level: 'info',
    text: '本次按要求只生成了部分文书，“{dir}”中只有这一部分。',
    hint: '需要全套时，不带 --only 和 --formats 重新生成即可。',
  },
  'package.write-failed': {
    level: 'error',
    text: '写入“{dir}”失败：{reason}。上次生成的文书保持原样。',
    hint: '检查磁盘空间和文件夹权限，关闭正在打开的文书后重新生成。',
  },
} as const satisfies Record<string, MessageText>;
