/** The scoring sheet, annex 3: the rubric as tables with two scores; blank in the notice, filled in from the scores given. */
import type { Case } from '../case/types.ts';
import { rubric, type ScoringItem, scoringItems } from '../rules/rubric.ts';

/** Every field that is filled in by hand is '' on a blank sheet. */
export interface RubricView {
  readonly title: string;
  /** Whether it is the notice's, for a unit to fill in. */
  readonly blank: boolean;
  readonly unit: string;
  /** 保卫部门名称; '' for a unit. */
  readonly department: string;
  readonly filler: string;
  readonly filled: string;
  readonly qualifying: number;
  /** The sections of base items, in the groups that are printed as one table. */
  readonly parts: readonly { readonly sections: readonly RubricSectionView[]; readonly last: boolean }[];
  readonly baseTotal: number;
  readonly baseScores: ScoresView;
  readonly bonus: RubricSectionView;
  readonly bonusTotal: number;
  readonly bonusScores: ScoresView;
  readonly total: number;
  readonly scores: ScoresView;
  readonly veto: readonly RubricItemView[];
  readonly vetoRows: number;
  /** What the scores come to, by the reviewer's score where given; null on a blank sheet. */
  readonly result: {
    readonly base: number;
    readonly bonus: number;
    readonly total: number;
    readonly vetoed: boolean;
  } | null;
}

export interface RubricSectionView {
  readonly name: string;
  readonly points: number;
  /** The first item stands in the row of the section's name, the others in rows of their own. */
  readonly first: RubricItemView;
  readonly rest: readonly RubricItemView[];
  readonly rows: number;
}

export interface RubricItemView extends ScoresView {
  readonly text: string;
  readonly points: number;
}

/** The unit's own score and the reviewer's, as printed. */
export interface ScoresView {
  readonly self: string;
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

/** Sections per printed table, so that no section is cut by a page's end: three pages of the notice, two of a filled sheet. */
const sectionsPerTable = { blank: [3, 6], filled: [5, 4] } as const;

export function rubricView(theCase: Case, filling: RubricFilling = blankFilling): RubricView {
  const { year, subject, scoring } = theCase.settings;
  const { of, ...filled } = filling;
  const blank = filling === blankFilling;
  const sections = rubric.base.map(({ name }) => sectionView(name, of));
  let next = 0;
  const parts = sectionsPerTable[blank ? 'blank' : 'filled'].map((count) => {
    const part = { sections: sections.slice(next, next + count), last: next + count === sections.length };
    next += count;
    return part;
  });
  const bonus = sectionView(rubric.bonus.name, of);
  const baseTotal = sections.reduce((sum, section) => sum + section.points, 0);
  const veto = scoringItems().filter(({ kind }) => kind === 'veto');
  return {
    title: `${year}年度${subject}先进单位（保卫部门）评分指标`,
    blank,
    ...filled,
    qualifying: scoring.qualifying,
    parts,
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
