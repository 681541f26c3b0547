/** The peer: pdfmake with its own line breaking sets as many form-like pages of Chinese text, in one file. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake');
const pages = Number(process.argv[2]);
const font = require.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
const deeds =
  '健全内部治安保卫组织，层层签订责任书，全年开展安全检查，及时整改隐患，组织应急演练，妥善处置突发情况。'.repeat(6);

pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === font);
pdfmake.setFonts({ Serif: { normal: font } });
const content = Array.from({ length: pages }, (_, page) => ({
  ...(page > 0 && { pageBreak: 'before' }),
  table: {
    widths: [60, '*', 60, '*'],
    heights: [28, 28, 28, 300, 110, 110],
    body: [
      ['单位名称', '某某有限公司', '受奖集体', '某某有限公司'],
      ['单位地址', '某某路某某号', '联系电话', '021-00000000'],
      ['主要负责人', '某某', '身份证号', '990000000000000000'],
      ['主要事迹', { text: deeds, colSpan: 3 }, '', ''],
      ['本单位意见', '负责人：', '上级部门初审意见', '负责人：'],
      ['区企保协会审核意见', '负责人：', '市企保协会审核意见', '负责人：'],
    ],
  },
}));
const pdf = pdfmake.createPdf({ pageSize: 'A4', content, defaultStyle: { font: 'Serif', fontSize: 12 } });
await pdf.getBuffer();
process.send({ pages, megabytes: process.resourceUsage().maxRSS / 1024 });
