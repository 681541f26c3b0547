/** `neibao workbook`: for each district a workbook to fill in. Case settings and member counts in, a folder out. */
import { basename, join, resolve } from 'node:path';
import { type CaseFrame, readFrame } from '../case/read.ts';
import { categories, type PerCategory, type Settings } from '../case/types.ts';
import { hasErrors, type Result, resultOf } from '../message.ts';
import { safeName } from '../package/names.ts';
import { checkStated, type QuotaRow, quotaTable } from '../rules/quota.ts';
import { columnGuides } from './columns.ts';
import { writeFolder } from './folder.ts';
import { guideSheet } from './guide-sheet.ts';
import { rosterSheet } from './roster-sheet.ts';
import { preparedScores } from './score-sheet.ts';
import { type WorkbookSheet, writeWorkbook } from './workbook.ts';

export interface FillIn {
  readonly out: string;
  readonly files: readonly { readonly path: string; readonly district: string; readonly quota: PerCategory<number> }[];
}

/** Writes the workbooks. Errors: what is wrong with the settings, the member counts or the quota, or with the place. */
export async function writeFillIn(dir: string, options: { readonly out?: string } = {}): Promise<Result<FillIn>> {
  const frame = await readFrame(dir);
  if (!frame.ok) return frame;
  const { settings, districts } = frame.value;
  const table = quotaTable(districts, settings.quota.rates);
  const found = [...frame.messages, ...checkStated(table, settings.quota.stated)];
  if (hasErrors(found)) return { ok: false, messages: found };

  const out = options.out ?? join('out', `${basename(resolve(dir))}-回收表`);
  const files = table.rows.map((row) => ({
    path: workbookName(row.district, frame.value),
    district: row.district,
    quota: row.quota,
  }));
  async function* workbooks() {
    for (const [index, row] of table.rows.entries()) {
      yield { path: files[index]?.path ?? '', bytes: await writeWorkbook(fillInSheets(row, settings)) };
    }
  }
  const messages = [...found, ...(await writeFolder(out, settings.activity, workbooks()))];
  return resultOf({ out, files }, messages);
}

/** 01浦东.xlsx, by the place of the district in the quota table. */
export function workbookName(district: string, { districts }: Pick<CaseFrame, 'districts'>): string {
  const index = districts.findIndex(({ name }) => name === district);
  return `${String(index + 1).padStart(2, '0')}${safeName(district)}.xlsx`;
}

/** 说明, the four rosters and 评分. */
export function fillInSheets({ district, quota }: QuotaRow, settings: Settings): readonly WorkbookSheet[] {
  const { sheet: guide, facts } = guideSheet({ district, settings, quota });
  const rosters = categories.map((category) =>
    rosterSheet({ district, category, quota: quota[category], columns: columnGuides(category, facts) }),
  );
  const scores = preparedScores(district, quota);
  return [guide, ...rosters, ...(scores ? [scores] : [])];
}
