/** Which views make which document of the pack `commendation`. */
import { certificateDocuments } from './certificate.ts';
import type { DocumentView, Facts } from './facts.ts';
import { formDocuments } from './form.ts';
import { noticeDocuments } from './notice.ts';
import { payoutDocuments, withheldDocuments } from './payout.ts';
import { quotaDocuments } from './quota.ts';
import { categoryRosterDocuments, districtRosterDocuments } from './roster.ts';

export const documentViews: Readonly<Record<string, (facts: Facts) => readonly DocumentView[]>> = {
  notice: noticeDocuments,
  quota: quotaDocuments,
  forms: formDocuments,
  'category-rosters': categoryRosterDocuments,
  'district-rosters': districtRosterDocuments,
  certificates: certificateDocuments,
  payout: payoutDocuments,
  withheld: withheldDocuments,
};
