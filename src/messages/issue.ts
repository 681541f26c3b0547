import type { MessageText } from './text.ts';

/** What stands in the way of issuing a batch of payments. */
export const issueMessages = {
  'issue.refused': {
    level: 'info',
    text: '有错误时不能发放，登记簿没有改动。',
    hint: '请逐项改正后重新运行同一条命令。',
  },
  'issue.payer-unknown': {
    level: 'error',
    text: '没有“{payer}”要发放的奖金。',
    expected: '{nearest}',
    hint: '请用“neibao payout <案卷>”查看各发放单位的名称，逐字照抄。',
  },
  'issue.date': {
    level: 'error',
    text: '发放日期“{actual}”不是一个日期。',
    expected: '年-月-日，如 2025-01-20',
    hint: '请改正 --date；不写时用当天。',
  },
  'issue.nothing': {
    level: 'info',
    text: '没有待发放的奖金，登记簿没有改动。',
    hint: '已发放的见“neibao register list <案卷>”；要重发的先用“neibao register reverse”冲销。',
  },
  'issue.batch-unknown': {
    level: 'error',
    text: '登记簿里没有本年度第{batch}批。',
    hint: '请用“neibao register list <案卷>”查看批次。',
  },
  'issue.files-failed': {
    level: 'error',
    text: '第{batch}批已经登记，但发放表没有写成（{dir}）。',
    hint: '不要再次发放。请按上面的提示处理后，用“neibao payout <案卷> --files {batch}”重新生成这一批的发放表。',
  },
  'payout.name-unknown': {
    level: 'error',
    text: '最终名单中没有“{name}”。',
    expected: '{nearest}',
    hint: '请写单位全称、保卫部门名称或姓名。',
  },
} as const satisfies Record<string, MessageText>;
