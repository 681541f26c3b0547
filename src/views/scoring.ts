/** Filled scoring sheets, one for each unit and department whose items were scored, by district. */
import { categoryNames } from '../case/terms.ts';
import type { Case, CollectiveNominee, ItemScore, ItemScores } from '../case/types.ts';
import { decided, nomineeOf, sumsOf } from '../rules/item-scores.ts';
import { type DocumentView, type Facts, ordinal } from './facts.ts';
import { type RubricView, rubricView, type ScoresView } from './rubric.ts';

export interface ScoringView {
  /** @zh 标题 @example 2024年度上海内保工作先进评分表（浦东） */
  readonly title: string;
  /** @zh 各评分表 */
  readonly sheets: readonly {
    /** @zh 评分表的标题 @example 2024年度上海内保工作先进单位评分表 */
    readonly title: string;
    /** @zh 填好的评分指标 */
    readonly rubric: RubricView;
  }[];
}

/** A document per district that has scores, its sheets in roster order. */
export function scoringDocuments({ theCase, roster }: Facts): readonly DocumentView[] {
  const { year, subject } = theCase.settings;
  const scored = theCase.scores.flatMap((scores) => {
    const nominee = nomineeOf(scores, roster);
    return nominee === undefined || nominee.status === 'withdrawn' ? [] : [{ scores, nominee }];
  });
  return theCase.districts.flatMap((district, index) => {
    const own = scored
      .filter(({ nominee }) => nominee.district === district.name)
      .toSorted((one, other) => roster.indexOf(one.nominee) - roster.indexOf(other.nominee));
    if (own.length === 0) return [];
    const view: ScoringView = {
      title: `${year}年度${subject}先进评分表（${district.name}）`,
      sheets: own.map(({ scores, nominee }) => ({
        title: `${year}年度${subject}${categoryNames[nominee.category]}评分表`,
        rubric: filledRubric(theCase, scores, nominee),
      })),
    };
    return [{ names: { number: ordinal(index), district: district.name }, view }];
  });
}

function filledRubric(theCase: Case, scores: ItemScores, { unit, department }: CollectiveNominee): RubricView {
  const texts = new Map<string, ScoresView>([
    ...scores.points.map((score) => [score.number, pairOf(score, String)] as const),
    ...scores.vetoes.map((score) => [score.number, pairOf(score, vetoText)] as const),
  ]);
  const self = sumsOf(scores, (score) => score.self);
  const reviewer = sumsOf(scores, (score) => score.reviewer);
  const { base, bonus } = sumsOf(scores);
  const reviewed = scores.points.some((score) => score.reviewer !== null);
  const sums = (own: number, other: number) => ({ self: String(own), reviewer: reviewed ? String(other) : '' });
  const vetoed = scores.vetoes.some((score) => decided(score) === true);
  return rubricView(theCase, {
    unit,
    department,
    filler: scores.filler,
    filled: scores.filled,
    of: (number) => texts.get(number) ?? { self: '', reviewer: '' },
    baseScores: sums(self.base, reviewer.base),
    bonusScores: sums(self.bonus, reviewer.bonus),
    scores: sums(plus(self), plus(reviewer)),
    result: { base, bonus, total: plus({ base, bonus }), vetoed },
  });
}

/** Points have at most two decimals. */
function plus({ base, bonus }: { readonly base: number; readonly bonus: number }): number {
  return Math.round((base + bonus) * 100) / 100;
}

function pairOf<T>({ self, reviewer }: ItemScore<T>, text: (value: T) => string): ScoresView {
  return { self: self === null ? '' : text(self), reviewer: reviewer === null ? '' : text(reviewer) };
}

function vetoText(happened: boolean): string {
  return happened ? '发生' : '未发生';
}
