/** The contract of the rosters: which columns the sheet of a category has. */
import type { Column } from './table.ts';
import { type Category, isCollective } from './types.ts';

const common = ['*级别', '*区', '*单位全称', '*统一社会信用代码', '*市企保协会会员', '行业'];

const collective = [
  '单位地址',
  '联系电话',
  '人数',
  '主要负责人',
  '身份证号',
  '主要事迹',
  '基本分',
  '加分',
  '一票否决',
  '开户名',
  '开户行',
  '银行账号',
];

const individual = [
  '*姓名',
  '*性别',
  '*职务',
  '出生年月',
  '政治面貌',
  '身份证号',
  '联系电话',
  '主要事迹',
  '开户行',
  '银行账号',
];

/** What the office itself keeps of each row, beside what a district fills in. */
export const officeColumns: readonly string[] = ['状态', '撤回原因', '收到日期', '来源文件', '来源表', '来源行'];

/** What is said of a row beside it, in a workbook that goes back for correction; it says nothing about the nominee. */
export const correctionColumn = '需要更正';

/** The columns that a district fills in. */
export function districtColumns(category: Category): readonly Column[] {
  const own = isCollective(category) ? collective : individual;
  return columnsOf([...common, ...(category === 'department' ? ['*保卫部门名称'] : []), ...own]);
}

/** The columns of a category's sheet; in the lists above, as in the rosters themselves, `*` marks the required ones. */
export function rosterColumns(category: Category): readonly Column[] {
  return [...districtColumns(category), ...columnsOf([...officeColumns, correctionColumn])];
}

function columnsOf(names: readonly string[]): readonly Column[] {
  return names.map((name) => ({ name: name.replace('*', ''), required: name.startsWith('*') }));
}
