/** How the messages about nominees name them and point at their rows. */
import type { Nominee } from '../../case/types.ts';
import type { Place } from '../../message.ts';

/** The nominee's cell under a header of the roster contract. */
export function cell(nominee: Nominee, column: string): Place {
  return { ...nominee.place, column };
}

/** 浦东.xlsx 的“先进单位”第 5 行 */
export function spoken({ file, sheet, row }: Place): string {
  return `${file} ${sheet === undefined ? '' : `的“${sheet}”`}${row === undefined ? '' : `第 ${row} 行`}`;
}

/** Unit or person; a department together with its unit. */
export function who(nominee: Nominee): string {
  return 'name' in nominee ? nominee.name : `${nominee.unit}${nominee.department}`;
}

/** The column that names the nominee. */
export function nameColumn({ category }: Nominee): string {
  if (category === 'unit') return '单位全称';
  return category === 'department' ? '保卫部门名称' : '姓名';
}
