/** Rosters (名册): one per category over all districts, and one per district. */
import { categoryNames, levelNames } from '../case/terms.ts';
import { type AwardLevel, awardLevels, type Category, categories, isCollective, type Nominee } from '../case/types.ts';
import { type DocumentView, type Facts, nomineesOf, ordinal } from './facts.ts';
import { measureWords } from './paper.ts';

export interface RosterView {
  readonly title: string;
  readonly issuer: string;
  readonly date: string;
  readonly parts: readonly RosterPart[];
}

/** The nominees of one level and category. */
export interface RosterPart {
  /** e.g. 市级先进单位（214家） */
  readonly heading: string;
  /** Name of its sheet in a workbook. */
  readonly sheet: string;
  readonly category: string;
  readonly collective: boolean;
  readonly department: boolean;
  readonly rows: readonly RosterRow[];
}

/** A row holds no ID number, account or phone: a roster goes from hand to hand. */
export interface RosterRow {
  readonly number: number;
  readonly district: string;
  readonly industry: string;
  readonly unit: string;
  readonly department: string;
  readonly member: string;
  readonly score: string;
  readonly name: string;
  readonly sex: string;
  readonly post: string;
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
export function districtRosterDocuments(facts: Facts): readonly DocumentView[] {
  const { settings, districts } = facts.theCase;
  return districts.map((district, index) => {
    const parts = awardLevels.flatMap((level) =>
      categories.flatMap((category) => {
        const nominees = nomineesOf(facts, level, category).filter((one) => one.district === district.name);
        return nominees.length === 0 ? [] : [partOf(level, category, nominees)];
      }),
    );
    const view: RosterView = {
      title: `${settings.year}年度${settings.subject}先进名册（${district.name}）`,
      issuer: district.payer ?? settings.issuer.name,
      date: settings.notice.closingDate,
      parts,
    };
    return { names: { number: ordinal(index), district: district.name }, view };
  });
}
