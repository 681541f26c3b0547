/** Who may stand (notice part 2, annex 2): errors keep a nominee out, warnings ask someone to look. */
import type { Case } from '../case/types.ts';
import type { Message } from '../message.ts';
import { checkDuplicates } from './eligibility/duplicates.ts';
import { checkLate } from './eligibility/late.ts';
import { checkNames } from './eligibility/names.ts';
import { checkNominee } from './eligibility/nominee.ts';
import { checkQuotaUse } from './eligibility/quota.ts';
import { checkUnits } from './eligibility/units.ts';
import type { QuotaTable } from './quota.ts';

/** All findings, the nominees' own first, in the order given. */
export function checkEligibility(theCase: Case, table: QuotaTable): Message[] {
  const { nominees, settings } = theCase;
  return [
    ...nominees.flatMap((nominee) => checkNominee(nominee, theCase.year, settings.scoring)),
    ...checkUnits(nominees),
    ...checkDuplicates(nominees),
    ...checkNames(nominees),
    ...checkLate(nominees, settings.notice.closingDate),
    ...checkQuotaUse(nominees, table),
  ];
}
