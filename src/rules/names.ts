/** When two written names mean the same: width, spaces and the two usual company endings make no difference. */

/** A unit's full name for comparison, never for print. */
export function normaliseUnitName(name: string): string {
  return compact(name).replaceAll('有限责任公司', '有限公司');
}

/** A person's name for comparison: the separating dot of minority names is typed in many ways. */
export function normalisePersonName(name: string): string {
  return compact(name).replace(/[•‧∙・⋅.]/g, '·');
}

function compact(name: string): string {
  return name.normalize('NFKC').replace(/[\s\u200b-\u200d\ufeff]/g, '');
}

/** Empty, or filled with what people write instead of leaving a cell empty. */
export function isBlank(text: string): boolean {
  return /^(?:[\s\-—–_/\\.。、·*]*|无|暂无|没有|待定|不详|未知)$/.test(text.trim());
}
