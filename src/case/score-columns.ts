/** The contract of the sheet `评分`: one row per unit and item of the scoring sheet (annex 3 of the notice). */
import type { Column } from './table.ts';

/** In the order of the workbook to fill in. 类型, 分类栏目 and 分值 only help whoever fills it in. */
export const scoreColumns: readonly Column[] = [
  { name: '单位全称', required: true },
  { name: '统一社会信用代码', required: false },
  { name: '类别', required: false },
  { name: '编号', required: true },
  { name: '类型', required: false },
  { name: '分类栏目', required: false },
  { name: '分值', required: false },
  { name: '自评分', required: false },
  { name: '评审分', required: false },
  { name: '说明', required: false },
];
