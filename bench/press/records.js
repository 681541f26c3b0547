/**
 * Synthetic people and texts, the same at every run: plainly fictional names, ID numbers of the region 99 that does not
 * exist (their check digit is right), phones of a range nobody has, deeds of 350 to 400 characters that differ from
 * nominee to nominee.
 */
const surnames = [
  ...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎',
];
const given = [
  ...'虚构拟设空言子乌有非真未名无是某甲乙假托寓示例样本试排版字行云流松竹梅兰石泉月星川岚舟笛墨砚棠蘅芷葭',
];
const places = [...'青禾云溪澹麓蓼汀谧川岚皋霁泽栖霞映雪听涛望舒鹤鸣鹿鸣松间竹里'];
const trades = [
  '仓储',
  '精密机械',
  '生物医药',
  '资产经营管理',
  '港口物流',
  '信息技术',
  '食品',
  '化工',
  '商业发展',
  '建设工程',
];
const posts = ['安全保卫部部长', '保卫科科长', '保卫干事', '治安主管', '消防控制室主任', '门卫班班长'];
const districts = ['东湾', '西泽', '南岗', '北桥', '中浦', '临江', '新港', '古城'];
const honours = ['先进保卫干部', '先进治安责任人', '先进个人'];

/** `#` stands for a number of one to three digits. */
const sentences = [
  '热爱内保事业，服从安排、不计得失，全年加班#小时，出色完成各项任务。',
  '每日检查监控、报警、门禁设备，填写运行记录#份，设备完好率达到百分之九十八以上。',
  '作为处突小组组长，坚持每周带队训练，在配电间应急拉动中用时始终保持在#分钟以内。',
  '担任反诈宣传员，进班组宣讲#场，劝阻可疑转账#起，挽回损失#万元。',
  '参与大型活动安保#场，负责成品库防控，做到零失误、零投诉。',
  '坚持徒步巡查仓库、机房、油库等重点部位，行程超过#公里，发现异常#起。',
  '独立编制隐患排查标准#条，使检查有尺子、整改有依据。',
  '参与技术防范改造全过程，提出点位优化意见#条，消除监控盲区#处。',
  '制订应急预案#套，担任演练现场指挥#次，动作规范、指挥果断。',
  '把工作做到职工心坎上，化解邻里、劳务、停车等纠纷#起，未引发一起投诉。',
  '春节、国庆等重要时段放弃休息，连续值守#天，圆满完成安保任务。',
  '总结的交接班查验办法在各队推广，交接差错率下降百分之#。',
  '与社区民警保持联系，收集周边治安动态#条，提前预警#次。',
  '组织新进保安员岗前培训#期，编写讲义#篇，考核合格率名列前茅。',
  '牵头签订治安责任书#份，把责任落实到车间、班组和每一名职工。',
  '暴雨期间带领抢险队搬运沙袋#只，转移物资#箱，避免了重大损失。',
  '协助公安机关调取录像#段，提供线索#条，抓获盗窃嫌疑人#名。',
  '改进访客登记流程，平均等候时间缩短#秒，来访单位普遍好评。',
  '清理消防通道堆物#处，更换失效灭火器#具，修复应急照明#盏。',
  '撰写调研报告#篇，其中关于夜间巡逻路线的建议被采纳并取得实效。',
  '勤俭办事，自己动手维修道闸、围栏#次，节约费用#万元。',
  '发挥传帮带作用，结对培养青年骨干#人，多人已经走上管理岗位。',
  '发现并妥善处置电气线路冒烟险情#起，保护了职工生命和国家财产安全。',
  '对外来施工队伍逐一核验身份，建立档案#份，清退不合格人员#名。',
];

/** A generator of numbers below a bound, from a seed (mulberry32). */
function numbers(seed) {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) % bound) | 0;
  };
}

function idNumber(below, index) {
  const year = 1962 + below(40);
  const month = 1 + below(12);
  const day = 1 + below(28);
  const digits = `99${String(below(100)).padStart(2, '0')}00${year}${pad(month)}${pad(day)}${String(index % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return { id: digits + '10X98765432'[sum % 11], birth: `${year}年${month}月` };
}

const pad = (number) => String(number).padStart(2, '0');
const chosen = (below, list) => list[below(list.length)];

function nameOf(below) {
  return chosen(below, surnames) + chosen(below, given) + (below(4) > 0 ? chosen(below, given) : '');
}

function unitOf(below) {
  return `东海市${chosen(below, places)}${chosen(below, places)}${chosen(below, trades)}有限公司`;
}

function deedsOf(below) {
  const left = [...sentences];
  let text = '该同志';
  while (text.length < 350) {
    const [sentence] = left.splice(below(left.length), 1);
    text += sentence.replace(/#/g, () => String(2 + below(chosen(below, [20, 90, 400]))));
  }
  return text;
}

export function certificate(index) {
  const below = numbers(index * 7919 + 1);
  return {
    number: `东企保协表彰〔2024〕证${String(index + 1).padStart(4, '0')}号`,
    name: nameOf(below),
    unit: unitOf(below),
    post: chosen(below, posts),
    honour: `东海市内保工作${chosen(below, honours)}`,
  };
}

/** A nominee, whose approval form is made out in duplicate. */
export function nominee(index) {
  const below = numbers(index * 104729 + 5);
  const { id, birth } = idNumber(below, index);
  return {
    name: nameOf(below),
    sex: below(3) > 0 ? '男' : '女',
    birth,
    politics: chosen(below, ['群众', '中共党员', '共青团员']),
    idNumber: id,
    phone: `199000${String(below(100000)).padStart(5, '0')}`,
    unit: unitOf(below),
    post: chosen(below, posts),
    district: chosen(below, districts),
    deeds: deedsOf(below),
  };
}

/** What is the same on all. */
export const fixed = {
  certificates: '2024年度内保工作先进个人荣誉证书',
  forms: '2024年度东海市内保工作先进保卫干部审批表',
  subject: '东海市内保工作',
  year: 2024,
  issuer: '东海市企业内部治安保卫协会',
  date: '二〇二五年一月十六日',
};
