/** What a clerk reads on the terminal: findings first, then what was done, with counts and sums. */
import stringWidth from 'string-width';
import type { BuildSummary, CheckSummary } from './build.ts';
import { categoryNames, levelNames } from './case/terms.ts';
import { categories } from './case/types.ts';
import { yuanText } from './figures.ts';
import type { Message, Place, Severity } from './message.ts';
import type { PayoutPlan } from './rules/payout.ts';
import type { QuotaTable } from './rules/quota.ts';

const severityNames: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '说明' };

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Messages that belong together, under a heading. */
export interface MessageGroup {
  readonly title: string;
  readonly messages: readonly Message[];
}

/**
 * Errors first, then warnings, then notes, in each group; each with its place, what stands there, what should, and what
 * to do.
 */
export function reportMessages(messages: readonly Message[], groups: readonly MessageGroup[] = []): string {
  const parts =
    groups.length > 0
      ? groups.map((group) => `■ ${group.title}（${countText(group.messages)}）\n${reportSorted(group.messages)}\n`)
      : [reportSorted(messages)];
  return `${parts.join('\n')}\n共${countText(messages)}。\n\n`;
}

/** 错误2项、提醒1项 */
function countText(messages: readonly Message[]): string {
  return severities
    .map((level) => ({ level, count: messages.filter((one) => one.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${severityNames[level]}${count}项`)
    .join('、');
}

function reportSorted(messages: readonly Message[]): string {
  return severities
    .flatMap((level) => messages.filter((one) => one.level === level))
    .map(reportMessage)
    .join('\n');
}

function reportMessage(one: Message): string {
  const lines = [`【${severityNames[one.level]}】${one.place ? `${reportPlace(one.place)}：` : ''}${one.text}`];
  if (one.actual !== undefined) lines.push(`        现为：${one.actual}`);
  if (one.expected !== undefined) lines.push(`        应为：${one.expected}`);
  if (one.hint) lines.push(`        处理：${one.hint}`);
  return lines.join('\n');
}

export function reportPlace({ file, sheet, row, column, line, character }: Place): string {
  const parts = [
    file,
    ...(sheet === undefined ? [] : [`“${sheet}”表`]),
    ...(row === undefined ? [] : [`第${row}行`]),
    ...(column === undefined ? [] : [`“${column}”列`]),
    ...(line === undefined ? [] : [`第${line}行`]),
    ...(character === undefined ? [] : [`第${character}列`]),
  ];
  return parts.join(' ');
}

export function reportBuild(summary: BuildSummary): string {
  const lines = [
    `已生成 ${summary.files} 个文件，PDF 共 ${summary.pages} 页，存放在：${summary.out}`,
    '',
    table(
      ['文书', '文件', 'PDF页数'],
      summary.documents.map((one) => [one.name, String(one.files), one.pages === 0 ? '-' : String(one.pages)]),
    ),
    reportCheck(summary),
    `请打开 ${summary.out}/index.html 查看封面。`,
    ...(summary.identical ? ['与上次生成的文书逐字节相同。'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

export function reportCheck({ reconciliation, plan }: CheckSummary): string {
  return [
    table(
      ['级别', '类别', '名额', '上报', '获奖', '发放', '不重复发放', '核对'],
      reconciliation.rows.map((row) => [
        levelNames[row.level],
        categoryNames[row.category],
        row.quota === null ? '-' : String(row.quota),
        String(row.nominees),
        String(row.states.final),
        String(row.payments),
        String(row.withheld),
        row.ok ? '相符' : '不符',
      ]),
    ),
    totalsTable(plan),
  ].join('\n');
}

export function reportQuota({ rows, districtTotal, total }: QuotaTable): string {
  const cells = (quota: Readonly<Record<(typeof categories)[number], number>>) =>
    categories.map((category) => String(quota[category]));
  return table(
    ['各区', '会员单位', ...categories.map((category) => categoryNames[category])],
    [
      ...rows.map((row) => [row.district, row.members === null ? '-' : String(row.members), ...cells(row.quota)]),
      ['各区小计', String(districtTotal.members), ...cells(districtTotal)],
      ['合计', String(total.members), ...cells(total)],
    ],
  ).concat(`先进集体 ${total.collective} 个，先进个人 ${total.individual} 名，共 ${total.all}。\n`);
}

export function reportPayout(plan: PayoutPlan): string {
  return [
    totalsTable(plan),
    `不重复发放 ${plan.withheld.length} 笔；发放与不重复发放合计 ${plan.payments.length + plan.withheld.length} 笔，等于奖项总数。`,
    '逐笔明细见“neibao build”生成的奖金发放表，或加 --json 输出。',
    '',
  ].join('\n');
}

/** What was paid before stands beside the sums as soon as there is any. */
function totalsTable({ totals, total, payments }: PayoutPlan): string {
  const paid = payments.filter(({ record }) => record !== null);
  const rows = [...totals.map((one) => ({ ...one, who: one.payer })), { ...total, who: '合计', payer: undefined }];
  const plain = rows.map(({ who, count, amount }) => [who, String(count), yuanText(amount)]);
  if (paid.length === 0) return table(['发放单位', '笔数', '金额（元）'], plain);
  return table(
    ['发放单位', '笔数', '金额（元）', '其中已发放', '待发放'],
    rows.map(({ payer, amount }, index) => {
      const own = paid.filter((one) => payer === undefined || one.payer === payer);
      const done = own.reduce((sum, one) => sum + one.amount, 0);
      return [...(plain[index] ?? []), yuanText(done), yuanText(amount - done)];
    }),
  );
}

/** Columns aligned by display width: a Chinese character is two columns wide. The first column is text, the others numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => stringWidth(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - stringWidth(cell));
        return /^[-+\d,.→（）]+$/.test(cell) ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return `${all.map(line).join('\n')}\n`;
}
