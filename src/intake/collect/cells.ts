/** What is safe to put right in a cell before its rules are asked. */
import type { Cell } from '../../case/table.ts';

/** What was changed in a cell, counted and said per file. */
export type Change = 'merged' | 'width' | 'spaces' | 'birth';
export const changeKinds: readonly Change[] = ['merged', 'width', 'spaces', 'birth'];

/** Texts in which a space between two Chinese characters only fills the cell. */
const named = new Set(
  '级别 区 单位全称 市企保协会会员 行业 保卫部门名称 主要负责人 姓名 性别 职务 政治面貌 一票否决 开户名 开户行'.split(
    ' ',
  ),
);
const identifiers = new Set(['统一社会信用代码', '身份证号', '银行账号']);

/** What no text needs to be put right without; a birth month is always looked at. */
const suspicious = /[\s０-９Ａ-Ｚａ-ｚ]/;
const unchanged: readonly Change[] = [];

/** The cell as it is kept, and what was changed in it. */
export function cleanCell(column: string, cell: Cell): { readonly cell: Cell; readonly changes: readonly Change[] } {
  if (column !== '出生年月' && (typeof cell !== 'string' || !suspicious.test(cell)))
    return { cell, changes: unchanged };
  const changes: Change[] = [];
  let clean = cell;
  const change = (kind: Change, value: Cell) => {
    if (value !== clean) changes.push(kind);
    clean = value;
  };
  if (column === '出生年月') change('birth', birthOf(clean));
  if (typeof clean === 'string' && column !== '主要事迹') change('width', halfWidth(clean));
  if (typeof clean === 'string' && named.has(column)) change('spaces', withoutFill(clean));
  if (typeof clean === 'string' && identifiers.has(column)) change('spaces', clean.trim().replace(/\s+/g, ''));
  return { cell: clean, changes };
}

/** Full-width digits and letters only: brackets and commas are full-width in Chinese names by right. */
function halfWidth(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

function withoutFill(text: string): string {
  return text.trim().replace(/(?<=\p{Script=Han})[^\S\n]+(?=\p{Script=Han})/gu, '');
}

/** Days of the serial dates of a spreadsheet from 1920 to 2029, but for those that could be a year and month: 19753. */
const serial = /^(?:[789]\d{3}|1[0-8]\d{3}|2[1-9]\d{3}|[34]\d{4})$/;

/** A birth month given as a whole day, or as the serial number of one. */
function birthOf(cell: Cell): Cell {
  if (typeof cell !== 'string' && typeof cell !== 'number') return cell;
  const text = String(cell).normalize('NFKC').replace(/\s+/g, '');
  if (serial.test(text)) return new Date((Number(text) - 25_569) * 86_400_000).toISOString().slice(0, 7);
  const [, year, month, day] =
    /^((?:19|20)\d{2})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/
      .exec(text)
      ?.filter((part) => part !== undefined) ?? [];
  if (year === undefined || Number(month) > 12 || Number(day) > 31) return cell;
  return `${year}-${month?.padStart(2, '0')}`;
}
