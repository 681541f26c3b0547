/** Payments as lists show them: rows, the pages that they fill, and the sums of each. Fen. */

import { accountOf, missingOf } from '../rules/account.ts';
import { awardName } from '../rules/explain.ts';
import type { Payment } from '../rules/payout.ts';
import type { Facts } from './facts.ts';

export interface PaymentRow {
  /** @zh 序号，从1起 @example 1 */
  readonly number: number;
  /** @zh 受奖单位（人） @example 张三 */
  readonly recipient: string;
  /** @zh 所在单位全称 @example 某某集团有限公司 */
  readonly unit: string;
  /** @zh 奖项 @example 市级先进保卫干部 */
  readonly award: string;
  /** @zh 区 @example 浦东 */
  readonly district: string;
  /** Before tax. @zh 应发金额 @unit 分 @example 100000 */
  readonly amount: number;
  /** @zh 扣税 @unit 分 @example 0 */
  readonly tax: number;
  /** What is paid out. @zh 实发金额 @unit 分 @example 100000 */
  readonly net: number;
  /** @zh 开户名 @example 张三 */
  readonly accountName: string;
  /** @zh 开户行 @example 某某银行某某支行 */
  readonly bank: string;
  /** @zh 银行账号 @example 6222000000000000 */
  readonly account: string;
  /** 开户行、银行账号: what a transfer lacks; '' where it can be made. @zh 缺少的账户资料；齐全的为空 @example 开户行、银行账号 */
  readonly missing: string;
  /** Line of the register; null while it is in none. @zh 在登记簿中的行号；未登记的没有 @example 12 */
  readonly line: number | null;
}

export interface Sums {
  /** @zh 笔数 @example 64 */
  readonly count: number;
  /** @zh 应发金额合计 @unit 分 @example 9600000 */
  readonly amount: number;
  /** @zh 扣税合计 @unit 分 @example 0 */
  readonly tax: number;
  /** @zh 实发金额合计 @unit 分 @example 9600000 */
  readonly net: number;
}

/** The rows of one printed page, its sums, and those of all pages up to it. */
export interface RowPage<Row> {
  /** Counts from 1. @zh 页码，从1起 @example 1 */
  readonly number: number;
  /** The page before; 0 for the first. @zh 前一页的页码；首页为0 @example 0 */
  readonly before: number;
  /** @zh 是否末页 */
  readonly last: boolean;
  /** @zh 本页各行 */
  readonly rows: readonly Row[];
  /** @zh 本页小计 */
  readonly sums: Sums;
  /** @zh 到本页为止的累计 */
  readonly running: Sums;
}

export function paymentRows({ nomineeOf }: Facts, payments: readonly Payment[]): readonly PaymentRow[] {
  return payments.map((payment, index) => {
    const { award, amount, tax, record } = payment;
    const nominee = nomineeOf.get(award);
    const account = nominee ? accountOf(nominee) : { name: '', bank: '', number: '' };
    return {
      number: index + 1,
      recipient: award.recipient,
      unit: award.unit,
      award: awardName(award),
      district: award.district,
      amount,
      tax,
      net: amount - tax,
      accountName: account.name,
      bank: account.bank,
      account: account.number,
      missing: missingOf(account),
      line: record?.entry?.line ?? null,
    };
  });
}

export function sumsOf(rows: readonly Omit<Sums, 'count'>[]): Sums {
  const total = (field: 'amount' | 'tax' | 'net') => rows.reduce((sum, row) => sum + row[field], 0);
  return { count: rows.length, amount: total('amount'), tax: total('tax'), net: total('net') };
}

/** Rows by so many to a page; the running sums are those of whoever adds up page by page. */
export function pagesOf<Row extends Omit<Sums, 'count'>>(
  rows: readonly Row[],
  perPage: number,
): readonly RowPage<Row>[] {
  const count = Math.ceil(rows.length / perPage);
  let running = sumsOf([]);
  return Array.from({ length: count }, (_, index) => {
    const own = rows.slice(index * perPage, (index + 1) * perPage);
    const sums = sumsOf(own);
    running = {
      count: running.count + sums.count,
      amount: running.amount + sums.amount,
      tax: running.tax + sums.tax,
      net: running.net + sums.net,
    };
    return { number: index + 1, before: index, last: index === count - 1, rows: own, sums, running };
  });
}
