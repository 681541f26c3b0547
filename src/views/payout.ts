/** What finance pays from: a workbook for each payer and batch, with cover, list, and what is not paid or not transferable. */
import type { Case } from '../case/types.ts';
import { groupBy } from '../rules/group.ts';
import { type PayerBatch, payerBatches } from './batch.ts';
import type { DocumentView, Facts } from './facts.ts';
import { type PaymentRow, pagesOf, paymentRows, type RowPage, type Sums, sumsOf } from './payment-row.ts';
import { type WithheldRow, withheldRows } from './withheld.ts';

export interface PayoutView extends Sums, Pick<PayerBatch, 'payer' | 'state' | 'batch' | 'date'> {
  /** @zh 标题 @example 2024年度上海内保工作先进奖金发放表 */
  readonly title: string;
  /** @zh 评选表彰活动的全称 @example 2024年度上海内保工作先进集体、先进个人评选表彰活动 */
  readonly activity: string;
  /** @zh 制表人；未登记的为空 @example 张三 */
  readonly prepared: string;
  /** @zh 审核人；未登记的为空 @example 李四 */
  readonly reviewed: string;
  /** Whether the case states tax items, so that gross, tax and net stand side by side. @zh 是否扣税 */
  readonly taxed: boolean;
  /** @zh 各页的清单 */
  readonly pages: readonly RowPage<PaymentRow>[];
  /** Whether the list goes over several pages, each with its own sums. @zh 清单是否不止一页 */
  readonly paged: boolean;
  /** @zh 各奖项合计 */
  readonly parts: readonly PartView[];
  /** @zh 各计税项目 */
  readonly taxItems: readonly TaxItemView[];
  /**
   * What the batch came to when it was entered, and what was taken back since; null where both agree with the list.
   * @zh 登记时的数量和金额；与本表一致的没有
   */
  readonly entered: EnteredView | null;
  /** @zh 本单位不重复发放的 */
  readonly withheld: {
    /** @zh 清单各行 */
    readonly rows: readonly WithheldRow[];
    /** @zh 笔数 @example 3 */
    readonly count: number;
    /** @zh 金额合计 @unit 分 @example 300000 */
    readonly total: number;
  };
  /** Payments that cannot be transferred. @zh 缺少账号、不能转账的 */
  readonly missing: MissingView;
}

/** Awards of one kind. */
interface PartView extends Sums {
  /** @zh 奖项 @example 市级先进单位 */
  readonly name: string;
}

interface TaxItemView extends Sums {
  /** @zh 计税项目 @example 偶然所得 */
  readonly name: string;
  /** 0.2 for 20 %; null for an item that the case no longer states. @zh 税率；案卷已不再列出的没有 @unit 比例 @example 0.2 */
  readonly rate: number | null;
  /** @zh 计税依据 @example 由发放单位确定 */
  readonly basis: string;
}

interface EnteredView {
  /** @zh 登记时的笔数 @example 64 */
  readonly count: number;
  /** @zh 登记时的金额 @unit 分 @example 9600000 */
  readonly amount: number;
  /** @zh 其后冲销的 */
  readonly reversed: CountAndAmount;
  /** In force in the register, but their award is no longer in the rosters. @zh 登记簿中有、名册里已经没有对应奖项的 */
  readonly astray: CountAndAmount;
}

interface CountAndAmount {
  /** @zh 笔数 @example 3 */
  readonly count: number;
  /** @zh 金额 @unit 分 @example 300000 */
  readonly amount: number;
}

interface MissingView extends Sums {
  /** @zh 清单各行 */
  readonly rows: readonly PaymentRow[];
}

/** So many fit a page with title, sums and signatures, be it the first, the last or both. */
const rowsPerPage = 12;

export function* payoutDocuments(facts: Facts): Iterable<DocumentView> {
  for (const batch of payerBatches(facts)) yield { names: batch.names, view: payoutView(facts, batch) };
}

export function payoutTitle({ settings }: Case, kind: string): string {
  return `${settings.year}年度${settings.subject}先进奖金${kind}`;
}

function payoutView(facts: Facts, batch: PayerBatch): PayoutView {
  const { theCase, plan } = facts;
  const { payer, state, date, prepared, reviewed, payments } = batch;
  const rows = paymentRows(facts, payments);
  const missing = rows.filter((row) => row.missing !== '').map((row, index) => ({ ...row, number: index + 1 }));
  const withheld = withheldRows(plan.withheld.filter((one) => one.payer === payer));
  const pages = pagesOf(rows, rowsPerPage);
  return {
    title: payoutTitle(theCase, '发放表'),
    activity: theCase.settings.activity,
    ...{ payer, state, batch: batch.batch, date, prepared, reviewed },
    taxed: isTaxed(facts, batch),
    ...sumsOf(rows),
    pages,
    paged: pages.length > 1,
    parts: [...groupBy(rows, ({ award }) => award)].map(([name, own]) => ({ name, ...sumsOf(own) })),
    taxItems: taxItems(facts, batch),
    entered: enteredOf(facts, batch),
    withheld: {
      rows: withheld,
      count: withheld.length,
      total: withheld.reduce((sum, { amount }) => sum + amount, 0),
    },
    missing: { ...sumsOf(missing), rows: missing },
  };
}

/** What was paid keeps its tax, whatever the case says now. */
export function isTaxed({ theCase }: Facts, { payments, state }: PayerBatch): boolean {
  const recorded = payments.some(({ taxItem }) => taxItem !== '');
  return recorded || (state === 'open' && theCase.settings.payout.tax !== null);
}

function taxItems({ theCase }: Facts, { payments }: PayerBatch): readonly TaxItemView[] {
  const items = groupBy(
    payments.filter(({ taxItem }) => taxItem !== ''),
    ({ taxItem }) => taxItem,
  );
  return [...items].map(([name, own]) => {
    const stated = theCase.settings.payout.tax?.items[name];
    const sums = sumsOf(own.map(({ amount, tax }) => ({ amount, tax, net: amount - tax })));
    return { name, rate: stated?.rate ?? null, basis: stated?.basis ?? '', ...sums };
  });
}

/** The register's own figures of the batch; the list holds what is still in force and has its award. */
function enteredOf({ register, theCase }: Facts, { payer, batch, payments }: PayerBatch): EnteredView | null {
  if (batch === null) return null;
  const all = register.payments.filter(
    (one) => one.year === theCase.year && one.batch === batch && one.payer === payer,
  );
  const sum = (some: readonly { readonly amount: number }[]) => ({
    count: some.length,
    amount: some.reduce((total, { amount }) => total + amount, 0),
  });
  const entered = sum(all);
  if (entered.count === payments.length) return null;
  const reversed = sum(all.filter(({ live }) => !live));
  const listed = sum(payments);
  return {
    ...entered,
    reversed,
    astray: {
      count: entered.count - reversed.count - listed.count,
      amount: entered.amount - reversed.amount - listed.amount,
    },
  };
}
