/** The same unit or person twice: an error in one category, a warning in two. */
import { categoryNames, levelNames } from '../../case/terms.ts';
import { type Award, isCollective, type Nominee } from '../../case/types.ts';
import { type Message, message } from '../../message.ts';
import { beneficiariesOf } from '../award.ts';
import { groupBy, groupRepeated } from '../group.ts';
import { cell, nameColumn, spoken, who } from './place.ts';

/** @param awards the nominees', in their order */
export function checkDuplicates(nominees: readonly Nominee[], awards: readonly Award[]): Message[] {
  const { keyOf } = beneficiariesOf(awards);
  return groupRepeated(nominees, (_, index) => keyOf(awards[index] as Award)).flatMap((rows) => [
    ...twiceInOneCategory(rows),
    ...inTwoCategories(rows),
  ]);
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
