/** What each column of a roster asks for, as the workbooks that districts fill in explain it. */
import { districtColumns } from '../case/roster-columns.ts';
import { levelNames } from '../case/terms.ts';
import { awardLevels, type Category, isCollective, type Settings } from '../case/types.ts';
import type { Limit } from './features.ts';

export interface ColumnGuide {
  readonly name: string;
  readonly required: boolean;
  /** Characters. */
  readonly width: number;
  /** `digits`: a number that is an identifier, and stays text. */
  readonly kind: 'text' | 'long' | 'digits' | 'number';
  readonly note: string;
  readonly example: string;
  readonly limit?: Limit;
  /** What is said when the limit is not kept. */
  readonly refusal?: string;
}

/** Facts of the case that the columns depend on. */
export interface GuideFacts {
  readonly district: string;
  readonly scoring: Settings['scoring'];
  /** Where the workbook lists the industries, e.g. `'说明'!$A$30:$A$41`; undefined where the case has none. */
  readonly industries: string | undefined;
  readonly firstIndustry: string;
}

type Guide = Omit<ColumnGuide, 'name' | 'required'>;

const politics = [
  '中共党员',
  '中共预备党员',
  '共青团员',
  '民革党员',
  '民盟盟员',
  '民建会员',
  '民进会员',
  '农工党党员',
  '致公党党员',
  '九三学社社员',
  '台盟盟员',
  '无党派人士',
  '群众',
];

/** The columns of a category that a district fills in, in their order. */
export function columnGuides(category: Category, facts: GuideFacts): readonly ColumnGuide[] {
  const guides = { ...commonGuides(facts), ...(isCollective(category) ? unitGuides(category, facts) : personGuides()) };
  return districtColumns(category).map(({ name, required }) => {
    const guide = guides[name];
    if (guide === undefined) throw new Error(`the column ${name} has no guide`);
    return { name, required, ...guide };
  });
}

function commonGuides({ district, industries, firstIndustry }: GuideFacts): Readonly<Record<string, Guide>> {
  const levels = awardLevels.map((level) => levelNames[level]);
  return {
    级别: {
      ...choice(levels, 8),
      note: '从下拉框选择。市级受名额限制；区级由各区自行表彰，不占市级名额。',
    },
    区: { ...choice([district], 9), note: `从下拉框选择，本表只填“${district}”。` },
    单位全称: {
      kind: 'text',
      width: 32,
      note: '与证照、公章一致的全称，不用简称；同一单位在各表中写法要相同。',
      example: '上海示例实业有限公司',
    },
    统一社会信用代码: {
      ...digits(22, '91310000XXXXXXXXXX'),
      note: '18位，对照营业执照或法人证书填写，不留空格。没有代码的单位不能推荐。',
      limit: { type: 'length', length: 18 },
      refusal: '统一社会信用代码应为18位，请对照证照重新填写，不要带空格。',
    },
    市企保协会会员: { ...choice(['是', '否'], 11), note: '是不是市企保协会的会员单位，由此确定市级奖金的发放单位。' },
    行业: {
      kind: 'text',
      width: 14,
      note: '从下拉框选择，名册按行业排列；可选项列在“说明”表中。',
      example: firstIndustry,
      ...(industries !== undefined && {
        limit: { type: 'list', from: industries },
        refusal: '请从下拉框选择行业，可选项列在“说明”表中。',
      }),
    },
    联系电话: { ...digits(15, '021-5550XXXX'), note: '固定电话或手机。' },
    主要事迹: {
      kind: 'long',
      width: 60,
      note: '简明扼要，写明事例和数据，将印入审批表；详细事迹材料另附。',
      example: '全年排查整改隐患×处，组织应急演练×次，未发生案件和事故。',
    },
    开户行: { kind: 'text', width: 24, note: '写到支行。', example: '示例银行上海示例支行' },
    银行账号: { ...digits(24, '6222XXXXXXXXXXXXXXX'), note: '只填数字，照账户原样。' },
  };
}

function unitGuides(category: Category, { scoring }: GuideFacts): Readonly<Record<string, Guide>> {
  const { qualifying, baseTotal, bonusTotal } = scoring;
  const counted = category === 'department' ? '部门现有人数' : '单位现有人数';
  return {
    保卫部门名称: { kind: 'text', width: 18, note: '部门的全称，不带单位名称。', example: '安全保卫部' },
    单位地址: { kind: 'text', width: 28, note: '单位的通信地址。', example: '示例路1号' },
    人数: {
      ...number(9, '120', { type: 'whole', least: 0, most: 9_999_999 }),
      note: `${counted}，只填数字。`,
      refusal: '人数应为不小于0的整数，只填数字，不带“人”字。',
    },
    主要负责人: {
      kind: 'text',
      width: 12,
      note: `${category === 'department' ? '部门' : '单位'}主要负责人的姓名。`,
      example: '张某某',
    },
    身份证号: { ...idNumber, note: '主要负责人的身份证号，18位，末位可为X。' },
    基本分: {
      ...number(9, '92', { type: 'decimal', least: 0, most: baseTotal }),
      note: `按评分指标自评，满分${baseTotal}分；不足${qualifying}分的不能推荐。`,
      refusal: `基本分应为0至${baseTotal}的数，只填数字。`,
    },
    加分: {
      ...number(9, '5', { type: 'decimal', least: 0, most: bonusTotal }),
      note: `按评分指标的加分项自评，最多${bonusTotal}分；没有的填0。`,
      refusal: `加分应为0至${bonusTotal}的数，只填数字。`,
    },
    一票否决: {
      ...choice(['未发生', '发生'], 11),
      note: '评分指标列出的否决情形，本年度都没有的填“未发生”；有一项的填“发生”，不能推荐。',
    },
    开户名: { kind: 'text', width: 28, note: '单位账户的户名，一般与单位全称相同。', example: '上海示例实业有限公司' },
  };
}

function personGuides(): Readonly<Record<string, Guide>> {
  return {
    姓名: { kind: 'text', width: 12, note: '与身份证一致，中间不加空格。', example: '张某某' },
    性别: { ...choice(['男', '女'], 8), note: '从下拉框选择。' },
    职务: { kind: 'text', width: 20, note: '现任职务的全称。', example: '安全保卫部经理' },
    出生年月: {
      kind: 'digits',
      width: 12,
      note: '四位年份、两位月份，如 1975-03，与身份证号一致。',
      example: '1975-03',
    },
    政治面貌: { ...choice(politics, 14), note: '从下拉框选择。' },
    身份证号: { ...idNumber, note: '本人的身份证号，18位，末位可为X。' },
  };
}

const idNumber = {
  ...digits(22, '310101XXXXXXXXXXXX'),
  limit: { type: 'length', length: 18 },
  refusal: '身份证号应为18位，请对照证件重新填写，不要带空格。',
} as const;

function choice(choices: readonly string[], width: number) {
  const [example = ''] = choices;
  const refusal = choices.length === 1 ? `本表只填“${example}”。` : `请从下拉框选择：${choices.join('、')}。`;
  return { kind: 'text', width, example, limit: { type: 'list', choices }, refusal } as const;
}

function digits(width: number, example: string) {
  return { kind: 'digits', width, example } as const;
}

function number(width: number, example: string, limit: Limit) {
  return { kind: 'number', width, example, limit } as const;
}
