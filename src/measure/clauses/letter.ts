/** 信函 (GB/T 9704 10.1): the double rules and what stands under them. */
import { type ClauseId, clauses } from '../../layout/gbt9704.ts';
import { mmPerPoint } from '../metrics.ts';
import {
  areaRight,
  excerpt,
  type Finding,
  halfLeading,
  length,
  linesOf,
  type Subject,
  unmeasured,
} from '../readings.ts';
import type { DrawnRule, MeasuredPage, Parts } from '../types.ts';

const ids: readonly ClauseId[] = [
  'letterRuleGap',
  'letterRuleFoot',
  'letterRuleLength',
  'letterNumberGap',
  'letterNumberRight',
  'letterRuleThick',
  'letterRuleThin',
  'letterRuleSpace',
];

export function letterFindings({ parts }: Subject): readonly Finding[] {
  if (parts.format !== 'letter') return unmeasured('不是信函', ...ids);
  const page = linesOf(parts, 'mark')[0]?.page ?? parts.lines[0]?.page;
  if (page === undefined) return unmeasured('没有首页', ...ids);
  const [upper, lower] = doubleRules(parts.redRules);
  return [
    ...upperRule(parts, upper, page),
    ...lowerRule(lower, page),
    ...lengths(parts.redRules, page),
    ...strokes(upper, page),
  ];
}

/** The upper and the lower pair, each of two rules close to each other. */
function doubleRules(rules: readonly DrawnRule[]): readonly [readonly DrawnRule[], readonly DrawnRule[]] {
  return [rules.filter(({ y }) => y < 150), rules.filter(({ y }) => y >= 150)];
}

const topOf = (rules: readonly DrawnRule[]) => Math.min(...rules.map(({ y, thickness }) => y - thickness / 2));
const bottomOf = (rules: readonly DrawnRule[]) => Math.max(...rules.map(({ y, thickness }) => y + thickness / 2));

function upperRule(parts: Parts, rules: readonly DrawnRule[], page: MeasuredPage): readonly Finding[] {
  if (rules.length === 0)
    return unmeasured('没有上边的红色双线', 'letterRuleGap', 'letterNumberGap', 'letterNumberRight');
  const mark = linesOf(parts, 'mark').at(-1);
  const number = linesOf(parts, 'number')[0];
  const findings: Finding[] = [
    mark === undefined
      ? { id: 'letterRuleGap', why: '没有发文机关标志' }
      : length('letterRuleGap', topOf(rules) - mark.bottom, clauses.letterRuleGap.value, page),
  ];
  if (number === undefined) return [...findings, ...unmeasured('没有发文字号', 'letterNumberGap', 'letterNumberRight')];
  const distance = clauses.letterNumberGap.value * clauses.bodySize.value * mmPerPoint;
  return [
    ...findings,
    // The characters, or the line they stand in the middle of.
    length('letterNumberGap', number.top - bottomOf(rules), [distance, distance + halfLeading], page),
    length('letterNumberRight', areaRight(parts) - number.right, 0, page, excerpt(number)),
  ];
}

/** 20 mm from the lower edge of the page to the rule, whose two strokes lie within a millimetre or two. */
function lowerRule(rules: readonly DrawnRule[], page: MeasuredPage): readonly Finding[] {
  if (rules.length === 0) return unmeasured('没有下边的红色双线', 'letterRuleFoot');
  const [least, greatest] = [page.height - bottomOf(rules), page.height - topOf(rules)];
  const { value } = clauses.letterRuleFoot;
  return [length('letterRuleFoot', value > greatest ? greatest : Math.max(value, least), value, page)];
}

function lengths(rules: readonly DrawnRule[], page: MeasuredPage): readonly Finding[] {
  if (rules.length === 0) return unmeasured('没有红色双线', 'letterRuleLength');
  return rules.flatMap((rule): readonly Finding[] => [
    length('letterRuleLength', rule.length, clauses.letterRuleLength.value, page),
    {
      ...length('letterRuleLength', rule.length, clauses.letterRuleLength.value, page, '居中'),
      deviation: rule.x + rule.length / 2 - page.width / 2,
    },
  ]);
}

/** Thick over thin, in one pair; a rule that a word processor draws as one double border is one or two strokes. */
function strokes(rules: readonly DrawnRule[], page: MeasuredPage): readonly Finding[] {
  const [thick, thin] = [...rules].sort((a, b) => b.thickness - a.thickness);
  if (thick === undefined || thin === undefined)
    return unmeasured('双线不是两条线', 'letterRuleThick', 'letterRuleThin', 'letterRuleSpace');
  const space = bottomOf(rules) - topOf(rules) - thick.thickness - thin.thickness;
  return [
    length('letterRuleThick', thick.thickness, clauses.letterRuleThick.value, page),
    length('letterRuleThin', thin.thickness, clauses.letterRuleThin.value, page),
    length('letterRuleSpace', space, clauses.letterRuleSpace.value, page),
  ];
}
