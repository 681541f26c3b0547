/** The decision (决定) of commendation with the final lists, in the name of the police corps (notice part 3). */
import { concerned } from '../rules/status.ts';
import type { DocumentView, Facts } from './facts.ts';
import { cityOnly, type ListsView, listsView, type PaperView, paperView, winnersName } from './paper.ts';

export interface DecisionView extends PaperView, ListsView {
  /** @zh 主送单位，不含末尾的冒号 @example 各区企保协会、各会员单位 */
  readonly addressees: string;
  /** @zh 抄送单位，不含末尾的句号 @example 各区公安分局治安支队 */
  readonly copyTo: string;
}

export function decisionDocuments({ theCase, roster }: Facts): readonly DocumentView[] {
  const { settings } = theCase;
  const winners = cityOnly(concerned('award', roster));
  if (winners.length === 0) return [];
  const view: DecisionView = {
    ...paperView(
      theCase,
      `关于表彰${winnersName(settings)}的决定`,
      settings.documents.decision,
      settings.conferrer.code,
    ),
    addressees: settings.notice.addressees,
    copyTo: settings.notice.copyTo,
    ...listsView(theCase, winners, '名单'),
  };
  return [{ names: {}, view }];
}
