/** What is counted of each level and category, to be reconciled. */
import { awardLevels, categories, type Nominee } from './case/types.ts';
import { groupBy } from './rules/group.ts';
import type { Counts } from './rules/reconcile.ts';
import { countStatuses } from './rules/status.ts';
import type { Facts } from './views/facts.ts';
import { formCopies } from './views/form.ts';

/**
 * Nominees and payments from the rules, forms and certificates from the pages set.
 * @param pagesOf whom the pages of a document are for, page by page
 */
export function countsOf(
  { theCase, quota, roster, withdrawn, plan }: Facts,
  pagesOf: (document: 'forms' | 'certificates') => readonly Nominee[],
): readonly Counts[] {
  const rows = byHonour(theCase.nominees);
  const standing = byHonour(roster);
  const gone = byHonour(withdrawn);
  const forms = byHonour(pagesOf('forms'));
  const certificates = byHonour(pagesOf('certificates'));
  const payments = byHonour(plan.payments.map(({ award }) => award));
  const withheld = byHonour(plan.withheld.map(({ award }) => award));
  const prints = (level: string) => level === 'city' || theCase.settings.certificates.district;
  return awardLevels.flatMap((level) =>
    categories.map((category): Counts => {
      const of = <T>(honours: ReadonlyMap<string, readonly T[]>) => honours.get(`${level} ${category}`) ?? [];
      return {
        level,
        category,
        quota: level === 'city' ? quota.total[category] : null,
        rows: of(rows).length,
        states: countStatuses([...of(standing), ...of(gone)]),
        nominees: of(standing).length,
        forms: level === 'city' ? of(forms).length : null,
        copies: level === 'city' ? formCopies : null,
        certificates: prints(level) ? of(certificates).length : null,
        payments: of(payments).length,
        withheld: of(withheld).length,
      };
    }),
  );
}

/** By level and category. */
function byHonour<T extends Pick<Nominee, 'level' | 'category'>>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  return groupBy(items, ({ level, category }) => `${level} ${category}`);
}
