/** Words that are often written wrongly, each with the dictionary's form. */
import { spotsAt } from './paragraphs.ts';
import type { ParagraphRule } from './types.ts';

const wrongWords: readonly (readonly [RegExp, string])[] = [
  [/台帐/g, '台账'],
  [/帐(?=[户号目本簿单款面])/g, '账'],
  [/(?<=[建做记查对转入销立])帐(?![篷幕])/g, '账'],
  [/铆定/g, '锚定'],
  [/布署/g, '部署'],
  [/按装/g, '安装'],
  [/按排/g, '安排'],
  [/复盖/g, '覆盖'],
  [/通迅/g, '通讯'],
  [/座落/g, '坐落'],
  [/其它/g, '其他'],
  [/既使/g, '即使'],
  [/渡过(?=[难假节])/g, '度过'],
  [/针贬/g, '针砭'],
  [/凑和/g, '凑合'],
  [/松驰/g, '松弛'],
  [/追朔/g, '追溯'],
  [/迫不急待/g, '迫不及待'],
  [/一如继往/g, '一如既往'],
  [/再接再励/g, '再接再厉'],
  [/防犯/g, '防范'],
  [/保垒/g, '堡垒'],
  [/震憾/g, '震撼'],
  [/作好准备/g, '做好准备'],
  [/竟赛/g, '竞赛'],
  [/幅射/g, '辐射'],
];

export const wrongWordsIn: ParagraphRule = (paragraph) =>
  wrongWords.flatMap(([pattern, right]) => spotsAt(paragraph, 'proof.word', pattern, () => right));
