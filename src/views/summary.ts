/** What the leadership is told of the year's money: sums by honour, payer and district, last year's beside them. */
import { categoryNames, levelNames } from '../case/terms.ts';
import type { PaidAndWithheld, Sum } from '../rules/summary.ts';
import { summarise } from '../rules/summary.ts';
import type { DocumentView, Facts } from './facts.ts';

/** Amounts in fen, before tax. */
export interface SummaryView {
  /** @zh 标题 @example 2024年度上海内保工作先进奖金发放情况汇总 */
  readonly title: string;
  /** @zh 年度 @example 2024 */
  readonly year: number;
  /** @zh 评选表彰活动的全称 @example 2024年度上海内保工作先进集体、先进个人评选表彰活动 */
  readonly activity: string;
  /** null where there is no last year to compare with. @zh 上一年度；没有可比的没有 @example 2023 */
  readonly previousYear: number | null;
  /** Whether tax is taken off what is paid. @zh 是否扣税 */
  readonly taxed: boolean;
  /** @zh 按奖项的各行 */
  readonly honours: readonly SummaryRow[];
  /** @zh 按发放单位的各行 */
  readonly payers: readonly SummaryRow[];
  /** @zh 按区的各行 */
  readonly districts: readonly SummaryRow[];
  /** @zh 合计 */
  readonly total: SummaryRow;
  /** What is paid already, and what is still to be paid. @zh 已发放的 */
  readonly done: Sum;
  /** @zh 待发放的 */
  readonly open: Sum;
}

export interface SummaryRow extends PaidAndWithheld {
  /** @zh 奖项、发放单位或区 @example 市级先进单位 */
  readonly name: string;
  /** Paid last year; nothing where there was no such row. @zh 上一年发放的 */
  readonly previous: Sum;
  /** Fen paid more, or less, than last year. @zh 比上一年增减的金额 @unit 分 @example -200000 */
  readonly change: number;
}

export function summaryDocuments(facts: Facts): readonly DocumentView[] {
  const { theCase, plan, previous } = facts;
  const { settings } = theCase;
  const now = sumsByName(facts);
  const before = previous && sumsByName(previous);
  const done = plan.payments.filter(({ record }) => record !== null);
  const view: SummaryView = {
    title: `${settings.year}年度${settings.subject}先进奖金发放情况汇总`,
    year: settings.year,
    activity: settings.activity,
    previousYear: previous?.theCase.year ?? null,
    taxed: settings.payout.tax !== null,
    honours: besides(now.honours, before?.honours),
    payers: besides(now.payers, before?.payers),
    districts: besides(now.districts, before?.districts),
    total: rowOf('合计', now.total, before?.total),
    done: sumOf(done),
    open: sumOf(plan.payments.filter(({ record }) => record === null)),
  };
  return [{ names: {}, view }];
}

type ByName = ReadonlyMap<string, PaidAndWithheld>;

function sumsByName({ plan, theCase }: Pick<Facts, 'plan' | 'theCase'>) {
  const { payers, districts, honours, total } = summarise(plan, theCase);
  return {
    honours: new Map(honours.map((one) => [`${levelNames[one.level]}${categoryNames[one.category]}`, one])),
    payers: new Map(payers.map((one) => [one.payer, one])),
    districts: new Map(districts.map((one) => [one.district, one])),
    total,
  };
}

const nothing: Sum = { count: 0, amount: 0 };

/** This year's rows, then those of last year that are there no more. */
function besides(now: ByName, before: ByName = new Map()): readonly SummaryRow[] {
  const gone = [...before.keys()].filter((name) => !now.has(name));
  return [...now.keys(), ...gone].map((name) => rowOf(name, now.get(name), before.get(name)));
}

function rowOf(name: string, now: PaidAndWithheld | undefined, before: PaidAndWithheld | undefined): SummaryRow {
  const { paid, withheld } = now ?? { paid: nothing, withheld: nothing };
  const previous = before?.paid ?? nothing;
  return { name, paid, withheld, previous, change: paid.amount - previous.amount };
}

function sumOf(payments: Facts['plan']['payments']): Sum {
  return { count: payments.length, amount: payments.reduce((sum, { amount }) => sum + amount, 0) };
}
