/** The notice of the year with its annexes 1 to 7. */
import type { Case } from '../case/types.ts';
import type { DocumentView, Facts } from './facts.ts';
import { blankForms, type FormView } from './form.ts';
import { type QuotaView, quotaView } from './quota.ts';
import { type RubricView, rubricView } from './rubric.ts';

export interface NoticeView {
  readonly year: number;
  readonly issuer: string;
  readonly issuerShort: string;
  readonly conferrer: string;
  readonly conferrerShort: string;
  readonly number: string;
  readonly title: string;
  readonly activity: string;
  readonly subject: string;
  readonly addressees: string;
  readonly copyTo: string;
  readonly date: string;
  readonly closingDate: string;
  readonly annualMeeting: string;
  readonly printedBy: string;
  readonly printedOn: string;
  readonly contact: {
    readonly persons: string;
    readonly phones: string;
    readonly address: string;
    readonly postcode: string;
    readonly email: string;
  };
  readonly rates: Case['settings']['quota']['rates'];
  /** Fen. */
  readonly amounts: { readonly collective: number; readonly individual: number };
  readonly annexes: readonly Annex[];
  /** Title of annex 2. */
  readonly criteriaTitle: string;
  readonly quota: QuotaView;
  readonly rubric: RubricView;
  readonly forms: readonly FormView[];
}

interface Annex {
  readonly number: number;
  readonly title: string;
}

export function noticeDocuments(facts: Facts): readonly DocumentView[] {
  const { settings } = facts.theCase;
  const { notice } = settings;
  const title = `关于开展${settings.activity}的通知`;
  const titles = annexTitles(facts.theCase);
  const view: NoticeView = {
    year: settings.year,
    issuer: settings.issuer.name,
    issuerShort: settings.issuer.shortName,
    conferrer: settings.conferrer.name,
    conferrerShort: settings.conferrer.shortName,
    number: notice.number,
    title,
    activity: settings.activity,
    subject: settings.subject,
    addressees: notice.addressees,
    copyTo: notice.copyTo,
    date: notice.date,
    closingDate: notice.closingDate,
    annualMeeting: notice.annualMeeting,
    printedBy: notice.printedBy,
    printedOn: notice.printedOn,
    contact: {
      ...notice.contact,
      persons: notice.contact.persons.join('、'),
      phones: notice.contact.phones.join('、'),
    },
    rates: settings.quota.rates,
    amounts: settings.payout.amounts,
    annexes: titles.map((name, index) => ({ number: index + 1, title: name })),
    criteriaTitle: titles[1] ?? '',
    quota: quotaView(facts),
    rubric: rubricView(facts.theCase),
    forms: blankForms(facts.theCase),
  };
  return [{ names: { title }, view }];
}

/** Titles of annexes 1 to 7, the same in the list and on the annex pages. */
function annexTitles(theCase: Case): readonly string[] {
  const { year, subject } = theCase.settings;
  const of = (name: string) => `${year}年度${subject}${name}`;
  return [
    of('先进名额分配表'),
    of('先进集体、先进个人评选表彰范围和标准'),
    of('先进单位（保卫部门）评分指标'),
    ...blankForms(theCase).map((form) => form.title),
  ];
}
