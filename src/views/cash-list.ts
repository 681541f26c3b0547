/** Who signs for what: the list that recipients sign (签领单), for each payer and batch of the register. */
import { isCollective } from '../case/types.ts';
import { issuedBatches, type PayerBatch } from './batch.ts';
import type { DocumentView, Facts } from './facts.ts';
import { pagesOf, paymentRows, type RowPage, type Sums, sumsOf } from './payment-row.ts';
import { isTaxed, payoutTitle } from './payout.ts';

export interface CashListView extends Sums, Pick<PayerBatch, 'payer' | 'batch' | 'date'> {
  /** @zh 标题 @example 2024年度上海内保工作先进奖金签领单 */
  readonly title: string;
  /** @zh 评选表彰活动的全称 @example 2024年度上海内保工作先进集体、先进个人评选表彰活动 */
  readonly activity: string;
  /** @zh 制表人 @example 张三 */
  readonly prepared: string;
  /** @zh 审核人 @example 李四 */
  readonly reviewed: string;
  /** Whether tax is taken off. @zh 是否扣税 */
  readonly taxed: boolean;
  /** @zh 各页的清单 */
  readonly pages: readonly RowPage<CashRow>[];
  /** @zh 清单是否不止一页 */
  readonly paged: boolean;
  /** What the bank transfers, and what is handed out: those without an account. @zh 其中转账的 */
  readonly transfers: Sums;
  /** @zh 其中现金的 */
  readonly cash: Sums;
}

export interface CashRow extends Omit<Sums, 'count'> {
  /** @zh 序号，从1起 @example 1 */
  readonly number: number;
  /**
   * A person with the unit in brackets; a department with its unit before it; a unit.
   * @zh 姓名和单位，或单位、保卫部门名称 @example 张三（某某集团有限公司）
   */
  readonly name: string;
  /** @zh 奖项 @example 市级先进保卫干部 */
  readonly award: string;
  /** Without an account: in cash. @zh 是否付现金 */
  readonly cash: boolean;
}

/** Rows are high enough to sign in. */
const rowsPerPage = 15;

export function* cashListDocuments(facts: Facts): Iterable<DocumentView> {
  for (const batch of issuedBatches(facts)) yield { names: batch.names, view: cashListView(facts, batch) };
}

function cashListView(facts: Facts, batch: PayerBatch): CashListView {
  const { payer, date, prepared, reviewed, payments } = batch;
  const rows = paymentRows(facts, payments).map(({ missing, ...row }, index): CashRow => {
    const award = payments[index]?.award;
    const { recipient, unit, number, amount, tax, net } = row;
    const collective = award !== undefined && isCollective(award.category);
    const name = !collective ? `${recipient}（${unit}）` : recipient === unit ? unit : `${unit}${recipient}`;
    return { number, name, award: row.award, amount, tax, net, cash: missing !== '' };
  });
  const pages = pagesOf(rows, rowsPerPage);
  return {
    title: payoutTitle(facts.theCase, '签领单'),
    activity: facts.theCase.settings.activity,
    ...{ payer, batch: batch.batch, date, prepared, reviewed },
    taxed: isTaxed(facts, batch),
    ...sumsOf(rows),
    pages,
    paged: pages.length > 1,
    transfers: sumsOf(rows.filter(({ cash }) => !cash)),
    cash: sumsOf(rows.filter(({ cash }) => cash)),
  };
}
