/** What a sheet is about, from its name, the titles above its table, or the name of its file. */
import { basename } from 'node:path';
import { rosterColumns } from '../../case/roster-columns.ts';
import { canonical, findHeader, type Sheet, textOf } from '../../case/table.ts';
import { categoryNames } from '../../case/terms.ts';
import { type Category, categories } from '../../case/types.ts';

const columns = [...new Set(categories.flatMap((category) => rosterColumns(category).map(({ name }) => name)))];

/** The one category that a text names, with whatever is around it: 1.先进单位, 先进单位（浦东）. */
export function categoryIn(text: string): Category | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const named = categories.filter((category) => plain.includes(categoryNames[category]));
  return named.length === 1 ? named[0] : undefined;
}

/** By the sheet's own name, else by the titles above the table; a file with one sheet may say it in its own name. */
export function categoryOf(sheet: Sheet, only: boolean): Category | undefined {
  const titles = sheet.rows.slice(0, findHeader(sheet, columns)).flat().map(textOf).join('\n');
  return categoryIn(sheet.name ?? '') ?? categoryIn(titles) ?? (only ? categoryIn(basename(sheet.file)) : undefined);
}

/** Sheets of a fill-in workbook, or of one sent back, that hold no nominees. */
export function isAside(sheet: Sheet): boolean {
  return /^(填写|填表)?说明|^问题清单/.test(plainName(sheet));
}

export function isScoreSheet(sheet: Sheet): boolean {
  return plainName(sheet).startsWith('评分');
}

function plainName({ name = '' }: Sheet): string {
  return name.normalize('NFKC').replace(/^[\d.、\s]+/, '');
}

/** Whether a sheet has the headers of a roster, so that its rows must not be passed over. */
export function looksLikeRoster(sheet: Sheet): boolean {
  const names = (sheet.rows[findHeader(sheet, columns)] ?? []).map((cell) => canonical(textOf(cell)));
  return names.includes('单位全称') && names.filter((name) => columns.includes(name)).length >= 3;
}
