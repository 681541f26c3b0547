/** Rosters (名册): one per category over all districts, and one per district. */
import { categoryNames, levelNames, statusNames } from '../case/terms.ts';
import { type AwardLevel, awardLevels, type Category, categories, isCollective, type Nominee } from '../case/types.ts';
import { type DocumentView, type Facts, nomineesByDistrict, nomineesOf, ordinal } from './facts.ts';
import { measureWords } from './paper.ts';

export interface RosterView {
  /** @zh 标题 @example 2024年度上海内保工作先进单位名册 */
  readonly title: string;
  /** @zh 编制单位 @example 上海市企事业单位治安保卫协会 */
  readonly issuer: string;
  /** @zh 编制日期 @unit YYYY-MM-DD @example 2025-01-10 */
  readonly date: string;
  /** @zh 名册各部分，每一级别每一类一部分 */
  readonly parts: readonly RosterPart[];
}

/** The nominees of one level and category. */
export interface RosterPart {
  /** e.g. 市级先进单位（214家） @zh 本部分的名称和数量 @example 市级先进单位（214家） */
  readonly heading: string;
  /** Name of its sheet in a workbook. @zh 工作表的名称 @example 市级先进单位 */
  readonly sheet: string;
  /** @zh 类别 @example 先进单位 */
  readonly category: string;
  /** @zh 是否集体 */
  readonly collective: boolean;
  /** @zh 是否先进保卫部门 */
  readonly department: boolean;
  /** @zh 名册各行 */
  readonly rows: readonly RosterRow[];
}

/** A row holds no ID number, account or phone: a roster goes from hand to hand. */
export interface RosterRow {
  /** @zh 序号，从1起 @example 1 */
  readonly number: number;
  /** @zh 区 @example 浦东 */
  readonly district: string;
  /** @zh 行业 @example 金融 */
  readonly industry: string;
  /** @zh 单位全称 @example 某某集团有限公司 */
  readonly unit: string;
  /** @zh 保卫部门名称；不是保卫部门的为空 @example 保卫处 */
  readonly department: string;
  /** @zh 是否市企保协会会员：是或否 @example 是 */
  readonly member: string;
  /** @zh 评分，基本分和加分；个人为空 @example 96＋4 */
  readonly score: string;
  /** @zh 姓名；集体为空 @example 张三 */
  readonly name: string;
  /** @zh 性别；集体为空 @example 男 */
  readonly sex: string;
  /** @zh 职务；集体为空 @example 保卫处处长 */
  readonly post: string;
  /** @zh 统一社会信用代码；没有填写时为空 @example 91310000MA1FL00000 */
  readonly code: string;
  /** @zh 所处状态：推荐、初审通过、已公示或最终 @example 最终 */
  readonly status: string;
}

function partOf(level: AwardLevel, category: Category, nominees: readonly Nominee[]): RosterPart {
  const name = `${levelNames[level]}${categoryNames[category]}`;
  return {
    heading: `${name}（${nominees.length}${measureWords[category]}）`,
    sheet: name,
    category: categoryNames[category],
    collective: isCollective(category),
    department: category === 'department',
    rows: nominees.map(rowOf),
  };
}

function rowOf(nominee: Nominee, index: number): RosterRow {
  const person = 'name' in nominee ? nominee : null;
  const collective = 'department' in nominee ? nominee : null;
  return {
    number: index + 1,
    district: nominee.district,
    industry: nominee.industry,
    unit: nominee.unit,
    department: collective?.department ?? '',
    member: nominee.member ? '是' : '否',
    score:
      collective === null || collective.baseScore === null
        ? ''
        : scoreText(collective.baseScore, collective.bonusScore),
    name: person?.name ?? '',
    sex: person?.sex ?? '',
    post: person?.post ?? '',
    code: nominee.code,
    status: statusNames[nominee.status],
  };
}

function scoreText(base: number, bonus: number | null): string {
  return bonus === null || bonus === 0 ? String(base) : `${base}＋${bonus}`;
}

/** The city's rosters, one for each category. */
export function categoryRosterDocuments(facts: Facts): readonly DocumentView[] {
  const { settings } = facts.theCase;
  return categories.map((category, index) => {
    const title = `${settings.year}年度${settings.subject}${categoryNames[category]}名册`;
    const view: RosterView = {
      title,
      issuer: settings.issuer.name,
      date: settings.notice.closingDate,
      parts: [partOf('city', category, nomineesOf(facts, 'city', category))],
    };
    return { names: { number: ordinal(index), category: categoryNames[category] }, view };
  });
}

/** One roster for each district, city awards before district awards. */
export function* districtRosterDocuments(facts: Facts): Iterable<DocumentView> {
  const { settings, districts } = facts.theCase;
  const ofDistrict = nomineesByDistrict(facts);
  for (const [index, district] of districts.entries()) {
    const parts = awardLevels.flatMap((level) =>
      categories.flatMap((category) => {
        const nominees = ofDistrict(district.name, level, category);
        return nominees.length === 0 ? [] : [partOf(level, category, nominees)];
      }),
    );
    const view: RosterView = {
      title: `${settings.year}年度${settings.subject}先进名册（${district.name}）`,
      issuer: district.payer ?? settings.issuer.name,
      date: settings.notice.closingDate,
      parts,
    };
    yield { names: { number: ordinal(index), district: district.name }, view };
  }
}
