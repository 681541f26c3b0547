/** Which views make which document of the pack `commendation`. */
import { cashListDocuments } from './cash-list.ts';
import { certificateDocuments } from './certificate.ts';
import { decisionDocuments } from './decision.ts';
import type { DocumentView, Facts } from './facts.ts';
import { formDocuments } from './form.ts';
import { authorityLetterDocuments, policeLetterDocuments } from './letters.ts';
import { newsDocuments } from './news.ts';
import { noticeDocuments } from './notice.ts';
import { payoutDocuments } from './payout.ts';
import { publicityDocuments } from './publicity.ts';
import { quotaDocuments } from './quota.ts';
import { finalRequestDocuments, publicityRequestDocuments } from './report.ts';
import { categoryRosterDocuments, districtRosterDocuments } from './roster.ts';
import { scoringDocuments } from './scoring.ts';
import { summaryDocuments } from './summary.ts';
import { withheldDocuments } from './withheld.ts';

export const documentViews: Readonly<Record<string, (facts: Facts) => Iterable<DocumentView>>> = {
  notice: noticeDocuments,
  quota: quotaDocuments,
  forms: formDocuments,
  scoring: scoringDocuments,
  'category-rosters': categoryRosterDocuments,
  'district-rosters': districtRosterDocuments,
  'authority-letters': authorityLetterDocuments,
  'police-letters': policeLetterDocuments,
  'publicity-request': publicityRequestDocuments,
  publicity: publicityDocuments,
  'final-request': finalRequestDocuments,
  decision: decisionDocuments,
  news: newsDocuments,
  certificates: certificateDocuments,
  payout: payoutDocuments,
  'cash-list': cashListDocuments,
  withheld: withheldDocuments,
  summary: summaryDocuments,
};
