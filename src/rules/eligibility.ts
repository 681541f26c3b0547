/** Who may stand (notice part 2, annex 2): errors keep a nominee out, warnings ask someone to look. */
import type { Award, Case } from '../case/types.ts';
import type { Message } from '../message.ts';
import { awardOf } from './award.ts';
import { checkDuplicates } from './eligibility/duplicates.ts';
import { checkLate } from './eligibility/late.ts';
import { checkNames } from './eligibility/names.ts';
import { checkNominee } from './eligibility/nominee.ts';
import { checkQuotaUse } from './eligibility/quota.ts';
import { checkUnits } from './eligibility/units.ts';
import type { QuotaTable } from './quota.ts';

/**
 * All findings, the nominees' own first, in the order given.
 * @param awards the nominees', in their order
 */
export function checkEligibility(
  theCase: Case,
  table: QuotaTable,
  awards: readonly Award[] = theCase.nominees.map(awardOf),
): Message[] {
  const { nominees, settings } = theCase;
  return [
    ...nominees.flatMap((nominee) => checkNominee(nominee, theCase.year, settings.scoring)),
    ...checkUnits(nominees),
    ...checkDuplicates(nominees, awards),
    ...checkNames(nominees),
    ...checkLate(nominees, settings.notice.closingDate),
    ...checkQuotaUse(nominees, table),
  ];
}
