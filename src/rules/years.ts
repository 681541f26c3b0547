/** What changed from one year's case to the next: quota, who won again, what each association pays. */
import {
  type Award,
  type AwardLevel,
  awardLevels,
  type Case,
  type Category,
  categories,
  isCollective,
  type Nominee,
  type PerCategory,
} from '../case/types.ts';
import { awardOf, beneficiariesOf } from './award.ts';
import { groupBy } from './group.ts';
import type { PayoutPlan } from './payout.ts';
import type { QuotaTable } from './quota.ts';

export interface YearFacts {
  readonly theCase: Case;
  readonly quota: QuotaTable;
  readonly plan: PayoutPlan;
}

/** `old` and `new` are null where that year does not know the row at all; a missing side counts as 0. */
export interface Change {
  readonly old: number | null;
  readonly new: number | null;
  readonly change: number;
}

export interface YearComparison {
  readonly oldYear: number;
  readonly newYear: number;
  /** Districts in the new order, those that are gone at the end. */
  readonly quota: readonly QuotaChange[];
  readonly quotaTotal: PerCategory<Change>;
  readonly newDistricts: readonly string[];
  readonly goneDistricts: readonly string[];
  /** Units, then persons, in the order of the new rosters. */
  readonly again: readonly WonAgain[];
  /** Fen. Payers of the new year, those that pay no more at the end. */
  readonly payers: readonly (Change & { readonly payer: string })[];
  readonly paid: Change;
}

export interface QuotaChange extends PerCategory<Change> {
  readonly district: string;
  readonly members: Change;
}

/** A unit or a person named in both years, whatever for. */
export interface WonAgain {
  readonly kind: 'unit' | 'person';
  readonly district: string;
  readonly unit: string;
  /** '' for a unit. */
  readonly name: string;
  readonly old: readonly Honour[];
  readonly new: readonly Honour[];
  /** Levels at which both years name it. */
  readonly levels: readonly AwardLevel[];
}

export interface Honour {
  readonly level: AwardLevel;
  readonly category: Category;
}

export function compareYears(old: YearFacts, next: YearFacts): YearComparison {
  const oldNames = old.quota.rows.map((row) => row.district);
  const newNames = next.quota.rows.map((row) => row.district);
  const goneDistricts = oldNames.filter((name) => !newNames.includes(name));
  return {
    oldYear: old.theCase.year,
    newYear: next.theCase.year,
    quota: [...newNames, ...goneDistricts].map((district) => quotaChange(district, old.quota, next.quota)),
    quotaTotal: perCategory((category) => change(old.quota.total[category], next.quota.total[category])),
    newDistricts: newNames.filter((name) => !oldNames.includes(name)),
    goneDistricts,
    again: wonAgain(standing(old.theCase), standing(next.theCase)),
    payers: payerChanges(old.plan, next.plan),
    paid: change(old.plan.total.amount, next.plan.total.amount),
  };
}

function change(old: number | null | undefined, next: number | null | undefined): Change {
  return { old: old ?? null, new: next ?? null, change: (next ?? 0) - (old ?? 0) };
}

function perCategory<T>(of: (category: Category) => T): PerCategory<T> {
  return { unit: of('unit'), department: of('department'), responsible: of('responsible'), officer: of('officer') };
}

function quotaChange(district: string, old: QuotaTable, next: QuotaTable): QuotaChange {
  const [before, after] = [old, next].map((table) => table.rows.find((row) => row.district === district));
  return {
    district,
    members: change(before?.members, after?.members),
    ...perCategory((category) => change(before?.quota[category], after?.quota[category])),
  };
}

function standing({ nominees }: Case): readonly Nominee[] {
  return nominees.filter((one) => one.status !== 'withdrawn');
}

/** The same beneficiary in both years: by number, else by name, as payment knows them. */
function wonAgain(old: readonly Nominee[], next: readonly Nominee[]): readonly WonAgain[] {
  const before = old.map(awardOf);
  const after = next.map(awardOf);
  const { keyOf } = beneficiariesOf([...before, ...after]);
  const oldAwards = groupBy(before, keyOf);
  const again = [...groupBy(after, keyOf)].flatMap(([key, awards]): WonAgain[] => {
    const [first] = awards;
    const earlier = oldAwards.get(key);
    if (first === undefined || earlier === undefined) return [];
    const unit = isCollective(first.category);
    const levels = awardLevels.filter((level) =>
      [earlier, awards].every((year) => year.some((one) => one.level === level)),
    );
    const { district, unit: name, recipient } = first;
    return [
      {
        kind: unit ? 'unit' : 'person',
        district,
        unit: name,
        name: unit ? '' : recipient,
        old: honours(earlier),
        new: honours(awards),
        levels,
      },
    ];
  });
  return [...again.filter((one) => one.kind === 'unit'), ...again.filter((one) => one.kind === 'person')];
}

function honours(awards: readonly Award[]): readonly Honour[] {
  return awardLevels.flatMap((level) =>
    categories
      .filter((category) => awards.some((one) => one.level === level && one.category === category))
      .map((category) => ({ level, category })),
  );
}

function payerChanges(old: PayoutPlan, next: PayoutPlan): YearComparison['payers'] {
  const amountOf = (plan: PayoutPlan, payer: string) => plan.totals.find((one) => one.payer === payer)?.amount;
  const payers = new Set([...next.totals, ...old.totals].map(({ payer }) => payer));
  return [...payers].map((payer) => ({ payer, ...change(amountOf(old, payer), amountOf(next, payer)) }));
}
