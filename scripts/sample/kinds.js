/**
 * The kinds of units in the sample. Names are patterns over invented words ({brand}, {other}) and the district ({area});
 * `sites` are the places a deeds text may name, `long` is an especially long full name, `group` names a unit of the whole
 * city (内保处). `industry` is one of the case's list.
 */
import { registrations } from './identifiers.js';

const company = {
  registration: registrations.enterprise,
  self: '公司',
  heads: ['董事长', '总经理', '党委书记、董事长', '党总支书记、总经理'],
  deputy: '副总经理',
  departments: ['安全保卫部', '保卫部', '安保部', '综治保卫办公室', '安全保卫科'],
};
const institution = { ...company, registration: registrations.institution };
const school = {
  ...institution,
  self: '学校',
  heads: ['校长', '党委书记', '党总支书记、校长'],
  deputy: '副校长',
  departments: ['保卫科', '安全保卫办公室', '总务保卫科'],
};
const hospital = {
  ...institution,
  self: '医院',
  heads: ['院长', '党委书记', '党委副书记、院长'],
  deputy: '副院长',
  departments: ['保卫处', '保卫科', '安全保卫科'],
};
const bank = {
  ...company,
  heads: ['行长', '党委书记、行长', '党委书记、董事长'],
  self: '本行',
  deputy: '副行长',
  departments: ['安全保卫部', '保卫部', '安全保卫办公室'],
};

const districtKinds = {
  school: {
    ...school,
    industry: '教育',
    names: ['上海市{area}{brand}中学', '上海市{area}{brand}小学', '上海市{brand}实验学校'],
    long: '上海{brand}外国语大学附属{area}{other}九年一贯制双语实验学校（{brand}校区）',
    sites: ['校门口', '教学楼', '总务仓库', '食堂', '图书馆', '体育馆'],
  },
  college: {
    ...school,
    industry: '教育',
    names: ['上海{brand}大学', '上海{brand}职业技术学院', '上海{brand}学院'],
    departments: ['保卫处', '武装保卫处', '安全保卫处'],
    sites: ['学生公寓', '实验楼危化品库', '校门通道', '大型仪器室', '学生活动中心', '数据机房'],
  },
  hospital: {
    ...hospital,
    industry: '卫生健康',
    names: ['上海市{brand}医院', '上海市{area}{brand}中心医院', '上海市{area}{brand}中医医院'],
    long: '上海市{area}{brand}中西医结合医院（上海{other}医科大学附属{brand}医院）',
    group: '上海{brand}大学附属{other}医院',
    sites: ['急诊大厅', '门诊收费处', '住院部', '麻精药品库', '放射源存放室', '医用气体站'],
  },
  clinic: {
    ...hospital,
    industry: '卫生健康',
    self: '中心',
    heads: ['主任', '党支部书记', '党支部书记、主任'],
    deputy: '副主任',
    names: ['上海市{area}{brand}街道社区卫生服务中心', '上海市{area}{brand}社区卫生服务中心'],
    departments: ['保卫科', '总务保卫科', '综合治理办公室'],
    sites: ['预检分诊台', '药房', '疫苗冷库', '候诊大厅', '收费窗口', '家庭病床调度室'],
  },
  holding: {
    ...company,
    industry: '国资',
    names: ['上海{brand}资产经营管理有限公司', '上海{brand}投资发展有限公司', '上海{brand}国有资本运营有限公司'],
    long: '上海{brand}城市更新建设发展与历史风貌保护利用投资控股（集团）有限公司',
    group: '上海{brand}投资控股（集团）有限公司',
    sites: ['办公楼大堂', '财务室', '档案库', '数据机房', '资产库房', '地下车库'],
  },
  factory: {
    ...company,
    industry: '经济信息化',
    names: [
      '上海{brand}精密制造有限公司',
      '上海{brand}电子科技股份有限公司',
      '上海{brand}生物医药有限公司',
      '上海{brand}新材料科技有限公司',
      '上海{brand}仪器仪表有限公司',
    ],
    long: '上海{brand}航空发动机关键零部件精密制造与检测技术研究发展有限公司',
    group: '上海{brand}装备制造（集团）有限公司',
    sites: ['生产车间', '危险品仓库', '成品库', '研发中心', '配电间', '厂区周界'],
  },
  chemistry: {
    ...company,
    industry: '经济信息化',
    names: ['上海{brand}精细化工有限公司', '上海{brand}聚合材料有限公司', '上海{brand}工业气体有限公司'],
    sites: ['储罐区', '中央控制室', '装卸栈台', '危险化学品仓库', '厂区周界', '公共管廊'],
  },
  bank: {
    ...bank,
    industry: '金融',
    names: ['上海{brand}村镇银行股份有限公司', '上海{brand}农村商业银行股份有限公司'],
    group: '上海{brand}银行股份有限公司',
    sites: ['营业网点', '现金库房', '自助银行', '现金清分中心', '数据中心', '凭证库'],
  },
  insurance: {
    ...company,
    industry: '金融',
    names: ['上海{brand}财产保险股份有限公司', '上海{brand}融资担保有限公司'],
    group: '上海{brand}人寿保险股份有限公司',
    sites: ['客户服务大厅', '数据机房', '单证库', '办公楼大堂', '财务室', '地下车库'],
  },
  bus: {
    ...company,
    industry: '交通',
    names: ['上海{brand}公共交通有限公司', '上海{brand}汽车客运站有限公司'],
    group: '上海{brand}交通运输（集团）有限公司',
    sites: ['候车大厅', '停车场', '调度中心', '加油加气点', '票款室', '维修车间'],
  },
  logistics: {
    ...company,
    industry: '交通',
    names: ['上海{brand}国际物流有限公司', '上海{brand}仓储有限公司'],
    long: '上海{brand}国际集装箱多式联运与冷链仓储物流供应链管理服务有限公司',
    sites: ['分拣中心', '保税仓库', '装卸月台', '冷库', '车辆卡口', '监管货物堆场'],
  },
  port: {
    ...company,
    industry: '交通',
    names: ['上海{brand}集装箱码头有限公司', '上海{brand}港务有限公司', '上海{brand}轮渡有限公司'],
    sites: ['码头前沿', '集装箱堆场', '进港卡口', '危险货物堆场', '理货区', '引桥通道'],
  },
  metro: {
    ...company,
    industry: '交通',
    names: ['上海{brand}轨道交通运营有限公司', '上海{brand}地铁维护保障有限公司', '上海{brand}轨道车辆有限公司'],
    sites: ['车站站厅', '车辆段', '控制中心', '安检点', '主变电所', '换乘通道'],
  },
  airport: {
    ...company,
    industry: '交通',
    names: ['上海{brand}机场地面服务有限公司', '上海{brand}航空货站有限公司', '上海{brand}航空食品有限公司'],
    sites: ['安检通道', '航空货站', '围界通道口', '油料库', '出发层', '行李分拣区'],
  },
  museum: {
    ...institution,
    industry: '文化旅游',
    self: '本馆',
    heads: ['馆长', '党支部书记、馆长'],
    deputy: '副馆长',
    names: ['上海{brand}博物馆', '上海市{area}{brand}图书馆', '上海市{area}{brand}文化馆'],
    departments: ['安全保卫部', '保卫科', '安保部'],
    sites: ['展厅', '文物库房', '观众入口', '珍本书库', '报告厅', '消防控制室'],
  },
  hotel: {
    ...company,
    industry: '文化旅游',
    names: ['上海{brand}酒店有限公司', '上海{brand}旅游度假区管理有限公司', '上海{brand}大剧院有限公司'],
    group: '上海{brand}文化旅游（集团）有限公司',
    departments: ['安保部', '安全保卫部', '保安部'],
    sites: ['大堂', '宴会厅', '贵重物品寄存处', '停车库', '后勤通道', '监控中心'],
  },
  mall: {
    ...company,
    industry: '商务',
    names: ['上海{brand}百货有限公司', '上海{brand}商业管理有限公司', '上海{brand}农副产品批发市场有限公司'],
    group: '上海{brand}商业（集团）有限公司',
    sites: ['金银珠宝柜台', '收银总台', '卸货区', '中庭', '停车库', '员工通道'],
  },
  trade: {
    ...company,
    industry: '商务',
    names: ['上海{brand}国际贸易有限公司', '上海{brand}会展有限公司'],
    group: '上海{brand}国际贸易（集团）有限公司',
    sites: ['展馆入口', '样品库', '财务室', '装卸区', '数据机房', '地下车库'],
  },
  builder: {
    ...company,
    industry: '住房城乡建设',
    names: ['上海{brand}建设工程有限公司', '上海{brand}建筑装饰工程有限公司'],
    group: '上海{brand}建设（集团）有限公司',
    sites: ['工地大门', '材料堆场', '民工宿舍', '配电房', '塔吊作业区', '民爆物品存放点'],
  },
  property: {
    ...company,
    industry: '住房城乡建设',
    names: ['上海{brand}物业管理有限公司', '上海{brand}房屋管理有限公司'],
    long: '上海{brand}商务楼宇综合服务与城市公共空间运营管理（集团）股份有限公司',
    sites: ['楼宇大堂', '地下车库', '消防控制室', '设备机房', '快递收发点', '天台通道'],
  },
  water: {
    ...company,
    industry: '水务',
    names: ['上海{brand}自来水有限公司', '上海{brand}排水运营有限公司', '上海{brand}水务建设有限公司'],
    group: '上海{brand}水务（集团）有限公司',
    sites: ['取水口', '加氯间', '清水池', '中控室', '输水泵站', '厂区周界'],
  },
  telecom: {
    ...company,
    industry: '通信',
    names: ['上海{brand}通信网络有限公司', '上海{brand}信息传输服务有限公司'],
    group: '上海{brand}通信（集团）有限公司',
    sites: ['核心机房', '通信枢纽楼', '营业厅', '光缆交接点', '蓄电池室', '物资仓库'],
  },
  energy: {
    ...company,
    industry: '能源',
    names: ['上海{brand}燃气有限公司', '上海{brand}热电有限公司', '上海{brand}供电服务有限公司'],
    group: '上海{brand}能源（集团）股份有限公司',
    sites: ['调压站', '主控室', '升压站', '储配站', '油料库', '燃料堆场'],
  },
};

/** Every kind by its key, which it also carries. */
export const kinds = Object.fromEntries(Object.entries(districtKinds).map(([key, kind]) => [key, { key, ...kind }]));

/** How often a kind occurs in a district that names no kinds of its own. */
export const usual = Object.entries({
  school: 10,
  college: 2,
  hospital: 5,
  clinic: 4,
  holding: 4,
  factory: 11,
  bank: 2,
  insurance: 2,
  bus: 3,
  logistics: 4,
  museum: 3,
  hotel: 4,
  mall: 6,
  trade: 3,
  builder: 4,
  property: 4,
  water: 2,
  telecom: 2,
  energy: 3,
}).map(([key, weight]) => [kinds[key], weight]);

/** The scope of 内保处 (notice part 2): groups, city-level banks and insurers, hospitals with more than one site. */
export const cityWide = Object.entries({
  holding: 6,
  factory: 9,
  bank: 8,
  insurance: 5,
  hospital: 10,
  bus: 4,
  hotel: 3,
  mall: 4,
  trade: 3,
  builder: 5,
  water: 3,
  telecom: 3,
  energy: 5,
}).map(([key, weight]) => [kinds[key], weight]);
