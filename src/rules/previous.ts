/** Last year's case, which this year's names to be compared with. */
import type { Case } from '../case/types.ts';
import { type Message, message, type Result } from '../message.ts';
import type { YearFacts } from './years.ts';

/**
 * What was read of the case that `settings.previous` names, if it can be shown beside this one. Errors:
 * `case.previous-missing`, `case.previous-faulty`, `case.previous-year`.
 */
export function previousYear(
  { year, settings }: Pick<Case, 'year' | 'settings'>,
  read: { readonly facts?: YearFacts; readonly messages: readonly Message[] },
): Result<YearFacts> {
  const { previous } = settings;
  const fault = (code: 'case.previous-missing' | 'case.previous-faulty' | 'case.previous-year', facts = {}) =>
    ({
      ok: false,
      messages: [message(code, { place: { file: 'case.yaml' }, previous, actual: previous, ...facts })],
    }) as const;
  // What the prose of its notice states has no part in the comparison.
  const errors = read.messages.filter(({ level, code }) => level === 'error' && code !== 'quota.stated-differs');
  const [first] = errors;
  if (first?.code === 'case.folder-missing') return fault('case.previous-missing');
  if (first !== undefined) return fault('case.previous-faulty', { count: errors.length, first: first.text });
  if (read.facts === undefined) throw new Error('a case without errors and without facts');
  const found = read.facts.theCase.year;
  if (found >= year) return fault('case.previous-year', { found, year });
  return { ok: true, value: read.facts, messages: [] };
}
