/** Who concerns which document: a nominee's state in the flow of the year (annex 2, part 3) decides. */
import type { Nominee, NomineeStatus } from '../case/types.ts';

/** In the order of the flow, and last the one that is out of it. */
export const statuses: readonly NomineeStatus[] = ['nominated', 'reviewed', 'publicised', 'final', 'withdrawn'];

/**
 * What documents are for. `nomination`: forms and rosters. `opinion`: the letters to authorities and police.
 * `publicity`: the request for the publicity list, and the notice itself. `approval`: the request for the final list.
 * `award`: the decision, the news list, certificates and payment.
 */
export type Purpose = 'nomination' | 'opinion' | 'publicity' | 'approval' | 'award';

/** How far a nominee must have come to concern a document. */
const needed: Readonly<Record<Purpose, NomineeStatus>> = {
  nomination: 'nominated',
  opinion: 'reviewed',
  publicity: 'reviewed',
  approval: 'publicised',
  award: 'final',
};

/** Whether a nominee in this state concerns the documents of a purpose. One who is withdrawn concerns none. */
export function concerns(purpose: Purpose, status: NomineeStatus): boolean {
  return status !== 'withdrawn' && statuses.indexOf(status) >= statuses.indexOf(needed[purpose]);
}

/** The nominees that the documents of a purpose take, in the order given. */
export function concerned<T extends Pick<Nominee, 'status'>>(purpose: Purpose, nominees: readonly T[]): readonly T[] {
  return nominees.filter((one) => concerns(purpose, one.status));
}

export type StatusCounts = Readonly<Record<NomineeStatus, number>>;

/** How many nominees are in each state. */
export function countStatuses(nominees: readonly Pick<Nominee, 'status'>[]): StatusCounts {
  const count = (status: NomineeStatus) => nominees.filter((one) => one.status === status).length;
  return {
    nominated: count('nominated'),
    reviewed: count('reviewed'),
    publicised: count('publicised'),
    final: count('final'),
    withdrawn: count('withdrawn'),
  };
}
