/** The field's own names, as rosters and documents write them. */
import type { AwardLevel, NomineeStatus, PerCategory } from './types.ts';

/** Also the names of the rosters' sheets. */
export const categoryNames: PerCategory<string> = {
  unit: '先进单位',
  department: '先进保卫部门',
  responsible: '先进治安责任人',
  officer: '先进保卫干部',
};

export const levelNames: Readonly<Record<AwardLevel, string>> = { city: '市级', district: '区级' };

/** As the column 状态 of a roster writes them. */
export const statusNames: Readonly<Record<NomineeStatus, string>> = {
  nominated: '推荐',
  reviewed: '初审通过',
  publicised: '已公示',
  final: '最终',
  withdrawn: '撤回',
};
