/** Clauses of the page, of its type, and of the head (版头). */

import { typeSizes } from '../units.ts';
import { font, placed } from './clause.ts';

const { 三号 } = typeSizes;

/** Paper, margins, type area. */
export const pageClauses = placed(
  { files: ['src/layout/page.ts'], tests: ['test/layout/page.test.ts'] },
  {
    paperWidth: { clause: '5.1', item: '纸张宽度', strength: '规定', value: 210, unit: 'mm' },
    paperHeight: { clause: '5.1', item: '纸张高度', strength: '规定', value: 297, unit: 'mm' },
    topMargin: { clause: '5.2.1', item: '天头（上白边）', strength: '规定', value: 37, unit: 'mm', tolerance: 1 },
    leftMargin: { clause: '5.2.1', item: '订口（左白边）', strength: '规定', value: 28, unit: 'mm', tolerance: 1 },
    areaWidth: { clause: '5.2.1', item: '版心宽度', strength: '规定', value: 156, unit: 'mm' },
    areaHeight: { clause: '5.2.1', item: '版心高度', strength: '规定', value: 225, unit: 'mm' },
    lines: { clause: '5.2.3', item: '每面行数', strength: '一般', value: 22, unit: '行' },
    characters: { clause: '5.2.3', item: '每行字数', strength: '一般', value: 28, unit: '字' },
    // 22 lines in 225 mm, counted in whole twips as Word does: 22 × 579 twips fit, 22 × 580 do not.
    pitch: { clause: '', item: '行距（22 行撑满版心）', strength: '实务', value: 28.95, unit: 'pt' },
    // Added to each character of 三号 so that 28 of them fill 156 mm.
    spacing: { clause: '', item: '字距（28 字撑满版心）', strength: '实务', value: -0.207, unit: 'pt' },
  },
);

/** The same page in the measures of a word processor, which counts half of the leading above the first line. */
export const displayClauses = placed(
  { files: ['src/layout/page.ts'], tests: ['test/layout/page.test.ts'] },
  {
    displayTop: { clause: 'GB/T 33476.2', item: '上页边距', strength: '规定', value: 34.58, unit: 'mm' },
    displayBottom: { clause: 'GB/T 33476.2', item: '下页边距', strength: '规定', value: 32.58, unit: 'mm' },
    displayPitch: { clause: 'GB/T 33476.2', item: '行距', strength: '规定', value: 29.45, unit: 'pt' },
    imprintEven: { clause: 'GB/T 33476.2', item: '版记所在面', strength: '规定', value: '双页', unit: '样式' },
  },
);

/** Type of the text. */
export const typeClauses = placed(
  { files: ['src/layout/gongwen-looks.ts', 'src/layout/style.ts'], tests: ['test/layout/gongwen-looks.test.ts'] },
  {
    leading: { clause: '3.2', item: '一行在字高以外的高度（3号字的 7/8）', strength: '规定', value: 7 / 8, unit: '字' },
    bodyFont: { clause: '5.2.2', item: '正文字体', strength: '一般', value: font('仿宋'), unit: '字体' },
    bodySize: { clause: '5.2.2', item: '正文字号（3号）', strength: '一般', value: 三号, unit: 'pt' },
    bodyColor: { clause: '5.2.4', item: '文字颜色', strength: '一般', value: '黑色', unit: '颜色' },
  },
);

/** 联合行文的发文机关标志 */
export const jointMarkClauses = placed(
  { files: ['src/layout/mark.ts', 'src/writers/docx/mark.ts'], tests: ['test/layout/mark.test.ts'] },
  {
    jointMark: {
      clause: '7.2.4',
      item: '联合行文：“文件”二字在机关名称右侧，以机关名称为准',
      strength: '规定',
      value: '上下居中',
      unit: '样式',
    },
    jointMarkGap: { clause: '', item: '联合行文：机关名称与“文件”相距', strength: '实务', value: 0.5, unit: '字' },
  },
);

/** 版头 */
export const headClauses = placed(
  { files: ['src/layout/gongwen-looks.ts', 'src/layout/head.ts'], tests: ['test/layout/head.test.ts'] },
  {
    copyNumberDigits: { clause: '7.2.1', item: '份号位数', strength: '一般', value: 6, unit: '位' },
    copyNumberLine: { clause: '7.2.1', item: '份号所在行，顶格', strength: '一般', value: 1, unit: '行' },
    secrecyFont: { clause: '7.2.2', item: '密级和保密期限字体', strength: '一般', value: font('黑体'), unit: '字体' },
    secrecyLine: { clause: '7.2.2', item: '密级和保密期限所在行，顶格', strength: '一般', value: 2, unit: '行' },
    urgencyFont: { clause: '7.2.3', item: '紧急程度字体', strength: '一般', value: font('黑体'), unit: '字体' },
    markTop: { clause: '7.2.4', item: '发文机关标志上边缘至版心上边缘', strength: '规定', value: 35, unit: 'mm' },
    markFont: { clause: '7.2.4', item: '发文机关标志字体', strength: '推荐', value: font('小标宋'), unit: '字体' },
    markColor: { clause: '7.2.4', item: '发文机关标志颜色', strength: '规定', value: '红色', unit: '颜色' },
    markSize: { clause: '', item: '发文机关标志字号，一行排得下的最大字号', strength: '实务', value: 42, unit: 'pt' },
    markCentred: { clause: '7.2.4', item: '发文机关标志', strength: '规定', value: '居中', unit: '样式' },
    numberGap: { clause: '7.2.5', item: '发文字号在发文机关标志下空行', strength: '规定', value: 2, unit: '行' },
    numberCentred: { clause: '7.2.5', item: '发文字号（非上行文）', strength: '规定', value: '居中', unit: '样式' },
    numberIndent: { clause: '7.2.5', item: '上行文发文字号左空', strength: '规定', value: 1, unit: '字' },
    signerIndent: { clause: '7.2.6', item: '签发人右空', strength: '规定', value: 1, unit: '字' },
    signerFont: { clause: '7.2.6', item: '签发人姓名字体', strength: '规定', value: font('楷体'), unit: '字体' },
    signersPerLine: { clause: '7.2.6', item: '签发人每行人数', strength: '一般', value: 2, unit: '位' },
    redRuleGap: { clause: '7.2.7', item: '红色分隔线在发文字号之下', strength: '规定', value: 4, unit: 'mm' },
    redRuleLength: { clause: '7.2.7', item: '红色分隔线长度，与版心等宽', strength: '规定', value: 156, unit: 'mm' },
    redRuleWidth: { clause: '', item: '红色分隔线粗细', strength: '实务', value: 0.7, unit: 'mm' },
  },
);
