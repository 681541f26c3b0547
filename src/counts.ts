/** What is counted of each level and category, to be reconciled. */
import { awardLevels, categories, type Nominee } from './case/types.ts';
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
  const forms = pagesOf('forms');
  const certificates = pagesOf('certificates');
  const prints = (level: string) => level === 'city' || theCase.settings.certificates.district;
  return awardLevels.flatMap((level) =>
    categories.map((category): Counts => {
      const is = (one: { readonly level: string; readonly category: string }) =>
        one.level === level && one.category === category;
      return {
        level,
        category,
        quota: level === 'city' ? quota.total[category] : null,
        rows: theCase.nominees.filter(is).length,
        states: countStatuses([...roster, ...withdrawn].filter(is)),
        nominees: roster.filter(is).length,
        forms: level === 'city' ? forms.filter(is).length : null,
        copies: level === 'city' ? formCopies : null,
        certificates: prints(level) ? certificates.filter(is).length : null,
        payments: plan.payments.filter(({ award }) => is(award)).length,
        withheld: plan.withheld.filter(({ award }) => is(award)).length,
      };
    }),
  );
}
