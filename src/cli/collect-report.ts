/** What a clerk reads after a collection: what came in, what became of every row, and what has changed. */
import { categoryNames } from '../case/terms.ts';
import { type Category, categories } from '../case/types.ts';
import type { CollectSummary } from '../intake/collect.ts';
import type { Place } from '../message.ts';
import { reportPlace, table } from '../report.ts';

type Change = CollectSummary['changes'][number];

const statusNames: Readonly<Record<CollectSummary['files'][number]['status'], string>> = {
  collected: '已收',
  known: '收过',
  empty: '没有内容',
  rejected: '没有收',
};
const kindNames: Readonly<Record<Change['kind'], string>> = { added: '新增', removed: '撤下', changed: '改动' };
const ignoredNames: Readonly<Record<keyof CollectSummary['rows']['ignored'], string>> = {
  example: '示例',
  header: '重复的表头',
  total: '合计小计',
  note: '注和小标题',
  numbered: '只有序号',
  same: '与另一份相同',
};

export function reportCollect(summary: CollectSummary): string {
  const { written, files, districts, conflicts } = summary;
  const sections = [
    table(
      ['文件', '情况', '行数'],
      files.map(({ path, status, rows }) => [
        path,
        written || status !== 'collected' ? statusNames[status] : '未写入',
        String(rows.reduce((sum, one) => sum + one.rows, 0)),
      ]),
    ),
    ...(written ? [reportDistricts(districts), ...reportChanges(summary)] : []),
    ...conflicts.map(reportConflict),
    reportRows(summary),
    written ? '已并入案卷的 rosters 文件夹，原件存在 collected 文件夹。' : '案卷没有改动。',
  ];
  return `${sections.join('\n')}\n`;
}

/** Rows per district and category, before → after where that differs. */
function reportDistricts(slots: CollectSummary['districts']): string {
  const names = [...new Set(slots.map(({ district }) => district))];
  const cell = (district: string, category: Category) => {
    const slot = slots.find((one) => one.district === district && one.category === category);
    if (slot === undefined) return '';
    return slot.before === 0 || slot.before === slot.after ? String(slot.after) : `${slot.before}→${slot.after}`;
  };
  return table(
    ['收后行数', ...categories.map((category) => categoryNames[category])],
    names.map((district) => [district, ...categories.map((category) => cell(district, category))]),
  );
}

/** Rows that were not there before are listed one by one only where others were. */
function reportChanges({ changes, districts }: CollectSummary): readonly string[] {
  const isNew = (change: Change) =>
    districts.some((one) => one.district === change.district && one.category === change.category && one.before === 0);
  const told = changes.filter((change) => !isNew(change));
  if (told.length === 0) return [];
  const lines = told.flatMap((change) => [
    `${kindNames[change.kind]}  ${slotName(change)}  ${change.name}  ${reportPlace(change.place)}`,
    ...change.columns.map(({ column, from, to }) => `        ${column}：${shown(from)} → ${shown(to)}`),
  ]);
  return [`与原有的名册相比：\n${lines.join('\n')}\n`];
}

function reportConflict(conflict: CollectSummary['conflicts'][number]): string {
  const [first, second] = conflict.files;
  const lines = conflict.rows.flatMap(({ name, kind, columns, place, earlier }) => {
    if (kind !== 'changed') return [`${name}：只在 ${reportPlace(place)}`];
    const places = `${earlier ? where(earlier) : ''} ↔ ${where(place)}`;
    return [
      `${name}：${places}`,
      ...columns.map(({ column, from, to }) => `        ${column}：${shown(from)} ↔ ${shown(to)}`),
    ];
  });
  return `${slotName(conflict)}：${first} ↔ ${second}\n${lines.join('\n')}\n`;
}

function slotName({ district, category }: Pick<Change, 'district' | 'category'>): string {
  return `${district} ${categoryNames[category]}`;
}

function where({ sheet, row }: Place): string {
  return `${sheet ?? ''}第${row}行`;
}

function shown(text: string): string {
  return text === '' ? '（空）' : text.replaceAll('\n', '');
}

function reportRows({ written, rows, scores }: CollectSummary): string {
  const { read, kept, replaced, rejected, ignored } = rows;
  const scored = scores > 0 ? `评分${written ? '收下' : '可以收'} ${scores} 项。` : '';
  if (read === 0) return scored || '没有读到新的名册行。';
  const passed = (Object.keys(ignoredNames) as (keyof typeof ignoredNames)[])
    .filter((kind) => ignored[kind] > 0)
    .map((kind) => `${ignoredNames[kind]} ${ignored[kind]} 行`);
  const parts = [
    `${written ? '收下' : '可以收'} ${kept} 行`,
    ...(replaced > 0 ? [`让给指定的一份 ${replaced} 行`] : []),
    ...(rejected > 0 ? [`${written ? '没有收' : '不能收'} ${rejected} 行（原因见上）`] : []),
    ...(passed.length > 0 ? [`不是推荐对象的：${passed.join('、')}`] : []),
  ];
  return `共读 ${read} 行：${parts.join('；')}。${scored}`;
}
