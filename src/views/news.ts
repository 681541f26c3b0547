/** The winners by industry, for the media and the association's journal. Like the publicity notice, it holds no more than name, unit and award. */
import { categoryNames } from '../case/terms.ts';
import { categories } from '../case/types.ts';
import { awardOf } from '../rules/award.ts';
import { concerned } from '../rules/status.ts';
import type { DocumentView, Facts } from './facts.ts';
import { cityOnly, winnersName } from './paper.ts';
import type { PublicRow } from './publicity.ts';

export interface NewsView {
  /** @zh 标题 @example 2024年度上海内保工作先进集体、先进个人名单 */
  readonly title: string;
  /** @zh 评选单位全称 @example 上海市企事业单位治安保卫协会 */
  readonly issuer: string;
  /** @zh 表彰单位全称 @example 上海市公安局治安总队 */
  readonly conferrer: string;
  /** @zh 获奖总数 @example 589 */
  readonly count: number;
  /** @zh 各行业的名单，按市政府行业序列 */
  readonly industries: readonly NewsIndustry[];
}

interface NewsIndustry {
  /** '' for winners of none of the case's industries. @zh 行业；不属于任何行业的为空 @example 金融 */
  readonly name: string;
  /** @zh 本行业数量 @example 32 */
  readonly count: number;
  /** @zh 名单各行 */
  readonly rows: readonly PublicRow[];
}

export function newsDocuments({ theCase, roster }: Facts): readonly DocumentView[] {
  const { settings } = theCase;
  const winners = cityOnly(concerned('award', roster));
  if (winners.length === 0) return [];
  const groups = [
    ...settings.industries.map((name) => ({ name, members: winners.filter((one) => one.industry === name) })),
    { name: '', members: winners.filter((one) => !settings.industries.includes(one.industry)) },
  ];
  const view: NewsView = {
    title: `${winnersName(settings)}名单`,
    issuer: settings.issuer.name,
    conferrer: settings.conferrer.name,
    count: winners.length,
    industries: groups
      .filter(({ members }) => members.length > 0)
      .map(({ name, members }) => ({
        name,
        count: members.length,
        rows: categories.flatMap((category) =>
          members
            .filter((one) => one.category === category)
            .map((one) => ({ name: awardOf(one).recipient, unit: one.unit, award: categoryNames[category] })),
        ),
      })),
  };
  return [{ names: {}, view }];
}
