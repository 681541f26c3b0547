/** Letters (函) that ask the industry authorities and the local police for their opinion, each with the list that concerns it. */
import type { Case, LetterSettings, Nominee } from '../case/types.ts';
import { authorityOpinions, policeOpinions } from '../rules/opinions.ts';
import { numberAfter } from '../rules/papers.ts';
import { type DocumentView, type Facts, ordinal } from './facts.ts';
import { type ListsView, listsView, type PaperView, paperView, winnersName } from './paper.ts';

export interface LetterView extends PaperView, ListsView {
  /** @zh 收函单位 @example 上海市国有资产监督管理委员会 */
  readonly addressee: string;
  /** Industries or district that the letter is about: 经济信息化、能源, or 浦东. @zh 所涉及的行业或区 @example 经济信息化、能源 */
  readonly about: string;
  /** ISO date; '' where still to be filled in. @zh 请对方答复的日期；尚未确定的为空 @unit YYYY-MM-DD @example 2025-01-20 */
  readonly replyBy: string;
  /** @zh 所附名单的标题 @example 2024年度上海内保工作先进集体、先进个人拟表彰对象名单（浦东） */
  readonly annexTitle: string;
}

export function authorityLetterDocuments({ theCase, roster }: Facts): readonly DocumentView[] {
  const letters = theCase.settings.documents.authorityLetters;
  return authorityOpinions(theCase, roster).map(({ authority, nominees }, index) => {
    const about = authority.industries.filter((one) => nominees.some(({ industry }) => industry === one)).join('、');
    const view = letterView(theCase, letters, { index, addressee: authority.name, about, nominees });
    return { names: { number: ordinal(index), authority: authority.shortName }, view };
  });
}

export function policeLetterDocuments({ theCase, roster }: Facts): readonly DocumentView[] {
  const letters = theCase.settings.documents.policeLetters;
  return policeOpinions(theCase, roster).map(({ district, police, nominees }, index) => {
    const view = letterView(theCase, letters, { index, addressee: police, about: district, nominees });
    return { names: { number: ordinal(index), district }, view };
  });
}

interface Letter {
  /** Place in the run of numbers, from 0. */
  readonly index: number;
  readonly addressee: string;
  readonly about: string;
  readonly nominees: readonly Nominee[];
}

function letterView(theCase: Case, letters: LetterSettings, { index, addressee, about, nominees }: Letter): LetterView {
  const { settings } = theCase;
  const title = `关于征求${winnersName(settings)}拟表彰对象意见的函`;
  const paper = { ...letters, number: numberAfter(letters.number, index) };
  return {
    ...paperView(theCase, title, paper, settings.issuer.code),
    addressee,
    about,
    replyBy: letters.replyBy,
    annexTitle: `${winnersName(settings)}拟表彰对象名单（${about}）`,
    ...listsView(theCase, nominees, '名单'),
  };
}
