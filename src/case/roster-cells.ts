import { levelNames, statusNames } from './terms.ts';
import type { Nominee } from './types.ts';

/** A cell to be written: text, or a number where the column holds a count or a score. */
export type WrittenCell = string | number;

/** A nominee as the cells of a roster, by column. Read again, they give the same nominee. */
export function rosterCells(nominee: Nominee): Readonly<Record<string, WrittenCell>> {
  const { origin } = nominee;
  return {
    级别: levelNames[nominee.level],
    区: nominee.district,
    单位全称: nominee.unit,
    统一社会信用代码: nominee.code,
    市企保协会会员: nominee.member ? '是' : '否',
    行业: nominee.industry,
    联系电话: nominee.phone,
    身份证号: nominee.idNumber,
    主要事迹: nominee.deeds,
    开户行: nominee.bank,
    银行账号: nominee.account,
    ...ownCells(nominee),
    // An empty cell means the same, and leaves the column to the office.
    状态: nominee.status === 'final' ? '' : statusNames[nominee.status],
    撤回原因: nominee.withdrawnReason,
    收到日期: nominee.received,
    来源文件: origin?.file ?? '',
    来源表: origin?.sheet ?? '',
    来源行: origin?.row ?? '',
  };
}

/** How messages and lists name a nominee. */
export function nomineeName(nominee: Nominee): string {
  return 'name' in nominee ? `${nominee.name}（${nominee.unit}）` : `${nominee.unit}${nominee.department}`;
}

function ownCells(nominee: Nominee): Readonly<Record<string, WrittenCell>> {
  if (!('name' in nominee)) {
    return {
      ...(nominee.category === 'department' && { 保卫部门名称: nominee.department }),
      单位地址: nominee.address,
      人数: nominee.headcount ?? '',
      主要负责人: nominee.head,
      基本分: nominee.baseScore ?? '',
      加分: nominee.bonusScore ?? '',
      一票否决: nominee.veto,
      开户名: nominee.accountName,
    };
  }
  return {
    姓名: nominee.name,
    性别: nominee.sex,
    职务: nominee.post,
    出生年月: nominee.birth,
    政治面貌: nominee.politics,
  };
}
