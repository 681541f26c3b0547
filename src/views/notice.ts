/** The notice of the year with its annexes 1 to 7. */
import type { Case } from '../case/types.ts';
import type { DocumentView, Facts } from './facts.ts';
import { blankForms, type FormView } from './form.ts';
import { type ContactView, contactView, type SealNames, sealNames } from './paper.ts';
import { type QuotaView, quotaView, type RatesView } from './quota.ts';
import { type RubricView, rubricView } from './rubric.ts';

export interface NoticeView {
  /** @zh 年度 @example 2024 */
  readonly year: number;
  /** @zh 发文单位全称（市企保协会） @example 上海市企事业单位治安保卫协会 */
  readonly issuer: string;
  /** @zh 发文单位简称 @example 市企保协会 */
  readonly issuerShort: string;
  /** @zh 表彰单位全称 @example 上海市公安局治安总队 */
  readonly conferrer: string;
  /** @zh 表彰单位简称 @example 治安总队 */
  readonly conferrerShort: string;
  /** @zh 发文字号 @example 沪企保协〔2024〕39号 */
  readonly number: string;
  /** 份号, 密级和保密期限, 紧急程度; '' for none. @zh 份号，六位数字；没有的为空 @example 000001 */
  readonly copyNumber: string;
  /** @zh 密级和保密期限；不涉密的为空 @example 机密★1年 */
  readonly secrecy: string;
  /** @zh 紧急程度；平件为空 @example 特急 */
  readonly urgency: string;
  /** @zh 标题 @example 关于开展2024年度上海内保工作先进集体、先进个人评选表彰活动的通知 */
  readonly title: string;
  /** @zh 评选表彰活动的全称 @example 2024年度上海内保工作先进集体、先进个人评选表彰活动 */
  readonly activity: string;
  /** @zh 所评工作的名称，用在各类先进前面 @example 上海内保工作 */
  readonly subject: string;
  /** @zh 主送单位，不含末尾的冒号 @example 各区企保协会、各会员单位 */
  readonly addressees: string;
  /** @zh 抄送单位，不含末尾的句号 @example 各区公安分局治安支队 */
  readonly copyTo: string;
  /** @zh 成文日期 @unit YYYY-MM-DD @example 2024-12-17 */
  readonly date: string;
  /** @zh 材料报送的截止日期 @unit YYYY-MM-DD @example 2025-01-10 */
  readonly closingDate: string;
  /** @zh 颁发证书和奖金的会议 @example 2024年度上海内保工作会议 */
  readonly annualMeeting: string;
  /** @zh 印发机关 @example 上海市企事业单位治安保卫协会 */
  readonly printedBy: string;
  /** @zh 印发日期 @unit YYYY-MM-DD @example 2024-12-17 */
  readonly printedOn: string;
  /** @zh 联系方式 */
  readonly contact: ContactView;
  /** @zh 名额核定比例 */
  readonly rates: RatesView;
  /** Fen. @zh 奖金标准 */
  readonly amounts: {
    /** @zh 每个先进集体的奖金 @unit 分 @example 200000 */
    readonly collective: number;
    /** @zh 每名先进个人的奖金 @unit 分 @example 100000 */
    readonly individual: number;
  };
  /** @zh 附件目录 */
  readonly annexes: readonly Annex[];
  /** Title of annex 2. @zh 附件2的标题 @example 2024年度上海内保工作先进集体、先进个人评选表彰范围和标准 */
  readonly criteriaTitle: string;
  /** @zh 附件1，名额分配表 */
  readonly quota: QuotaView;
  /** @zh 附件3，空白评分指标 */
  readonly rubric: RubricView;
  /** @zh 附件4至附件7，空白审批表 */
  readonly forms: readonly FormView[];
  /** @zh 用印的名称 */
  readonly seals: SealNames;
}

interface Annex {
  /** @zh 附件序号，从1起 @example 1 */
  readonly number: number;
  /** @zh 附件标题 @example 2024年度上海内保工作先进名额分配表 */
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
    copyNumber: notice.copyNumber,
    secrecy: notice.secrecy,
    urgency: notice.urgency,
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
    contact: contactView(facts.theCase),
    rates: settings.quota.rates,
    amounts: settings.payout.amounts,
    annexes: titles.map((name, index) => ({ number: index + 1, title: name })),
    criteriaTitle: titles[1] ?? '',
    quota: quotaView(facts),
    rubric: rubricView(facts.theCase),
    forms: blankForms(facts.theCase),
    seals: sealNames(facts.theCase),
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
