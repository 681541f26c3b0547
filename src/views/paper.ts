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
  readonly title: string;
  readonly issuer: string;
  readonly issuerShort: string;
  readonly conferrer: string;
  readonly conferrerShort: string;
  readonly year: number;
  readonly activity: string;
  /** 发文字号; with room for a number still to be given. */
  readonly number: string;
  /** ISO date; '' where still to be filled in by hand. */
  readonly date: string;
  readonly noticeNumber: string;
  readonly noticeTitle: string;
  readonly contact: ContactView;
}

export interface ContactView {
  readonly persons: string;
  readonly phones: string;
  readonly address: string;
  readonly postcode: string;
  readonly email: string;
}

/** Names of one category of city awards, as prose and tables give them. */
export interface ListView {
  /** 先进单位 */
  readonly category: string;
  /** The honour conferred, e.g. 上海内保工作先进单位 */
  readonly honour: string;
  /** Title of its annex. */
  readonly title: string;
  readonly collective: boolean;
  readonly department: boolean;
  readonly count: number;
  /** 家, 个 or 人 */
  readonly measure: string;
  /** The first of them, as the decision names it, and whether there are others. */
  readonly first: string;
  readonly others: boolean;
  readonly rows: readonly ListRow[];
}

/** Lists with the sums over them. */
export interface ListsView {
  readonly collective: number;
  readonly individual: number;
  readonly lists: readonly ListView[];
}

/** A row holds no ID number, account or phone: lists go from hand to hand. */
export interface ListRow {
  readonly number: number;
  readonly district: string;
  readonly industry: string;
  readonly unit: string;
  readonly department: string;
  readonly name: string;
  readonly sex: string;
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
  };
}

/** 沪企保协〔2025〕　　号 */
function blankNumber(code: string, date: string): string {
  return `${code || '　　　　'}〔${date.slice(0, 4) || '　　　　'}〕　　号`;
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
