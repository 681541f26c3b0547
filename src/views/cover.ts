/** index.html, the package's cover: what is there, what it sums up to, what is left to settle, what comes next. */
import { type Category, categories } from '../case/types.ts';
import type { Message, Place } from '../message.ts';
import { groupBy } from '../rules/group.ts';
import type { Reconciliation } from '../rules/reconcile.ts';
import type { Facts } from './facts.ts';
import { type ReconciliationRowView, type ReconciliationView, reconciliationView } from './reconciliation.ts';

/** A file of the package as the cover lists it. */
export interface PackageFile {
  /** Relative to the package, with `/`. */
  readonly path: string;
  /** Name of its document in the pack. */
  readonly document: string;
  readonly format: string;
  /** Pages of a PDF; null for other formats. */
  readonly pages: number | null;
  /** What its name is made of, e.g. its district. */
  readonly names: Readonly<Record<string, string>>;
  /** Of a document of an own pack that is one of many: which of them. */
  readonly part?: string;
}

export interface CoverView {
  /** @zh 标题 @example 2024年度上海内保工作先进评选表彰文书 */
  readonly title: string;
  /** @zh 发文单位全称 @example 上海市企事业单位治安保卫协会 */
  readonly issuer: string;
  /** @zh 通知的发文字号 @example 沪企保协〔2024〕39号 */
  readonly number: string;
  /** @zh 待处理事项，每一种一行 */
  readonly findings: readonly CoverFinding[];
  /** @zh 待处理事项的处数 @example 12 */
  readonly findingCount: number;
  /** Documents that are not one of many for each district. @zh 不分区的文书 */
  readonly documents: readonly CoverDocument[];
  /** @zh 按级别和类别的核对 */
  readonly rows: readonly ReconciliationRowView[];
  /** @zh 按区的各行 */
  readonly districts: readonly CoverDistrict[];
  /** @zh 全部奖项和奖金 */
  readonly total: {
    /** @zh 奖项总数 @example 594 */
    readonly awards: number;
    /** @zh 发放笔数 @example 559 */
    readonly count: number;
    /** @zh 发放金额 @unit 分 @example 83800000 */
    readonly amount: number;
  };
  /** @zh 按发放单位的各行 */
  readonly payers: ReconciliationView['payers'];
}

/** Findings of one kind: the first of them, and how many there are. */
interface CoverFinding {
  /** @zh 性质：错误或提醒 @example 提醒 */
  readonly level: string;
  /** @zh 处数 @example 3 */
  readonly count: number;
  /** @zh 第一处的位置 @example rosters/浦东.xlsx 先进单位 第3行 */
  readonly place: string;
  /** @zh 问题 */
  readonly text: string;
  /** @zh 处理办法 */
  readonly hint: string;
}

interface Link {
  /** @zh 文件的链接 @example 01通知/通知.pdf */
  readonly href: string;
  /** @zh 链接的文字 @example PDF */
  readonly text: string;
}

interface CoverDocument {
  /** @zh 文件 @example 01通知/通知 */
  readonly name: string;
  /** Pages of the PDF; '' where there is none. @zh PDF 的页数；没有 PDF 的为空 @example 21 */
  readonly pages: string;
  /** @zh 各种格式的链接 */
  readonly links: readonly Link[];
  /** Of documents that are one of many, a link to each instead. @zh 一种多份的文书，每份一个链接 */
  readonly parts: readonly Link[];
}

interface CoverDistrict {
  /** @zh 区 @example 浦东 */
  readonly district: string;
  /** @zh 会员单位数；未上报的没有 @example 650 */
  readonly members: number | null;
  /**
   * City awards per category, each with the forms that were filled for it; no link where no form was made.
   * @zh 市级先进各类的数量和审批表
   */
  readonly categories: readonly {
    /** @zh 数量 @example 20 */
    readonly count: number;
    /** @zh 审批表的链接；没有的为空 @example 03审批表/01浦东/01先进单位审批表.pdf */
    readonly href: string;
  }[];
  /** District awards in all. @zh 区级先进数量 @example 40 */
  readonly districtAwards: number;
  /**
   * The letter to its police; '' where there is none.
   * @zh 征求公安机关意见函的链接；没有的为空 @example 05征求意见/公安机关/01浦东征求意见函.pdf
   */
  readonly letter: string;
  /** @zh 名册的链接 */
  readonly roster: readonly Link[];
  /** The filled scoring sheets; '' where there are none. @zh 评分表的链接；没有的为空 @example 03审批表/01浦东/05评分表.pdf */
  readonly scoring: string;
  /** @zh 发放表、签领单和银行文件的链接 */
  readonly payout: readonly Link[];
  /**
   * Fen paid for awards of this district, by whomever, and the part that its own association pays.
   * @zh 本区各奖项的奖金，不论由谁发放 @unit 分 @example 9000000
   */
  readonly amount: number;
  /** @zh 其中本区企保协会发放的 @unit 分 @example 3000000 */
  readonly ownAmount: number;
}

export function coverView(
  facts: Facts,
  reconciliation: Reconciliation,
  files: readonly PackageFile[],
  messages: readonly Message[],
): CoverView {
  const { settings, districts } = facts.theCase;
  const { rows, payers, awardCount, count, amount } = reconciliationView(facts, reconciliation);
  const nominees = groupBy(facts.roster, ({ district }) => district);
  const payments = groupBy(facts.plan.payments, ({ award }) => award.district);
  const open = messages.filter((one) => one.level !== 'info');
  const ofDistrict = (file: PackageFile) => districts.find((one) => belongsTo(file, one.name, one.payer));
  return {
    title: `${settings.year}年度${settings.subject}先进评选表彰文书`,
    issuer: settings.issuer.name,
    number: settings.notice.number,
    findings: findingsOf(open),
    findingCount: open.length,
    documents: documentsOf(files.filter((file) => ofDistrict(file) === undefined)),
    rows,
    payers,
    districts: districts.map((district) => {
      const { name } = district;
      return districtOf(district, nominees.get(name) ?? [], payments.get(name) ?? [], files);
    }),
    total: { awards: awardCount, count, amount },
  };
}

/** What an own pack makes for a district stands with the pack's other files. */
function belongsTo({ names, part }: PackageFile, district: string, payer: string | null): boolean {
  if (part !== undefined) return false;
  return names.district === district || (payer !== null && names.payer === payer);
}

function findingsOf(messages: readonly Message[]): readonly CoverFinding[] {
  const groups = new Map<string, readonly Message[]>();
  for (const one of messages) groups.set(one.code, [...(groups.get(one.code) ?? []), one]);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return {
      level: first.level === 'error' ? '错误' : '提醒',
      count: group.length,
      place: first.place === undefined ? '' : placeName(first.place),
      text: first.text,
      hint: first.hint ?? '',
    };
  });
}

function placeName({ file, sheet, row, line }: Place): string {
  const where = [sheet, row === undefined ? undefined : `第${row}行`, line === undefined ? undefined : `第${line}行`];
  return [file, ...where.filter((part) => part !== undefined)].join(' ');
}

/** More links than this, and the cover shows the folder instead. */
const mostParts = 40;

/** Files that differ by their format alone are one document; one of many is listed by its folder. */
function documentsOf(files: readonly PackageFile[]): readonly CoverDocument[] {
  const groups = new Map<string, PackageFile[]>();
  for (const file of files) {
    const whole = file.path.slice(0, -(file.format.length + 1));
    const name = partOf(file) === undefined ? whole : whole.slice(0, whole.lastIndexOf('/'));
    groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  return [...groups].map(([name, group]) => {
    const pages = group.flatMap((file) => file.pages ?? []);
    const each = new Map(group.map((file) => [file.path.slice(0, -(file.format.length + 1)), file]));
    const parts = [...each.values()].flatMap((file) => {
      const text = partOf(file);
      return text === undefined ? [] : { ...linkTo(file), text };
    });
    const folder = { href: `${hrefTo(name)}/`, text: `共${parts.length}份` };
    return {
      name,
      pages: pages.length === 0 ? '' : String(pages.reduce((sum, count) => sum + count, 0)),
      links: parts.length === 0 ? group.map(linkTo) : [],
      parts: parts.length > mostParts ? [folder] : parts,
    };
  });
}

function partOf({ names, part }: PackageFile): string | undefined {
  return names.authority ?? part;
}

function linkTo({ path, format }: PackageFile): Link {
  return { href: hrefTo(path), text: format.toUpperCase() };
}

function hrefTo(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Of the formats of one document, the PDF where there is one. */
function hrefOf(formats: readonly PackageFile[]): string {
  const file = formats.find((one) => one.format === 'pdf') ?? formats[0];
  return file === undefined ? '' : linkTo(file).href;
}

function districtOf(
  { name, members, payer }: Facts['theCase']['districts'][number],
  nominees: Facts['roster'],
  payments: Facts['plan']['payments'],
  files: readonly PackageFile[],
): CoverDistrict {
  const linksOf = (document: string) =>
    files.filter((file) => file.document === document && belongsTo(file, name, payer)).map(linkTo);
  const forms = files.filter((file) => file.document === 'forms' && file.names.district === name);
  const formsOf = (category: Category) => forms.filter((file) => file.names.category === category);
  const sum = (paid: typeof payments) => paid.reduce((total, payment) => total + payment.amount, 0);
  return {
    district: name,
    members,
    categories: categories.map((category) => ({
      count: nominees.filter((one) => one.level === 'city' && one.category === category).length,
      href: hrefOf(formsOf(category)),
    })),
    districtAwards: nominees.filter((one) => one.level === 'district').length,
    letter: hrefOf(files.filter((file) => file.document === 'police-letters' && file.names.district === name)),
    roster: linksOf('district-rosters'),
    scoring: hrefOf(files.filter((file) => file.document === 'scoring' && file.names.district === name)),
    payout: ['payout', 'cash-list', 'bank-files'].flatMap(linksOf),
    amount: sum(payments),
    ownAmount: sum(payments.filter((payment) => payment.payer === payer)),
  };
}
