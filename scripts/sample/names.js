/** Names of persons, all made up, none given twice. */

const surnames = [
  ...'王李张刘陈杨黄赵周吴徐孙朱郭何林高罗郑梁谢宋唐许韩冯曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖',
  ...'石金韦贾夏傅方邹熊白孟秦邱侯尹薛雷陶贺顾龚邵万覃武钱戴严莫孔汤施洪季康祝缪柏竺俞童瞿应',
];
const maleFirst = [...'志建国明俊文海永晓宏立振景承嘉启思家德学世荣绍仲维敬光元昱浩正培'];
const maleLast = [...'华平伟峰斌良刚辉林生祥宁昌源康毅成忠清铭恺川舟岳松岩磊诚达'];
const femaleFirst = [...'静雅晓文慧雪丽秀佩婉若清思雨嘉佳玉月蕴怡梦海书'];
const femaleLast = [...'芳敏燕琴萍娟霞莉玲颖薇洁琳蓉婷宁筠岚菲瑜璐仪秋'];
const maleSingle = [...'澍昶骁煜旸骞钧瀚屹峤韬琮皓铖晖凯超鹏勇捷翔'];
const femaleSingle = [...'珺菁晗琰蔚妍倩瑶璇茜莹婕虹悦沁'];

/** What a layout must cope with: compound surnames, names of minorities with ·, characters outside GB 2312 and Unicode's first block. */
const remarkable = [
  ['男', '陆堃'],
  ['女', '阿依古丽·托合提'],
  ['男', '顾喆'],
  ['女', '欧阳砚秋'],
  ['女', '秦㛃'],
  ['男', '范䶮'],
  ['男', '司马景行'],
  ['男', '扎西·云丹'],
  ['男', '周景堃'],
  ['女', '沈文喆'],
  ['女', '林㛃仪'],
  ['男', '石䶮之'],
  ['男', '上官云舟'],
  ['男', '诸葛维桢'],
  ['女', '古丽巴哈尔·阿布都热合曼'],
  ['男', '夏侯朗'],
  ['男', '吕堃元'],
  ['男', '钱喆安'],
  ['女', '何若㛃'],
  ['男', '严承䶮'],
  ['女', '皇甫岚'],
  ['男', '木拉提·哈孜'],
  ['男', '尉迟启明'],
  ['女', '诸葛晴'],
  ['男', '欧阳澍'],
  ['女', '上官若菡'],
  ['男', '司马昀'],
  ['男', '才仁·旺堆'],
  ['女', '慕容清嘉'],
  ['男', '公孙仲礼'],
  ['女', '司徒望舒'],
  ['男', '努尔兰·别克苏勒坦'],
];

/** Names of well-known people that the composition may hit upon. */
const known = ['林建岳', '张学良', '许海峰', '唐国平', '李光达'];

/**
 * @returns `next(femaleShare)` → `{ sex, name }`, and `remarkable()` → the next of the names above, or undefined when they are used up
 */
export function namesOf(random) {
  const given = new Set([...remarkable.map(([, name]) => name), ...known]);
  const rest = remarkable.map(([sex, name]) => ({ sex, name }));
  const compose = (sex) => {
    const [first, last, single] =
      sex === '男' ? [maleFirst, maleLast, maleSingle] : [femaleFirst, femaleLast, femaleSingle];
    if (random.chance(0.2)) return random.pick(surnames) + random.pick(single);
    return random.pick(surnames) + random.pick(first) + random.pick(last);
  };
  const next = (femaleShare) => {
    const sex = random.chance(femaleShare) ? '女' : '男';
    let name = compose(sex);
    while (given.has(name) || name[1] === name[2]) name = compose(sex);
    given.add(name);
    return { sex, name };
  };
  return { next, remarkable: () => rest.shift() };
}
