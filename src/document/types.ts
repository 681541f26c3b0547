/**
 * The document tree: what a template says, before any format. Made by `parse`, read by the writers.
 * Roles and names are those of `schema.ts`; sizes in mm or pt stand only in `layout/`.
 */
import type { FrameName, ParagraphRole, RowHeight, RuleRole, SectionRole, SpanRole, TableRole } from './schema.ts';

export interface DocumentTree {
  readonly title: string;
  readonly lang: 'zh-CN';
  readonly page: PageName;
  readonly children: readonly Block[];
}

/**
 * The formats of a 公文 (GB/T 9704): 文件, and the 信函, 命令(令) and 纪要 of its part 10. What each is made of, in order:
 *
 * - `gongwen`: p `copy-number`, `secrecy`, `urgency` (each if need be), p `organ`, p `number` (or, of a paper that goes
 *   up, p `signers` for all lines of signers but the last, and p `number-signer`: number, tab, span `signer`), hr `red`,
 *   h1, p `addressee`, text, p `annex-first`/`annex-next`, p `signature`, p `date`, p `note`, sections `annex`, section
 *   `imprint` (hr `thick`, p `copy-to`, hr `thin`, p `printed`, hr `thick`). Of a joint paper p `organ` holds the names,
 *   divided by breaks, and 文件 in span `suffix`, and one p `signature` for each organ stands before the date.
 * - `gongwen-letter`: p `organ`, hr `red` (drawn as the double rule; the one at the foot of page 1 comes by itself),
 *   p `number` (at the right); where it has 份号, 密级 or 紧急程度, the first of them stands before the number in p
 *   `head-number`, divided by a tab, the others follow as p `secrecy`, `urgency`; then h1 and on as above. The
 *   imprint holds p `copy-to` only.
 * - `gongwen-order`: p `organ` (…命令 or …令), p `order-number` (第1号), text, p `stamp` (职务 of the signer, whose stamp
 *   stands behind it), p `date`.
 * - `gongwen-minutes`: p `organ` (…纪要), p `number`, hr `red` and h1 if need be, text, p `attendance` (出席, 请假, 列席:
 *   its label and colon in span `hang-label`), imprint as above.
 */
export type GongwenPage = 'gongwen' | 'gongwen-letter' | 'gongwen-order' | 'gongwen-minutes';

/**
 * The two margin models of a 公文: of GB/T 9704 itself, and of GB/T 33476.2 for word processors. A tree is parsed in the
 * first and moved to the other whole (`withProfile`), so that their numbers never mix.
 */
export type Profile = '9704' | '33476';

/** A page's geometry by name; the numbers stand in `layout/page.ts`. */
export type PageName = UprightPage | `${GongwenPage}-turned` | `${GongwenPage}-33476-turned`;

/** All but the pages of a 公文 that are turned for wide tables (`turnedPage`), which only a section has. */
export type UprightPage = GongwenPage | `${GongwenPage}-33476` | 'plain' | 'landscape' | 'form' | 'certificate';

export type Block = Paragraph | Table | Rule | PageBreak | Section | FormPage | Fill;

/** A heading is a paragraph with a level, 1 for the title, 2 to 5 for the four levels of a 公文 (一、（一）1.（1）); a `chapter` has level 2. */
export interface Paragraph {
  readonly type: 'paragraph';
  readonly level: 0 | 1 | 2 | 3 | 4 | 5;
  readonly role: ParagraphRole;
  /** Of a signature or a stamp: the name of the seal pressed on it, with which writers look up its image. */
  readonly seal?: string;
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
  /** The next row begins a page. */
  readonly endsPage?: true;
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
  /**
   * `annex` continues the numbering of a 公文, `annex-landscape` does on pages turned for wide tables; `sheet` is a
   * worksheet; `imprint` is the 版记 at the foot of the last, even page.
   */
  readonly role: SectionRole;
  /** The worksheet's name; '' for an annex. */
  readonly name: string;
  readonly children: readonly Block[];
}

/** A fixed page of boxes: exactly one page, its `fill` rows and `Fill` blocks share what height is left. */
export interface FormPage {
  readonly type: 'form-page';
  /** May be longer than a page: `layout/divide.ts` makes pages of it, writers get these. */
  readonly long?: true;
  readonly frame: '' | FrameName;
  readonly children: readonly (Paragraph | Table | Rule | Fill)[];
}

/** Takes up height in a form page: `weight` parts of what is left. */
export interface Fill {
  readonly type: 'fill';
  readonly weight: number;
}
