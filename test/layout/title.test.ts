import { beforeAll, describe, expect, test } from 'vitest';
import { layParagraph } from '../../src/layout/lines.ts';
import { pageOf } from '../../src/layout/page.ts';
import { styleOf } from '../../src/layout/style.ts';
import type { FontSet } from '../../src/layout/types.ts';
import { freeFonts, heading, lineTexts, paragraph } from './build.ts';

let fonts: FontSet;
beforeAll(async () => {
  fonts = await freeFonts();
});

function lay(said: string) {
  return layParagraph(
    fonts,
    heading(1, said),
    styleOf({ level: 1, role: 'body' }, 'gongwen'),
    pageOf('gongwen').area.width,
  );
}

/** Titles of notices, decisions, letters and the like, each as an office would set it. */
const titles = [
  '内部治安保卫公约',
  '中共上海市委政法委员会、上海市公安局、 / 上海市企事业单位治安保卫协会关于联合表彰 / 2024年度全市企业事业单位内部治安保卫 / 工作先进集体和先进个人的决定',
  '上海市企事业单位治安保卫协会办公室 / 关于印发《上海市企事业单位治安保卫协会 / 先进集体和先进个人评选表彰奖金 / 发放管理办法（试行）》的通知',
  '关于表彰先进的决定',
  '2024年内保工作要点',
  '上海市内部治安保卫工作条例实施办法',
  '2024年度上海内保工作先进名额分配表',
  '关于召开全市内保工作会议的通知',
  '关于做好国庆期间安全保卫工作的通知',
  '关于开展校园安全专项检查的通知',
  '关于进一步加强医院安全防范工作的通知',
  '关于商请提供会议场地的函',
  '关于开展2024年度上海内保工作先进集体、 / 先进个人评选表彰活动的通知',
  '关于表彰2024年度上海内保工作 / 先进集体和先进个人的决定',
  '关于印发《企业事业单位 / 内部治安保卫工作管理办法》的通知',
  '关于征求2024年度上海内保工作先进集体、 / 先进个人拟表彰名单意见的函',
  '上海市企事业单位治安保卫协会 / 关于表彰2024年度内保工作 / 先进集体和先进个人的决定',
  '上海市公安局治安总队 / 关于进一步加强企业事业单位 / 内部治安保卫工作的意见',
  '关于公示2024年度上海内保工作先进集体、 / 先进个人拟表彰名单的通知',
  '关于报送2024年度内保工作 / 先进集体和先进个人推荐材料的补充通知',
  '关于转发《国务院办公厅 / 关于加强消防安全工作的通知》的通知',
  '关于成立安全生产委员会及其办公室的通知',
  '关于同意上海市浦东新区 / 企事业单位治安保卫协会换届的批复',
  '关于申请拨付2025年 / 内部治安保卫专项经费的请示',
  '关于2024年度内部治安保卫工作情况的报告',
  '关于调整校园安全工作领导小组 / 组成人员的通知',
  '复旦大学附属华山医院 / 关于加强院区治安保卫工作的实施意见',
  '上海交通大学关于印发《上海交通大学 / 校园治安综合治理目标管理责任制 / 实施办法（试行）》的通知',
  '关于授予张三等161名同志 / “上海内保工作先进保卫干部”称号的决定',
  '关于举办第3期企业事业单位保卫干部 / 业务培训班的通知',
  '关于开展夏季治安打击整治 / “百日行动”的工作方案',
  '关于建立重点单位 / 反恐怖防范联席会议制度的函',
  '上海市教育委员会 / 关于进一步做好学校安全防范建设工作的通知',
  '关于贯彻落实 / 《企业事业单位内部治安保卫条例》 / 进一步加强单位内部安全防范工作的指导意见',
  '关于印发2025年全市企业事业单位 / 内部治安保卫工作要点及任务分工的通知',
  '中国共产党上海市企事业单位治安保卫协会 / 支部委员会关于开展主题教育的实施方案',
  '上海虚构电子有限公司 / 关于2024年度安全保卫工作考核结果的通报',
  '关于废止《内部治安保卫工作考核评分办法》 / 等3件规范性文件的决定',
  '关于对2024年度内保工作 / 先进集体和先进个人给予通报表扬的决定',
  '关于做好2025年元旦、春节期间 / 企业事业单位内部治安保卫工作的通知',
  '关于2023年度全市金融单位营业场所和金库 / 安全防范设施建设检查情况的通报',
  '关于沪企保协〔2024〕39号文件 / 有关推荐名额说明的复函',
  '第七届会员代表大会第二次会议决议',
  '上海市企事业单位治安保卫协会、 / 上海市公安局治安总队关于联合开展内保工作 / 先进集体和先进个人评选表彰活动的通知',
  '上海市企事业单位治安保卫协会 / 关于授予上海漱屿国有资本运营有限公司等 / 214家单位“2024年度上海内保工作 / 先进单位”称号的决定',
  '关于举办2024年度上海市企业事业单位 / 治安保卫干部职业技能竞赛有关事项的函',
  '华东师范大学 / 关于调整安全稳定工作领导小组和 / 校园综合治理委员会组成人员的通知',
  '上海市卫生健康委员会、 / 上海市公安局关于印发 / 《上海市医疗机构安全秩序管理规定》的通知',
  '关于2024年上海内保工作 / 先进集体先进个人公示情况的说明',
  '关于命名2023—2024年度 / “平安单位”和授予“平安卫士”称号的决定',
  '关于给予李四等12名同志嘉奖的决定',
];

describe('a title', () => {
  test.each(titles)('is set as an office would: %s', (broken) => {
    expect(lineTexts(lay(broken.replaceAll(' / ', '')))).toEqual(broken.split(' / '));
  });
  test('of 8 to 70 characters is among them', () => {
    const lengths = titles.map((title) => title.replaceAll(' / ', '').length);
    expect(titles.length).toBeGreaterThanOrEqual(40);
    expect(Math.min(...lengths)).toBeLessThanOrEqual(8);
    expect(Math.max(...lengths)).toBeGreaterThanOrEqual(70);
  });
  test('that fits stands in one line', () => {
    expect(lineTexts(lay('2024年度上海内保工作先进名额分配表'))).toHaveLength(1);
  });
  test('is broken at its natural joint, in a trapezoid', () => {
    expect(lineTexts(lay('关于开展2024年度上海内保工作先进集体、先进个人评选表彰活动的通知'))).toEqual([
      '关于开展2024年度上海内保工作先进集体、',
      '先进个人评选表彰活动的通知',
    ]);
  });
  test('keeps words, book titles and numbers with their units whole', () => {
    const lines = lineTexts(lay('关于印发《内部治安保卫工作管理办法》和2024年度先进集体先进个人评选工作要点的通知'));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.filter((line) => line.includes('《内部治安保卫工作管理办法》'))).toHaveLength(1);
    expect(lines.filter((line) => line.includes('2024年度'))).toHaveLength(1);
  });
  test('of any length loses nothing and stays in the type area', () => {
    for (let length = 1; length < 90; length += 7) {
      const said = '关于做好全市内部治安保卫工作先进集体和先进个人推荐评选表彰有关事项的通知'
        .repeat(3)
        .slice(0, length);
      const laid = lay(said);
      expect(lineTexts(laid).join('')).toBe(said);
      for (const line of laid.lines) expect(line.width).toBeLessThanOrEqual(pageOf('gongwen').area.width + 0.01);
    }
  });
  test('has no line of one or two characters', () => {
    const lines = lineTexts(lay('关于表彰2024年度上海内保工作先进集体先进个人的决定书'));
    for (const line of lines) expect(line.length).toBeGreaterThan(4);
  });
  test.each([
    ['黄浦区企保协会', ['黄浦区', '企保协会']],
    ['浦东新区企保协会', ['浦东新区', '企保协会']],
    ['市公安局治安总队', ['市公安局', '治安总队']],
    ['先进治安责任人', ['先进治安', '责任人']],
  ])('or a label of two lines, %s, is broken between its words', (said, expected) => {
    const style = styleOf({ level: 0, role: 'cell' }, 'form', 'form', true);
    expect(lineTexts(layParagraph(fonts, paragraph('cell', said), style, style.size * 5))).toEqual(expected);
  });
  test('in a box that its indents leave no width is broken, too, a character a line', () => {
    const style = styleOf({ level: 1, role: 'body' }, 'gongwen');
    for (const width of [0, -1e-9, -1000]) {
      const laid = layParagraph(fonts, heading(1, '关于表彰先进'), style, width);
      expect(lineTexts(laid)).toEqual([...'关于表彰先进']);
    }
  });
});
