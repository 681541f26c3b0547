/** The names of paragraph styles, as an office sees them in Word's list of styles. */
import { uprightPage } from '../../document/profile.ts';
import type { ParagraphRole, TableRole } from '../../document/schema.ts';
import type { PageName, Paragraph } from '../../document/types.ts';

const headingNames = ['', '公文标题', '一级标题', '二级标题', '三级标题', '四级标题'] as const;

const roleNames: Readonly<Record<ParagraphRole, string>> = {
  body: '公文正文',
  plain: '无缩进正文',
  'copy-number': '份号',
  secrecy: '密级和保密期限',
  urgency: '紧急程度',
  organ: '发文机关标志',
  number: '发文字号',
  'head-number': '版头首行和发文字号',
  'order-number': '令号',
  signers: '签发人',
  'number-signer': '发文字号和签发人',
  subtitle: '副标题行',
  addressee: '主送机关',
  chapter: '章节标题',
  'annex-first': '附件说明',
  'annex-next': '附件说明续行',
  signature: '署名',
  stamp: '签发人职务',
  date: '成文日期',
  attendance: '出席人员',
  note: '附注',
  'note-next': '附注续行',
  'annex-label': '附件标识',
  'copy-to': '抄送机关',
  printed: '印发机关',
  caption: '表格说明',
  remark: '题下说明',
  mark: '份号标记',
  cell: '文字',
  'cell-label': '栏目',
  deeds: '主要事迹',
  opinion: '审批意见',
  'certificate-title': '证书标题',
  'certificate-number': '证书编号',
  'certificate-recipient': '受奖者',
  'certificate-body': '证书正文',
  'certificate-closing': '证书结语',
  'certificate-issuer': '颁发单位',
  'certificate-date': '颁发日期',
  total: '合计行',
  'sign-off': '签字栏',
  'page-number': '表单页码',
};

const tableNames: Readonly<Record<TableRole, string>> = {
  grid: '表格',
  compact: '小字表格',
  dense: '密排表格',
  form: '表单',
  bare: '无线表',
  signature: '签字表',
  chart: '图中数据',
};

/** What a style is for: a heading or a role on a page, in the flow or in a table's cell. */
export interface StyleUse {
  readonly paragraph: Pick<Paragraph, 'level' | 'role'>;
  /** The page by whose styles it is set; a form inside a 公文 has its own. */
  readonly page: PageName;
  readonly cell?: { readonly table: TableRole; readonly head: boolean };
}

/** Style id (ASCII) and name (Chinese) in a document of this page. */
export function styleNames(use: StyleUse, document: PageName): { readonly id: string; readonly name: string } {
  const { paragraph, page, cell } = use;
  const leveled = paragraph.level > 0 && paragraph.role !== 'chapter';
  const own = leveled ? `h${paragraph.level}` : paragraph.role;
  const ownName = leveled ? headingNames[paragraph.level] : roleNames[paragraph.role];
  const foreign = uprightPage(page) !== document;
  return {
    id: [...(foreign ? [page] : []), ...(cell ? [cell.table] : []), own, ...(cell?.head ? ['head'] : [])].join('-'),
    name: `${foreign ? '表单内' : ''}${cell ? tableNames[cell.table] : ''}${cell?.head ? '表头' : ''}${ownName}`,
  };
}
