/**
 * An official text (公文) taken apart into its parts: what `recognise` finds in any plain text, what `proof` checks and
 * what `typeset` sets. Line numbers count from 1 in the user's own file.
 */
import type { Message } from '../message.ts';

/** The legal kinds of official documents (党政机关公文处理工作条例, article 8). */
export const documentKinds = [
  '决议',
  '决定',
  '命令',
  '令',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The four formats of GB/T 9704: 文件, and 信函, 命令(令), 纪要 of its part 10. */
export type GongwenFormat = 'document' | 'letter' | 'order' | 'minutes';

export type PartRole =
  | 'copy-number' // 份号
  | 'secrecy' // 密级和保密期限
  | 'urgency' // 紧急程度
  | 'organ' // 发文机关标志
  | 'number' // 发文字号
  | 'order-number' // 令号
  | 'signer' // 签发人
  | 'title' // 标题
  | 'subtitle' // a line under the title: （征求意见稿）, a date of adoption
  | 'addressee' // 主送机关
  | 'attendance' // 出席 请假 列席 of minutes
  | 'heading' // 结构层次序数 of level 1 to 4 that stands as a paragraph of its own
  | 'body' // 正文; a run-in heading is its beginning
  | 'table'
  | 'annex-list' // 附件说明: one part for each annex named
  | 'signature' // 署名
  | 'date' // 成文日期
  | 'note' // 附注, and remarks such as 主动公开
  | 'annex-label' // 附件1
  | 'annex-title'
  | 'copy-to' // 抄送, 主送 in the imprint
  | 'printed'; // 印发机关和印发日期

export interface Part {
  readonly role: PartRole;
  /** The text of the part as one line, every character of the input kept; '' for a table. */
  readonly text: string;
  /** Level 1 to 4 (一、（一）1.（1）) of a heading, or of the number that a body paragraph begins with; 0 for none. */
  readonly level: 0 | 1 | 2 | 3 | 4;
  /** Characters at the beginning of a body paragraph that are its run-in heading; 0 for none. */
  readonly runIn: number;
  /** Cells of a table, row by row; empty for all other parts. */
  readonly rows: readonly (readonly string[])[];
  /** Merged cells of a table, where the file says which: a Word file does, a plain text cannot. */
  readonly spans?: readonly CellSpan[];
  /** 0 in the main text, else the number of the annex in which the part stands, counted as they come. */
  readonly annex: number;
  /** First and last line in the file. */
  readonly line: number;
  readonly lastLine: number;
}

/** A cell that takes the place of others: they stand empty in `rows`. Counted from 0. */
export interface CellSpan {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
}

export interface OfficialText {
  /** The file as the user named it. */
  readonly file: string;
  /** What the title ends with; null where it is none of the legal kinds. */
  readonly kind: DocumentKind | null;
  readonly format: GongwenFormat;
  readonly parts: readonly Part[];
  /** What `recognise` is unsure of, and what it changed, each with its line. */
  readonly messages: readonly Message[];
}
