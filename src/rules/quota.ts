/** The quota table (notice part 2 and annex 1): member counts, rates and the issuer's decisions in; how many awards each district may propose out. */
import type { Category, District, PerCategory, Settings } from '../case/types.ts';
import { type Message, message } from '../message.ts';

export interface QuotaTable {
  /** In the order of the districts given. */
  readonly rows: readonly QuotaRow[];
  /** Sum over the district associations. */
  readonly districtTotal: QuotaSum;
  /** Sum over all rows. */
  readonly total: QuotaSum;
}

export interface QuotaRow {
  readonly district: string;
  readonly scope: 'city' | 'district';
  /** null where not stated; not the same as 0. */
  readonly members: number | null;
  readonly quota: PerCategory<number>;
  /** Neither a member count nor a decision of the issuer: the quota is unknown and stands at 0. */
  readonly undecided: boolean;
}

export interface QuotaSum extends PerCategory<number> {
  /** Sum of the member counts that are stated. */
  readonly members: number;
  readonly collective: number;
  readonly individual: number;
  readonly all: number;
}

/** Department and responsible quotas follow from the rounded unit quota; overrides replace what the formula gives. */
export function quotaTable(districts: readonly District[], rates: Settings['quota']['rates']): QuotaTable {
  const rows = districts.map((district) => quotaRow(district, rates[district.scope]));
  return { rows, districtTotal: sumOf(rows.filter((row) => row.scope === 'district')), total: sumOf(rows) };
}

function quotaRow({ name, scope, members, overrides }: District, rates: PerCategory<number>): QuotaRow {
  // Without a member count the issuer's decisions are the quota, and what they do not name is none.
  const decided = (category: Category) => overrides.find((one) => one.category === category)?.quota;
  const given = (category: Category, base: number) =>
    decided(category) ?? (members === null ? 0 : share(base, rates[category]));
  const unit = given('unit', members ?? 0);
  const quota = {
    unit,
    department: given('department', unit),
    responsible: given('responsible', unit),
    officer: given('officer', members ?? 0),
  };
  return { district: name, scope, members, quota, undecided: members === null && overrides.length === 0 };
}

const rateScale = 1_000_000;

/** `rate` of `count`, rounded half up. Whole-number arithmetic: in floating point 29 % of 50 falls short of its half. */
export function share(count: number, rate: number): number {
  const twice = 2 * count * Math.round(rate * rateScale) + rateScale;
  return (twice - (twice % (2 * rateScale))) / (2 * rateScale);
}

function sumOf(rows: readonly QuotaRow[]): QuotaSum {
  const sum = (value: (row: QuotaRow) => number) => rows.reduce((total, row) => total + value(row), 0);
  const unit = sum((row) => row.quota.unit);
  const department = sum((row) => row.quota.department);
  const responsible = sum((row) => row.quota.responsible);
  const officer = sum((row) => row.quota.officer);
  return {
    members: sum((row) => row.members ?? 0),
    unit,
    department,
    responsible,
    officer,
    collective: unit + department,
    individual: responsible + officer,
    all: unit + department + responsible + officer,
  };
}

const statedItems = {
  unit: '先进单位名额',
  department: '先进保卫部门名额',
  responsible: '先进治安责任人名额',
  officer: '先进保卫干部名额',
  collective: '先进集体名额合计',
  individual: '先进个人名额合计',
} as const;

/** Whether every row could be computed, and whether the table agrees with what the prose of the notice states. */
export function checkStated(table: QuotaTable, stated: Settings['quota']['stated']): Message[] {
  const place = { file: 'case.yaml' };
  const undecided = table.rows
    .filter((row) => row.undecided)
    .map((row) => message('quota.members-unknown', { place, district: row.district }));
  // Without those rows the sums are wrong anyway.
  if (undecided.length > 0) return undecided;
  return (Object.keys(statedItems) as (keyof typeof statedItems)[])
    .filter((key) => stated[key] !== table.total[key])
    .map((key) =>
      message('quota.stated-differs', {
        place,
        key,
        item: statedItems[key],
        stated: stated[key],
        computed: table.total[key],
        actual: String(stated[key]),
      }),
    );
}
