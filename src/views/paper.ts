/** What the papers between notice and certificates have in common: whose they are, number and date, whom they name. */
import { categoryNames } from '../case/terms.ts';
import {
  type Case,
  type Category,
  categories,
  isCollective,
  type Nominee,
  type PaperSettings,
  type Settings,
} from '../case/types.ts';
import { recipientOf } from './certificate.ts';

export interface PaperView {
  /** @zh 标题 @example 关于表彰2024年度上海内保工作先进集体、先进个人的决定 */
  readonly title: string;
  /** @zh 发文单位全称（市企保协会） @example 上海市企事业单位治安保卫协会 */
  readonly issuer: string;
  /** @zh 发文单位简称 @example 市企保协会 */
  readonly issuerShort: string;
  /** @zh 表彰单位全称 @example 上海市公安局治安总队 */
  readonly conferrer: string;
  /** @zh 表彰单位简称 @example 治安总队 */
  readonly conferrerShort: string;
  /** @zh 年度 @example 2024 */
  readonly year: number;
  /** @zh 评选表彰活动的全称 @example 2024年度上海内保工作先进集体、先进个人评选表彰活动 */
  readonly activity: string;
  /** 发文字号; with room for a number still to be given. @zh 发文字号；尚未编号的留出空位 @example 沪企保协〔2025〕3号 */
  readonly number: string;
  /** ISO date; '' where still to be filled in by hand. @zh 成文日期；尚未确定的为空 @unit YYYY-MM-DD @example 2025-01-16 */
  readonly date: string;
  /** @zh 评选通知的发文字号 @example 沪企保协〔2024〕39号 */
  readonly noticeNumber: string;
  /** @zh 评选通知的标题 @example 关于开展2024年度上海内保工作先进集体、先进个人评选表彰活动的通知 */
  readonly noticeTitle: string;
  /** @zh 联系方式 */
  readonly contact: ContactView;
  /** @zh 用印的名称 */
  readonly seals: SealNames;
}

/** Names of the seals under which templates call for them; '' where a body's papers are set without one. */
export interface SealNames {
  /** @zh 发文单位印章的名称，填入 seal 属性；不用印的为空 @example issuer */
  readonly issuer: string;
  /** @zh 表彰单位印章的名称，填入 seal 属性；不用印的为空 @example conferrer */
  readonly conferrer: string;
}

export interface ContactView {
  /** @zh 联系人，多人以顿号隔开 @example 张三、李四 */
  readonly persons: string;
  /** @zh 联系电话，多个以顿号隔开 @example 021-12345678 */
  readonly phones: string;
  /** @zh 地址 @example 某某路1号 */
  readonly address: string;
  /** @zh 邮政编码 @example 200000 */
  readonly postcode: string;
  /** @zh 电子邮箱 @example office@example.org */
  readonly email: string;
}

/** Names of one category of city awards, as prose and tables give them. */
export interface ListView {
  /** 先进单位 @zh 类别 @example 先进单位 */
  readonly category: string;
  /** The honour conferred, e.g. 上海内保工作先进单位 @zh 授予的荣誉称号 @example 上海内保工作先进单位 */
  readonly honour: string;
  /** Title of its annex. @zh 名单附件的标题 @example 2024年度上海内保工作先进单位名单 */
  readonly title: string;
  /** @zh 是否集体 */
  readonly collective: boolean;
  /** @zh 是否先进保卫部门 */
  readonly department: boolean;
  /** @zh 本类数量 @example 214 */
  readonly count: number;
  /** 家, 个 or 人 @zh 量词：家、个或人 @example 家 */
  readonly measure: string;
  /**
   * The first of them, as the decision names it, and whether there are others.
   * @zh 名单中的第一个，用于决定正文 @example 某某集团有限公司
   */
  readonly first: string;
  /** @zh 除第一个以外是否还有 */
  readonly others: boolean;
  /** @zh 名单各行 */
  readonly rows: readonly ListRow[];
}

/** Lists with the sums over them. */
export interface ListsView {
  /** @zh 先进集体总数 @example 299 */
  readonly collective: number;
  /** @zh 先进个人总数 @example 290 */
  readonly individual: number;
  /** @zh 各类名单，没有人选的类别不列 */
  readonly lists: readonly ListView[];
}

/** A row holds no ID number, account or phone: lists go from hand to hand. */
export interface ListRow {
  /** @zh 序号，从1起 @example 1 */
  readonly number: number;
  /** @zh 推荐区 @example 浦东 */
  readonly district: string;
  /** @zh 行业 @example 金融 */
  readonly industry: string;
  /** @zh 单位全称 @example 某某集团有限公司 */
  readonly unit: string;
  /** @zh 保卫部门名称；不是保卫部门的为空 @example 保卫处 */
  readonly department: string;
  /** @zh 姓名；集体为空 @example 张三 */
  readonly name: string;
  /** @zh 性别；集体为空 @example 男 */
  readonly sex: string;
  /** @zh 职务；集体为空 @example 保卫处处长 */
  readonly post: string;
}

/** `title` is what follows 关于 and the like; `code` the 机关代字 for a number still to be given. */
export function paperView(theCase: Case, title: string, { number, date }: PaperSettings, code: string): PaperView {
  const { settings } = theCase;
  const { notice, issuer, conferrer } = settings;
  return {
    title,
    issuer: issuer.name,
    issuerShort: issuer.shortName,
    conferrer: conferrer.name,
    conferrerShort: conferrer.shortName,
    year: settings.year,
    activity: settings.activity,
    number: number || blankNumber(code, date),
    date,
    noticeNumber: notice.number,
    noticeTitle: `关于开展${settings.activity}的通知`,
    contact: contactView(theCase),
    seals: sealNames(theCase),
  };
}

/** 沪企保协〔2025〕　　号 */
function blankNumber(code: string, date: string): string {
  return `${code || '　　　　'}〔${date.slice(0, 4) || '　　　　'}〕　　号`;
}

export function sealNames({ settings: { issuer, conferrer } }: Case): SealNames {
  return { issuer: issuer.seal ? 'issuer' : '', conferrer: conferrer.seal ? 'conferrer' : '' };
}

export function contactView({ settings }: Case): ContactView {
  const { contact } = settings.notice;
  return { ...contact, persons: contact.persons.join('、'), phones: contact.phones.join('、') };
}

/** 2024年度上海内保工作先进集体、先进个人 */
export function winnersName({ year, subject }: Settings): string {
  return `${year}年度${subject}先进集体、先进个人`;
}

export const measureWords: Readonly<Record<Category, string>> = {
  unit: '家',
  department: '家',
  responsible: '人',
  officer: '人',
};

/**
 * A list for each category that has nominees.
 * @param nominees city nominees in the order of the rosters
 * @param kind what the titles of the lists end in, e.g. 公示名单
 */
export function listsView(theCase: Case, nominees: readonly Nominee[], kind: string): ListsView {
  const collective = nominees.filter((one) => isCollective(one.category)).length;
  return { collective, individual: nominees.length - collective, lists: listsOf(theCase, nominees, kind) };
}

function listsOf({ settings }: Case, nominees: readonly Nominee[], kind: string): readonly ListView[] {
  const { year, subject, honours } = settings;
  return categories.flatMap((category) => {
    const own = nominees.filter((one) => one.category === category);
    const [first] = own;
    if (first === undefined) return [];
    return {
      category: categoryNames[category],
      honour: honours[category],
      title: `${year}年度${subject}${categoryNames[category]}${kind}`,
      collective: isCollective(category),
      department: category === 'department',
      count: own.length,
      measure: measureWords[category],
      first: recipientOf(first),
      others: own.length > 1,
      rows: own.map(rowOf),
    };
  });
}

function rowOf(nominee: Nominee, index: number): ListRow {
  const person = 'name' in nominee ? nominee : null;
  return {
    number: index + 1,
    district: nominee.district,
    industry: nominee.industry,
    unit: nominee.unit,
    department: 'department' in nominee ? nominee.department : '',
    name: person?.name ?? '',
    sex: person?.sex ?? '',
    post: person?.post ?? '',
  };
}

/** The city nominees among some. */
export function cityOnly(nominees: readonly Nominee[]): readonly Nominee[] {
  return nominees.filter((one) => one.level === 'city');
}
