/**
 * What each name of `schema.ts` means, for docs/html-subset.md. A role without a meaning does not compile. Chinese
 * names of paragraph roles are those of Word's styles (`writers/docx/name.ts`).
 */
import type {
  FrameName,
  ParagraphRole,
  pageNames,
  RowHeight,
  RuleRole,
  SectionRole,
  SpanRole,
  TableRole,
} from './schema.ts';

export const paragraphMeanings: Readonly<Record<ParagraphRole, string>> = {
  body: 'Running text, indented by two characters. What a `<p>` without a role is.',
  plain: 'Text without indent.',
  'copy-number': 'Copy number of an official paper: six digits, at the upper left.',
  secrecy: 'Secrecy and its term.',
  urgency: 'Urgency.',
  organ:
    "The issuing organ's mark, red. The names of a joint paper are divided by `<br />`, 文件 stands in a span `suffix`.",
  number: 'Document number, in the year brackets 〔〕.',
  'head-number': 'Of a letter: copy number, secrecy or urgency at the left, a tab, the document number at the right.',
  'order-number': 'Number of an order.',
  signers: 'Of several lines of signers all but the last; names in a span `signer`.',
  'number-signer': 'Of a paper that goes up: document number, a tab, 签发人 with the name in a span `signer`.',
  subtitle: 'Second title line of a plain document.',
  addressee: 'Addressees, ended by a full-width colon.',
  chapter: 'Chapter of a regulation, centred.',
  'annex-first': 'First line of the list of annexes; what further lines hang on is a span `hang`.',
  'annex-next': 'Further annexes, below the first; number in a span `hang`.',
  signature: 'Name of the organ that signs; `seal` names the seal pressed on it.',
  stamp: 'Office of the person whose signature stamp, named by `seal`, stands at the right.',
  date: 'Date of the paper.',
  note: 'Note below the date or below a table; may hang on a span `hang`.',
  'note-next': 'Further lines of a note, below its text.',
  'annex-label': 'Label of an annex, first line of its page.',
  attendance: 'Of minutes: who was present, excused, sitting in; label in a span `hang-label`.',
  'copy-to': 'Who gets a copy, in the imprint.',
  printed: 'Who printed it, a tab, the day of printing.',
  caption: 'Line above a table: unit of its figures, who fills it in, day.',
  remark: 'Small remark below a title, centred.',
  mark: 'Small mark at the right: number of a copy or of a certificate.',
  cell: 'Text in a cell. What a cell without a role is.',
  'cell-label': 'Label cell of a form.',
  deeds: 'Deeds on a form: shrinks from 14 pt to 12 pt to fit its cell.',
  opinion: 'Opinion on a form: text, then signature, seal and day at the lower right.',
  'certificate-title': 'Title of a certificate.',
  'certificate-number': 'Number of a certificate.',
  'certificate-recipient': 'Who is honoured.',
  'certificate-body': 'Text of a certificate.',
  'certificate-closing': 'Last line of the text.',
  'certificate-issuer': 'Who confers it; `seal` names the seal.',
  'certificate-date': 'Day of the certificate.',
  total: 'Sum line of a list of payments.',
  'sign-off': 'Who made, checked and approved a list; parts divided by tabs share the line.',
  'page-number': 'In `<div role="pages">`: stands at the foot of each page, and 第 1 页 共 2 页 after it.',
};

export const spanMeanings: Readonly<Record<SpanRole, readonly [chinese: string, meaning: string]>> = {
  text: ['文字', 'Text as it is around it.'],
  strong: ['强调', 'Set off in 黑体.'],
  hang: ['悬挂', 'Further lines of the paragraph stand below what follows this.'],
  'hang-label': ['悬挂标签', 'The same, in 黑体.'],
  label: ['标签', 'Label in a line of a form, in 黑体.'],
  'run-in': ['段首标题', 'Heading at the beginning of a paragraph, in 楷体.'],
  signer: ['签发人姓名', 'Name of a signer, in 楷体.'],
  rare: ['生僻字', 'A character that its font may lack; taken from another.'],
  warning: ['警示', 'Red: something is to be looked at.'],
  suffix: ['文件二字', 'In a joint mark: stands beside all names, in the middle of their height.'],
};

export const tableMeanings: Readonly<Record<TableRole, readonly [chinese: string, meaning: string]>> = {
  grid: ['表格', 'Ruled list; its head is repeated on every page.'],
  form: ['表单', 'Approval form; belongs in `<div role="page">`.'],
  compact: ['小字表格', 'As `grid`, in smaller type.'],
  dense: ['密排表格', 'As `compact`, smaller still, for many columns.'],
  bare: ['无线表', 'No rules: names in columns.'],
  signature: ['签字表', 'Row in which people sign.'],
  chart: [
    '图表',
    'Bars. One head row with the unit and the name of each series; below, a category and its values, not negative. The `formula` of each head cell, `[name@group]`, names the column of another table that shows the same figures.',
  ],
};

export const rowMeanings: Readonly<Record<RowHeight, readonly [chinese: string, meaning: string]>> = {
  auto: ['按内容', 'As high as its text.'],
  field: ['栏目', 'Field of a form.'],
  opinion: ['意见', 'Opinion with room for signature and seal.'],
  list: ['名单行', 'Row of a list, alike on every page.'],
  sign: ['签收行', 'The same, with room to sign.'],
  fill: ['填满', 'Shares what is left of a form page.'],
};

export const ruleMeanings: Readonly<Record<RuleRole | 'page' | 'fill', readonly [chinese: string, meaning: string]>> = {
  red: ['红色分隔线', 'Below the document number; in a letter the double rule below the mark.'],
  thick: ['版记粗线', 'First and last rule of the imprint.'],
  thin: ['版记细线', 'Rules inside the imprint.'],
  page: ['换页', 'What follows begins a page. Not in a form page.'],
  fill: ['留空', 'In a form page: takes `weight` parts of the height that is left.'],
};

export const pageMeanings: Readonly<Record<(typeof pageNames)[number], readonly [chinese: string, meaning: string]>> = {
  gongwen: ['公文', 'Official paper of GB/T 9704.'],
  'gongwen-letter': ['信函', 'Letter of GB/T 9704, 10.1.'],
  'gongwen-order': ['命令（令）', 'Order of GB/T 9704, 10.2.'],
  'gongwen-minutes': ['纪要', 'Minutes of GB/T 9704, 10.3.'],
  plain: ['普通文书', 'A4 upright: lists, tables, inner papers.'],
  landscape: ['横排文书', 'A4 turned: wide tables.'],
  form: ['表单', 'A4 upright: form pages.'],
  certificate: ['证书', 'A4 turned: certificates.'],
};

export const sectionMeanings: Readonly<Record<SectionRole, readonly [chinese: string, meaning: string]>> = {
  annex: ['附件', 'Begins a page and goes on with the page numbers.'],
  'annex-landscape': ['横排附件', 'The same, on pages turned for wide tables.'],
  sheet: ['工作表', 'Begins a page; in a workbook a sheet of its own, called `name`.'],
  imprint: ['版记', 'At the foot of the last, even page of an official paper.'],
};

export const frameMeanings: Readonly<Record<FrameName, readonly [chinese: string, meaning: string]>> = {
  certificate: ['金边花角', 'Red border with gold lines and corners.'],
  lines: ['红色边框', 'Plain red border.'],
};

/** Attributes, `element.name`, or `name` where it means the same everywhere. */
export const attributeMeanings: Readonly<Record<string, string>> = {
  title: 'Title of the document: in its properties, and the name of a sheet that has none.',
  page: 'The page it is set on, see below.',
  role: 'What it is; the values are shown below.',
  'th.role': 'Role of the paragraphs in the cell: one of `<p>`.',
  'div.role':
    '`page`: exactly one page. `pages`: as many as are needed, cut between rows of tables, whose heads are repeated.',
  'td.role': 'Role of the paragraphs in the cell: one of `<p>`.',
  'section.name': 'Name of the sheet in a workbook.',
  frame: 'Frame round the page.',
  seal: 'Name of the seal pressed here; empty for none. Without an image there is room to press it by hand.',
  href: 'Relative path of a file of the package.',
  weight: 'Parts of the height that is left, 1 to 99; 1 when not given.',
  width: "Share of the table's width.",
  'tbody.name': 'Name of the group of rows, for formulas: `[amount@paid]`.',
  end: '`page`: the next rows begin a page.',
  height: 'Height of the row, see below.',
  colspan: 'Columns that the cell spans, 1 to 99.',
  rowspan: 'Rows that the cell spans, 1 to 99.',
  align: 'Where the text stands; `center` in `<th>`, else `left`, when not given.',
  type: '`number` stores `value` in a workbook as a number; `text` keeps identifiers as they are.',
  value: 'The number itself; empty for none. What the cell shows is its text.',
  format: 'Number format of a workbook, e.g. `#,##0.00`; `@` keeps text as text.',
  formula:
    'Live formula of a workbook: `[name]` is a cell of the row or the only one of that name, `[name@group]` the column of a group; with numbers, operators and SUM, COUNT, MIN, MAX, AVERAGE, ROUND, IF and the like.',
  'td.name': 'Name by which formulas refer to the cell.',
  'th.name': 'Name by which formulas refer to the cell.',
};

/** Elements: Chinese name, meaning, and what they become. */
export const elementMeanings: Readonly<
  Record<
    string,
    {
      readonly chinese: string;
      readonly meaning: string;
      readonly becomes: Readonly<Record<'docx' | 'pdf' | 'xlsx' | 'html', string>>;
    }
  >
> = {
  article: {
    chinese: '文书',
    meaning: 'The whole document, one in each template, with everything in it.',
    becomes: {
      docx: 'the document, its page setup and properties',
      pdf: 'the document and its properties',
      xlsx: 'the workbook and its properties',
      html: 'one file with its style sheet inside',
    },
  },
  section: {
    chinese: '部分',
    meaning: 'A part that begins a new page.',
    becomes: {
      docx: 'its first paragraph begins a page; pages turned are a section of their own',
      pdf: 'a new page',
      xlsx: '`sheet`: a worksheet; others: rows of the sheet around',
      html: 'a `<section class="page">`',
    },
  },
  div: {
    chinese: '表单页',
    meaning: 'A page of boxes: its rows of height `fill` and its `<hr role="fill" />` share what height is left.',
    becomes: {
      docx: 'its pages, their rows as high as the PDF has them',
      pdf: 'its pages',
      xlsx: 'rows of the sheet around',
      html: 'for each page a `<section class="page form">` of fixed height',
    },
  },
  h1: heading('标题', 'Title. Long ones are broken into lines of a pleasing shape.'),
  h2: heading('一级标题', 'Heading of level 1: 一、'),
  h3: heading('二级标题', 'Heading of level 2: （一）'),
  h4: heading('三级标题', 'Heading of level 3: 1.'),
  h5: heading('四级标题', 'Heading of level 4: （1）'),
  p: {
    chinese: '段落',
    meaning: 'A paragraph; what it is, says its role.',
    becomes: {
      docx: 'a paragraph in the style of its role',
      pdf: 'lines, broken here',
      xlsx: 'a row, its cell across all columns; in a cell a line',
      html: 'a `<p>`; its class is named after the first role that has its look',
    },
  },
  span: {
    chinese: '文字片段',
    meaning: 'A stretch of text with a role.',
    becomes: {
      docx: 'a run of its own',
      pdf: 'text in its font and colour',
      xlsx: 'text',
      html: 'a `<span>` where it looks different',
    },
  },
  br: {
    chinese: '换行',
    meaning: 'A line ends here.',
    becomes: { docx: 'a line break', pdf: 'a new line', xlsx: 'a line break in the cell', html: '`<br>`' },
  },
  a: {
    chinese: '链接',
    meaning: 'A link to a file of the package.',
    becomes: { docx: 'its text', pdf: 'its text', xlsx: 'its text', html: '`<a href>`' },
  },
  hr: {
    chinese: '线、换页、留空',
    meaning: 'A rule, a page break or a space, by its role.',
    becomes: {
      docx: 'a paragraph that is only a border, a page break, an empty paragraph of that height',
      pdf: 'a line, a new page, a distance',
      xlsx: 'nothing',
      html: '`<hr>`, a new page, a distance',
    },
  },
  table: {
    chinese: '表格',
    meaning: 'A table; what it looks like, says its role. One without rows leaves nothing.',
    becomes: {
      docx: 'a table; `chart`: the figures as a table',
      pdf: 'a table that may run over pages; `chart`: drawn bars',
      xlsx: 'cells; `chart`: a chart of the cells that its formulas name',
      html: 'a `<table>`; `chart`: an SVG',
    },
  },
  colgroup: part('列宽', 'Holds the widths of the columns; without it all are alike.'),
  col: part('列', 'Width of a column.'),
  thead: {
    chinese: '表头',
    meaning: 'Head rows, before all others.',
    becomes: {
      docx: 'rows repeated on every page',
      pdf: 'rows repeated on every page',
      xlsx: 'rows frozen and printed on every page',
      html: '`<thead>`',
    },
  },
  tbody: part('行组', 'Rows; several groups may follow one another, each with a name for formulas.'),
  tr: part('行', 'A row.'),
  th: part('表头单元格', 'A head cell: centred, in the type of heads.'),
  td: part('单元格', 'A cell: text, or paragraphs, not both.'),
};

function heading(chinese: string, meaning: string) {
  const becomes = {
    docx: 'a paragraph in a heading style, in the outline',
    pdf: 'lines, kept with what follows',
    xlsx: 'a row, its cell across all columns',
    html: 'the same element',
  };
  return { chinese, meaning, becomes };
}

function part(chinese: string, meaning: string) {
  return {
    chinese,
    meaning,
    becomes: {
      docx: 'the same part of the table',
      pdf: 'the same part of the table',
      xlsx: 'the same part of the sheet',
      html: 'the same element',
    },
  };
}
