/** Every clause of the table against the pages: kept, broken by how much, or not to be measured here. */
import { type ClauseId, clauses, type Strength } from '../layout/gbt9704.ts';
import { closingFindings } from './clauses/closing.ts';
import { headFindings } from './clauses/head.ts';
import { imprintFindings } from './clauses/imprint.ts';
import { letterFindings } from './clauses/letter.ts';
import { pageFindings } from './clauses/page.ts';
import { textFindings } from './clauses/text.ts';
import { type Finding, type Reading, round, type Subject } from './readings.ts';

export type Verdict = 'kept' | 'broken' | 'unmeasured';

export interface ClauseResult {
  readonly id: ClauseId;
  /** Number of the clause; '' for the custom of offices. */
  readonly clause: string;
  readonly item: string;
  readonly strength: Strength;
  readonly verdict: Verdict;
  readonly expected: string;
  readonly measured: string;
  /** mm, at the place that is furthest off; null where the clause is not about a length or was not measured. */
  readonly deviation: number | null;
  /** Page of that place. */
  readonly page: number | null;
  /** How many places were looked at, and at how many of them it is broken. */
  readonly places: number;
  readonly broken: number;
  /** Why it was not measured; else what to know of the place. */
  readonly note: string;
}

/** One result for each clause, in the order of the table. @param tolerance mm by which a length may be off */
export function clauseResults(subject: Subject, tolerance: number): readonly ClauseResult[] {
  const findings = [pageFindings, headFindings, textFindings, closingFindings, imprintFindings, letterFindings].flatMap(
    (check) => check(subject),
  );
  return (Object.keys(clauses) as ClauseId[]).map((id) => {
    const own = findings.filter((finding) => finding.id === id);
    return result(id, own, subject, tolerance);
  });
}

function result(id: ClauseId, findings: readonly Finding[], { profile }: Subject, tolerance: number): ClauseResult {
  const { clause, item, strength, tolerance: own = 0 } = { tolerance: 0, ...clauses[id] };
  // Even pages follow from GB/T 33476.2 alone; in the other profile they are what printing on both sides asks for.
  const binding = id === 'imprintEven' && profile === '9704' ? '实务' : strength;
  const known = { id, clause, item, strength: binding };
  const readings = findings.filter((one): one is Reading => 'measured' in one);
  if (readings.length === 0) {
    const why = findings.find((one) => 'why' in one)?.why ?? '页面上量不出';
    const nothing = { expected: '', measured: '', deviation: null, page: null, places: 0, broken: 0 };
    return { ...known, ...nothing, verdict: 'unmeasured', note: why };
  }
  const allowed = Math.max(tolerance, own);
  const isBroken = ({ fits, deviation }: Reading) => !fits || Math.abs(deviation ?? 0) > allowed + rounding;
  const worst = readings.reduce((bad, one) => (weight(one) > weight(bad) ? one : bad));
  const broken = readings.filter(isBroken).length;
  return {
    ...known,
    verdict: broken > 0 ? 'broken' : 'kept',
    expected: worst.expected,
    measured: worst.measured,
    deviation: worst.deviation === null ? null : round(worst.deviation, 2),
    page: worst.page,
    places: readings.length,
    broken,
    note: worst.note,
  };
}

/** Numbers on a page are rounded to hundredths of a millimetre. */
const rounding = 0.005;

function weight({ fits, deviation }: Reading): number {
  return (fits ? 0 : 1000) + Math.abs(deviation ?? 0);
}
