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
import {
  type ContactView,
  cityOnly,
  contactView,
  measureWords,
  type SealNames,
  sealNames,
  winnersName,
} from './paper.ts';

export interface PublicityView {
  /** @zh 标题 @example 关于2024年度上海内保工作先进集体、先进个人拟表彰对象的公示 */
  readonly title: string;
  /** @zh 公示单位全称 @example 上海市企事业单位治安保卫协会 */
  readonly issuer: string;
  /** @zh 公示单位简称 @example 市企保协会 */
  readonly issuerShort: string;
  /** @zh 表彰单位简称 @example 治安总队 */
  readonly conferrerShort: string;
  /** @zh 评选通知的发文字号 @example 沪企保协〔2024〕39号 */
  readonly noticeNumber: string;
  /** @zh 评选通知的标题 @example 关于开展2024年度上海内保工作先进集体、先进个人评选表彰活动的通知 */
  readonly noticeTitle: string;
  /** ISO dates; '' where not yet decided. @zh 公示开始日期；尚未确定的为空 @unit YYYY-MM-DD @example 2025-01-06 */
  readonly start: string;
  /** @zh 公示结束日期；尚未确定的为空 @unit YYYY-MM-DD @example 2025-01-10 */
  readonly end: string;
  /** @zh 公示的工作日数 @example 5 */
  readonly workingDays: number;
  /** @zh 联系方式 */
  readonly contact: ContactView;
  /** @zh 用印的名称 */
  readonly seals: SealNames;
  /** @zh 公示对象总数 @example 589 */
  readonly count: number;
  /** @zh 各类名单，没有人选的类别不列 */
  readonly lists: readonly PublicList[];
}

export interface PublicList {
  /** @zh 奖项 @example 先进单位 */
  readonly award: string;
  /** @zh 本类数量 @example 214 */
  readonly count: number;
  /** 家, 个 or 人 @zh 量词：家、个或人 @example 家 */
  readonly measure: string;
  /** @zh 是否集体 */
  readonly collective: boolean;
  /** @zh 是否先进保卫部门 */
  readonly department: boolean;
  /** @zh 名单各行 */
  readonly rows: readonly PublicRow[];
}

/** All that the public is told of a nominee. */
export interface PublicRow {
  /** @zh 单位、保卫部门名称或姓名 @example 张三 */
  readonly name: string;
  /** @zh 所在单位全称 @example 某某集团有限公司 */
  readonly unit: string;
  /** @zh 奖项 @example 先进治安责任人 */
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
    seals: sealNames(theCase),
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
