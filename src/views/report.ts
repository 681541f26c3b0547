/** Requests (请示) to the police corps: to let the publicity list be shown, and to approve the final list. */
import type { Case, DocumentSettings, RequestSettings } from '../case/types.ts';
import { publicityPeriod } from '../rules/papers.ts';
import { concerned, type Purpose } from '../rules/status.ts';
import type { DocumentView, Facts } from './facts.ts';
import { cityOnly, type ListsView, listsView, type PaperView, paperView, winnersName } from './paper.ts';

export interface RequestView extends PaperView, ListsView {
  /** 签发人; '' where still to be filled in. @zh 签发人；尚未确定的为空 @example 王五 */
  readonly signer: string;
  /** The quota of the year in all. @zh 本年度市级先进名额总数 @example 589 */
  readonly quota: number;
  /** City nominees that came in, and those of them that were withdrawn. @zh 推荐的市级先进总数，含撤回的 @example 589 */
  readonly received: number;
  /** @zh 其中撤回的数量 @example 2 */
  readonly withdrawn: number;
  /** ISO dates; '' where not yet decided. @zh 公示开始日期；尚未确定的为空 @unit YYYY-MM-DD @example 2025-01-06 */
  readonly start: string;
  /** @zh 公示结束日期；尚未确定的为空 @unit YYYY-MM-DD @example 2025-01-10 */
  readonly end: string;
  /** @zh 公示的工作日数 @example 5 */
  readonly workingDays: number;
  /** @zh 颁发证书和奖金的会议 @example 2024年度上海内保工作会议 */
  readonly annualMeeting: string;
}

export function publicityRequestDocuments(facts: Facts): readonly DocumentView[] {
  return requestDocuments(facts, 'publicity', settingsOf(facts).publicityRequest, '审定', '公示名单');
}

export function finalRequestDocuments(facts: Facts): readonly DocumentView[] {
  return requestDocuments(facts, 'approval', settingsOf(facts).finalRequest, '审批', '表彰名单');
}

function settingsOf({ theCase }: Facts): DocumentSettings {
  return theCase.settings.documents;
}

/** `asked` is what is asked of the police corps, for `list`. */
function requestDocuments(
  facts: Facts,
  purpose: Purpose,
  paper: RequestSettings,
  asked: string,
  list: string,
): readonly DocumentView[] {
  const { theCase, quota } = facts;
  const { settings } = theCase;
  const nominees = cityOnly(concerned(purpose, facts.roster));
  if (nominees.length === 0) return [];
  const withdrawn = cityOnly(facts.withdrawn).length;
  const title = `关于${asked}${winnersName(settings)}${list}的请示`;
  const view: RequestView = {
    ...paperView(theCase, title, paper, settings.issuer.code),
    signer: paper.signer,
    quota: quota.total.all,
    received: cityOnly(facts.roster).length + withdrawn,
    withdrawn,
    ...periodOf(theCase),
    annualMeeting: settings.notice.annualMeeting,
    ...listsView(theCase, nominees, list),
  };
  return [{ names: {}, view }];
}

function periodOf(theCase: Case): Pick<RequestView, 'start' | 'end' | 'workingDays'> {
  return { ...publicityPeriod(theCase), workingDays: theCase.settings.publicity.workingDays };
}
