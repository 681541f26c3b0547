/** The scoring sheet, annex 3: the rubric as tables with two scores; blank in the notice, filled in from the scores given. */
import type { Case } from '../case/types.ts';
import { rubric, type ScoringItem, scoringItems } from '../rules/rubric.ts';

/** Every field that is filled in by hand is '' on a blank sheet. */
export interface RubricView {
  /** @zh 标题 @example 2024年度上海内保工作先进单位（保卫部门）评分指标 */
  readonly title: string;
  /** Whether it is the notice's, for a unit to fill in. @zh 是否空白表 */
  readonly blank: boolean;
  /** @zh 单位全称；空白表为空 @example 某某集团有限公司 */
  readonly unit: string;
  /** 保卫部门名称; '' for a unit. @zh 保卫部门名称；评单位的为空 @example 保卫处 */
  readonly department: string;
  /** @zh 填表人；没有的为空 @example 张三 */
  readonly filler: string;
  /** @zh 填表日期，照填写的原样；没有的为空 @example 2024年12月30日 */
  readonly filled: string;
  /** @zh 参评所需的基本分 @example 90 */
  readonly qualifying: number;
  /** The sections of base items, in the groups that are printed as one table. @zh 基本得分项，分成几张表 */
  readonly parts: readonly {
    /** @zh 表中的各分类 */
    readonly sections: readonly RubricSectionView[];
    /** @zh 是否最后一张 */
    readonly last: boolean;
  }[];
  /** @zh 基本得分项满分 @example 100 */
  readonly baseTotal: number;
  /** @zh 基本得分项合计得分 */
  readonly baseScores: ScoresView;
  /** @zh 加分项 */
  readonly bonus: RubricSectionView;
  /** @zh 加分项满分 @example 20 */
  readonly bonusTotal: number;
  /** @zh 加分项合计得分 */
  readonly bonusScores: ScoresView;
  /** @zh 总计满分 @example 120 */
  readonly total: number;
  /** @zh 总计得分 */
  readonly scores: ScoresView;
  /** @zh 一票否决项 */
  readonly veto: readonly RubricItemView[];
  /** @zh 一票否决项的行数 @example 5 */
  readonly vetoRows: number;
  /** What the scores come to, by the reviewer's score where given; null on a blank sheet. @zh 认定得分；空白表没有 */
  readonly result: {
    /** @zh 基本分 @example 96 */
    readonly base: number;
    /** @zh 加分 @example 4 */
    readonly bonus: number;
    /** @zh 合计 @example 100 */
    readonly total: number;
    /** @zh 是否发生一票否决项 */
    readonly vetoed: boolean;
  } | null;
}

export interface RubricSectionView {
  /** @zh 分类名称 @example 组织领导 */
  readonly name: string;
  /** @zh 分类满分 @example 15 */
  readonly points: number;
  /** The first item stands in the row of the section's name, the others in rows of their own. @zh 分类中的第一项 */
  readonly first: RubricItemView;
  /** @zh 分类中的其余各项 */
  readonly rest: readonly RubricItemView[];
  /** @zh 分类的行数 @example 3 */
  readonly rows: number;
}

export interface RubricItemView extends ScoresView {
  /** @zh 评分内容 @example 保卫工作组织体系健全 */
  readonly text: string;
  /** @zh 分值 @example 5 */
  readonly points: number;
}

/** The unit's own score and the reviewer's, as printed. */
export interface ScoresView {
  /** @zh 自评分；未填的为空 @example 5 */
  readonly self: string;
  /** @zh 评审分；未填的为空 @example 5 */
  readonly reviewer: string;
}

/** What is filled in on a scoring sheet. */
export interface RubricFilling extends Pick<RubricView, 'unit' | 'department' | 'filler' | 'filled' | 'result'> {
  /** Scores of an item, by its number. */
  of(number: string): ScoresView;
  readonly baseScores: ScoresView;
  readonly bonusScores: ScoresView;
  readonly scores: ScoresView;
}

const empty: ScoresView = { self: '', reviewer: '' };
const blankFilling: RubricFilling = {
  unit: '',
  department: '',
  filler: '',
  filled: '',
  result: null,
  of: () => empty,
  baseScores: empty,
  bonusScores: empty,
  scores: empty,
};

/** Sections in the notice's first table, so that no section is cut by the end of its page; what follows begins another. */
const firstInNotice = 3;

export function rubricView(theCase: Case, filling: RubricFilling = blankFilling): RubricView {
  const { year, subject, scoring } = theCase.settings;
  const { of, ...filled } = filling;
  const blank = filling === blankFilling;
  const sections = rubric.base.map(({ name }) => sectionView(name, of));
  // A filled sheet is divided where it is laid out.
  const parts = (blank ? [sections.slice(0, firstInNotice), sections.slice(firstInNotice)] : [sections]).filter(
    ({ length }) => length > 0,
  );
  const bonus = sectionView(rubric.bonus.name, of);
  const baseTotal = sections.reduce((sum, section) => sum + section.points, 0);
  const veto = scoringItems().filter(({ kind }) => kind === 'veto');
  return {
    title: `${year}年度${subject}先进单位（保卫部门）评分指标`,
    blank,
    ...filled,
    qualifying: scoring.qualifying,
    parts: parts.map((own, index) => ({ sections: own, last: index === parts.length - 1 })),
    baseTotal,
    bonus,
    bonusTotal: bonus.points,
    total: baseTotal + bonus.points,
    veto: veto.map((item) => itemView(item, of)),
    vetoRows: veto.length,
  };
}

function sectionView(name: string, of: RubricFilling['of']): RubricSectionView {
  const items = scoringItems().filter(({ section }) => section === name);
  const [first, ...rest] = items.map((item) => itemView(item, of));
  if (first === undefined) throw new Error(`section ${name} of the rubric has no items`);
  const points = items.reduce((sum, item) => sum + item.points, 0);
  return { name, points, first, rest, rows: items.length };
}

function itemView({ number, text, points }: ScoringItem, of: RubricFilling['of']): RubricItemView {
  return { text, points, ...of(number) };
}
