/** The sheet 评分 of a workbook: its rows as they are carried over, one per unit and item. */

import { scoreColumns } from '../../case/score-columns.ts';
import { readScores } from '../../case/scores.ts';
import { readTable, type Sheet, textOf } from '../../case/table.ts';
import { categoryNames } from '../../case/terms.ts';
import type { Nominee } from '../../case/types.ts';
import type { Message, Place } from '../../message.ts';
import { normaliseUnitName } from '../../rules/names.ts';

export interface ScoreRow {
  readonly category: 'unit' | 'department';
  readonly unit: string;
  readonly code: string;
  /** 编号 */
  readonly item: string;
  /** 自评分, 评审分 and 说明 as written; '' where empty. */
  readonly self: string;
  readonly reviewer: string;
  readonly remark: string;
  readonly place: Place;
}

/** The rows with a score or a remark. What is wrong with them is said as when a case is read. */
export function scoreRows(sheet: Sheet): { readonly rows: readonly ScoreRow[]; readonly messages: readonly Message[] } {
  const rows: ScoreRow[] = [];
  let named = { unit: '', code: '', category: 'unit' as ScoreRow['category'] };
  for (const row of readTable(sheet, scoreColumns).rows) {
    const text = (column: string) => textOf(row.cell(column)).normalize('NFKC');
    if (row.cell('单位全称') !== null) {
      const category = text('类别') === categoryNames.department ? 'department' : 'unit';
      named = { unit: textOf(row.cell('单位全称')), code: text('统一社会信用代码').toUpperCase(), category };
    }
    const scores = { self: text('自评分'), reviewer: text('评审分'), remark: textOf(row.cell('说明')) };
    if (Object.values(scores).every((one) => one === '')) continue;
    rows.push({ ...named, item: text('编号'), ...scores, place: row.place() });
  }
  return { rows, messages: rows.length === 0 ? [] : readScores(sheet).messages };
}

/** The unit that scores are of, by its code, else by its name. */
export function scoredUnit({ code, unit }: Pick<Nominee, 'code' | 'unit'>): string {
  return code || normaliseUnitName(unit);
}

/** What makes a score one of its kind. */
export function scoreKey(row: ScoreRow): string {
  return `${row.category} ${scoredUnit(row)} ${row.item}`;
}

/** A later score over an earlier one: what the office has given as reviewer stays where the later says nothing. */
export function laterScore(earlier: ScoreRow | undefined, later: ScoreRow): ScoreRow {
  return { ...later, reviewer: later.reviewer || earlier?.reviewer || '' };
}
