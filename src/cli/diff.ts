/** `neibao diff`: compares two years. */
import type { Command } from 'commander';
import { categoryNames, levelNames } from '../case/terms.ts';
import { awardLevels, type Category, categories } from '../case/types.ts';
import { diff } from '../diff.ts';
import { yuanText } from '../figures.ts';
import { table } from '../report.ts';
import type { Change, Honour, WonAgain, YearComparison } from '../rules/years.ts';
import type { Shell } from './shell.ts';

export function addDiff(program: Command, shell: Shell): void {
  shell
    .command(
      program,
      'diff',
      { 旧案卷文件夹: '上一年的案卷', 新案卷文件夹: '与它比较的案卷' },
      '比较两个年度：名额、再次获奖的单位和个人、奖金',
      'diff data/shanghai-2024 案卷/2025',
      'diff data/shanghai-2024 案卷/2025 --json',
    )
    .action(async (oldDir: string, newDir: string) => {
      shell.finish(await diff(oldDir, newDir), diffJson, reportDiff);
    });
}

/** Amounts in yuan: this is an edge. */
function diffJson(comparison: YearComparison): unknown {
  const yuan = (one: Change) => ({
    old: one.old === null ? null : one.old / 100,
    new: one.new === null ? null : one.new / 100,
    change: one.change / 100,
  });
  const payers = comparison.payers.map(({ payer, ...amounts }) => ({ payer, ...yuan(amounts) }));
  return { ...comparison, payers, paid: yuan(comparison.paid) };
}

function reportDiff(comparison: YearComparison): string {
  const { oldYear, newYear, quota, quotaTotal, newDistricts, goneDistricts, again, payers, paid } = comparison;
  const units = again.filter((one) => one.kind === 'unit');
  const persons = again.filter((one) => one.kind === 'person');
  // Two cases of one year, as before and after a change, are told apart by their places on the command line.
  const sameYear = oldYear === newYear;
  const [old, next] = sameYear ? ['旧案卷', '新案卷'] : [`${oldYear}年`, `${newYear}年`];
  const both = sameYear ? '两份案卷' : '两年';
  return [
    `${sameYear ? `${newYear}年的两份案卷` : `${old}与${next}`}比较。每格为“${old}→${next}（增减）”，没有变化的只写一个数。`,
    '',
    '一、名额',
    table(
      ['各区', '会员单位', ...categories.map((category) => categoryNames[category])],
      [
        ...quota.map((row) => [row.district, cell(row.members), ...categories.map((category) => cell(row[category]))]),
        ['合计', '', ...categories.map((category) => cell(quotaTotal[category]))],
      ],
    ),
    ...(newDistricts.length > 0 ? [`新增的区：${newDistricts.join('、')}`] : []),
    ...(goneDistricts.length > 0 ? [`不再有的区：${goneDistricts.join('、')}`] : []),
    ...(newDistricts.length + goneDistricts.length > 0 ? [''] : []),
    `二、${both}都在名单上的单位：${units.length} 个（${levelCounts(units, both)}）`,
    ...(units.length > 0 ? [againTable(units, old, next)] : ['']),
    `三、${both}都在名单上的个人：${persons.length} 名（${levelCounts(persons, both)}）`,
    ...(persons.length > 0 ? [againTable(persons, old, next)] : ['']),
    '四、奖金（元）',
    table(
      ['发放单位', old, next, '增减'],
      [...payers, { payer: '合计', ...paid }].map((one) => [
        one.payer,
        yuanText(one.old ?? 0),
        yuanText(one.new ?? 0),
        `${one.change > 0 ? '+' : ''}${yuanText(one.change)}`,
      ]),
    ),
  ].join('\n');
}

function cell({ old, new: next, change }: Change): string {
  const shown = (value: number | null) => (value === null ? '-' : String(value));
  if (old === next) return shown(next);
  return `${shown(old)}→${shown(next)}（${change > 0 ? '+' : ''}${change}）`;
}

function levelCounts(again: readonly WonAgain[], both: string): string {
  const count = (level: Honour['level']) => again.filter((one) => one.levels.includes(level)).length;
  return `${both}都是市级 ${count('city')}，${both}都是区级 ${count('district')}`;
}

function againTable(again: readonly WonAgain[], old: string, next: string): string {
  // 市级单位、保卫部门；区级单位: short enough for a line of the terminal.
  const said = (honours: readonly Honour[]) =>
    awardLevels
      .map((level) => ({ level, own: honours.filter((one) => one.level === level) }))
      .filter(({ own }) => own.length > 0)
      .map(({ level, own }) => `${levelNames[level]}${own.map(({ category }) => shortName(category)).join('、')}`)
      .join('；');
  const named = again.some((one) => one.name !== '');
  return table(
    ['区', ...(named ? ['姓名'] : []), '单位', old, next],
    again.map((one) => [one.district, ...(named ? [one.name] : []), one.unit, said(one.old), said(one.new)]),
  );
}

function shortName(category: Category): string {
  return categoryNames[category].replace('先进', '');
}
