/** The sheet `评分` of a few districts: scoring sheets item by item, whose sums are the scores that the rosters state. */
import { scoringItems } from '../../build/rules/rubric.js';

/** Districts that send their scoring sheets in item by item. */
export const scoredDistricts = ['松江', '崇明', '轨交'];

const items = scoringItems();
/** Every so many items that lost points, the unit had given itself one more than the reviewer did. */
const generousEvery = 3;

/** The columns of the sheet, as `sheets` has them for the four categories. */
export const scoreSheet = {
  name: '评分',
  columns: [
    { header: '单位全称*', width: 42, value: ({ unit }) => unit.name },
    { header: '统一社会信用代码', width: 22, text: true, value: ({ unit }) => unit.code },
    { header: '类别', width: 14, value: ({ category }) => category },
    { header: '编号*', width: 8, text: true, value: ({ item }) => item.number },
    { header: '类型', width: 18, value: ({ item }) => item.section },
    { header: '分类栏目', width: 70, wrap: true, value: ({ item }) => item.text },
    { header: '分值', width: 8, value: ({ item }) => (item.kind === 'veto' ? '' : item.points) },
    { header: '自评分', width: 10, value: ({ self }) => self },
    { header: '评审分', width: 10, value: ({ reviewer }) => reviewer },
    { header: '说明', width: 20, value: () => '' },
  ],
};

/** @returns `(nominees)` → the rows of the sheet for the city's units and departments, in the order of their sheets */
export function scorerOf(random) {
  return ({ unit, department }) => [
    ...unit.filter(ofCity).flatMap((nominee) => rowsOf(random, nominee, '先进单位')),
    ...department.filter(ofCity).flatMap((nominee) => rowsOf(random, nominee, '先进保卫部门')),
  ];
}

const ofCity = ({ level }) => level === '市级';

function rowsOf(random, { unit, base, bonus }, category) {
  const of = (kind) => items.filter((item) => item.kind === kind);
  const given = new Map([
    ...pointsOf(random, of('base'), base),
    ...pointsOf(random, of('bonus'), bonus),
    ...of('veto').map((item) => [item, '未发生']),
  ]);
  let lower = 0;
  return items.map((item) => {
    const reviewer = given.get(item);
    const generous = item.kind === 'base' && reviewer < item.points && ++lower % generousEvery === 0;
    return { unit, category, item, reviewer, self: generous ? reviewer + 1 : reviewer };
  });
}

/** Full points, less one at a time at random, until they add up to the sum. */
function pointsOf(random, list, sum) {
  const points = new Map(list.map((item) => [item, item.points]));
  let over = list.reduce((total, item) => total + item.points, 0) - sum;
  while (over > 0) {
    const item = random.pick(list);
    if (points.get(item) === 0) continue;
    points.set(item, points.get(item) - 1);
    over -= 1;
  }
  return points;
}
