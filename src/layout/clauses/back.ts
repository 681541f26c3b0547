/** Clauses of the imprint, the page number, landscape tables, and of the other formats. */

import { typeSizes } from '../units.ts';
import { font, placed } from './clause.ts';

const { 四号 } = typeSizes;

/** 版记 */
export const imprintClauses = placed(
  {
    files: ['src/layout/gongwen-looks.ts', 'src/layout/style.ts', 'src/writers/pdf/flow.ts', 'src/writers/docx.ts'],
    tests: ['test/layout/gongwen-looks.test.ts', 'test/writers/pdf.test.ts'],
  },
  {
    imprintRuleLength: {
      clause: '7.4.1',
      item: '版记分隔线长度，与版心等宽',
      strength: '规定',
      value: 156,
      unit: 'mm',
    },
    imprintThick: { clause: '7.4.1', item: '首条、末条分隔线粗细', strength: '推荐', value: 0.35, unit: 'mm' },
    imprintThin: { clause: '7.4.1', item: '中间分隔线粗细', strength: '推荐', value: 0.25, unit: 'mm' },
    imprintFoot: { clause: '7.4.1', item: '末条分隔线至版心下边缘', strength: '规定', value: 0, unit: 'mm' },
    copyToSize: { clause: '7.4.2', item: '抄送机关字号（4号）', strength: '一般', value: 四号, unit: 'pt' },
    copyToFont: { clause: '7.4.2', item: '抄送机关字体', strength: '一般', value: font('仿宋'), unit: '字体' },
    copyToIndent: { clause: '7.4.2', item: '抄送机关左右各空', strength: '规定', value: 1, unit: '字' },
    printedSize: { clause: '7.4.3', item: '印发机关和印发日期字号（4号）', strength: '一般', value: 四号, unit: 'pt' },
    printedFont: {
      clause: '7.4.3',
      item: '印发机关和印发日期字体',
      strength: '一般',
      value: font('仿宋'),
      unit: '字体',
    },
    printedIndent: { clause: '7.4.3', item: '印发机关左空、印发日期右空', strength: '规定', value: 1, unit: '字' },
  },
);

/** 页码 */
export const folioClauses = placed(
  {
    files: ['src/layout/page.ts', 'src/writers/pdf/flow.ts', 'src/writers/docx/footer.ts'],
    tests: ['test/layout/page.test.ts', 'test/writers/pdf.test.ts'],
  },
  {
    folioFont: { clause: '7.5', item: '页码字体', strength: '一般', value: font('宋体'), unit: '字体' },
    folioSize: { clause: '7.5', item: '页码字号（4号）', strength: '一般', value: 四号, unit: 'pt' },
    folioGap: { clause: '7.5', item: '页码一字线在版心下边缘之下', strength: '规定', value: 7, unit: 'mm' },
    folioIndent: { clause: '7.5', item: '单页码居右、双页码居左各空', strength: '规定', value: 1, unit: '字' },
    folioForm: { clause: '7.5', item: '页码左右各一条一字线', strength: '规定', value: '— 1 —', unit: '样式' },
    folioNone: { clause: '7.5', item: '版记前的空白面和版记面', strength: '规定', value: '无页码', unit: '样式' },
  },
);

/** 横排表格 */
export const landscapeClauses = placed(
  {
    files: ['src/layout/page.ts', 'src/writers/pdf/flow.ts', 'src/writers/docx/turned.ts'],
    tests: ['test/writers/landscape.test.ts'],
  },
  {
    landscapeHead: {
      clause: '8',
      item: '横排表格表头：单页在订口边，双页在切口边',
      strength: '规定',
      value: '左侧',
      unit: '样式',
    },
    landscapeFolio: {
      clause: '8',
      item: '横排表格的页码位置',
      strength: '规定',
      value: '与其他页码一致',
      unit: '样式',
    },
  },
);

/** 信函、命令（令）、纪要 */
export const formatClauses = placed(
  {
    files: ['src/layout/gongwen-looks.ts', 'src/layout/head.ts', 'src/layout/style.ts'],
    tests: ['test/layout/formats.test.ts'],
  },
  {
    letterMarkTop: {
      clause: '10.1',
      item: '信函：发文机关标志上边缘至上页边',
      strength: '规定',
      value: 30,
      unit: 'mm',
    },
    letterRuleGap: {
      clause: '10.1',
      item: '信函：第一条红色双线在发文机关标志下',
      strength: '规定',
      value: 4,
      unit: 'mm',
    },
    letterRuleFoot: { clause: '10.1', item: '信函：第二条红色双线至下页边', strength: '规定', value: 20, unit: 'mm' },
    letterRuleLength: { clause: '10.1', item: '信函：红色双线长度，居中', strength: '规定', value: 170, unit: 'mm' },
    letterNumberGap: {
      clause: '10.1',
      item: '信函：发文字号与双线的距离（3号字高）',
      strength: '规定',
      value: 7 / 8,
      unit: '字',
    },
    letterNumberRight: {
      clause: '10.1',
      item: '信函：发文字号顶版心右边缘，偏离',
      strength: '规定',
      value: 0,
      unit: 'mm',
    },
    letterTitleGap: {
      clause: '10.1',
      item: '信函：标题与其上最后一个要素相距',
      strength: '规定',
      value: 2,
      unit: '行',
    },
    letterFirstFolio: { clause: '10.1', item: '信函：首页页码', strength: '规定', value: '不显示', unit: '样式' },
    letterImprint: {
      clause: '10.1',
      item: '信函：版记',
      strength: '规定',
      value: '无印发机关、日期和分隔线',
      unit: '样式',
    },
    letterMarkSize: {
      clause: '',
      item: '信函：发文机关标志字号，一行排得下的最大字号',
      strength: '实务',
      value: 36,
      unit: 'pt',
    },
    letterRuleThick: { clause: '', item: '信函：双线中粗线', strength: '实务', value: 1, unit: 'mm' },
    letterRuleThin: { clause: '', item: '信函：双线中细线', strength: '实务', value: 0.35, unit: 'mm' },
    letterRuleSpace: { clause: '', item: '信函：双线间的空隙', strength: '实务', value: 0.5, unit: 'mm' },
    orderMarkTop: {
      clause: '10.2',
      item: '命令（令）：发文机关标志上边缘至版心上边缘',
      strength: '规定',
      value: 20,
      unit: 'mm',
    },
    orderNumberGap: {
      clause: '10.2',
      item: '命令（令）：令号在发文机关标志下空行',
      strength: '规定',
      value: 2,
      unit: '行',
    },
    orderBodyGap: { clause: '10.2', item: '命令（令）：正文在令号下空行', strength: '规定', value: 2, unit: '行' },
    minutesMarkTop: { clause: '10.3', item: '纪要：标志上边缘至版心上边缘', strength: '规定', value: 35, unit: 'mm' },
    attendanceGap: { clause: '10.3', item: '纪要：出席在正文或附件说明下空行', strength: '一般', value: 1, unit: '行' },
    attendanceIndent: {
      clause: '10.3',
      item: '纪要：出席、请假、列席左空，回行与名单首字对齐',
      strength: '一般',
      value: 2,
      unit: '字',
    },
    attendanceFont: {
      clause: '10.3',
      item: '纪要：出席、请假、列席字体',
      strength: '一般',
      value: font('黑体'),
      unit: '字体',
    },
  },
);
