import type { MessageText } from './text.ts';

/** Messages about the register of payments and certificates. */
export const registerMessages = {
  'register.absent': {
    level: 'info',
    text: '还没有登记簿“{file}”，没有发放和证书的记录。',
    hint: '第一次登记发放批次（neibao payout <案卷> --issue）或证书（neibao register certificates <案卷>）时自动建立。若以前登记过，请核对 case.yaml 中 register 的路径，或从备份中找回登记簿。',
  },
  'register.unreadable': {
    level: 'error',
    text: '登记簿“{file}”无法读取：{reason}。',
    hint: '请检查 case.yaml 中 register 的路径和文件权限；登记簿读不出来时，不能发放，也不能登记证书。',
  },
  'register.broken': {
    level: 'error',
    text: '登记簿被改动过：{reason}。',
    hint: '登记簿只能由本工具续写，不能手工修改、排序或另存。请停止发放，从备份中找回最后一份核对无误的登记簿，再与财务凭证逐笔核对。',
  },
  'register.cut': {
    level: 'error',
    text: '登记簿的末尾不完整：{reason}。',
    hint: '本工具不会只写一半，应是复制、同步或磁盘出错所致。请停止发放，从备份中找回完整的登记簿，再与财务凭证逐笔核对。',
  },
  'register.busy': {
    level: 'error',
    text: '登记簿“{file}”{reason}，本次没有登记任何内容。',
    hint: '请等对方完成后，重新运行同一条命令。如已确认那个程序不在运行（例如那台计算机已经关机），删除“{lock}”后再运行。',
  },
  'register.write-failed': {
    level: 'error',
    text: '写入登记簿“{file}”失败：{reason}。本次没有登记任何内容，登记簿保持原样。',
    hint: '请检查磁盘空间和文件夹权限，然后重新运行同一条命令。',
  },
  'register.four-eyes': {
    level: 'error',
    text: '制表人和复核人{reason}。',
    expected: '两个不同的人的姓名',
    hint: '发放和证书的登记由一人制表、另一人复核，请用 --prepared 和 --reviewed 写明两人的姓名。',
  },
  'register.reason-missing': {
    level: 'error',
    text: '没有写明理由。',
    hint: '登记簿中的更正永久保留，请用 --reason 写明理由，如“账号有误，退票重发”。',
  },
  'register.not-reversible': {
    level: 'error',
    text: '登记簿第{line}行不能冲销：{reason}。',
    hint: '请用“neibao register list <案卷>”查看各笔发放的序号，冲销时写发放那一行的序号。',
  },
  'register.certificate-unknown': {
    level: 'error',
    text: '证书“{number}”不能换发：{reason}。',
    hint: '请用“neibao register list <案卷>”查看有效的证书编号，逐字照抄。',
  },
  'register.certificate-astray': {
    level: 'warning',
    text: '证书“{number}”（{who}）登记有效，但最终名单中没有这一奖项。',
    hint: '撤回的，请在名册“状态”一列写“撤回”后再运行，编号即作废；名单有误的，请改正名册。',
  },
  'register.export-failed': {
    level: 'error',
    text: '写入“{file}”失败：{reason}。',
    hint: '请检查文件夹和权限，关闭正在打开的同名文件后重新运行；登记簿没有改动。',
  },
} as const satisfies Record<string, MessageText>;

/** What can be wrong with a line of the register: the reasons of `register.broken`. */
export const registerFaults = {
  form: '这一行不是登记簿的格式',
  version: '登记簿的格式版本不是本工具所能读的，请用新版本的工具打开',
  opening: '第一行应为、且只有第一行应为“登记簿”',
  number: '序号不连续，有行被删去、插入或调换',
  chain: '与上一行接不上，有行被删去、插入或调换',
  hash: '这一行的内容与它的校验码不符',
  people: '制表人和复核人缺少一个，或者是同一人',
  'batch-number': '批次号不连续',
  'batch-sums': '批次写明的笔数、金额与各发放单位的合计不符',
  'batch-open': '上一批次的发放还没有列完，后面就写了别的内容',
  'batch-payments': '批次写明的金额与所列的发放不符',
  'payment-outside': '这笔发放不在批次之内',
  'payment-tax': '扣税不在零和应发金额之间',
  'paid-twice': '同一年度对同一对象重复发放',
  reversal: '冲销的不是一笔有效的发放，或者与那笔发放不符',
  'certificate-number': '证书的流水号不连续',
  'certificate-twice': '证书编号重复，或者同一奖项有两张有效证书',
  'certificate-unknown': '作废或换发的不是一张有效的证书',
  more: '此后还有问题，不再一一列出',
} as const;

/** The reasons of `register.cut`. */
export const registerCuts = {
  line: '最后一行没有写完',
  step: '最后一次登记的内容没有列完',
  empty: '登记簿是空文件',
} as const;

/** The reasons of `register.four-eyes`. */
export const fourEyesReasons = { missing: '没有写全', same: '是同一个人' } as const;

/** The reasons of `register.busy`. */
export const busyReasons = {
  held: ({ pid, host }: { readonly pid: number; readonly host: string }) =>
    host === '' ? '已被另一个程序锁定' : `正由计算机“${host}”上的另一个程序（进程号 ${pid}）写入`,
  changed: '在本次准备期间已被另一个程序续写',
} as const;

/** Stands in the register's first line, for whoever opens it in twenty years. */
export const registerNote =
  '每行一条，只增不改。本条：本行去掉最后一项“本条”，按UTF-8计算的SHA-256；上条：上一行的本条。对象码：盐与受奖对象的标识相连，SHA-256的前32位。金额分：以分为单位。';

/** The reasons of `register.not-reversible`. */
export const paymentRefusals = {
  other: () => '这一行不是发放',
  reversed: (line: number) => `已在第${line}行冲销`,
} as const;

/** The reasons of `register.certificate-unknown`. */
export const certificateRefusals = {
  absent: '登记簿里没有本年度的这个编号',
  void: '已经作废',
  replaced: '已经换发过',
} as const;
