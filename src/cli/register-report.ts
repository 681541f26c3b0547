/** What a clerk reads of the register, and what programs get: amounts in yuan, for this is an edge. */
import { categoryNames, levelNames } from '../case/terms.ts';
import { yuanText } from '../figures.ts';
import { kindNames } from '../register/codec.ts';
import type { RegisterItem, RegisterSummary } from '../register/items.ts';
import { stateNames } from '../register/table.ts';
import type { AwardFacts, Entry } from '../register/types.ts';
import type { ExportSummary, Located, Numbered, Replaced, Reversed } from '../register-case.ts';
import { table } from '../report.ts';

export function reportSummary({ register, lines, head, years }: Located<RegisterSummary>): string {
  if (lines === 0) return '';
  const rows = years.map(({ year, batches, payments, amount, reversed, certificates }) => [
    String(year),
    String(batches),
    String(payments),
    yuanText(amount),
    String(reversed),
    String(certificates.valid),
    String(certificates.void + certificates.replaced),
  ]);
  return [
    `登记簿共 ${lines} 行，逐行核对无误：${register}`,
    '',
    table(['年度', '批次', '有效发放', '金额（元）', '已冲销', '有效证书', '作废、换发'], rows),
    `末行校验码 ${head}`,
    '把行数和末行校验码抄在当次的发放凭证上，以后可据此核对登记簿没有缺行。',
    '',
  ].join('\n');
}

export function summaryJson({ years, ...summary }: Located<RegisterSummary>): unknown {
  return { ...summary, years: years.map((one) => ({ ...one, amount: one.amount / 100 })) };
}

export function reportItems({ items }: { readonly items: readonly RegisterItem[] }): string {
  if (items.length === 0) return '没有符合条件的记录。\n';
  const rows = items.map(({ line, entry, state }) => [
    String(line),
    entry.time.slice(0, 10),
    kindNames[entry.kind],
    'year' in entry ? String(entry.year) : '',
    'batch' in entry ? String(entry.batch) : '',
    whatOf(entry),
    'amount' in entry ? yuanText(entry.amount) : '',
    stateNames[state],
  ]);
  return `${table(['序号', '登记日期', '类别', '年度', '批次', '内容', '金额（元）', '状态'], rows)}共 ${items.length} 行。\n`;
}

/** What a line is about, in a few words. */
function whatOf(entry: Entry): string {
  switch (entry.kind) {
    case 'opening':
      return `格式 ${entry.version}`;
    case 'batch':
      return `${entry.date} 共${entry.count}笔，制表${entry.prepared}，复核${entry.reviewed}`;
    case 'payment':
      return `${entry.payer}→${whose(entry)}`;
    case 'reversal':
      return `第${entry.reverses}行 ${entry.recipient}：${entry.reason}`;
    case 'certificate':
      return `${entry.number} ${whose(entry)}`;
    case 'void':
      return `${entry.number} ${entry.recipient}：${entry.reason}`;
    case 'replacement':
      return `${entry.number}（原${entry.replaces}）${whose(entry)}：${entry.reason}`;
  }
}

function whose({ level, category, unit, recipient }: AwardFacts): string {
  const honour = `${levelNames[level]}${categoryNames[category]}`;
  return unit === recipient ? `${recipient} ${honour}` : `${recipient}（${unit}）${honour}`;
}

/** A line as programs get it. */
export function itemJson({ line, entry, state }: RegisterItem): unknown {
  return {
    line,
    ...entry,
    ...moneyJson(entry),
    ...('payers' in entry && { payers: entry.payers.map((one) => ({ ...one, ...moneyJson(one) })) }),
    ...(state !== '' && { state }),
  };
}

function moneyJson(one: object): { amount?: number; tax?: number } {
  const { amount, tax } = one as { readonly amount?: number; readonly tax?: number };
  return { ...(amount !== undefined && { amount: amount / 100 }), ...(tax !== undefined && { tax: tax / 100 }) };
}

export function reportExport({ file, rows }: ExportSummary): string {
  return `已导出 ${rows} 行：${file}\n`;
}

export function reversalJson({ register, payment }: Located<Reversed>): unknown {
  return { register, payment: { ...payment, ...moneyJson(payment) } };
}

export function reportReversed({ payment }: Reversed): string {
  const { line, batch, recipient, payer, amount } = payment;
  return `已冲销第${line}行：第${batch}批 ${payer}→${recipient} ${yuanText(amount)}元。可以重新发放，用“neibao payout <案卷> --issue”登记为新的一批。\n`;
}

export function reportNumbered({ added, voided, valid }: Numbered): string {
  const first = added[0];
  const last = added.at(-1);
  const run = first && last ? `：${first.number}${added.length > 1 ? ` 至 ${last.number}` : ''}` : '';
  return [
    `新登记证书 ${added.length} 张${run}`,
    ...voided.map(({ number, recipient }) => `已作废 ${number}（${recipient}）`),
    `本年度有效证书共 ${valid} 张。`,
    '',
  ].join('\n');
}

export function reportReplaced({ certificate }: Replaced): string {
  const { number, replaces, recipient } = certificate;
  return `已为 ${recipient} 换发 ${number}，原编号 ${replaces} 不再有效。\n`;
}
