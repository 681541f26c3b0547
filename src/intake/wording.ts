/** Every sentence of the workbooks that go out to the districts. */
import { categoryNames } from '../case/terms.ts';
import { type Category, isCollective, type Settings } from '../case/types.ts';

const measure = (category: Category) => (isCollective(category) ? '个' : '名');

export const wording = {
  sheetTitle: (district: string, category: string) => `${district}　${category}推荐名册`,
  sheetQuota: (category: Category, quota: number | null) =>
    quota === null
      ? '市级名额：尚未确定。'
      : `市级名额：${quota}${measure(category)}，推荐数不得超过名额；区级名单填在同一张表中，不占市级名额。`,
  fillInHint: (row: number) =>
    `灰色一行是示例，不用改动，也不会被读取；从第${row}行起一行填一个，带*的列必须填写。鼠标移到列名上可以看到填写要求。`,
  correctionHint:
    '红色的单元格必须更正，黄色的请核对确认；原因见最右边一列，也可把鼠标移到单元格上查看。请在原处更正，把整个工作簿发回。灰色一行是示例，不用改动。',
  columnNote: (name: string, required: boolean, note: string) =>
    `${name}${required ? '（必填）' : '（选填）'}\n${note}`,

  guideTitle: (activity: string, district: string) => `${activity}　推荐名册填报说明（${district}）`,
  guideSections: {
    terms: '报送要求',
    quota: '市级名额',
    how: '怎样填写',
    columns: '各列的填写要求',
    industries: '行业可选项',
  },
  terms: ({ closingDate, contact }: Settings['notice'], copies: number): readonly (readonly [string, string])[] => [
    ['截止日期', dateText(closingDate)],
    ['名册', `填好本工作簿，发送到 ${contact.email}。`],
    ['审批表', `每个推荐对象一式${copies}份，另附详细先进事迹材料1份。`],
    ['报送地址', `${contact.address}（邮编 ${contact.postcode}）`],
    ['联系人', contact.persons.join('、')],
    ['联系电话', contact.phones.join('、')],
  ],
  quotaLine: (category: Category, quota: number | null) =>
    [categoryNames[category], quota === null ? '尚未确定' : `${quota}${measure(category)}`] as const,
  how: [
    '四类推荐对象各填一张表，一行一个；没有推荐对象的表留空，不要删除工作表，不要改工作表名和列名。',
    '先进保卫部门、先进治安责任人所在单位，必须同时填在“先进单位”表中，级别相同。',
    '身份证号、统一社会信用代码、银行账号、电话已设为文本格式，请逐个输入；从别处复制时，用“选择性粘贴”中的“数值”或“文本”。',
    '有下拉框的单元格只能从中选择；不要合并单元格，不要在表中插入小计、合计。',
    '表中只有白色单元格可以填写。预留的行不够时，在最后一行之后接着填。',
    '“评分”表逐项填写自评分，评审分由评审人填写；另有纸质评分表的，可以不填此表，只在名册中填基本分和加分。',
  ],
  columnHead: ['工作表', '列', '必填', '填写要求'],
  everySheet: '各表',
  yes: '是',

  itemKinds: { base: '基本分', bonus: '加分', veto: '一票否决' },
  scoreTitle: (district: string) => `${district}　评分表（先进单位、先进保卫部门）`,
  scoreHint: '单位名称和代码由名册自动带出，先填名册，再在白色单元格填写自评分；否决项从下拉框选择。',
  scoreRefusal: (most: number) => `本项应为0至${most}分，只填数字。`,
  vetoRefusal: '请从下拉框选择：未发生、发生。',

  returnTitle: '退回更正的名册',
  problemSheet: '问题清单',
  problemTitle: (district: string) => `${district}　问题清单`,
  problemHint: '“错误”必须更正，“提醒”请核对确认；更正填在各名册的原处，本表不用填写。',
  problemHead: ['序号', '级别', '工作表', '行', '列', '问题', '现为', '应为', '处理办法', '来自'],
  severity: { error: '错误', warning: '提醒', info: '说明' },
  correction: (severity: string, column: string, sentence: string) =>
    `【${severity}】${column === '' ? '' : `${column}：`}${sentence}`,
} as const;

/** 2024-12-30 → 2024年12月30日 */
function dateText(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
