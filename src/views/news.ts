/** The winners by industry, for the media and the association's journal. Like the publicity notice, it holds no more than name, unit and award. */
import { categoryNames } from '../case/terms.ts';
import { categories } from '../case/types.ts';
import { awardOf } from '../rules/award.ts';
import { concerned } from '../rules/status.ts';
import type { DocumentView, Facts } from './facts.ts';
import { cityOnly, winnersName } from './paper.ts';
import type { PublicRow } from './publicity.ts';

export interface NewsView {
  readonly title: string;
  readonly issuer: string;
  readonly conferrer: string;
  readonly count: number;
  readonly industries: readonly NewsIndustry[];
}

interface NewsIndustry {
  /** '' for winners of none of the case's industries. */
  readonly name: string;
  readonly count: number;
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
