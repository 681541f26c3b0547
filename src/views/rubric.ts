/** The scoring sheet, annex 3: the rubric as tables with room for two scores. */
import type { Case } from '../case/types.ts';
import type { Rubric, RubricSection } from '../rules/rubric.ts';

export interface RubricView {
  readonly title: string;
  readonly qualifying: number;
  /** The sections of base items, in the groups that are printed as one table. */
  readonly parts: readonly { readonly sections: readonly RubricSectionView[]; readonly last: boolean }[];
  readonly baseTotal: number;
  readonly bonus: RubricSectionView;
  readonly bonusTotal: number;
  readonly total: number;
  readonly veto: readonly string[];
  readonly vetoRows: number;
}

export interface RubricSectionView {
  readonly name: string;
  readonly points: number;
  /** The first item stands in the row of the section's name, the others in rows of their own. */
  readonly first: RubricItemView;
  readonly rest: readonly RubricItemView[];
  readonly rows: number;
}

export interface RubricItemView {
  readonly text: string;
  readonly points: number;
}

/** Sections per printed table, so that no section is cut by a page's end. */
const sectionsPerTable = [3, 6];

export function rubricView(theCase: Case, rubric: Rubric): RubricView {
  const { year, subject, scoring } = theCase.settings;
  const sections = rubric.base.map(sectionView);
  let next = 0;
  const parts = sectionsPerTable.map((count, index) => {
    const part = { sections: sections.slice(next, next + count), last: index === sectionsPerTable.length - 1 };
    next += count;
    return part;
  });
  const bonus = sectionView(rubric.bonus);
  const baseTotal = sections.reduce((sum, section) => sum + section.points, 0);
  return {
    title: `${year}年度${subject}先进单位（保卫部门）评分指标`,
    qualifying: scoring.qualifying,
    parts,
    baseTotal,
    bonus,
    bonusTotal: bonus.points,
    total: baseTotal + bonus.points,
    veto: rubric.veto,
    vetoRows: rubric.veto.length,
  };
}

function sectionView(section: RubricSection): RubricSectionView {
  const [first, ...rest] = section.items;
  if (first === undefined) throw new Error(`section ${section.name} of the rubric has no items`);
  return {
    name: section.name,
    points: section.items.reduce((sum, item) => sum + item.points, 0),
    first,
    rest,
    rows: section.items.length,
  };
}
