/**
 * The publicity notice (公示). It is read by everyone: its view holds name, unit and award of each nominee and nothing
 * else of them, so that no template, format or property of a file can give away more.
 */

import { categoryNames } from '../case/terms.ts';
import type { Category } from '../case/types.ts';
import { categories } from '../case/types.ts';
import { awardOf } from '../rules/award.ts';
import { publicityPeriod } from '../rules/papers.ts';
import { concerned } from '../rules/status.ts';
import type { DocumentView, Facts } from './facts.ts';
import { type ContactView, cityOnly, contactView, measureWords, winnersName } from './paper.ts';

export interface PublicityView {
  readonly title: string;
  readonly issuer: string;
  readonly issuerShort: string;
  readonly conferrerShort: string;
  readonly noticeNumber: string;
  readonly noticeTitle: string;
  /** ISO dates; '' where not yet decided. */
  readonly start: string;
  readonly end: string;
  readonly workingDays: number;
  readonly contact: ContactView;
  readonly count: number;
  readonly lists: readonly PublicList[];
}

export interface PublicList {
  readonly award: string;
  readonly count: number;
  /** 家, 个 or 人 */
  readonly measure: string;
  readonly collective: boolean;
  readonly department: boolean;
  readonly rows: readonly PublicRow[];
}

/** All that the public is told of a nominee. */
export interface PublicRow {
  readonly name: string;
  readonly unit: string;
  readonly award: string;
}

export function publicityDocuments(facts: Facts): readonly DocumentView[] {
  const { theCase } = facts;
  const { settings } = theCase;
  const lists = categories.flatMap((category) => publicList(facts, category));
  if (lists.length === 0) return [];
  const view: PublicityView = {
    title: `关于${winnersName(settings)}拟表彰对象的公示`,
    issuer: settings.issuer.name,
    issuerShort: settings.issuer.shortName,
    conferrerShort: settings.conferrer.shortName,
    noticeNumber: settings.notice.number,
    noticeTitle: `关于开展${settings.activity}的通知`,
    ...publicityPeriod(theCase),
    workingDays: settings.publicity.workingDays,
    contact: contactView(theCase),
    count: lists.reduce((sum, one) => sum + one.count, 0),
    lists,
  };
  return [{ names: {}, view }];
}

function publicList({ roster }: Facts, category: Category): readonly PublicList[] {
  const award = categoryNames[category];
  const rows = cityOnly(concerned('publicity', roster))
    .filter((one) => one.category === category)
    .map((one): PublicRow => ({ name: awardOf(one).recipient, unit: one.unit, award }));
  if (rows.length === 0) return [];
  const collective = category === 'unit' || category === 'department';
  return [
    {
      award,
      count: rows.length,
      measure: measureWords[category],
      collective,
      department: category === 'department',
      rows,
    },
  ];
}
