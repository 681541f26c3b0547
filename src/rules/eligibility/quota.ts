/** More, or fewer, city nominees than the quota. Districts' own awards have no quota. */
import { categoryNames } from '../../case/terms.ts';
import { type Category, categories, type Nominee } from '../../case/types.ts';
import { type Message, message } from '../../message.ts';
import { groupBy } from '../group.ts';
import type { QuotaRow, QuotaTable } from '../quota.ts';
import { cell, nameColumn } from './place.ts';

export function checkQuotaUse(nominees: readonly Nominee[], table: QuotaTable): Message[] {
  const city = groupBy(
    nominees.filter((one) => one.level === 'city'),
    (one) => one.district,
  );
  return table.rows.flatMap((row) => {
    if (row.undecided) return [];
    const byCategory = groupBy(city.get(row.district) ?? [], (one) => one.category);
    return [...exceeded(row, byCategory), ...unused(row, byCategory)];
  });
}

type ByCategory = ReadonlyMap<Category, readonly Nominee[]>;

function exceeded({ district, quota }: QuotaRow, byCategory: ByCategory): Message[] {
  return categories.flatMap((category) => {
    const count = byCategory.get(category)?.length ?? 0;
    const firstOver = byCategory.get(category)?.[quota[category]];
    if (!firstOver) return [];
    return [
      message('quota.exceeded', {
        place: cell(firstOver, nameColumn(firstOver)),
        district,
        category: categoryNames[category],
        count,
        quota: quota[category],
        excess: count - quota[category],
        actual: String(count),
      }),
    ];
  });
}

/** One message per district: an empty place is a choice that the office makes once. */
function unused({ district, quota }: QuotaRow, byCategory: ByCategory): Message[] {
  const list = categories
    .map((category) => ({ category, count: byCategory.get(category)?.length ?? 0 }))
    .filter(({ category, count }) => count < quota[category])
    .map(({ category, count }) => `${categoryNames[category]} ${count}/${quota[category]}`)
    .join('、');
  return list === '' ? [] : [message('quota.unused', { district, list })];
}
