/** The sheet 说明: what to send where by when, the district's quota, how to fill in, what each column means. */
import type { Cell, CellObject } from 'write-excel-file/node';
import { categoryNames } from '../case/terms.ts';
import { categories, type PerCategory, type Settings } from '../case/types.ts';
import { formCopies } from '../views/form.ts';
import { columnGuides, type GuideFacts } from './columns.ts';
import { looks } from './looks.ts';
import { wording } from './wording.ts';
import type { WorkbookSheet } from './workbook.ts';

export const guideName = '说明';
const widths = [30, 20, 6, 72] as const;
/** Chinese characters on a line of the first column, the last, and the last three together. */
const perLine = { first: 14, last: 35, wide: 48 } as const;

interface GuideSheetFacts {
  readonly district: string;
  readonly settings: Settings;
  readonly quota: PerCategory<number | null>;
}

/** The sheet, and where in it the industries stand, for the dropdowns of the others. */
export function guideSheet({ district, settings, quota }: GuideSheetFacts): {
  readonly sheet: WorkbookSheet;
  readonly facts: GuideFacts;
} {
  const { guideSections: sections } = wording;
  const { industries, scoring } = settings;
  const above = [
    spanning(wording.guideTitle(settings.activity, district), { ...looks.title, fontSize: 14 }, widths.length),
    heading(sections.terms),
    ...wording.terms(settings.notice, formCopies).map(([name, text]) => pair(name, text)),
    heading(sections.quota),
    ...categories.map((category) => pair(...wording.quotaLine(category, quota[category]))),
    heading(sections.how),
    ...wording.how.map((text, index) => pair(`${index + 1}`, text)),
    heading(sections.industries),
  ];
  const first = above.length + 1;
  const range = `'${guideName}'!$A$${first}:$A$${first + industries.length - 1}`;
  const facts: GuideFacts = {
    district,
    scoring,
    industries: industries.length > 0 ? range : undefined,
    firstIndustry: industries[0] ?? '',
  };
  const data = [
    ...above,
    ...industries.map((industry) => [{ ...text(industry), height: heightOf(1) }]),
    heading(sections.columns),
    wording.columnHead.map((value): Cell => ({ ...looks.optional, value, type: String, height: heightOf(1) })),
    ...columnRows(facts),
  ];
  const features = { inputs: [], validations: [], notes: [], digits: [], landscape: false };
  return { sheet: { name: guideName, data, widths, frozen: { rows: 0, columns: 0 }, features }, facts };
}

/** One row for each column that asks the same in every sheet, and one for each that does not. */
function columnRows(facts: GuideFacts): Cell[][] {
  const rows = new Map<string, { sheets: string[]; name: string; required: boolean; note: string }>();
  for (const category of categories) {
    for (const { name, required, note } of columnGuides(category, facts)) {
      const key = `${name} ${note}`;
      const row = rows.get(key) ?? { sheets: [], name, required, note };
      row.sheets.push(categoryNames[category]);
      rows.set(key, row);
    }
  }
  return [...rows.values()].map(({ sheets, name, required, note }) => {
    const where = sheets.length === categories.length ? wording.everySheet : sheets.join('、');
    const height = heightOf(Math.max(lines(where, perLine.first), lines(note, perLine.last)));
    return [
      { ...text(where), height },
      text(name),
      { ...text(required ? wording.yes : ''), align: 'center' },
      text(note),
    ];
  });
}

function heading(value: string): Cell[] {
  return spanning(value, { ...looks.heading, height: 24 }, widths.length);
}

function pair(name: string, value: string): Cell[] {
  const height = heightOf(lines(value, perLine.wide));
  return [text(name), ...spanning(value, { ...looks.input, wrap: true, height }, widths.length - 1)];
}

function text(value: string): CellObject {
  return { ...looks.input, ...(value !== '' && { value }), type: String, wrap: true };
}

function lines(value: string, charactersPerLine: number): number {
  return Math.ceil([...value].length / charactersPerLine);
}

/** Points for so many lines. */
function heightOf(count: number): number {
  return count * 15 + 5;
}

/** A cell over several columns, and what stands in for those it covers. */
function spanning(value: string, look: CellObject, columnSpan: number): Cell[] {
  return [{ ...look, value, type: String, columnSpan }, ...Array.from({ length: columnSpan - 1 }, () => null)];
}
