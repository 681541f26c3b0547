import type { MessageText } from './text.ts';

/** The formats of bank files, which an office writes itself. */
export const bankMessages = {
  'bank.delimiter': {
    level: 'error',
    text: '分隔符“{actual}”不能用。',
    expected: '一个字符，不是字母、数字、汉字、引号、小数点或换行，如 "," 或 "|"；制表符写 "\\t"',
    hint: '请照银行给的格式改正 delimiter，并用英文双引号括起。',
  },
  'bank.column-content': {
    level: 'error',
    text: '“{key}”没有写明内容，或者写了两样。',
    expected: 'field（取自发放表）或 text（固定的文字），二者写一样',
    hint: '请照内置样例 csv.yaml 中的说明填写。',
  },
  'bank.column-missing': {
    level: 'error',
    text: '没有“{missing}”一列，银行无法入账。',
    expected: '至少有 account（账号）、accountName（户名）、amount（金额）三列',
    hint: '请在 columns 中补上；列名和次序照银行给的格式。',
  },
  'bank.name-twice': {
    level: 'error',
    text: '有两个银行代发格式都叫“{name}”，生成的文件会互相覆盖。',
    expected: '各不相同的名称',
    hint: '请改其中一个的 name。',
  },
  'bank.delimiter-inside': {
    level: 'error',
    text: '“{who}”的{field}里有分隔符“{actual}”，写进“{name}”格式的银行代发文件会错位。',
    expected: '不含分隔符和引号',
    hint: '请改正名册里的这一项；银行接受引号的，也可以在该格式中写 quote: true。',
  },
} as const satisfies Record<string, MessageText>;
