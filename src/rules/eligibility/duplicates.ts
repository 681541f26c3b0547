/** The same unit or person twice: an error in one category, a warning in two. */
import { categoryNames, levelNames } from '../../case/terms.ts';
import { isCollective, type Nominee } from '../../case/types.ts';
import { type Message, message } from '../../message.ts';
import { awardOf, beneficiariesOf } from '../award.ts';
import { groupBy } from '../group.ts';
import { cell, nameColumn, spoken, who } from './place.ts';

export function checkDuplicates(nominees: readonly Nominee[]): Message[] {
  const awards = nominees.map((nominee) => [nominee, awardOf(nominee)] as const);
  const { keyOf } = beneficiariesOf(awards.map(([, award]) => award));
  const groups = groupBy(awards, ([, award]) => keyOf(award));
  return [...groups.values()].flatMap((group) => {
    if (group.length === 1) return [];
    const rows = group.map(([nominee]) => nominee);
    return [...twiceInOneCategory(rows), ...inTwoCategories(rows)];
  });
}

/** One unit may win at both levels; payment then chooses. */
function twiceInOneCategory(rows: readonly Nominee[]): Message[] {
  return [...groupBy(rows, ({ level, category }) => `${level} ${category}`).values()].flatMap(([first, ...again]) =>
    again.map((one) =>
      message('eligibility.duplicate', {
        place: cell(one, nameColumn(one)),
        actual: who(one),
        who: who(one),
        level: levelNames[one.level],
        category: categoryNames[one.category],
        first: spoken((first as Nominee).place),
      }),
    ),
  );
}

function inTwoCategories(rows: readonly Nominee[]): Message[] {
  const first = rows[0] as Nominee;
  const other = rows.find((one) => one.category !== first.category);
  if (!other || isCollective(first.category)) return [];
  return [
    message('eligibility.two-categories', {
      place: cell(other, '姓名'),
      who: who(other),
      unit: other.unit,
      category: `${levelNames[other.level]}${categoryNames[other.category]}`,
      otherCategory: `${levelNames[first.level]}${categoryNames[first.category]}`,
      first: spoken(first.place),
    }),
  ];
}
