import type { MessageText } from './text.ts';

/** Workbooks that go out to the districts, and what comes back from them. */
export const intakeMessages = {
  'return.not-written': {
    level: 'warning',
    text: '案卷设置或会员单位表有错误，没有写出退回更正的工作簿。',
    hint: '请先按上面的错误改正 case.yaml 和会员单位表，再运行一次。',
  },
  'return.elsewhere': {
    level: 'info',
    text: '另有{count}项问题不由各区更正，没有写进“{dir}”里的工作簿。',
    hint: '这些问题列在“案卷和其他”之下，或者出在状态、收到日期等本单位自己填写的列，请在本单位处理。',
  },
} as const satisfies Record<string, MessageText>;
