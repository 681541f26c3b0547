import type { MessageText } from './text.ts';

/** Messages about the command line itself. */
export const usageMessages = {
  'usage.invalid': {
    level: 'error',
    text: '命令写法不对：{reason}。',
    hint: '运行“neibao --help”或“neibao <命令> --help”查看用法和示例。',
  },
  'usage.unknown-document': {
    level: 'error',
    text: '没有名为“{name}”的文书。',
    expected: '{known}',
    hint: '--only 用逗号分隔文书名称，例如 --only notice,payout。',
  },
  'usage.unknown-template': {
    level: 'error',
    text: '没有名为“{name}”的内置模板。',
    expected: '{nearest}',
    hint: '运行“neibao template list”查看全部模板的名称。',
  },
  'usage.unknown-format': {
    level: 'error',
    text: '不能生成“{name}”格式。',
    expected: '{known}',
    hint: '--formats 用逗号分隔格式，例如 --formats docx,pdf。',
  },
  'usage.internal': {
    level: 'error',
    text: '程序自身出现故障：{reason}。没有写入任何文件。',
    hint: '请把这条信息和所用命令转给维护人员。',
  },
} as const satisfies Record<string, MessageText>;
