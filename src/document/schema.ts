/**
 * The HTML subset as one table: which element may hold what, with which attributes. The parser, the template check
 * and the documentation read it; nothing outside it gets into a tree.
 */

/** What a paragraph is. The look of each role stands in `layout/style.ts`. */
export const paragraphRoles = [
  'body', // 正文: indented by two characters
  'plain', // no indent
  'copy-number', // 份号: six digits
  'secrecy', // 密级和保密期限
  'urgency', // 紧急程度
  'organ', // 发文机关标志
  'number', // 发文字号
  'head-number', // of a letter: 份号, 密级 or 紧急程度 at the left and 发文字号 at the right, divided by a tab
  'order-number', // 令号
  'signers', // of several lines of 签发人 all but the last, names in a span of role "signer"
  'number-signer', // of a paper that goes up: 发文字号 at the left and 签发人 at the right, divided by a tab
  'subtitle', // second title line in a plain document
  'addressee', // 主送机关
  'chapter', // 第一章　总则 of a regulation: a heading of level 2, centred
  'annex-first', // 附件说明, first line, hanging on its span of role "hang"
  'annex-next',
  'signature', // 署名; attribute `seal` names the seal pressed on it; one paragraph for each organ of a joint paper
  'stamp', // 职务 of the one whose signature stamp (签名章), named by `seal`, stands at its right
  'date', // 成文日期
  'note', // 附注, notes below a table; hangs on its span of role "hang"
  'note-next', // further note lines, indented as wide as 注：
  'annex-label', // 附件1, line 1 of an annex page
  'attendance', // 出席, 请假, 列席 of minutes: label and colon in a span of role "hang-label"
  'copy-to', // 抄送
  'printed', // 印发机关和印发日期: two parts, at the left and at the right, divided by a tab
  'caption', // line above a table: unit, filler, date
  'remark', // small remark under a title, centred
  'mark', // 第1份, 证书编号: small, at the right
  'cell', // in a table cell
  'cell-label', // label cell of a form
  'deeds', // 主要事迹: shrinks from 四号 to 小四 to fit its cell
  'opinion', // opinion cell: at the right, signature, seal, date
  'certificate-title',
  'certificate-number',
  'certificate-recipient',
  'certificate-body',
  'certificate-closing',
  'certificate-issuer',
  'certificate-date',
  'total', // sum line of a payout list
  'sign-off', // 制表 审核 负责人
  'page-number', // at the foot of each page of a form of role `pages`: whose it is, to which the page number is added
] as const;
export type ParagraphRole = (typeof paragraphRoles)[number];

/** What a run of text is. Further lines of a paragraph hang on `hang`, and on `hang-label` in 黑体; `suffix` is the 文件 of a joint mark. */
export const spanRoles = [
  'text',
  'strong',
  'hang',
  'hang-label',
  'label',
  'run-in',
  'signer',
  'rare',
  'warning',
  'suffix',
] as const;
export type SpanRole = (typeof spanRoles)[number];

export const tableRoles = ['grid', 'form', 'compact', 'dense', 'bare', 'signature', 'chart'] as const;
/**
 * `grid`: ruled list with a head; `compact` and `dense`: the same in smaller sizes; `form`: approval form; `bare`: no
 * rules; `signature`: signature row. `chart`: bars. Its one head row holds the unit and the name of each series, its
 * body rows a category and its values, not negative. The formula of each head cell, `[name@group]`, names the column of
 * another table that shows the same figures: a workbook draws its chart from there; Word shows the table itself.
 */
export type TableRole = (typeof tableRoles)[number];

/**
 * Row heights by name: `auto` as the text needs; `list` and `sign` are rows of lists that are alike on every page, the
 * second with room to sign; `fill` shares what is left of a form page.
 */
export const rowHeights = ['auto', 'field', 'opinion', 'list', 'sign', 'fill'] as const;
export type RowHeight = (typeof rowHeights)[number];

export const ruleRoles = ['red', 'thick', 'thin'] as const;
/** `red` under the document number, in a letter under the mark; `thick` and `thin` are the rules of the imprint. */
export type RuleRole = (typeof ruleRoles)[number];

/** What a template may ask for; the other profile of a 公文 is chosen by the case. */
export const pageNames = [
  'gongwen',
  'gongwen-letter',
  'gongwen-order',
  'gongwen-minutes',
  'plain',
  'landscape',
  'form',
  'certificate',
] as const;

/** Parts that begin a new page: see `Section`. */
export const sectionRoles = ['annex', 'annex-landscape', 'sheet', 'imprint'] as const;
export type SectionRole = (typeof sectionRoles)[number];

/** Frames round a certificate: `certificate` with gold lines and corners, `lines` plain red. Without one, as on printed paper. */
export const frameNames = ['certificate', 'lines'] as const;
export type FrameName = (typeof frameNames)[number];

export interface ElementRule {
  /** Elements it may hold; `#text` for text. */
  readonly children: readonly string[];
  /** Attributes it may have, each with its values, or a pattern they must match. */
  readonly attributes: Readonly<Record<string, readonly string[] | RegExp>>;
  readonly required?: readonly string[];
}

const flow = ['h1', 'h2', 'h3', 'h4', 'h5', 'p', 'table', 'hr'];
const inline = ['#text', 'span', 'br', 'a'];
const anyText = /^.*$/s;
/** A file beside the document, by its relative path: nothing from elsewhere, no script. */
const relativePath = /^(?![a-z][a-z\d+.-]*:|[/\\])[^<>"\\]+$/i;
const wholeNumber = /^[1-9]\d?$/;
/** What formulas may call: nothing that reaches out of the workbook. */
export const formulaFunctions: readonly string[] = [
  ...['SUM', 'SUMIF', 'SUMIFS', 'COUNT', 'COUNTA', 'COUNTIF', 'COUNTIFS', 'MIN', 'MAX', 'AVERAGE'],
  ...['ROUND', 'ROUNDUP', 'ROUNDDOWN', 'INT', 'ABS', 'IF', 'AND', 'OR', 'NOT'],
];
/** References by name, these functions, numbers, texts, operators. */
const formula = new RegExp(
  `^\\s*=?(?:\\[[^[\\]@]+(?:@[^[\\]@]+)?\\]|(?:${formulaFunctions.join('|')})\\(|"[^"]*"|[\\d.,()<>=&^%*/+\\s-])*$`,
);
const heading: ElementRule = { children: inline, attributes: {} };
const cell: ElementRule = {
  children: [...inline, 'p'],
  attributes: {
    colspan: wholeNumber,
    rowspan: wholeNumber,
    align: ['left', 'center', 'right'],
    role: paragraphRoles,
    type: ['text', 'number'],
    value: /^(-?\d+(\.\d+)?)?$/,
    format: anyText,
    formula,
    name: anyText,
  },
};

export const elements: Readonly<Record<string, ElementRule>> = {
  /** The root. `page` names the geometry. */
  article: {
    children: [...flow, 'section', 'div'],
    attributes: { title: anyText, page: pageNames },
    required: ['title', 'page'],
  },
  section: {
    children: [...flow, 'div'],
    attributes: { role: sectionRoles, name: anyText },
    required: ['role'],
  },
  /** A form page, or as many as there is room needed for. */
  div: { children: flow, attributes: { role: ['page', 'pages'], frame: frameNames }, required: ['role'] },
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  /** `seal` is the name by which the writers know a seal; '' for none. */
  p: { children: inline, attributes: { role: paragraphRoles, seal: /^[a-z]*$/ } },
  span: { children: ['#text', 'br'], attributes: { role: spanRoles }, required: ['role'] },
  br: { children: [], attributes: {} },
  /** A link to a file of the package; formats that are printed show its text only. */
  a: { children: ['#text'], attributes: { href: relativePath }, required: ['href'] },
  /** A rule, a page break, or (in a form page) a space that takes `weight` parts of what height is left. */
  hr: { children: [], attributes: { role: [...ruleRoles, 'page', 'fill'], weight: wholeNumber }, required: ['role'] },
  table: { children: ['colgroup', 'thead', 'tbody'], attributes: { role: tableRoles }, required: ['role'] },
  colgroup: { children: ['col'], attributes: {} },
  /** `width` is a share of the table's width. */
  col: { children: [], attributes: { width: /^\d+(\.\d+)?$/ }, required: ['width'] },
  thead: { children: ['tr'], attributes: {} },
  /** `end`: the next rows begin a page, in print and in a workbook. */
  tbody: { children: ['tr'], attributes: { name: anyText, end: ['page'] } },
  tr: { children: ['th', 'td'], attributes: { height: rowHeights } },
  th: cell,
  td: cell,
};

/** The rule of an element; undefined where there is none of that name. */
export function ruleOf(name: string): ElementRule | undefined {
  return Object.hasOwn(elements, name) ? elements[name] : undefined;
}
