/**
 * The document tree: what a template says, before any format. Made by `parse`, read by the writers.
 * Roles and names are those of `schema.ts`; sizes in mm or pt stand only in `layout/`.
 */
import type { ParagraphRole, RowHeight, RuleRole, SpanRole, TableRole } from './schema.ts';

export interface DocumentTree {
  readonly title: string;
  readonly lang: 'zh-CN';
  readonly page: PageName;
  readonly children: readonly Block[];
}

/** A page's geometry by name; the numbers stand in `layout/page.ts`. */
export type PageName = 'gongwen' | 'plain' | 'landscape' | 'form' | 'certificate';

export type Block = Paragraph | Table | Rule | PageBreak | Section | FormPage | Fill;

/** A heading is a paragraph with a level, 1 for the title, 2 to 5 for the four levels of a 公文 (一、（一）1.（1）). */
export interface Paragraph {
  readonly type: 'paragraph';
  readonly level: 0 | 1 | 2 | 3 | 4 | 5;
  readonly role: ParagraphRole;
  readonly children: readonly Inline[];
}

export type Inline = Text | LineBreak;

export interface Text {
  readonly type: 'text';
  readonly text: string;
  readonly role: SpanRole;
  /** Relative path that this text links to. */
  readonly href?: string;
}

export interface LineBreak {
  readonly type: 'break';
}

export interface Table {
  readonly type: 'table';
  readonly role: TableRole;
  /** Relative widths, one per grid column. */
  readonly columns: readonly number[];
  /** Number of leading rows that are repeated on each page. */
  readonly headRows: number;
  readonly rows: readonly Row[];
}

export interface Row {
  readonly height: RowHeight;
  /** Name of the row group (`<tbody name>`), for formulas over its rows; '' where it has none. */
  readonly group: string;
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly head: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly align: 'left' | 'center' | 'right';
  readonly children: readonly Paragraph[];
  /** What a workbook stores; the paragraphs are what every format shows. */
  readonly data: CellData;
}

export interface CellData {
  /** `text` keeps identifiers from becoming numbers. */
  readonly type: 'text' | 'number';
  /** The number itself, for `number`; null for an empty or unknown one. */
  readonly value: number | null;
  /** A number format such as `#,##0.00`; '' for the default. */
  readonly format: string;
  /** Live formula with references by name, see `writers/xlsx`; '' where there is none. */
  readonly formula: string;
  /** Name by which formulas refer to this cell; '' where it has none. */
  readonly name: string;
}

export interface Rule {
  readonly type: 'rule';
  readonly role: RuleRole;
}

export interface PageBreak {
  readonly type: 'page-break';
}

/** A part that begins a new page and, in a workbook, is a sheet of its own. */
export interface Section {
  readonly type: 'section';
  /** `annex` continues the numbering of a 公文; `sheet` is a worksheet; `imprint` is the 版记 at the foot of the last, even page. */
  readonly role: 'annex' | 'sheet' | 'imprint';
  /** The worksheet's name; '' for an annex. */
  readonly name: string;
  readonly children: readonly Block[];
}

/** A fixed page of boxes: exactly one page, its `fill` rows and `Fill` blocks share what height is left. */
export interface FormPage {
  readonly type: 'form-page';
  readonly frame: '' | 'certificate';
  readonly children: readonly (Paragraph | Table | Rule | Fill)[];
}

/** Takes up height in a form page: `weight` parts of what is left. */
export interface Fill {
  readonly type: 'fill';
  readonly weight: number;
}
