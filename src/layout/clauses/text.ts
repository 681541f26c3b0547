/** Clauses of the text (主体) and of the annexes. */

import { typeSizes } from '../units.ts';
import { font, placed } from './clause.ts';

const { 二号 } = typeSizes;

/** 主体 */
export const textClauses = placed(
  {
    files: ['src/layout/gongwen-looks.ts', 'src/layout/lines.ts'],
    tests: ['test/layout/gongwen-looks.test.ts', 'test/layout/lines.test.ts'],
  },
  {
    titleGap: { clause: '7.3.1', item: '标题在红色分隔线下空行', strength: '规定', value: 2, unit: '行' },
    titleCentred: { clause: '7.3.1', item: '标题', strength: '规定', value: '居中', unit: '样式' },
    titleFont: { clause: '7.3.1', item: '标题字体', strength: '一般', value: font('小标宋'), unit: '字体' },
    titleSize: { clause: '7.3.1', item: '标题字号（2号）', strength: '一般', value: 二号, unit: 'pt' },
    addresseeGap: { clause: '7.3.2', item: '主送机关在标题下空行', strength: '规定', value: 1, unit: '行' },
    addresseeIndent: { clause: '7.3.2', item: '主送机关顶格，回行仍顶格', strength: '规定', value: 0, unit: '字' },
    addresseeColon: { clause: '7.3.2', item: '主送机关后的标点', strength: '规定', value: '“：”', unit: '样式' },
    firstPageBody: { clause: '7.3.3', item: '首页显示正文', strength: '规定', value: '有正文', unit: '样式' },
    bodyIndent: { clause: '7.3.3', item: '正文每段左空，回行顶格', strength: '规定', value: 2, unit: '字' },
    level1Font: { clause: '7.3.3', item: '第一层（一、）字体', strength: '一般', value: font('黑体'), unit: '字体' },
    level2Font: { clause: '7.3.3', item: '第二层（（一））字体', strength: '一般', value: font('楷体'), unit: '字体' },
    level3Font: { clause: '7.3.3', item: '第三层（1.）字体', strength: '一般', value: font('仿宋'), unit: '字体' },
    level4Font: { clause: '7.3.3', item: '第四层（（1））字体', strength: '一般', value: font('仿宋'), unit: '字体' },
    annexListGap: { clause: '7.3.4', item: '附件说明在正文下空行', strength: '规定', value: 1, unit: '行' },
    annexListIndent: {
      clause: '7.3.4',
      item: '附件说明左空，回行与名称首字对齐',
      strength: '规定',
      value: 2,
      unit: '字',
    },
  },
);

export const titleClauses = placed(
  { files: ['src/layout/title.ts'], tests: ['test/layout/title.test.ts'] },
  {
    titleShape: { clause: '7.3.1', item: '多行标题的排列', strength: '规定', value: '梯形或菱形', unit: '样式' },
  },
);

/** 署名、成文日期、印章、附注 */
export const closingClauses = placed(
  {
    files: ['src/layout/signature.ts', 'src/layout/seal.ts', 'src/layout/gongwen-looks.ts'],
    tests: ['test/layout/signature.test.ts', 'test/writers/closing.test.ts'],
  },
  {
    sealedDateIndent: { clause: '7.3.5.1', item: '加盖印章的成文日期右空', strength: '一般', value: 4, unit: '字' },
    sealedCentred: {
      clause: '7.3.5.1',
      item: '加盖印章的署名以成文日期居中，偏离',
      strength: '规定',
      value: 0,
      unit: 'mm',
    },
    sealDiameter: { clause: '', item: '印章直径（未写明时）', strength: '实务', value: 42, unit: 'mm' },
    sealsPerRow: { clause: '', item: '联合行文每排印章', strength: '实务', value: 3, unit: '位' },
    sealsWithin: {
      clause: '7.3.5.1',
      item: '联合行文印章一一对应，互不相交或相切，两端不超出版心',
      strength: '规定',
      value: 156,
      unit: 'mm',
    },
    sealReach: { clause: '7.3.5.1', item: '印章顶端与上文的距离以内', strength: '规定', value: 1, unit: '行' },
    signatureGap: { clause: '7.3.5.2', item: '不加盖印章的署名在上文下空行', strength: '规定', value: 1, unit: '行' },
    signatureIndent: { clause: '7.3.5.2', item: '不加盖印章的署名右空', strength: '规定', value: 2, unit: '字' },
    dateShift: { clause: '7.3.5.2', item: '成文日期首字比署名首字右移', strength: '规定', value: 2, unit: '字' },
    longDateIndent: { clause: '7.3.5.2', item: '成文日期长于署名时日期右空', strength: '规定', value: 2, unit: '字' },
    stampGap: { clause: '7.3.5.3', item: '签名章在上文下空行', strength: '规定', value: 2, unit: '行' },
    stampIndent: { clause: '7.3.5.3', item: '签名章右空', strength: '规定', value: 4, unit: '字' },
    stampTitleGap: { clause: '7.3.5.3', item: '签名章左侧与签发人职务相距', strength: '规定', value: 2, unit: '字' },
    stampDateGap: { clause: '7.3.5.3', item: '成文日期在签名章下空行', strength: '规定', value: 1, unit: '行' },
    stampDateIndent: { clause: '7.3.5.3', item: '签名章下的成文日期右空', strength: '规定', value: 4, unit: '字' },
    noteIndent: { clause: '7.3.6', item: '附注左空', strength: '规定', value: 2, unit: '字' },
  },
);

/** 附件 */
export const annexClauses = placed(
  { files: ['src/layout/gongwen-looks.ts'], tests: ['test/layout/gongwen-looks.test.ts'] },
  {
    annexLabelLine: { clause: '7.3.7', item: '“附件”及顺序号所在行，顶格', strength: '规定', value: 1, unit: '行' },
    annexLabelFont: {
      clause: '7.3.7',
      item: '“附件”及顺序号字体',
      strength: '规定',
      value: font('黑体'),
      unit: '字体',
    },
    annexTitleLine: { clause: '7.3.7', item: '附件标题所在行，居中', strength: '规定', value: 3, unit: '行' },
    annexTitleCentred: { clause: '7.3.7', item: '附件标题居中，偏离', strength: '规定', value: 0, unit: 'mm' },
  },
);
