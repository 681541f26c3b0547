/** `neibao check --return`: for each district with findings a workbook to send back, its own rows and what to correct. */
import { type CaseFrame, readFrame } from '../case/read.ts';
import { officeColumns } from '../case/roster-columns.ts';
import { canonical } from '../case/table.ts';
import { categoryNames } from '../case/terms.ts';
import { type Category, categories } from '../case/types.ts';
import { hasErrors, type Message, message, type Place, type Severity } from '../message.ts';
import { type QuotaRow, quotaTable } from '../rules/quota.ts';
import { columnGuides } from './columns.ts';
import { workbookName } from './fill-in.ts';
import { byDistrict, rowKey } from './findings.ts';
import { writeFolder } from './folder.ts';
import { guideSheet } from './guide-sheet.ts';
import { type Problem, problemSheet } from './problem-sheet.ts';
import { type RawRow, readRawRows } from './raw-rows.ts';
import { type FilledRow, firstRow, type Mark, rosterSheet } from './roster-sheet.ts';
import { firstScoreRow, returnedScores, scoreName } from './score-sheet.ts';
import { wording } from './wording.ts';
import { type WorkbookSheet, writeWorkbook } from './workbook.ts';

export interface ReturnedFile {
  readonly path: string;
  readonly district: string;
  readonly errors: number;
  readonly warnings: number;
}

export interface Returned {
  /** Whether the folder was written. */
  readonly ok: boolean;
  readonly out: string;
  readonly files: readonly ReturnedFile[];
  readonly messages: readonly Message[];
}

/** Writes the workbooks for what `check` has found in a case; also where its rosters cannot be read without errors. */
export async function writeReturns(dir: string, out: string, found: readonly Message[]): Promise<Returned> {
  const frame = await readFrame(dir);
  if (!frame.ok) return { ok: false, out, files: [], messages: [message('return.not-written', { dir: out })] };
  const theCase = frame.value;
  const names = theCase.districts.map(({ name }) => name);
  const rosters = await readRawRows(dir, names);
  const findings = found.filter(({ level }) => level !== 'info');
  const groups = byDistrict(
    findings.filter((one) => !isOffice(one)),
    rosters,
    names,
  );
  const quotas = quotaTable(theCase.districts, theCase.settings.quota.rates).rows;
  const returns = groups.flatMap(({ district, messages }) => {
    const quota = quotas.find((row) => row.district === district);
    return quota === undefined ? [] : [{ quota, messages }];
  });
  const files = returns.map(({ quota, messages }): ReturnedFile => {
    const count = (level: Severity) => messages.filter((one) => one.level === level).length;
    const path = workbookName(quota.district, theCase);
    return { path, district: quota.district, errors: count('error'), warnings: count('warning') };
  });
  async function* workbooks() {
    for (const [index, { quota, messages }] of returns.entries()) {
      const rows = rosters.rows.filter(({ district }) => district === quota.district);
      const bytes = await writeWorkbook(returnSheets(quota, rows, messages, theCase));
      yield { path: files[index]?.path ?? '', bytes };
    }
  }
  const written = await writeFolder(out, wording.returnTitle, workbooks());
  if (hasErrors(written)) return { ok: false, out, files: [], messages: written };
  // Nobody is to take the workbooks for all there is to correct.
  const count = findings.length - returns.reduce((sum, { messages }) => sum + messages.length, 0);
  const elsewhere = count > 0 ? [message('return.elsewhere', { count, dir: out })] : [];
  return { ok: true, out, files, messages: [...written, ...elsewhere] };
}

/** Findings about columns that the office itself keeps are none of a district's. */
function isOffice({ place }: Message): boolean {
  return officeColumns.includes(columnOf(place));
}

/** 问题清单, 说明, the four rosters, and 评分 where scores came in. */
function returnSheets(
  { district, quota, undecided }: QuotaRow,
  rows: readonly RawRow[],
  messages: readonly Message[],
  { settings }: CaseFrame,
): readonly WorkbookSheet[] {
  const known = undecided ? { unit: null, department: null, responsible: null, officer: null } : quota;
  const { sheet: guide, facts } = guideSheet({ district, settings, quota: known });
  const sheets = [...categories, 'scores' as const].map((kind) => ({
    kind,
    rows: rows.filter((row) => row.kind === kind),
  }));
  const here = new Map(
    sheets.flatMap((sheet) =>
      sheet.rows.map((row, index) => [rowKey(row.place), { row, ...placeHere(sheet.kind, index) }] as const),
    ),
  );
  const problems = inOrder(messages).map((one): Problem => {
    const at = one.place && here.get(rowKey(one.place));
    const column = columnOf(one.place);
    return {
      message: one,
      here: at && { sheet: at.sheet, row: at.line, column },
      from: at?.row.origin ?? one.place,
    };
  });
  const filled = (of: readonly RawRow[]) =>
    of.map((row) =>
      filledRow(
        row,
        messages.filter(({ place }) => place && rowKey(place) === rowKey(row.place)),
      ),
    );
  const rosters = sheets.flatMap(({ kind, rows }) =>
    kind === 'scores'
      ? (returnedScores(district, filled(rows)) ?? [])
      : rosterSheet({
          district,
          category: kind,
          quota: known[kind],
          columns: columnGuides(kind, facts),
          rows: filled(rows),
        }),
  );
  return [problemSheet(district, problems), guide, ...rosters];
}

function placeHere(kind: Category | 'scores', index: number): { readonly sheet: string; readonly line: number } {
  if (kind === 'scores') return { sheet: scoreName, line: firstScoreRow + index + 1 };
  return { sheet: categoryNames[kind], line: firstRow + index + 1 };
}

function filledRow({ cells }: RawRow, messages: readonly Message[]): FilledRow {
  const marks: Record<string, Mark> = {};
  const sentences: string[] = [];
  for (const { level, text, hint = '', place } of inOrder(messages)) {
    const column = columnOf(place);
    const sentence = `${text}${hint}`;
    const before = marks[column];
    marks[column] = before ? { ...before, text: `${before.text}\n${sentence}` } : { level, text: sentence };
    sentences.push(wording.correction(wording.severity[level], column, sentence));
  }
  return { cells, marks, correction: sentences.join('\n') };
}

/** Errors first. */
function inOrder(messages: readonly Message[]): readonly Message[] {
  return [...messages.filter(({ level }) => level === 'error'), ...messages.filter(({ level }) => level !== 'error')];
}

/** The contract's name of the column; '' where the message is about the row. */
function columnOf(place: Place | undefined): string {
  return canonical(place?.column ?? '');
}
