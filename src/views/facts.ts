/** Everything the documents of one case may draw on: what was read and what the rules made of it. */
import type { Award, AwardLevel, Case, Category, Nominee } from '../case/types.ts';
import type { Register } from '../register/types.ts';
import type { Certificate } from '../rules/certificate.ts';
import { groupBy } from '../rules/group.ts';
import type { PayoutPlan } from '../rules/payout.ts';
import type { QuotaTable } from '../rules/quota.ts';
import type { YearFacts } from '../rules/years.ts';

export interface Facts {
  readonly theCase: Case;
  readonly quota: QuotaTable;
  /** The nominees that stand, in the order of the rosters: industry order, then the order given. */
  readonly roster: readonly Nominee[];
  /** Those that were withdrawn, in the same order. */
  readonly withdrawn: readonly Nominee[];
  /** Certificates and payments are of final nominees alone. */
  readonly certificates: readonly Certificate[];
  readonly plan: PayoutPlan;
  readonly nomineeOf: ReadonlyMap<Award, Nominee>;
  /** As it was when the case was read. */
  readonly register: Register;
  /** Last year's case, where this one names it. */
  readonly previous: YearFacts | null;
  /** The batch whose lists are wanted; null for all that was issued and what is still open. */
  readonly batch: number | null;
}

/** One document to make: what its file name is made of, and what its template may say. */
export interface DocumentView {
  /** Fills the placeholders of the pack's path, e.g. {district}. */
  readonly names: Readonly<Record<string, string>>;
  readonly view: object;
  /** Of a document that is one of many: what the cover calls it in the list of them. */
  readonly part?: string;
  /** Whom each of its form pages is for, in order. */
  readonly nominees?: readonly Nominee[];
  /** The same view with forms that refer to the attached material instead of holding the deeds; by number of the page. */
  readonly attachDeeds?: (pages: ReadonlySet<number>) => object;
}

/** Nominees of a level and category that stand, in roster order. */
export function nomineesOf(facts: Facts, level: AwardLevel, category: Category): readonly Nominee[] {
  return facts.roster.filter((one) => one.level === level && one.category === category);
}

/** The same of one district after the other: the roster may be long, and is walked through once for all. */
export function nomineesByDistrict({
  roster,
}: Facts): (district: string, level: AwardLevel, category: Category) => readonly Nominee[] {
  const all = groupBy(roster, (one) => keyOf(one.district, one.level, one.category));
  return (...key) => all.get(keyOf(...key)) ?? [];
}

function keyOf(district: string, level: AwardLevel, category: Category): string {
  return `${level} ${category} ${district}`;
}

/** `01`, `02` …: the number that keeps files in the office's order. */
export function ordinal(index: number): string {
  return String(index + 1).padStart(2, '0');
}
